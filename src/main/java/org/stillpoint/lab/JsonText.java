package org.stillpoint.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;

/** Values as JSON text; the numbers of a training are strings, so that no reader rounds them. */
final class JsonText {

    static final String NULL = "null";

    private JsonText() {
    }

    static String string(String text) {
        StringBuilder written = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                written.append('\\').append(c);
            } else if (c < ' ') {
                written.append("\\u00").append(Character.forDigit(c / 16, 16)).append(Character.forDigit(c % 16, 16));
            } else {
                written.append(c);
            }
        }
        return written.append('"').toString();
    }

    static String number(BigFraction value) {
        return string(ExactNumber.write(value));
    }

    /** An enclosure by both its ends. */
    static String number(Real value) {
        if (value instanceof Exact exact) {
            return number(exact.value());
        }
        Enclosure enclosure = (Enclosure) value;
        return object("low", string(ExactNumber.write(enclosure.low())), "high", string(ExactNumber.write(enclosure.high())));
    }

    static String exact(Vector vector) {
        return array(vector.entries(), JsonText::number);
    }

    static String numbers(List<Real> vector) {
        return array(vector, JsonText::number);
    }

    /** One array a vector. */
    static String vectors(List<List<Real>> vectors) {
        return array(vectors, JsonText::numbers);
    }

    static String counts(List<Integer> counts) {
        return array(counts, String::valueOf);
    }

    static <T> String array(List<T> values, Function<T, String> written) {
        return values.stream().map(written).collect(Collectors.joining(",", "[", "]"));
    }

    static <T> String orNull(Optional<T> value, Function<T, String> written) {
        return value.map(written).orElse(NULL);
    }

    /** @param members each name, followed by its value as JSON text; one that is empty is left out, name and all */
    static String object(String... members) {
        return IntStream.range(0, members.length / 2).filter(i -> !members[2 * i + 1].isEmpty())
                .mapToObj(i -> string(members[2 * i]) + ":" + members[2 * i + 1]).collect(Collectors.joining(",", "{", "}"));
    }
}
