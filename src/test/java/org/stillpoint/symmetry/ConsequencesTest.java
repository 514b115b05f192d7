package org.stillpoint.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/** A claim is named where each of its conditions holds, and not where one fails. */
class ConsequencesTest {

    private static final Matrix ZERO = Matrix.of(Vector.of("0", "0"), Vector.of("0", "0"));
    private static final Matrix DIFFERENT = Matrix.of(Vector.of("1", "-1"), Vector.of("2", "3"));
    private static final Matrix OUT = Matrix.of(Vector.of("1", "-2"));
    private static final Matrix NO_OUT = Matrix.of(Vector.of("0", "0"));

    @Test
    void fromAllZeroWithOneHiddenLayer() {
        assertThat(claims(Network.zeros(List.of(2, 3, 1), true))).containsExactly("ZERO-2", "ZERO-1", "ZERO-4", "SYM-2", "SYM-5");
        assertThat(claims(Network.zeros(List.of(2, 3, 1), false)))
                .containsExactly("ZERO-2", "ZERO-3", "ZERO-1", "ZERO-4", "SYM-2", "SYM-5");
        assertThat(claims(relu(ZERO, "0", NO_OUT, "7"))).containsExactly("ZERO-2", "ZERO-4", "SYM-2", "SYM-5");
    }

    @Test
    void fromAllZeroAtEveryDepthAndNumberOfOutputs() {
        assertThat(claims(Network.zeros(List.of(2, 1, 1, 2), true))).containsExactly("ZERO-6", "ZERO-7", "ZERO-4", "SYM-5");
        assertThat(claims(Network.zeros(List.of(1, 1, 1), true))).containsExactly("ZERO-2", "ZERO-1", "ZERO-4", "SYM-5");
    }

    @Test
    void balancedLabelsDecideTheAccuracyFromAllZero() {
        Network zeros = Network.zeros(List.of(2, 2, 1), true);

        assertThat(claims(zeros, data("1,2 -> 1", "3,4 -> -1"))).contains("ZERO-5");
        assertThat(claims(zeros, data("1,2 -> 1", "3,4 -> 1"))).doesNotContain("ZERO-5");
        assertThat(claims(zeros, data("1,2 -> 1", "3,4 -> -1", "3,4 -> 0"))).doesNotContain("ZERO-5");
    }

    @Test
    void theActivationBelowTheOutputDecidesWhetherAllZeroIsLeft() {
        assertThat(claims(zeros(Activation.RATIONAL_SIGMOID))).containsExactly("ACT-2", "SYM-2", "SYM-5");
        assertThat(claims(zeros(Activation.SOFTSIGN))).containsExactly("ZERO-2", "ZERO-1", "ZERO-4", "SYM-2", "SYM-5");
        assertThat(claims(zeros(Activation.RELU, Activation.RATIONAL_SIGMOID)))
                .containsExactly("ACT-2", "SYM-2", "SYM-2", "SYM-5");
        assertThat(claims(zeros(Activation.RATIONAL_SIGMOID, Activation.RELU)))
                .containsExactly("PART-1", "SYM-2", "SYM-2", "SYM-5");
        assertThat(says("PART-1", zeros(Activation.RATIONAL_SIGMOID, Activation.RELU), Optional.empty()))
                .contains("no unit of layer 2 is active for every input");
    }

    @Test
    void oneLayerMayStartAtZeroButNotWithABiasThatIsNot() {
        assertThat(claims(Network.zeros(List.of(2, 1), true))).containsExactly("ZERO-11", "PART-4");
        assertThat(claims(linear("1"))).containsExactly("PART-4");
        assertThat(claims(Network.constant(List.of(2, 1), true, BigFraction.ONE))).isEmpty();
    }

    @Test
    void aZeroFirstLayerOfReluFreezesTheNetworkUnlessAnotherHiddenBiasIsNotZero() {
        assertThat(claims(relu(ZERO, "0", OUT, "1"))).containsExactly("PART-2", "PART-3", "SYM-10", "SYM-5");
        assertThat(consequence("PART-2", relu(ZERO, "0", OUT, "1"), Optional.empty()))
                .isEqualTo(Consequence.ofUnits("PART-2", 1, List.of(0, 1),
                        "with ReLU'(0) = 0 and without weight decay nothing but the output bias ever changes"));
        assertThat(claims(relu(ZERO, "1", OUT, "0"))).doesNotContain("PART-2", "PART-3").contains("PART-4");
        assertThat(claims(deep(Activation.RELU, "0"))).contains("PART-2", "PART-3");
        assertThat(claims(deep(Activation.RELU, "1"))).doesNotContain("PART-2").contains("PART-3");
        assertThat(claims(deep(Activation.IDENTITY, "0"))).doesNotContain("PART-2").contains("PART-3");
    }

    @Test
    void aZeroFirstLayerWithoutAKinkMoves() {
        for (Activation smooth : List.of(Activation.IDENTITY, Activation.SOFTSIGN, Activation.RATIONAL_SIGMOID,
                Activation.HARD_TANH)) {
            assertThat(claims(network(ZERO, Vector.of("0", "0"), smooth, OUT, "0"))).containsExactly("PART-4", "SYM-10", "SYM-5");
        }
        assertThat(claims(network(ZERO, Vector.of("2", "2"), Activation.HARD_TANH, OUT, "0"))).doesNotContain("PART-4");
        assertThat(consequence("PART-4", Network.of(new Layer(DIFFERENT, Optional.empty(), Activation.RELU),
                new Layer(ZERO, Optional.empty(), Activation.IDENTITY), output(OUT, "0")), Optional.empty()).layer()).contains(2);
    }

    @Test
    void atAKinkOfAnotherActivationTheGradientIsAConvention() {
        for (Activation kinked : List.of(Activation.LEAKY_RELU, Activation.ABS)) {
            assertThat(claims(network(ZERO, Vector.of("0", "0"), kinked, OUT, "0"))).containsExactly("LAW-2", "SYM-10", "SYM-5");
        }
        assertThat(claims(network(DIFFERENT, Vector.of("0", "0"), Activation.HARD_TANH, OUT, "0"), data("1,0 -> 1")))
                .contains("LAW-2");
        assertThat(claims(network(DIFFERENT, Vector.of("0", "1/2"), Activation.HARD_TANH, OUT, "0"), data("1/2,0 -> 1")))
                .doesNotContain("LAW-2");
    }

    @Test
    void aZeroLastLayerTrainsIfAUnitBelowItIsActive() {
        Network last = relu(DIFFERENT, "-1", NO_OUT, "0");

        assertThat(claims(last)).containsExactly("PART-1", "SYM-5");
        assertThat(says("PART-1", last, Optional.empty())).contains("on a sample that activates a unit of layer 1");
        assertThat(says("PART-1", last, data("1,0 -> 1"))).contains("on a sample that has an error in both");
        assertThat(says("PART-1", last, data("-1,0 -> 1"))).contains("nothing but an output bias ever changes");
        assertThat(claims(relu(DIFFERENT, "0", OUT, "0"))).doesNotContain("PART-1");
    }

    @Test
    void hiddenBiasesPartUnitsIfTheyArePositiveAndDifferent() {
        assertThat(claims(biases("1", "2"))).containsExactly("PART-6", "PART-1", "SYM-5");
        assertThat(consequence("PART-6", biases("1", "-2"), Optional.empty()).units()).containsExactly(0);
        assertThat(consequence("PART-8", biases("1", "-2"), Optional.empty()).units()).containsExactly(1);
        assertThat(says("PART-6", biases("-1", "-1"), Optional.empty())).contains("no weight and no hidden bias ever moves");
        assertThat(claims(biases("1", "1"))).containsExactly("PART-7", "PART-1", "SYM-2", "SYM-5");
        assertThat(claims(biases("0", "-1"))).containsExactly("PART-1", "PART-8", "SYM-5");
        assertThat(claims(network(ZERO, Vector.of("1", "2"), Activation.SOFTSIGN, NO_OUT, "0"))).doesNotContain("PART-6");
    }

    @Test
    void linearFactorsNeedALinearHiddenLayerWithoutABias() {
        assertThat(says("ZERO-14", factors(ZERO, "0", NO_OUT), Optional.empty())).contains("neither ever moves");
        assertThat(says("ZERO-14", factors(DIFFERENT, "0", NO_OUT), Optional.empty()))
                .contains("B in the first step and A in the second");
        assertThat(claims(factors(DIFFERENT, "1", NO_OUT))).doesNotContain("ZERO-14");
        assertThat(claims(factors(DIFFERENT, "0", OUT))).doesNotContain("ZERO-14");
        assertThat(claims(relu(ZERO, "0", NO_OUT, "0"))).doesNotContain("ZERO-14");
    }

    @Test
    void wordVectorsNeedOneHotWords() {
        Optional<DataSet> words = data("1,0 -> 1", "1,0 -> -1");

        assertThat(says("ZERO-15", factors(ZERO, "0", NO_OUT), words)).contains("never move, whatever the loss");
        assertThat(says("ZERO-15", factors(DIFFERENT, "0", NO_OUT), words)).contains("along the vector of the word");
        assertThat(consequence("ZERO-15", factors(DIFFERENT, "0", OUT), words).inputs()).containsExactly(1);
        assertThat(claims(factors(DIFFERENT, "0", OUT), data("1,0 -> 1", "0,1 -> 1"))).doesNotContain("ZERO-15");
        assertThat(claims(factors(ZERO, "0", NO_OUT), data("1,1 -> 1"))).doesNotContain("ZERO-15");
        assertThat(claims(factors(ZERO, "0", NO_OUT))).doesNotContain("ZERO-15");
    }

    @Test
    void unitsOfOneClassStayEqualAndUnitsOfDifferentOutgoingWeightsPart() {
        Matrix equalRows = Matrix.of(Vector.of("1", "1"), Vector.of("1", "1"));

        assertThat(claims(relu(equalRows, "0", Matrix.of(Vector.of("5", "5")), "0"))).containsExactly("SYM-2", "SYM-6", "SYM-5");
        assertThat(claims(relu(equalRows, "0", OUT, "0"))).containsExactly("SYM-10", "SYM-6", "SYM-5");
        assertThat(says("SYM-10", relu(equalRows, "0", OUT, "0"), data("-1,0 -> 1"))).contains("inactive on every sample");
        assertThat(says("SYM-10", relu(equalRows, "0", OUT, "0"), data("-1,0 -> 1", "1,0 -> 1")))
                .contains("part in the first step");
        assertThat(claims(network(equalRows, Vector.of("0", "1"), Activation.RELU, OUT, "0"))).doesNotContain("SYM-10");
        assertThat(claims(relu(DIFFERENT, "0", OUT, "0"))).containsExactly("SYM-5");
    }

    @Test
    void whatIsDeadOrOnAKinkOnTheDataIsCounted() {
        Network network = relu(DIFFERENT, "0", OUT, "0");
        Optional<DataSet> samples = data("1,1 -> 1", "1,2 -> 1", "-1,-1 -> 1");

        assertThat(says("PART-3", network, samples)).contains("on 2 of 3 samples");
        assertThat(consequence("PART-3", network, samples).units()).containsExactly(0);
        assertThat(claims(network, samples)).doesNotContain("PART-8");
        assertThat(consequence("PART-8", network, data("-1,0 -> 1", "-2,1 -> 1")).units()).containsExactly(0, 1);
        assertThat(claims(network, data("-1,0 -> 1", "0,0 -> 1"))).doesNotContain("PART-8");
        assertThat(claims(relu(DIFFERENT, "0", NO_OUT, "0"), samples)).doesNotContain("PART-3");
    }

    @Test
    void featuresThatAreZeroOrEqualOnAllData() {
        Network equalColumns = relu(Matrix.of(Vector.of("1", "1"), Vector.of("2", "2")), "0", OUT, "0");

        assertThat(consequence("PART-9", linear("0"), data("1,0 -> 1", "2,0 -> 1")))
                .isEqualTo(Consequence.ofInputs("PART-9", List.of(1),
                "zero on every sample: without weight decay their columns of weights never change"));
        assertThat(claims(linear("0"), data("1,0 -> 1", "2,1 -> 1"))).doesNotContain("PART-9");
        assertThat(consequence("SYM-6", equalColumns, data("1,1 -> 1", "2,2 -> 1")).inputs()).containsExactly(0, 1);
        assertThat(claims(equalColumns, data("1,1 -> 1", "2,3 -> 1"))).doesNotContain("SYM-6");
        assertThat(claims(relu(DIFFERENT, "0", OUT, "0"), data("1,1 -> 1"))).doesNotContain("SYM-6");
    }

    @Test
    void fromAllZeroASmoothActivationSticksJustIfItMapsZeroToZero() {
        for (Activation stuck : List.of(Activation.TANH, Activation.ELU, Activation.SILU, Activation.GELU)) {
            assertThat(claims(zeros(stuck))).containsExactly("ZERO-2", "ZERO-1", "ZERO-4", "SYM-2", "SYM-5");
            assertThat(claims(zeros(Activation.SIGMOID, stuck))).containsExactly("PART-1", "SYM-2", "SYM-2", "SYM-5");
        }
        for (Activation moving : List.of(Activation.SIGMOID, Activation.SOFTPLUS)) {
            assertThat(claims(zeros(moving))).containsExactly("ACT-2", "SYM-2", "SYM-5");
            assertThat(claims(zeros(Activation.TANH, moving))).containsExactly("ACT-2", "SYM-2", "SYM-2", "SYM-5");
        }
    }

    @Test
    void anActivationOnTheOutputIsAPartOfTheLossButTheOutputIsNoLongerItsBias() {
        for (Activation last : List.of(Activation.SIGMOID, Activation.TANH, Activation.SOFTMAX, Activation.RELU)) {
            assertThat(claims(behind(last, zeros(Activation.TANH)))).containsExactly("ZERO-2", "ZERO-1", "SYM-2", "SYM-5");
            assertThat(claims(behind(last, zeros(Activation.TANH)), data("1,2 -> 1", "3,4 -> -1"))).contains("ZERO-5");
            assertThat(claims(behind(last, zeros(Activation.TANH, Activation.RELU))))
                    .containsExactly("ZERO-6", "SYM-2", "SYM-2", "SYM-5");
            assertThat(claims(behind(last, Network.zeros(List.of(2, 1, 2), true)))).containsExactly("ZERO-2", "ZERO-1", "ZERO-7",
                    "SYM-5");
            assertThat(claims(behind(last, zeros(Activation.SIGMOID)))).containsExactly("ACT-2", "SYM-2", "SYM-5");
            assertThat(claims(behind(last, relu(ZERO, "0", OUT, "1")))).containsExactly("PART-2", "PART-3", "SYM-10", "SYM-5");
        }
    }

    @Test
    void thePerceptronHasNoActivationOnItsOutput() {
        for (Activation last : List.of(Activation.SIGMOID, Activation.TANH, Activation.SOFTMAX, Activation.HARD_TANH)) {
            assertThat(claims(behind(last, Network.zeros(List.of(2, 1), true)))).containsExactly("PART-4");
        }
    }

    @Test
    void wordVectorsAndFactorsMayHaveASoftmaxBehindThem() {
        Network factors = behind(Activation.SOFTMAX, factors(ZERO, "0", NO_OUT));

        assertThat(claims(factors, data("1,0 -> 1"))).contains("ZERO-14", "ZERO-15");
    }

    @Test
    void smoothUnitsOfZeroWeightsMoveWhereTheirSlopeIsKnownNotToBeZero() {
        for (Activation rising : List.of(Activation.SIGMOID, Activation.TANH, Activation.SOFTPLUS, Activation.ELU)) {
            assertThat(claims(network(ZERO, Vector.of("-1", "-1"), rising, OUT, "0"))).contains("PART-4");
        }
        for (Activation dipping : List.of(Activation.SILU, Activation.GELU)) {
            assertThat(claims(network(ZERO, Vector.of("-1", "-1"), dipping, OUT, "0"))).doesNotContain("PART-4");
            assertThat(claims(network(ZERO, Vector.of("0", "0"), dipping, OUT, "0"))).contains("PART-4");
        }
    }

    @Test
    void aSmoothUnitHasNoKinkAndIsNoRelu() {
        assertThat(claims(network(DIFFERENT, Vector.of("0", "0"), Activation.ELU, OUT, "0"), data("1,1 -> 1")))
                .doesNotContain("LAW-2", "PART-3");
        assertThat(claims(network(ZERO, Vector.of("0", "0"), Activation.TANH, OUT, "0"))).doesNotContain("PART-2");
        assertThat(claims(network(ZERO, Vector.of("1", "2"), Activation.SIGMOID, NO_OUT, "0"))).doesNotContain("PART-6");
        assertThat(claims(network(ZERO, Vector.of("1", "1"), Activation.SIGMOID, NO_OUT, "0"))).contains("PART-7");
    }

    @Test
    void smoothUnitsOfTheFirstLayerAreActiveWhereTheirPreActivationIsNotZero() {
        Network last = network(DIFFERENT, Vector.of("0", "0"), Activation.TANH, NO_OUT, "0");

        assertThat(says("PART-1", last, data("0,0 -> 1"))).contains("nothing but an output bias ever changes");
        assertThat(says("PART-1", last, data("1,0 -> 1"))).contains("on a sample that has an error in both");
        assertThat(says("PART-1", network(DIFFERENT, Vector.of("0", "0"), Activation.SIGMOID, NO_OUT, "0"), data("0,0 -> 1")))
                .contains("on a sample that has an error in both");
    }

    @Test
    void aReluBelowSmoothUnitsIsSeenExactly() {
        Network network = Network.of(new Layer(DIFFERENT, Optional.of(Vector.of("-9", "-9")), Activation.RELU),
                new Layer(DIFFERENT, Optional.empty(), Activation.TANH), output(OUT, "0"));

        assertThat(consequence("PART-8", network, data("1,1 -> 1", "2,1 -> 1")).units()).containsExactly(0, 1);
        assertThat(consequence("PART-8", behind(Activation.SOFTMAX, network), data("1,1 -> 1")).units()).containsExactly(0, 1);
    }

    @Test
    void unitsBehindSmoothOnesAreSeenWhereTheirSignIsCertain() {
        Network negative = behindTanh("-3", "1");
        Network positive = behindTanh("3", "1");

        assertThat(says("PART-1", negative, data("1,1 -> 1", "1,2 -> 1"))).contains("nothing but an output bias ever changes");
        assertThat(says("PART-1", positive, data("1,1 -> 1", "1,2 -> 1"))).contains("on a sample that has an error in both");
        assertThat(says("PART-1", positive, Optional.empty())).contains("on a sample that activates a unit of layer 2");
    }

    @Test
    void atATrueTieBehindSmoothUnitsNothingIsSaidThatIsNotCertain() {
        Network tie = behindTanh("0", "-1");

        assertThat(says("PART-1", tie, data("1,1 -> 1"))).contains("on a sample that activates a unit of layer 2");
        assertThat(says("PART-1", tie, data("0,0 -> 1"))).contains("nothing but an output bias ever changes");
    }

    /** Two equal units of tanh, and a ReLU that hears 1 times the one, and a number times the other. */
    private static Network behindTanh(String bias, String other) {
        return Network.of(new Layer(Matrix.of(Vector.of("1", "1"), Vector.of("1", "1")), Optional.empty(), Activation.TANH),
                new Layer(Matrix.of(Vector.of("1", other)), Optional.of(Vector.of(bias)), Activation.RELU),
                output(Matrix.of(Vector.of("0")), "0"));
    }

    @Test
    void ofAUnitBehindSmoothOnesAKinkIsSeenWhereItHearsNothing() {
        Network deaf = Network.of(new Layer(DIFFERENT, Optional.empty(), Activation.TANH),
                new Layer(ZERO, Optional.empty(), Activation.RELU), output(OUT, "0"));

        assertThat(consequence("PART-3", deaf, data("1,1 -> 1", "1,2 -> 1")).says()).contains("on every sample");
    }

    @Test
    void dataThatDoesNotFitASmoothNetworkIsRefused() {
        assertThatThrownBy(() -> claims(zeros(Activation.TANH), data("1,2,3 -> 1"))).isInstanceOf(DomainException.class)
                .hasMessageContaining("an input has length 3, expected 2");
    }

    private static Network behind(Activation last, Network network) {
        return Networks.withOutputActivation(network, last);
    }

    private static List<String> claims(Network network) {
        return claims(network, Optional.empty());
    }

    private static List<String> claims(Network network, Optional<DataSet> data) {
        List<String> claims = Consequences.of(network, data).stream().map(Consequence::claim).toList();
        assertThat(claims).allSatisfy(claim -> assertThat(Path.of("specs/claims", claim + ".json")).exists());
        return claims;
    }

    private static String says(String claim, Network network, Optional<DataSet> data) {
        return consequence(claim, network, data).says();
    }

    private static Consequence consequence(String claim, Network network, Optional<DataSet> data) {
        return Consequences.of(network, data).stream().filter(each -> each.claim().equals(claim)).findFirst().orElseThrow();
    }

    /** Samples of two features, such as {@code 1,2 -> -1}. */
    private static Optional<DataSet> data(String... samples) {
        List<String[]> parts = List.of(samples).stream().map(sample -> sample.split(" -> ")).toList();
        return Optional.of(new DataSet(parts.stream().map(part -> Vector.of(part[0].split(","))).toList(),
                parts.stream().map(part -> Vector.of(part[1])).toList()));
    }

    private static Network relu(Matrix weights, String hiddenBias, Matrix outgoing, String outputBias) {
        return network(weights, Vector.of(hiddenBias, hiddenBias), Activation.RELU, outgoing, outputBias);
    }

    private static Network biases(String first, String second) {
        return network(ZERO, Vector.of(first, second), Activation.RELU, NO_OUT, "0");
    }

    private static Network factors(Matrix weights, String hiddenBias, Matrix outgoing) {
        return network(weights, Vector.of(hiddenBias, hiddenBias), Activation.IDENTITY, outgoing, "0");
    }

    private static Network network(Matrix weights, Vector bias, Activation activation, Matrix outgoing, String outputBias) {
        return Network.of(new Layer(weights, Optional.of(bias), activation), output(outgoing, outputBias));
    }

    private static Network linear(String bias) {
        return Network.of(output(NO_OUT, bias));
    }

    /** A zero first layer of ReLU, and a second hidden layer that is not zero. */
    private static Network deep(Activation second, String secondBias) {
        return Network.of(new Layer(ZERO, Optional.of(Vector.of("0", "0")), Activation.RELU),
                new Layer(DIFFERENT, Optional.of(Vector.of(secondBias, secondBias)), second), output(OUT, "0"));
    }

    private static Network zeros(Activation... hidden) {
        Network zeros = Network.zeros(hidden.length == 1 ? List.of(2, 3, 1) : List.of(2, 3, 2, 1), true);
        return new Network(IntStream.range(0, zeros.layers().size()).mapToObj(l -> l == hidden.length ? zeros.layers().get(l)
                : new Layer(zeros.layers().get(l).weights(), zeros.layers().get(l).bias(), hidden[l])).toList());
    }

    private static Layer output(Matrix weights, String bias) {
        return new Layer(weights, Optional.of(Vector.of(bias)), Activation.IDENTITY);
    }
}
