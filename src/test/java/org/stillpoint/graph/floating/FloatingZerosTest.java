package org.stillpoint.graph.floating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.graph.certificate.Findings;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Losses;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Operation;

/** Which laws of zero hold in floating point: those of the exact operations, for finite numbers and up to the sign of a zero. */
class FloatingZerosTest {

    private static final List<Double> FINITE = Stream
            .of(0.0, Double.MIN_VALUE, Double.MIN_NORMAL, 0.1, 1.0, 3.0, 1e150, Double.MAX_VALUE)
            .flatMap(value -> Stream.of(value, -value)).toList();
    private static final List<Float> FINITE_FLOATS = Stream
            .of(0f, Float.MIN_VALUE, Float.MIN_NORMAL, 0.1f, 1f, 3f, 1e20f, Float.MAX_VALUE)
            .flatMap(value -> Stream.of(value, -value)).toList();

    private static final Predicate<Object> FINITE_NUMBER = value -> Double.isFinite(((Number) value).doubleValue());

    /** One hidden unit, a bias on the output, all zero: w, v, b. */
    private static TrainingProgram zeroStart() {
        Graph graph = new Graph();
        Node hidden = graph.parameter("w", BigFraction.ZERO).times(graph.input("x")).relu();
        Node output = graph.parameter("v", BigFraction.ZERO).times(hidden).plus(graph.parameter("b", BigFraction.ZERO));
        graph.loss(output, graph.input("y"), Losses.error(RationalLoss.SQUARED));
        return TrainingProgram.of(graph, Optimisers.momentum());
    }

    @ParameterizedTest
    @EnumSource
    void whatAnOperationDeclaresHoldsOfAllFiniteNumbersTried(Format format) {
        List<? extends Number> numbers = format == Format.DOUBLE ? FINITE : FINITE_FLOATS;
        List<FloatingOperation> operations = operations(format);
        int[] tried = {0, 0};

        assertThat(operations).hasSizeGreaterThan(6);
        for (FloatingOperation operation : operations) {
            for (Number x : numbers) {
                for (Number y : numbers) {
                    for (Number z : numbers) {
                        Object result = operation.apply(x, y, z);
                        if (operation.vanishes(Format.isZero(x), Format.isZero(y), Format.isZero(z))) {
                            tried[0]++;
                            assertThat(Format.isZero(result)).as("%s of %s, %s, %s is %s", operation, x, y, z, result).isTrue();
                        }
                        if (operation.keeps(Format.isZero(y), Format.isZero(z))) {
                            tried[1]++;
                            assertThat(((Number) result).doubleValue() == x.doubleValue())
                                    .as("%s of %s, %s, %s is %s", operation, x, y, z, result).isTrue();
                        }
                    }
                }
            }
        }
        assertThat(tried[0]).isGreaterThan(1_000);
        assertThat(tried[1]).isGreaterThan(1_000);
    }

    @Test
    void zeroTimesInfinityIsNotZero() {
        Operation product = operation("product");

        assertThat(product.vanishes(true, false, false)).isTrue();
        assertThat(product.apply(0.0, Double.POSITIVE_INFINITY, 0.0)).isEqualTo(Double.NaN);
    }

    @Test
    void aWeightLessZeroTimesAnInfiniteRateIsNotTheWeight() {
        Operation descent = operation("descend");

        assertThat(descent.keeps(true, false)).isTrue();
        assertThat(descent.apply(1.0, 0.0, Double.POSITIVE_INFINITY)).isEqualTo(Double.NaN);
    }

    @Test
    void minusZeroPlusZeroIsNotMinusZeroButEqualToIt() {
        Operation sum = operation("sum");
        Object result = sum.apply(-0.0, 0.0, -0.0);

        assertThat(sum.keeps(true, false)).isTrue();
        assertThat(result).isEqualTo(0.0).isNotEqualTo(-0.0);
        assertThat((double) result == -0.0).isTrue();
    }

    /** The bias doubles its distance from the target in each step until that is infinite. */
    @ParameterizedTest
    @EnumSource
    void zeroWeightsStayZeroWhileAllIsFiniteAndNoLonger(Format format) {
        TrainingProgram program = zeroStart();
        FloatingTraining training = FloatingTraining.of(program, format, FloatingOperation.Laws.FINITE);
        Map<String, Integer> fed = Map.of("x", 1, "y", 1, "rate", 3, "momentum", 0);
        Feed feed = (step, slot) -> format.round(fed.get(program.name(slot)));
        List<Object[]> states = training.states(1_100, feed);
        Findings findings = training.findings();
        int w = program.slot("w");
        int v = program.slot("v");
        int finite = (int) states.stream().takeWhile(state -> Stream.of(state).allMatch(FINITE_NUMBER)).count();

        assertThat(findings.zeroState()).contains(w, v);
        assertThat(finite).isBetween(100, 1_099);
        assertThat(states.subList(0, finite)).allMatch(state -> Format.isZero(state[w]) && Format.isZero(state[v]));
        assertThat(states.get(finite)[program.slot("b")]).matches(value -> Double.isInfinite(((Number) value).doubleValue()));
        assertThat(states.get(finite + 1)).anyMatch(value -> Double.isNaN(((Number) value).doubleValue()));
        assertThat(states.get(1_100)).allMatch(value -> Double.isNaN(((Number) value).doubleValue()));
        assertThat(program.run(100, (step, slot) -> new BigFraction(fed.get(program.name(slot)))))
                .startsWith(BigFraction.ZERO, BigFraction.ZERO);
    }

    private static FloatingOperation operation(String name) {
        return operations(Format.DOUBLE).stream().filter(operation -> operation.toString().equals(name)).findFirst()
                .orElseThrow();
    }

    private static List<FloatingOperation> operations(Format format) {
        TrainingProgram program = zeroStart();
        return IntStream.range(program.program().given, program.size()).mapToObj(slot -> program.program().operations[slot])
                .distinct().map(exact -> FloatingOperation.of(exact, format, FloatingOperation.Laws.FINITE)).toList();
    }
}
