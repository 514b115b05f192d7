package org.stillpoint.cli;

import org.stillpoint.domain.DomainException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as an engine. */
final class EngineConverter implements ITypeConverter<EngineName> {

    @Override
    public EngineName convert(String text) {
        try {
            return EngineName.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
