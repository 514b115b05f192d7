package org.stillpoint.cli;

import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as an activation. */
final class ActivationConverter implements ITypeConverter<Activation> {

    @Override
    public Activation convert(String text) {
        try {
            return Activation.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
