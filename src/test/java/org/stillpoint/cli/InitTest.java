package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.decision.Pattern;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import org.stillpoint.symmetry.LayerSymmetry;
import org.stillpoint.symmetry.UnitClasses;

/** A network by the way it starts. */
class InitTest {

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void everyRowOfTheDecisionTableHasAStartThatMakesSuchANetwork(Pattern pattern) {
        for (String shape : List.of("1,3,1", "3,4,1", "2,3,5,2")) {
            assertIs(pattern, init("--shape", shape, "--start", pattern.start().id()));
            if (pattern != Pattern.HIDDEN_BIASES_ONLY) {
                assertIs(pattern, init("--shape", shape, "--start", pattern.start().id(), "--no-bias"));
            }
        }
    }

    private static void assertIs(Pattern pattern, Network network) {
        List<Layer> layers = network.layers();
        switch (pattern) {
            case ALL_ZERO -> assertThat(network.parameters()).containsOnly(BigFraction.ZERO);
            case FIRST_LAYER_ZERO -> assertOnlyZero(layers, 0);
            case LAST_LAYER_ZERO -> assertOnlyZero(layers, layers.size() - 1);
            case HIDDEN_BIASES_ONLY -> {
                assertThat(layers).allMatch(layer -> layer.weights().isZero());
                assertThat(layers.get(layers.size() - 1).bias().orElseThrow().isZero()).isTrue();
                assertThat(layers.subList(0, layers.size() - 1).stream()
                        .flatMap(layer -> layer.bias().orElseThrow().entries().stream()))
                        .doesNotHaveDuplicates().allMatch(bias -> bias.signum() > 0);
            }
            case EQUAL -> assertThat(network.parameters()).containsOnly(BigFraction.ONE);
            case TWINS -> assertThat(UnitClasses.of(network))
                    .allSatisfy(layer -> assertThat(layer.classes()).isEqualTo(pairs(layer)));
            case ZERO_UNIT -> assertLastUnitsZero(layers);
            case IDENTITY -> assertThat(layers).allSatisfy(layer -> {
                assertThat(layer.bias().stream()).allMatch(Vector::isZero);
                for (int j = 0; j < layer.units(); j++) {
                    for (int k = 0; k < layer.inputs(); k++) {
                        assertThat(layer.weights().get(j, k)).isEqualTo(j == k ? BigFraction.ONE : BigFraction.ZERO);
                    }
                }
            });
            case DISTINCT -> assertThat(network.parameters()).doesNotHaveDuplicates().doesNotContain(BigFraction.ZERO);
        }
    }

    /** The last unit of each hidden layer is zero, on both sides, and nothing else is. */
    private static void assertLastUnitsZero(List<Layer> layers) {
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            int units = l == layers.size() - 1 ? layer.units() : layer.units() - 1;
            int inputs = l == 0 ? layer.inputs() : layer.inputs() - 1;
            for (int j = 0; j < layer.units(); j++) {
                for (int k = 0; k < layer.inputs(); k++) {
                    assertThat(layer.weights().get(j, k).signum() != 0).isEqualTo(j < units && k < inputs);
                }
                int unit = j;
                assertThat(layer.bias().stream()).allMatch(bias -> bias.get(unit).signum() != 0 == unit < units);
            }
        }
    }

    private static void assertOnlyZero(List<Layer> layers, int zero) {
        for (int l = 0; l < layers.size(); l++) {
            List<BigFraction> parameters = Stream.concat(layers.get(l).weights().rows().stream(), layers.get(l).bias().stream())
                    .map(Vector::entries).flatMap(List::stream).toList();
            if (l == zero) {
                assertThat(parameters).containsOnly(BigFraction.ZERO);
            } else {
                assertThat(parameters).doesNotContain(BigFraction.ZERO).doesNotHaveDuplicates();
            }
        }
    }

    private static List<List<Integer>> pairs(LayerSymmetry layer) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int j = 0; j < layer.units(); j += 2) {
            pairs.add(j + 1 < layer.units() ? List.of(j, j + 1) : List.of(j));
        }
        return pairs;
    }

    @Test
    void theShapeTheBiasesAndTheActivationsAreThoseAskedFor() {
        Network network = init("--shape", "4,3,2,1", "--start", "random", "--activation", "softsign", "--output-activation",
                "identity");

        assertThat(network.widths()).containsExactly(4, 3, 2, 1);
        assertThat(network.layers()).extracting(Layer::activation)
                .containsExactly(Activation.SOFTSIGN, Activation.SOFTSIGN, Activation.IDENTITY);
        assertThat(network.layers()).allMatch(layer -> layer.bias().isPresent());
        assertThat(init("--shape", "4,3,2,1", "--start", "random", "--no-bias").layers())
                .allMatch(layer -> layer.bias().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "leaky-relu:1/5", "rational-sigmoid", "sigmoid", "tanh", "softplus", "elu", "silu", "gelu"})
    void everyActivationButSoftmaxMayBeHiddenAndEveryOneOnTheOutput(String activation) {
        assertThat(init("--shape", "2,2,2", "--start", "zeros", "--activation", activation, "--output-activation", activation)
                .layers()).extracting(Layer::activation).containsOnly(Activation.fromId(activation));
        assertThat(init("--shape", "2,2,2", "--start", "zeros", "--activation", activation, "--output-activation", "softmax")
                .outputActivation()).isEqualTo(Activation.SOFTMAX);
    }

    @Test
    void equalTakesItsValueExactly() {
        assertThat(init("--shape", "2,2,1", "--start", "equal", "--value", "-0.1").parameters())
                .containsOnly(new BigFraction(-1, 10));
    }

    @Test
    void theNumbersDrawnAreSmallWhateverTheirCount() {
        for (String shape : List.of("1,1", "2,4,1", "10,10,1", "100,100,10")) {
            assertThat(init("--shape", shape, "--start", "random").parameters()).doesNotHaveDuplicates()
                    .allMatch(number -> number.abs().compareTo(BigFraction.ONE) <= 0)
                    .allMatch(number -> number.getDenominator().intValueExact() <= 10_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"twins", "zero-first", "zero-last", "biases", "random", "zero-unit"})
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers(String start) {
        String first = bytes("--shape", "3,5,1", "--start", start, "--seed", "7");

        assertThat(bytes("--shape", "3,5,1", "--start", start, "--seed", "7")).isEqualTo(first);
        assertThat(bytes("--shape", "3,5,1", "--start", start, "--seed", "8")).isNotEqualTo(first);
        assertThat(bytes("--shape", "3,5,1", "--start", start))
                .isEqualTo(bytes("--shape", "3,5,1", "--start", start, "--seed", "0"));
    }

    @Test
    void theBytesOfASeedAreTheSameOnEveryMachine() {
        assertThat(new Vector(init("--shape", "1,2,1", "--start", "random", "--seed", "42").parameters()))
                .isEqualTo(Vector.of("-1/5", "3/10", "-1/10", "-3/10", "1/10", "-2/5", "2/5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "equal", "zero-first", "zero-last", "random"})
    void oneLayerIsFirstAndLast(String start) {
        boolean zero = start.startsWith("zero");

        assertThat(init("--shape", "3,1", "--start", start).parameters())
                .allMatch(parameter -> (parameter.signum() == 0) == zero);
    }

    @Test
    void theNetworkOfTheQuestionIsMadeAndTrained(@TempDir Path directory) throws Exception {
        Path zeros = directory.resolve("zeros.json");
        Path data = Files.writeString(directory.resolve("data.csv"), "1,2,1\n3,-4,-1\n");

        assertThat(CommandLineRun.of("init", "--shape", "2,10,1", "--start", "zeros", "--out", zeros))
                .isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(CommandLineRun.of("train", "--network", zeros, "--data", data, "--steps", "1").out())
                .contains("parameters changed: 1 of 41");
    }

    private static Network init(String... arguments) {
        return NetworkFormat.read(new Source("init", bytes(arguments)));
    }

    private static String bytes(String... arguments) {
        CommandLineRun run = CommandLineRun.of(Stream.concat(Stream.of("init"), Stream.of(arguments)).toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }
}
