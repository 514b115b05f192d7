package org.stillpoint.cli;

import org.stillpoint.domain.DomainException;
import org.stillpoint.generation.Start;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as a start. */
final class StartConverter implements ITypeConverter<Start> {

    @Override
    public Start convert(String text) {
        try {
            return Start.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
