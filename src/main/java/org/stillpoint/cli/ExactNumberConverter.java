package org.stillpoint.cli;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as an exact number. */
final class ExactNumberConverter implements ITypeConverter<BigFraction> {

    @Override
    public BigFraction convert(String text) {
        try {
            return ExactNumber.parse(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
