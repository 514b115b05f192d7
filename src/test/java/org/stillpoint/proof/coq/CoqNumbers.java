package org.stillpoint.proof.coq;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.State;

/** Values of the kernel, written for {@code Run.v}. */
final class CoqNumbers {

    private CoqNumbers() {
    }

    static String number(BigFraction number) {
        return "(" + number.getNumerator() + "#" + number.getDenominator() + ")";
    }

    static String vector(BigFraction[] vector) {
        return list(vector, CoqNumbers::number);
    }

    static String matrix(BigFraction[][] matrix) {
        return list(matrix, CoqNumbers::vector);
    }

    static String stack(BigFraction[][][] stack) {
        return list(stack, CoqNumbers::matrix);
    }

    /** Activations and losses have the names of their classes and constants. */
    static String objects(Object[] objects) {
        return list(objects, CoqNumbers::object);
    }

    static String object(Object object) {
        if (object instanceof Enum<?> constant) {
            return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
        }
        return object.getClass().getSimpleName();
    }

    /** Weights, biases and their velocities. */
    static String parts(State state) {
        return String.join(" ", stack(state.parameters.weights), matrix(state.parameters.biases),
                stack(state.velocity.weights), matrix(state.velocity.biases));
    }

    static String call(String function, String... arguments) {
        return Stream.concat(Stream.of(function), Arrays.stream(arguments)).collect(Collectors.joining(" "));
    }

    static String tuple(String... parts) {
        return "(" + String.join(", ", parts) + ")";
    }

    private static <T> String list(T[] values, Function<T, String> text) {
        return Arrays.stream(values).map(text).collect(Collectors.joining(";", "[", "]"));
    }
}
