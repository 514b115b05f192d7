package org.stillpoint.cli;

import org.stillpoint.domain.DomainException;
import org.stillpoint.check.suite.SuiteName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as a suite. */
final class SuiteNameConverter implements ITypeConverter<SuiteName> {

    @Override
    public SuiteName convert(String text) {
        try {
            return SuiteName.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
