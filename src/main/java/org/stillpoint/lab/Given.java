package org.stillpoint.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Vector;

/**
 * A value that was given, with its place for messages; everything that takes it as something else ends with a
 * {@link DomainException}.
 *
 * @param place such as {@code data inputs 2}
 */
record Given(String place, JsonValue value) {

    /** This object, which has no other members than these. */
    Given allowing(Set<String> names) {
        members().values().keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new DomainException(place + ": unknown key " + ExactNumber.quoted(name) + ", expected some of "
                    + String.join(", ", names.stream().sorted().toList()));
        });
        return this;
    }

    Optional<Given> optional(String name) {
        return Optional.ofNullable(members().values().get(name)).filter(member -> !isNull(member))
                .map(member -> new Given(place + " " + name, member));
    }

    Given required(String name) {
        return optional(name).orElseThrow(() -> error("no " + ExactNumber.quoted(name), "one"));
    }

    List<Given> elements() {
        if (!(value instanceof JsonValue.Elements array)) {
            throw error("no array", "one in brackets");
        }
        List<JsonValue> values = array.values();
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Given(place + " " + (i + 1), values.get(i))).toList();
    }

    boolean isArray() {
        return value instanceof JsonValue.Elements;
    }

    String text() {
        if (!(value instanceof JsonValue.Word word)) {
            throw error("brackets", "a word or a number");
        }
        return word.text();
    }

    BigFraction number() {
        String text = text();
        return checked(() -> ExactNumber.parse(text));
    }

    Vector vector() {
        List<BigFraction> entries = elements().stream().map(Given::number).toList();
        return checked(() -> new Vector(entries));
    }

    Matrix matrix() {
        List<Vector> rows = elements().stream().map(Given::vector).toList();
        return checked(() -> new Matrix(rows));
    }

    /** An integer from least to most. */
    int count(int least, int most) {
        BigFraction number = number();
        if (!number.isInteger() || number.compareTo(new BigFraction(least)) < 0 || number.compareTo(new BigFraction(most)) > 0) {
            throw error(ExactNumber.quoted(text()), "an integer from " + least + " to " + most);
        }
        return number.getNumeratorAsInt();
    }

    /** An integer of 64 bits. */
    long seed() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw error(ExactNumber.quoted(text()), "an integer of 64 bits");
        }
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(ExactNumber.quoted(text()), "true or false");
        };
    }

    /** What is made of this value, or why it cannot be, with the place. */
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (DomainException e) {
            throw new DomainException(place + ": " + e.getMessage());
        }
    }

    DomainException error(String wrong, String expected) {
        return new DomainException(place + ": " + wrong + ", expected " + expected);
    }

    private JsonValue.Members members() {
        if (!(value instanceof JsonValue.Members object)) {
            throw error("no object", "one in braces");
        }
        return object;
    }

    private static boolean isNull(JsonValue value) {
        return value instanceof JsonValue.Word word && !word.isString() && word.text().equals("null");
    }
}
