package org.stillpoint.cli;

import org.stillpoint.domain.DomainException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as the name of an optimiser. */
final class OptimiserNameConverter implements ITypeConverter<OptimiserName> {

    @Override
    public OptimiserName convert(String text) {
        try {
            return OptimiserName.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
