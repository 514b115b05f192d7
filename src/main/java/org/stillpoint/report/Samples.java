package org.stillpoint.report;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Vector;

/** A few samples in a line of text. */
final class Samples {

    private Samples() {
    }

    /** Each sample as its input, an arrow and its target, such as {@code (1, 2) → −1}. */
    static String of(DataSet data) {
        return IntStream.range(0, data.size())
                .mapToObj(i -> numbers(data.inputs().get(i)) + " → " + numbers(data.targets().get(i)))
                .collect(Collectors.joining(", "));
    }

    private static String numbers(Vector vector) {
        String numbers = vector.entries().stream().map(entry -> ExactNumber.write(entry).replace('-', '−'))
                .collect(Collectors.joining(", "));
        return vector.entries().size() == 1 ? numbers : "(" + numbers + ")";
    }
}
