package org.stillpoint.lint.simplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.lint.evaluation.Closeness;
import org.stillpoint.lint.evaluation.Drawing;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.evaluation.ModelSketch;
import org.stillpoint.lint.finding.Saving;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** What goes, what stays, and why. */
class SimplifierTest {

    private final ModelSketch sketch = new ModelSketch(new Random(1));

    @Test
    void aUnitWhoseOutgoingWeightsAreZeroGoesWithAllThatIsItsOwn() throws IOException {
        Value hidden = sketch.bias(sketch.dense(sketch.input(2, -1), named("in", matrix(3, 2, 1, 2, 3, 4, 5, 6)), 0),
                named("b", vector(7, 8, 9)));
        Value output = sketch.dense(sketch.activated(hidden, Activation.RELU), named("out", matrix(1, 3, 1, 0, 2)), 0);

        Simplification simplification = simplified(output);

        assertThat(simplification.removals())
                .containsExactly(new Removal(Removal.Reason.UNREAD, "dense2", "in", 1, true, Optional.empty(), Optional.empty()));
        assertThat(tensors(simplification.after())).containsExactlyInAnyOrderEntriesOf(Map.of(
                "in", matrix(2, 2, 1, 2, 5, 6), "b", vector(7, 9), "out", matrix(1, 2, 1, 2)));
        assertThat(simplification.saves()).isEqualTo(new Saving(4, 3));
    }

    @Test
    void aConstantUnitGoesIntoTheNextBias() throws IOException {
        Value hidden = sketch.bias(sketch.dense(sketch.input(1, -1), named("in", matrix(2, 1, 1, 0)), 0),
                named("b", vector(1, 3)));
        Value output = sketch.bias(sketch.dense(sketch.activated(hidden, Activation.RELU), named("out", matrix(2, 2, 1, 5, 1, 7)),
                0),
                named("last", vector(100, 200)));

        Simplification simplification = simplified(output);

        assertThat(simplification.removals()).extracting(Removal::reason, Removal::unit, Removal::constant)
                .containsExactly(tuple(Removal.Reason.CONSTANT, 1, Optional.of(new BigFraction(3))));
        assertThat(tensors(simplification.after())).containsEntry("last", vector(115, 221))
                .containsEntry("out", matrix(2, 1, 1, 1));
    }

    @Test
    void aBiasIsMadeWhereThereIsNone() throws IOException {
        Value hidden = sketch.bias(sketch.dense(sketch.input(1, -1), named("in", matrix(2, 1, 1, 0)), 0),
                named("b", vector(1, 3)));
        Value output = sketch.dense(hidden, named("out", matrix(1, 2, 1, 5)), 0);

        Simplification simplification = simplified(output);

        List<Layer> layers = simplification.after().layers();
        assertThat(layers.get(layers.size() - 1)).isInstanceOf(Layer.Bias.class);
        assertThat(tensors(simplification.after())).containsEntry(output.name() + ".bias", vector(15));
        assertThat(simplification.saves().parameters()).isEqualTo(2);
    }

    @Test
    void aBatchNormalisationTakesAConstantIntoItsMean() throws IOException {
        Value hidden = sketch.bias(sketch.dense(sketch.input(1, -1), named("in", matrix(2, 1, 1, 0)), 0),
                named("b", vector(1, 3)));
        Value output = sketch.normalised(sketch.dense(hidden, named("out", matrix(1, 2, 1, 5)), 0), named("mean", vector(2)),
                named("variance", vector(7)), BigFraction.ONE);

        assertThat(tensors(simplified(output).after())).containsEntry("mean", vector(-13)).containsEntry("variance", vector(7));
    }

    @Test
    void aConstantStaysBeforeAConvolutionThatSeesZerosAtTheBorder() throws IOException {
        Simplification simplification = simplified(behindConstantFilter(3, 1));

        assertThat(simplification.removals()).isEmpty();
        assertThat(simplification.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.unit()).isEqualTo(1);
            assertThat(obstacle.why()).contains("sees zeros beside it at the border");
        });
        assertThat(simplification.after()).isSameAs(simplification.before());
    }

    @Test
    void aConstantGoesBeforeAConvolutionWithoutPadding() throws IOException {
        assertThat(simplified(behindConstantFilter(3, 0)).removals()).hasSize(1);
    }

    @Test
    void aConstantOfZeroGoesWhateverTheBorderIs() throws IOException {
        assertThat(simplified(behindConstantFilter(-3, 1)).removals()).extracting(Removal::constant)
                .containsExactly(Optional.of(BigFraction.ZERO));
    }

    private Value behindConstantFilter(int bias, int padding) {
        Value filters = sketch.convolution(sketch.input(1, 1), sketch.weights(filters(2, 1, 1, 0)), ModelSketch.sliding(2, 1, 0));
        Value x = sketch.activated(sketch.bias(filters, sketch.weights(vector(1, bias))), Activation.RELU);
        return sketch.bias(sketch.convolution(x, sketch.weights(Tensor.filled(Shape.of(1, 2, 3, 3), BigFraction.ONE)),
                ModelSketch.sliding(2, 1, padding)), sketch.weights(vector(1)));
    }

    @Test
    void aChannelWithGammaZeroIsItsBeta() throws IOException {
        Value x = sketch.normalised(sketch.dense(sketch.input(1, -1), sketch.weights(matrix(2, 1, 1, 1)), 0),
                sketch.weights(vector(1, 2)), sketch.weights(vector(2, 3)), BigFraction.ZERO);
        x = sketch.bias(sketch.scale(x, sketch.weights(vector(1, 0))), sketch.weights(vector(0, 4)));
        Value output = sketch.bias(sketch.dense(x, sketch.weights(matrix(1, 2, 1, 1)), 0), named("last", vector(1)));

        Simplification simplification = simplified(output);

        assertThat(simplification.removals()).extracting(Removal::constant).containsExactly(Optional.of(new BigFraction(4)));
        assertThat(tensors(simplification.after())).containsEntry("last", vector(5));
    }

    /** {@code (0 - 1) / sqrt 2} is no rational; ReLU makes 0 of it. */
    @Test
    void aConstantThatIsNoRationalGoesOnlyIfSomethingMakesARationalOfIt() throws IOException {
        assertThat(simplified(behindRoot(Activation.RELU)).removals()).extracting(Removal::constant)
                .containsExactly(Optional.of(BigFraction.ZERO));

        ModelSketch other = new ModelSketch(new Random(2));
        Simplification linear = Simplifier.simplify(other.endingIn(behindRoot(other, Activation.IDENTITY)), Limitations.NONE,
                Rounding.NEVER);
        assertThat(linear.removals()).isEmpty();
        assertThat(linear.obstacles()).extracting(Obstacle::why).containsExactly("it is a constant, but no rational number");
    }

    private Value behindRoot(Activation activation) {
        return behindRoot(sketch, activation);
    }

    private static Value behindRoot(ModelSketch sketch, Activation activation) {
        Value x = sketch.normalised(sketch.dense(sketch.input(1, -1), sketch.weights(matrix(2, 1, 1, 0)), 0),
                sketch.weights(vector(1, 1)), sketch.weights(vector(2, 2)), BigFraction.ZERO);
        return sketch.dense(sketch.activated(x, activation), sketch.weights(matrix(1, 2, 1, 1)), 0);
    }

    @Test
    void aUnitOfABranchThatIsNothingStaysWhereTheOtherBranchIsSomething() throws IOException {
        Value x = sketch.dense(sketch.input(2, -1), sketch.weights(matrix(2, 2, 1, 2, 3, 4)), 0);
        Value branch = sketch.dense(x, sketch.weights(matrix(2, 2, 1, 1, 0, 0)), 0);
        Value output = sketch.dense(sketch.sum(x, branch), sketch.weights(matrix(1, 2, 1, 1)), 0);

        assertThat(simplified(output).removals()).isEmpty();
    }

    @Test
    void aUnitThatIsNothingInBothBranchesGoesFromBoth() throws IOException {
        Value x = sketch.dense(sketch.input(2, -1), named("x", matrix(2, 2, 1, 2, 0, 0)), 0);
        Value branch = sketch.dense(x, named("branch", matrix(2, 2, 1, 1, 0, 0)), 0);
        Value output = sketch.dense(sketch.sum(x, branch), named("out", matrix(1, 2, 1, 1)), 0);

        assertThat(tensors(simplified(output).after())).containsExactlyInAnyOrderEntriesOf(Map.of(
                "x", matrix(1, 2, 1, 2), "branch", matrix(1, 1, 1), "out", matrix(1, 1, 1)));
    }

    @Test
    void aUnitThatIsReadSomewhereStays() throws IOException {
        Value x = sketch.dense(sketch.input(2, -1), sketch.weights(matrix(2, 2, 1, 2, 3, 4)), 0);
        Value first = sketch.dense(x, sketch.weights(matrix(1, 2, 1, 0)), 0);
        Value second = sketch.dense(x, sketch.weights(matrix(1, 2, 1, 1)), 0);

        assertThat(Simplifier.simplify(sketch.endingIn(first, second), Limitations.NONE, Rounding.NEVER).removals()).isEmpty();
    }

    @Test
    void aTensorThatLayersOfOtherChannelsShareIsNotCut() throws IOException {
        Weights shared = sketch.weights(matrix(2, 2, 1, 0, 2, 0));
        Value x = sketch.dense(sketch.dense(sketch.input(2, -1), shared, 0), shared, 0);
        Value output = sketch.dense(x, sketch.weights(matrix(1, 2, 1, 1)), 0);

        assertThat(simplified(output).removals()).isEmpty();
    }

    @Test
    void aTensorThatIsUsedTwiceAlikeIsCutOnce() throws IOException {
        Value x = sketch.dense(sketch.input(2, -1), sketch.weights(matrix(2, 2, 1, 2, 3, 4)), 0);
        Weights bias = named("b", vector(1, 2));
        Value output = sketch.dense(sketch.bias(sketch.activated(sketch.bias(x, bias), Activation.RELU), bias),
                sketch.weights(matrix(1, 2, 0, 1)), 0);

        assertThat(tensors(simplified(output).after())).containsEntry("b", vector(2));
    }

    @Test
    void aConstantDoesNotGoIntoABiasThatIsUsedElsewhere() throws IOException {
        Weights bias = named("b", vector(1, 3));
        Value hidden = sketch.bias(sketch.dense(sketch.input(1, -1), sketch.weights(matrix(2, 1, 1, 0)), 0), bias);
        Value output = sketch.bias(sketch.dense(hidden, sketch.weights(matrix(2, 2, 1, 5, 1, 7)), 0), bias);

        Simplification simplification = simplified(output);

        assertThat(simplification.removals()).isEmpty();
        assertAgree(simplification);
    }

    @Test
    void twinsBecomeOneWithTheSumsOfTheirOutgoingWeights() throws IOException {
        Value hidden = sketch.activated(sketch.bias(sketch.dense(sketch.input(2, -1), named("in", matrix(3, 2, 1, 2, 1, 2, 1, 3)),
                0),
                named("b", vector(4, 4, 4))), Activation.SIGMOID);
        Value output = sketch.dense(hidden, named("out", matrix(2, 3, 1, 2, 3, 4, 5, 6)), 0);

        Simplification simplification = simplified(output);

        assertThat(simplification.removals()).extracting(Removal::reason, Removal::unit, Removal::twin)
                .containsExactly(tuple(Removal.Reason.TWIN, 1, Optional.of(0)));
        assertThat(tensors(simplification.after())).containsEntry("out", matrix(2, 2, 3, 3, 9, 6));
        assertThat(assertAgree(simplification).closeness()).isEqualTo(Closeness.NEAR);
    }

    @Test
    void unitsWithOtherBiasesAreNoTwins() throws IOException {
        Value hidden = sketch.bias(sketch.dense(sketch.input(2, -1), sketch.weights(matrix(2, 2, 1, 2, 1, 2)), 0),
                sketch.weights(vector(4, 5)));

        assertThat(simplified(sketch.dense(hidden, sketch.weights(matrix(1, 2, 1, 2)), 0)).removals()).isEmpty();
    }

    /** {@code 1 + 2^-24} has 25 bits. */
    @Test
    void twinsStayWhereASumWouldBeRounded() throws IOException {
        Value hidden = sketch.dense(sketch.input(1, -1), sketch.weights(matrix(2, 1, 1, 1)), 0);
        Weights out = sketch.weights(Tensor.of(Shape.of(1, 2), BigFraction.ONE, new BigFraction(1, 1 << 24)));

        Simplification simplification = simplified(sketch.dense(hidden, out, 0));

        assertThat(simplification.removals()).isEmpty();
        assertThat(simplification.obstacles()).extracting(Obstacle::unit, Obstacle::why)
                .containsExactly(tuple(1, "it has a twin, but a sum of outgoing weights is no number of their type"));
    }

    @Test
    void constantsStayWhereABiasWouldBeRounded() throws IOException {
        Value hidden = sketch.bias(sketch.dense(sketch.input(1, -1), sketch.weights(matrix(2, 1, 1, 0)), 0),
                sketch.weights(vector(0, 1)));
        Weights out = sketch.weights(Tensor.of(Shape.of(1, 2), BigFraction.ONE, new BigFraction(1, 1 << 24)));

        Simplification simplification = simplified(sketch.bias(sketch.dense(hidden, out, 0), sketch.weights(vector(1))));

        assertThat(simplification.removals()).isEmpty();
        assertThat(simplification.obstacles()).extracting(Obstacle::why).containsExactly(
                "it is a constant, but a bias with what is made of it is no number of its type");
    }

    /** The nearest to {@code 1 + 2^-24} is 1, whose last bit is 0. */
    @Test
    void unitsGoWhereRoundingIsAllowedAndAreSaidToBeRounded() throws IOException {
        Value hidden = sketch.dense(sketch.input(1, -1), sketch.weights(matrix(2, 1, 1, 1)), 0);
        Weights out = named("out", Tensor.of(Shape.of(1, 2), BigFraction.ONE, new BigFraction(1, 1 << 24)));
        Network network = sketch.endingIn(sketch.dense(hidden, out, 0));

        Simplification simplification = Simplifier.simplify(network, Limitations.NONE, Rounding.TO_NEAREST);

        assertThat(simplification.removals()).extracting(Removal::unit, Removal::exact).containsExactly(tuple(1, false));
        assertThat(tensors(simplification.after())).containsEntry("out", matrix(1, 1, 1));
        Agreement agreement = agreement(network, simplification.after());
        assertThat(agreement.isExact()).isFalse();
        assertThat(agreement.isWithin(new BigFraction(1, 1 << 24))).isTrue();
    }

    @Test
    void constantsGoIntoBiasesThatAreRoundedWhereThatIsAllowed() throws IOException {
        Value hidden = sketch.bias(sketch.dense(sketch.input(1, -1), sketch.weights(matrix(2, 1, 1, 0)), 0),
                sketch.weights(vector(0, 1)));
        Weights out = sketch.weights(Tensor.of(Shape.of(1, 2), BigFraction.ONE, new BigFraction(3, 1 << 24)));
        Network network = sketch.endingIn(sketch.bias(sketch.dense(hidden, out, 0), named("last", vector(1))));

        Simplification simplification = Simplifier.simplify(network, Limitations.NONE, Rounding.TO_NEAREST);

        assertThat(simplification.removals()).extracting(Removal::exact).containsExactly(false);
        assertThat(tensors(simplification.after())).containsEntry("last",
                Tensor.of(Shape.of(1), BigFraction.ONE.add(new BigFraction(1, 1 << 22))));
    }

    @Test
    void oneUnitStaysWhereNoneCounts() throws IOException {
        Value hidden = sketch.dense(sketch.input(2, -1), named("in", matrix(3, 2, 1, 2, 3, 4, 5, 6)), 0);
        Value output = sketch.dense(hidden, named("out", matrix(1, 3, 0, 0, 0)), 0);

        assertThat(tensors(simplified(output).after())).containsEntry("out", matrix(1, 1, 0))
                .containsEntry("in", matrix(1, 2, 5, 6));
    }

    @Test
    void whatCountsOnlyForAUnitThatGoesGoesToo() throws IOException {
        Value first = sketch.dense(sketch.input(1, -1), named("a", matrix(2, 1, 1, 2)), 0);
        Value second = sketch.dense(first, named("b", matrix(2, 2, 1, 0, 3, 4)), 0);
        Value output = sketch.dense(second, named("c", matrix(1, 2, 1, 0)), 0);

        assertThat(tensors(simplified(output).after())).containsExactlyInAnyOrderEntriesOf(Map.of(
                "a", matrix(1, 1, 1), "b", matrix(1, 1, 1), "c", matrix(1, 1, 1)));
    }

    @Test
    void featuresOfFlattenedPicturesGoTogether() throws IOException {
        Value filters = sketch.convolution(sketch.input(1, 1), named("filters", filters(2, 1, 1, 2)),
                ModelSketch.sliding(2, 1, 0));
        Tensor out = Tensor.byIndex(Shape.of(1, 32), at -> at[1] >= 16 ? BigFraction.ZERO : BigFraction.ONE);
        Value output = sketch.dense(sketch.flatten(filters, 16), named("out", out), 0);

        assertThat(tensors(simplified(output).after())).containsEntry("out", Tensor.filled(Shape.of(1, 16), BigFraction.ONE))
                .containsEntry("filters", filters(1, 1, 1));
    }

    @Test
    void whatIsNotUnderstoodKeepsItsChannels() throws IOException {
        Value x = sketch.dense(sketch.input(2, -1), sketch.weights(matrix(2, 2, 1, 2, 0, 0)), 0);
        Value output = sketch.dense(sketch.opaque(x), sketch.weights(matrix(1, 2, 1, 0)), 0);

        assertThat(simplified(output).removals()).isEmpty();
    }

    @Test
    void quantisedWeightsStayAsTheyAre() throws IOException {
        long[] codes = {Code.exact(1, 0), 0};
        Weights quantised = new Weights("q", "int8 quantised", true, Dimensions.of(1, 2),
                (from, into) -> System.arraycopy(codes, (int) from, into, 0, into.length));
        Value hidden = sketch.dense(sketch.input(1, -1), sketch.weights(matrix(2, 1, 1, 2)), 0);

        assertThat(simplified(sketch.dense(hidden, quantised, 0)).removals()).isEmpty();
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() {
        Weights infinite = Weights.of("w", ElementType.FLOAT32, Dimensions.of(1, 2), (from, into) ->
                Arrays.fill(into, Code.INFINITY));
        Network network = sketch.endingIn(sketch.dense(sketch.input(2, -1), infinite, 0));

        assertThatThrownBy(() -> Simplifier.simplify(network, Limitations.NONE, Rounding.NEVER))
                .isInstanceOf(DomainException.class)
                .hasMessage("tensor w has entries that are no finite numbers, expected numbers");
    }

    /** Each of them counts, as all weights are above 0 and nothing is cut off. */
    @Test
    void aWrongUnitAForgottenBiasAndAForgottenSumAreNoticed() throws IOException {
        Value hidden = sketch.bias(sketch.dense(sketch.input(2, -1), sketch.weights(matrix(3, 2, 1, 2, 1, 2, 0, 0)), 0),
                sketch.weights(vector(4, 4, 5)));
        Network network = sketch.endingIn(sketch.bias(sketch.dense(hidden, sketch.weights(matrix(1, 3, 1, 2, 3)), 0),
                sketch.weights(vector(1))));
        int family = ((Channels.Own) hidden.channels()).id();

        assertThat(Simplifier.simplify(network, Limitations.NONE, Rounding.NEVER).removals()).extracting(Removal::reason)
                .containsExactly(Removal.Reason.CONSTANT, Removal.Reason.TWIN);
        for (int unit = 0; unit < 3; unit++) {
            Changes wrong = new Changes(network, new Tensors());
            wrong.remove(new Unit(family, unit));
            assertThat(agreement(network, wrong.applied()).isExact()).as("without unit %s", unit).isFalse();
        }
    }

    private Simplification simplified(Value output) throws IOException {
        Simplification simplification = Simplifier.simplify(sketch.endingIn(output), Limitations.NONE, Rounding.NEVER);
        assertAgree(simplification);
        return simplification;
    }

    private static Agreement agreement(Network one, Network other) throws IOException {
        return Agreement.of(one, other, List.of(), 3, 1, Limits.USUAL, Drawing.BY_INPUTS);
    }

    private static Agreement assertAgree(Simplification simplification) throws IOException {
        Agreement agreement = agreement(simplification.before(), simplification.after());
        assertThat(agreement.isExact()).isTrue();
        return agreement;
    }

    private static Map<String, Tensor> tensors(Network network) {
        return network.layers().stream().flatMap(layer -> layer.weights().stream())
                .collect(Collectors.toMap(Weights::name, SimplifierTest::tensor, (a, b) -> a));
    }

    private static Tensor tensor(Weights weights) {
        long[] codes = new long[(int) weights.dimensions().entries()];
        try {
            weights.entries().read(0, codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Tensor.at(new Shape(weights.dimensions().sizes().stream().map(Long::intValue).toList()),
                place -> Code.number(codes[place]));
    }

    private static Weights named(String name, Tensor tensor) {
        return ModelSketch.weights(name, tensor);
    }

    private static Tensor matrix(int rows, int columns, int... entries) {
        return Tensor.of(Shape.of(rows, columns), entries);
    }

    private static Tensor vector(int... entries) {
        return Tensor.of(Shape.of(entries.length), entries);
    }

    private static Tensor filters(int out, int in, int... entries) {
        return Tensor.of(Shape.of(out, in, 1, 1), entries);
    }
}
