package org.stillpoint.cli;

import org.stillpoint.domain.DomainException;
import org.stillpoint.report.PaperFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as a format of a paper. */
final class PaperFormatConverter implements ITypeConverter<PaperFormat> {

    @Override
    public PaperFormat convert(String text) {
        try {
            return PaperFormat.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
