package org.stillpoint.cli;

import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Loss;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as a loss. */
final class LossConverter implements ITypeConverter<Loss> {

    @Override
    public Loss convert(String text) {
        try {
            return Loss.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
