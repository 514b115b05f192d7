package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.JsonCursor;

/** What people ask about starts: the claims that decide each case are named, and its facts are what the machine computes. */
class FieldCasesTest {

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> symmetryNamesTheClaimsThatDecideTheCase() throws IOException {
        return FieldCase.all(directory).map(each -> DynamicTest.dynamicTest(each.id(), () -> {
            List<String> claims = each.symmetry().field("consequences").node().findValuesAsString("claim");
            assertThat(each.named()).isSubsetOf(claims);
            assertThat(each.notNamed()).noneMatch(claims::contains);
        }));
    }

    @Test
    void oneZeroConvolutionMovesAtOnce() throws IOException {
        FieldCase one = of("zero-convolution");

        assertGradient(one.gradients().get(0), Matrix.of(Vector.of("-2")), Vector.of("-1"));
        assertThat(changed(one.network(), one.trained())).containsExactly(0, 1);
    }

    @Test
    void behindTwoZeroConvolutionsOnlyTheOutputBiasMoves() throws IOException {
        FieldCase two = of("two-zero-convolutions");

        assertThat(changed(two.network(), two.trained())).containsExactly(3);
        assertThat(two.network().parameters()).hasSize(4);
    }

    @Test
    void bothFactorsOfALowRankPairAtZeroAreStuck() throws IOException {
        FieldCase pair = of("lora-both-zero");

        assertThat(weights(pair.gradients().get(0))).isEqualTo(Matrix.constant(1, 2, BigFraction.ZERO));
        assertThat(weights(pair.gradients().get(1))).isEqualTo(Matrix.constant(2, 1, BigFraction.ZERO));
        for (String loss : List.of("squared", "absolute")) {
            assertThat(pair.trained("--loss", loss, "--steps", "20")).isEqualTo(pair.network());
        }
    }

    @Test
    void withOnlyTheSecondFactorZeroItMovesFirstAndTheFirstFactorNext() throws IOException {
        FieldCase pair = of("lora-b-zero");

        assertThat(weights(pair.gradients().get(0))).isEqualTo(Matrix.constant(1, 2, BigFraction.ZERO));
        assertThat(weights(pair.gradients().get(1))).isEqualTo(Matrix.of(Vector.of("1/2"), Vector.of("-3")));
        assertThat(changed(pair.network(), pair.trained("--steps", "1"))).containsExactly(2, 3);
        assertThat(changed(pair.network(), pair.trained())).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aZeroLastLayerThatReachesItsTargetInOneStepMovesNothingBelow() throws IOException {
        FieldCase last = of("zero-last-layer");

        assertThat(weights(last.gradients().get(0))).isEqualTo(Matrix.constant(2, 2, BigFraction.ZERO));
        assertThat(weights(last.gradients().get(1))).isEqualTo(Matrix.of(Vector.of("-3", "-1")));
        assertThat(last.train("--steps", "1").field("loss").string()).isEqualTo("0");
        assertThat(last.trained()).isEqualTo(last.trained("--steps", "1"));
        assertThat(changed(last.network(), last.trained("--learning-rate", "1/20"))).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void kappaDecidesWhetherAZeroFirstLayerMoves() throws IOException {
        FieldCase first = of("zero-first-layer");

        assertThat(first.network().parameters()).hasSize(12);
        assertThat(changed(first.network(), first.trained())).containsExactly(10, 11);
        assertThat(changed(first.network(), first.trained("--kappa", "1", "--steps", "2"))).hasSize(12);
    }

    @Test
    void theColumnOfADeadPixelNeverMoves() throws IOException {
        FieldCase pixels = of("dead-pixels");

        assertThat(changed(pixels.network(), pixels.trained("--steps", "1"))).containsExactly(1, 3, 4, 5);
        assertThat(changed(pixels.network(), pixels.trained())).doesNotContain(0, 2).contains(1, 3);
    }

    @Test
    void theRowsOfAClassifierPartWhereTheirTargetsDiffer() throws IOException {
        FieldCase classifier = of("softmax-regression");
        Matrix after = classifier.trained("--steps", "1").layers().get(0).weights();
        Matrix equalTargets = classifier.with("/data/targets", "[[1, 1], [0, 0]]").trained().layers().get(0).weights();

        assertThat(after.row(0)).isNotEqualTo(after.row(1));
        assertThat(equalTargets.row(0)).isEqualTo(equalTargets.row(1));
    }

    @Test
    void unitsOfDifferentOutgoingWeightsPart() throws IOException {
        FieldCase units = of("different-outgoing-weights");

        assertThat(weights(units.gradients().get(0))).isEqualTo(Matrix.of(Vector.of("10", "20"), Vector.of("20", "40")));
        Matrix after = units.trained("--steps", "1").layers().get(0).weights();
        assertThat(after.row(0)).isNotEqualTo(after.row(1));
    }

    @Test
    void positiveHiddenBiasesPartTheUnitsAndNegativeOnesMoveNothing() throws IOException {
        FieldCase biases = of("random-hidden-biases");
        FieldCase negative = biases.with("/network/layers/0/bias", "[-1, -2]");

        assertThat(biases.trained().layers().get(0).weights()).isEqualTo(Matrix.of(Vector.of("201/5000"), Vector.of("201/2500")));
        assertThat(changed(negative.network(), negative.trained("--steps", "1"))).containsExactly(6);
        assertThat(changed(negative.network(), negative.trained())).isSubsetOf(6);
    }

    @Test
    void aReluThatXorNeverActivatesNeverMovesAndThreeOfFourAreRight() throws IOException {
        FieldCase xor = of("xor-dead-unit");
        JsonCursor unit = xor.symmetry().field("consequences").elements().stream()
                .filter(each -> each.field("claim").string().equals("PART-8")).findFirst().orElseThrow();

        assertThat(unit.field("layer").number()).isEqualTo(BigFraction.ONE);
        assertThat(unit.field("units").vector()).isEqualTo(Vector.of("1"));
        assertThat(xor.train().field("accuracy").string()).isEqualTo("3/4");
        assertThat(xor.trained().layers().get(0).weights().row(1)).isEqualTo(Vector.of("-1", "-1"));
        assertThat(xor.trained().layers().get(0).bias().orElseThrow().get(1)).isEqualTo(new BigFraction(-1));
        assertThat(changed(xor.network(), xor.trained())).contains(0, 1, 6);
    }

    @Test
    void xorSolvedExactlyIsWhollyRightAndHasNeitherLossNorGradient() throws IOException {
        FieldCase xor = of("xor-zero-one-targets");

        assertThat(xor.train().field("loss").string()).isEqualTo("0");
        assertThat(xor.train().field("accuracy").string()).isEqualTo("1");
        assertThat(xor.train().field("accuracyRule").string()).isEqualTo("threshold");
        assertThat(xor.gradients()).allSatisfy(layer -> assertThat(weights(layer).isZero()).isTrue());
    }

    @Test
    void fromZeroTheRateOfThePerceptronOnlyScalesTheWeightsAndThatOfTheHingeLossDoesNot() throws IOException {
        FieldCase rate = of("perceptron-rate");

        assertThat(rate.train().field("accuracy").string()).isEqualTo("1");
        assertThat(rate.trained("--learning-rate", "1").parameters()).isEqualTo(tenTimes(rate.trained("--learning-rate", "1/10")))
                .isNotEqualTo(rate.network().parameters());
        assertThat(rate.trained("--loss", "hinge", "--learning-rate", "1").parameters())
                .isNotEqualTo(tenTimes(rate.trained("--loss", "hinge", "--learning-rate", "1/10")));
    }

    @Test
    void onZeroInputsKappaDecidesWhetherHiddenBiasesMove() throws IOException {
        FieldCase zero = of("zero-inputs");

        assertThat(changed(zero.network(), zero.trained())).containsExactly(8);
        assertThat(changed(zero.network(), zero.trained("--kappa", "1"))).containsExactly(4, 5, 6, 7, 8);
    }

    private FieldCase of(String id) throws IOException {
        return FieldCase.of(id, directory);
    }

    private static void assertGradient(JsonCursor layer, Matrix weights, Vector bias) {
        assertThat(weights(layer)).isEqualTo(weights);
        assertThat(layer.field("bias").vector()).isEqualTo(bias);
    }

    private static Matrix weights(JsonCursor layer) {
        return layer.field("weights").matrix();
    }

    /** The parameters that differ, by their places from 0: layer by layer, weights row by row, then the bias. */
    private static List<Integer> changed(Network before, Network after) {
        return IntStream.range(0, before.parameters().size())
                .filter(i -> !before.parameters().get(i).equals(after.parameters().get(i))).boxed().toList();
    }

    private static List<BigFraction> tenTimes(Network network) {
        return network.parameters().stream().map(parameter -> parameter.multiply(10)).toList();
    }
}
