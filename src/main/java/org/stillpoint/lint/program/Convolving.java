package org.stillpoint.lint.program;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.modelfile.network.Value;

/**
 * How axes are put in order for a convolution, which takes samples x channels x places and channels x channels x entries.
 *
 * @param isLast whether the values have their channels behind the places
 * @param places how many axes there are of them
 */
record Convolving(boolean isLast, int places) {

    /** Empty if the channels are anywhere else. */
    static Optional<Convolving> of(Value value, int places) {
        int axis = value.axis() < 0 ? value.axis() + places + 2 : value.axis();
        return axis == 1 ? Optional.of(new Convolving(false, places))
                : axis == places + 1 ? Optional.of(new Convolving(true, places)) : Optional.empty();
    }

    /** The order of the axes of values; empty if it is right as it is. */
    Optional<List<Integer>> before() {
        return moved(Stream.concat(Stream.of(0, places + 1), IntStream.rangeClosed(1, places).boxed()).toList());
    }

    /** The way back. */
    Optional<List<Integer>> after() {
        return moved(Stream.concat(Stream.concat(Stream.of(0), IntStream.rangeClosed(2, places + 1).boxed()), Stream.of(1))
                .toList());
    }

    private Optional<List<Integer>> moved(List<Integer> order) {
        return isLast && places > 0 ? Optional.of(order) : Optional.empty();
    }

    /** The order of the axes of kernels: two first, then the others as they come; empty if it is right as it is. */
    static Optional<List<Integer>> ofKernel(int first, int second, int axes) {
        List<Integer> order = Stream.concat(Stream.of(first, second),
                IntStream.range(0, axes).boxed().filter(axis -> axis != first && axis != second)).toList();
        return order.equals(IntStream.range(0, axes).boxed().toList()) ? Optional.empty() : Optional.of(order);
    }
}
