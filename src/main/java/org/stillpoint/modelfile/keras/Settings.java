package org.stillpoint.modelfile.keras;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.JsonCursor;

/** The settings of a layer, as its configuration has them. */
record Settings(JsonCursor config) {

    /** More channels or places along an axis than this are none that a model has. */
    static final int MAX_SIZE = 1 << 24;

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    /** What is there, if it is there and not null. */
    Optional<JsonCursor> at(String key) {
        return config.optionalField(key).filter(value -> !value.node().isNull());
    }

    Optional<String> text(String key) {
        return at(key).map(JsonCursor::string);
    }

    boolean isTrue(String key, boolean otherwise) {
        return at(key).map(value -> value.node().asBoolean(otherwise)).orElse(otherwise);
    }

    Optional<BigFraction> number(String key) {
        return at(key).map(JsonCursor::number);
    }

    Optional<Integer> integer(String key) {
        return at(key).map(Settings::integer);
    }

    /** One number for each of so many axes; a single one is meant for all of them. */
    List<Integer> integers(String key, int axes, int otherwise) {
        return at(key).map(value -> value.isArray() ? integers(value) : Collections.nCopies(axes, integer(value)))
                .orElse(Collections.nCopies(axes, otherwise));
    }

    /** @throws org.stillpoint.format.FormatException if the value is not an array of numbers that an int holds */
    static List<Integer> integers(JsonCursor value) {
        return elements(value).stream().map(Settings::integer).toList();
    }

    /** The sizes of a shape, each -1 if it is not known. */
    static List<Integer> shape(JsonCursor value) {
        return elements(value).stream().map(size -> size.node().isNull() ? Flow.UNKNOWN : size(size)).toList();
    }

    private static int size(JsonCursor value) {
        int size = integer(value);
        if (size > MAX_SIZE) {
            throw value.error("a size of " + size + ", expected at most " + MAX_SIZE);
        }
        return size;
    }

    /** The entries of an array, which may have none. */
    static List<JsonCursor> elements(JsonCursor value) {
        return value.isArray() && value.node().isEmpty() ? List.of() : value.elements();
    }

    static int integer(JsonCursor value) {
        BigFraction number = value.number();
        boolean fits = number.getDenominator().equals(BigInteger.ONE) && number.getNumerator().abs().compareTo(MOST) <= 0;
        if (!fits) {
            throw value.error("a number, expected an integer of at most " + MOST);
        }
        return number.getNumerator().intValueExact();
    }
}
