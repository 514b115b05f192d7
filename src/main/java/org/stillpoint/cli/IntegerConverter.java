package org.stillpoint.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An option's value as an integer.
 *
 * @param parse throws {@link NumberFormatException}
 * @param bits how many there are for it
 */
record IntegerConverter<T>(Function<String, T> parse, int bits) implements ITypeConverter<T> {

    @Override
    public T convert(String text) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + text + "\" is not a " + bits + "-bit integer, expected one such as 10");
        }
    }
}
