package org.stillpoint.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.training.Gradients;

/** What the census says of a case, a second time: from values of the loss, and from the engine's gradients. */
class DifferentiabilityTest {

    private static final List<BigFraction> KAPPAS = List.of(BigFraction.ZERO, BigFraction.ONE_HALF, BigFraction.ONE);

    /** Scopes, and every how many of their cases are looked at. */
    static Stream<Arguments> scopes() {
        return Stream.of(
                Arguments.of(new Scope(List.of(1, 2, 1), false, 2), 1),
                Arguments.of(new Scope(List.of(1, 2, 1), true, 2), 11),
                Arguments.of(new Scope(List.of(1, 2, 1), false, 3), 17),
                Arguments.of(new Scope(List.of(2, 1, 1), true, 3), 397),
                Arguments.of(new Scope(List.of(2, 2, 1), false, 3), 3989),
                Arguments.of(new Scope(List.of(1, 1, 1, 1), false, 2), 1),
                Arguments.of(new Scope(List.of(1, 1, 1, 1), true, 2), 7),
                Arguments.of(new Scope(List.of(1, 2, 1, 1), false, 2), 5),
                Arguments.of(new Scope(List.of(1, 1, 2, 1), false, 3), 31),
                Arguments.of(new Scope(List.of(1, 2, 2, 1), false, 2), 197),
                Arguments.of(new Scope(List.of(2, 2, 1, 1), false, 3), 9973),
                Arguments.of(new Scope(List.of(1, 2, 1, 1), true, 3), 997),
                Arguments.of(new Scope(List.of(2, 1, 2, 1), true, 2), 39989));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void theLossIsDifferentiableWhereItsOneSidedDerivativesAreLinear(Scope scope, int every) {
        assertIsWhereDerivativesAreLinear(scope, cases(scope, every));
    }

    /** There all the kinks of the second layer depend on those of the first. */
    @Test
    void soItIsWhereTheFirstOfTwoHiddenLayersIsZero() {
        Scope scope = new Scope(List.of(1, 2, 2, 1), false, 2);
        long networks = scope.networks() / 9;

        assertIsWhereDerivativesAreLinear(scope, LongStream.iterate(4 * networks * scope.dataSets(),
                number -> number < 5 * networks * scope.dataSets(), number -> number + 15));
    }

    private static void assertIsWhereDerivativesAreLinear(Scope scope, LongStream cases) {
        Differentiability differentiability = Differentiability.of(scope);
        int[][][][] units = units(scope);
        List<int[]> directions = directions(scope);

        cases.forEach(number -> {
            int[][][] network = scope.network(number / scope.dataSets());
            Samples samples = Samples.of(scope, (int) (number % scope.dataSets()));
            DifferenceQuotients quotients = new DifferenceQuotients(scope, network, samples);
            long[] derivatives = Stream.of(units).mapToLong(quotients::along).toArray();
            boolean linear = directions.stream().allMatch(direction -> quotients.along(scope.rows(direction))
                    == IntStream.range(0, direction.length).mapToLong(p -> direction[p] * derivatives[p]).sum());

            assertThat(differentiability.holds(new Point(scope, units, number / scope.dataSets()), samples))
                    .as("%s, case %d", scope.id(), number).isEqualTo(linear);
        });
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void backpropagationIsWrongWhereTheEnginesGradientIsNotTheDerivative(Scope scope, int every) {
        Differentiability differentiability = Differentiability.of(scope);
        int[][][][] units = units(scope);

        cases(scope, 3 * every).forEach(number -> {
            Point point = new Point(scope, units, number / scope.dataSets());
            Samples samples = Samples.of(scope, (int) (number % scope.dataSets()));
            if (differentiability.holds(point, samples)) {
                DifferenceQuotients quotients = new DifferenceQuotients(scope, point.rows(), samples);
                List<BigFraction> derivative = Stream.of(units)
                        .map(unit -> new BigFraction(quotients.along(unit)).divide(samples.size())).toList();
                for (int kappa = 0; kappa < KAPPAS.size(); kappa++) {
                    assertThat((point.wrong(samples) >> kappa & 1) == 0).as("%s, case %d, kappa %d/2", scope.id(), number, kappa)
                            .isEqualTo(gradient(scope, point.rows(), samples, KAPPAS.get(kappa)).equals(derivative));
                }
            }
        });
    }

    private static LongStream cases(Scope scope, int every) {
        return LongStream.iterate(0, number -> number < scope.cases(), number -> number + every);
    }

    private static int[][][][] units(Scope scope) {
        return IntStream.range(0, scope.parameters()).mapToObj(scope::direction).toArray(int[][][][]::new);
    }

    /** All ternary directions of up to five parameters, and otherwise some; and some others. */
    private static List<int[]> directions(Scope scope) {
        Random random = new Random(scope.cases());
        List<int[]> directions = new ArrayList<>();
        int ternary = (int) Math.min(scope.networks(), 243);
        for (int k = 0; k < ternary; k++) {
            long number = ternary == scope.networks() ? k : random.nextLong(scope.networks());
            directions.add(Arrays.stream(scope.network(number)).flatMap(Arrays::stream).flatMapToInt(IntStream::of).toArray());
        }
        for (int k = 0; k < 100; k++) {
            directions.add(random.ints(scope.parameters(), -3, 4).toArray());
        }
        return directions;
    }

    private static List<BigFraction> gradient(Scope scope, int[][][] rows, Samples samples, BigFraction kappa) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < rows.length; l++) {
            boolean hidden = l + 1 < rows.length;
            int inputs = scope.widths().get(l);
            layers.add(new Layer(new Matrix(Stream.of(rows[l]).map(row -> vector(Arrays.copyOf(row, inputs))).toList()),
                    hidden && scope.biases() ? Optional.of(vector(Stream.of(rows[l]).mapToInt(row -> row[inputs]).toArray()))
                            : Optional.empty(), hidden ? Activation.RELU : Activation.IDENTITY));
        }
        DataSet data = new DataSet(
                IntStream.of(samples.inputs()).mapToObj(x -> vector(Arrays.copyOf(scope.input(x), scope.inputs()))).toList(),
                IntStream.of(samples.errors()).mapToObj(DifferentiabilityTest::vector).toList());
        NetworkGradient gradient = Gradients.mean(new Network(layers), data, (output, target) -> target, kappa);
        return gradient.layers().stream().flatMap(DifferentiabilityTest::flat).toList();
    }

    /** In the order of a scope: each unit's bias after its weights. */
    private static Stream<BigFraction> flat(LayerGradient layer) {
        return IntStream.range(0, layer.weights().rowCount()).boxed().flatMap(u -> Stream.concat(
                layer.weights().row(u).entries().stream(), layer.bias().stream().map(bias -> bias.get(u))));
    }

    private static Vector vector(int... entries) {
        return new Vector(IntStream.of(entries).mapToObj(BigFraction::new).toList());
    }
}
