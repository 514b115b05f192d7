package org.stillpoint.cli;

import java.util.Arrays;
import org.stillpoint.report.ClaimsFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as a format for claims. */
final class ClaimsFormatConverter implements ITypeConverter<ClaimsFormat> {

    @Override
    public ClaimsFormat convert(String text) {
        return Arrays.stream(ClaimsFormat.values())
                .filter(format -> format.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text
                        + "\", expected text, json, bibtex, latex or markdown"));
    }
}
