package org.stillpoint.cli;

import org.stillpoint.domain.DomainException;
import org.stillpoint.training.Engine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as an engine. */
final class EngineConverter implements ITypeConverter<Engine> {

    @Override
    public Engine convert(String text) {
        try {
            return Engine.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
