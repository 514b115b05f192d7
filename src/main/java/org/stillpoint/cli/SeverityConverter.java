package org.stillpoint.cli;

import java.util.Arrays;
import org.stillpoint.lint.finding.Severity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How bad a finding is, by its name. */
final class SeverityConverter implements ITypeConverter<Severity> {

    @Override
    public Severity convert(String text) {
        return Arrays.stream(Severity.values()).filter(severity -> severity.id().equals(text)).findFirst().orElseThrow(() ->
                new TypeConversionException("unknown severity \"" + text + "\", expected error, warning or note"));
    }
}
