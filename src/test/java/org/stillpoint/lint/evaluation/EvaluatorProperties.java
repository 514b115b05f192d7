package org.stillpoint.lint.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.lint.evaluation.ModelSketch.all;
import static org.stillpoint.lint.evaluation.ModelSketch.sliding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.Vector;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Models have the values that other definitions of them give, which share no code with the evaluator. */
class EvaluatorProperties {

    private static final int SAMPLES = 2;

    @Property(tries = 40)
    void aPerceptronHasTheOutputsOfTheEngine(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        List<Integer> widths = IntStream.range(0, 4).mapToObj(i -> 1 + sketch.random().nextInt(4)).toList();
        Value x = sketch.input(widths.get(0), -1);
        Value last = x;
        List<org.stillpoint.domain.Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            Tensor matrix = sketch.tensor(Shape.of(widths.get(l), widths.get(l - 1)));
            Tensor bias = sketch.tensor(Shape.of(widths.get(l)));
            boolean turned = sketch.random().nextBoolean();
            RationalActivation activation = RationalActivation.all()
                    .get(sketch.random().nextInt(RationalActivation.all().size()));
            last = sketch.dense(last, sketch.weights(turned ? matrix.transpose() : matrix), turned ? 1 : 0);
            last = sketch.activated(sketch.bias(last, sketch.weights(bias)), activation);
            layers.add(new org.stillpoint.domain.Layer(matrix(matrix), Optional.of(vector(bias)), activation));
        }
        Network network = sketch.endingIn(last);
        Tensor inputs = sketch.tensor(Shape.of(SAMPLES, widths.get(0)));

        Evaluation evaluation = Evaluator.evaluate(network, List.of(inputs), Limits.USUAL);

        assertThat(evaluation.closeness(network.outputs().get(0))).isEqualTo(Closeness.EXACT);
        for (int sample = 0; sample < SAMPLES; sample++) {
            Vector expected = org.stillpoint.training.Evaluation.output(new org.stillpoint.domain.Network(layers),
                    vector(inputs.slice(0, sample, sample + 1)));
            assertThat(evaluation.of(network.outputs().get(0)).slice(0, sample, sample + 1).entries())
                    .isEqualTo(IntStream.range(0, expected.size()).mapToObj(expected::get).toList());
        }
    }

    private static Vector vector(Tensor tensor) {
        return Vector.of(tensor.entries().toArray(BigFraction[]::new));
    }

    private static Matrix matrix(Tensor tensor) {
        return Matrix.of(IntStream.range(0, tensor.shape().size(0))
                .mapToObj(row -> vector(tensor.slice(0, row, row + 1))).toArray(Vector[]::new));
    }

    @Property(tries = 40)
    void aConvolutionIsThatOfTheGraphWhereverTheChannelsAre(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        int axes = 1 + sketch.random().nextInt(2);
        Sliding sliding = sliding(axes, 1 + sketch.random().nextInt(2), sketch.random().nextInt(2));
        Tensor kernel = sketch.tensor(Shape.of(3, 2).followedBy(new Shape(all(axes, 1 + sketch.random().nextInt(3)))));
        Tensor x = sketch.tensor(Shape.of(SAMPLES, 2).followedBy(new Shape(all(axes, 4))));
        Tensor expected = applied(Forward.convolution(sliding, 1), x, kernel);

        assertThat(output(sketch, x, 1, value -> sketch.convolution(value, sketch.weights(kernel), sliding))).isEqualTo(expected);
        assertThat(output(sketch, last(x), -1, value -> sketch.convolution(value, sketch.weights(kernel), sliding)))
                .isEqualTo(last(expected));
    }

    @Property(tries = 20)
    void aDepthwiseConvolutionIsOneWithAsManyGroupsAsChannels(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        Sliding sliding = sliding(2, 1, 1);
        Tensor kernel = sketch.tensor(Shape.of(3, 1, 3, 3));
        Tensor x = sketch.tensor(Shape.of(SAMPLES, 3, 4, 4));

        assertThat(output(sketch, x, 1, value -> sketch.depthwise(value, sketch.weights(kernel), sliding)))
                .isEqualTo(applied(Forward.convolution(sliding, 3), x, kernel));
    }

    @Property(tries = 20)
    void aTransposedConvolutionIsThatOfTheGraph(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        Sliding sliding = sliding(2, 2, sketch.random().nextInt(2));
        List<Integer> added = all(2, sketch.random().nextInt(2));
        Tensor kernel = sketch.tensor(Shape.of(2, 3, 3, 3));
        Tensor x = sketch.tensor(Shape.of(SAMPLES, 2, 3, 3));

        assertThat(output(sketch, x, 1, value -> sketch.transposed(value, sketch.weights(kernel), sliding, added)))
                .isEqualTo(applied(Forward.transposedConvolution(sliding, 1, added), x, kernel));
    }

    @Property(tries = 20)
    void poolingIsThatOfTheGraph(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        Sliding sliding = sliding(2, 1 + sketch.random().nextInt(2), sketch.random().nextInt(2));
        Tensor x = sketch.tensor(Shape.of(SAMPLES, 2, 5, 5));

        assertThat(output(sketch, x, 1, value ->
                sketch.eachChannel(value, new PlaceFunction.MaxPooling(List.of(2, 2), sliding))))
                .isEqualTo(applied(Forward.maxPooling(Shape.of(2, 2), sliding), x, null));
        assertThat(output(sketch, x, 1, value ->
                sketch.eachChannel(value, new PlaceFunction.MeanPooling(List.of(2, 2), sliding, true))))
                .isEqualTo(applied(Forward.meanPooling(Shape.of(2, 2), sliding), x, null));
        assertThat(output(sketch, x, 1, value -> sketch.eachChannel(value, new PlaceFunction.OverAll(false, false))))
                .isEqualTo(applied(Forward.meanOver(List.of(2, 3)), x, null));
    }

    @Example
    void aMeanThatCountsNoPaddingIsOfWhatIsSeen() throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Tensor x = Tensor.of(Shape.of(1, 1, 2), 4, 8);

        assertThat(output(sketch, x, 1, value -> sketch.eachChannel(value,
                new PlaceFunction.MeanPooling(List.of(2), sliding(1, 1, 1), false))))
                .isEqualTo(Tensor.of(Shape.of(1, 1, 3), 4, 6, 8));
    }

    @Example
    void paddingAndRepeatingMakeNewPlaces() throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Tensor x = Tensor.of(Shape.of(1, 1, 2), 4, 8);

        assertThat(output(sketch, x, 1, value -> sketch.eachChannel(value,
                new PlaceFunction.Padding(List.of(1), List.of(2), BigFraction.ONE))))
                .isEqualTo(Tensor.of(Shape.of(1, 1, 5), 1, 4, 8, 1, 1));
        assertThat(output(sketch, x, 1, value -> sketch.eachChannel(value,
                new PlaceFunction.Repeating(List.of(2))))).isEqualTo(Tensor.of(Shape.of(1, 1, 4), 4, 4, 8, 8));
    }

    @Example
    void flatteningOrdersFeaturesAsTheChannelsSay() throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Tensor x = Tensor.of(Shape.of(1, 2, 2), 1, 2, 3, 4);

        assertThat(output(sketch, x, 1, value -> sketch.flatten(value, 2)).entries())
                .isEqualTo(Tensor.of(Shape.of(4), 1, 2, 3, 4).entries());
        assertThat(output(sketch, last(x), -1, value -> sketch.flatten(value, 2)).entries())
                .isEqualTo(Tensor.of(Shape.of(4), 1, 3, 2, 4).entries());
    }

    @Property(tries = 20)
    void sumsSpreadSinglePlacesOverMany(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        Tensor x = sketch.tensor(Shape.of(SAMPLES, 2, 3));
        Value input = sketch.input(2, 1);
        Value mean = sketch.eachChannel(input, new PlaceFunction.OverAll(false, true));
        Network network = sketch.endingIn(sketch.sum(input, mean), sketch.product(mean, input));

        Evaluation evaluation = Evaluator.evaluate(network, List.of(x), Limits.USUAL);

        Tensor means = Tensor.byIndex(x.shape(), at -> IntStream.range(0, 3).mapToObj(p -> x.get(at[0], at[1], p))
                .reduce(BigFraction.ZERO, BigFraction::add).divide(3));
        assertThat(evaluation.of(network.outputs().get(0))).isEqualTo(x.plus(means));
        assertThat(evaluation.of(network.outputs().get(1))).isEqualTo(x.zip(means, BigFraction::multiply));
    }

    @Property(tries = 20)
    void batchNormalisationByARationalRootIsExact(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        Tensor x = sketch.tensor(Shape.of(SAMPLES, 2));
        Tensor mean = sketch.tensor(Shape.of(2));
        Value input = sketch.input(2, -1);
        Network network = sketch.endingIn(sketch.normalised(input, sketch.weights(mean),
                sketch.weights(Tensor.of(Shape.of(2), 3, 8)), BigFraction.ONE));

        Evaluation evaluation = Evaluator.evaluate(network, List.of(x), Limits.USUAL);

        assertThat(evaluation.closeness(network.outputs().get(0))).isEqualTo(Closeness.EXACT);
        assertThat(evaluation.of(network.outputs().get(0))).isEqualTo(Tensor.byIndex(x.shape(), at ->
                x.get(at).subtract(mean.entry(at[1])).divide(at[1] == 0 ? 2 : 3)));
    }

    /** 1 / sqrt 2 is between 0.70710678118654752 and 0.70710678118654753. */
    @Example
    void anotherRootIsCloseAndSaidToBeSo() throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Value input = sketch.input(1, -1);
        Network network = sketch.endingIn(sketch.normalised(input, sketch.weights(Tensor.zeros(Shape.of(1))),
                sketch.weights(Tensor.of(Shape.of(1), 2)), BigFraction.ZERO));

        Evaluation evaluation = Evaluator.evaluate(network, List.of(Tensor.of(Shape.of(1, 1), 1)), Limits.USUAL);

        BigFraction unit = new BigFraction(1, 100_000_000_000_000_000L);
        assertThat(evaluation.of(network.outputs().get(0)).entry(0))
                .isBetween(unit.multiply(70710678118654752L), unit.multiply(70710678118654753L));
        assertThat(evaluation.closeness(network.outputs().get(0))).isEqualTo(Closeness.NEAR);
    }

    @Property(tries = 20)
    void sharesOfSoftmaxAddUpToOneAndOrderAsTheirInputs(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        Value input = sketch.input(3, -1);
        Value output = sketch.like(input);
        sketch.builder().add(new Layer.Softmax("softmax", input, output));
        Network network = sketch.endingIn(output);
        Tensor x = sketch.tensor(Shape.of(1, 3));

        Tensor shares = Evaluator.evaluate(network, List.of(x), Limits.USUAL).of(network.outputs().get(0));

        assertThat(shares.sum()).isEqualTo(BigFraction.ONE);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(shares.entry(i).compareTo(shares.entry(k))).isEqualTo(x.entry(i).compareTo(x.entry(k)));
            }
        }
    }

    @Property(tries = 20)
    void whatIsNotUnderstoodIsDrawnAndTheSameForTheSame(@ForAll long seed) throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(seed));
        Value input = sketch.input(2, 1);
        Network network = sketch.endingIn(sketch.opaque(input), sketch.inWords(input, true));
        Tensor x = sketch.tensor(Shape.of(SAMPLES, 2, 2));
        Tensor half = Tensor.byIndex(x.shape(), at -> at[1] == 0 ? BigFraction.ZERO : x.get(at));

        Evaluation evaluation = Evaluator.evaluate(network, List.of(half), Limits.USUAL);
        Evaluation again = Evaluator.evaluate(network, List.of(half), Limits.USUAL);
        Evaluation other = Evaluator.evaluate(network, List.of(half.map(BigFraction.TWO::add)), Limits.USUAL);

        for (Value output : network.outputs()) {
            assertThat(evaluation.closeness(output)).isEqualTo(Closeness.DRAWN);
            assertThat(again.of(output)).isEqualTo(evaluation.of(output)).isNotEqualTo(other.of(output));
        }
        assertThat(evaluation.constant(network.outputs().get(1), 0)).contains(BigFraction.ZERO);
    }

    @Example
    void channelsThatAreConstantOrEqualAreTold() throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Value input = sketch.input(4, -1);
        Value output = sketch.activated(input, Activation.RELU);
        Network network = sketch.endingIn(output);

        Evaluation evaluation = Evaluator.evaluate(network,
                List.of(Tensor.of(Shape.of(2, 4), 1, -1, 1, 3, 2, -2, 2, 3)), Limits.USUAL);

        assertThat(evaluation.equalChannels(output)).containsExactly(List.of(0, 2));
        assertThat(evaluation.constant(output, 0)).isEmpty();
        assertThat(evaluation.constant(output, 1)).contains(BigFraction.ZERO);
        assertThat(evaluation.constant(output, 3)).contains(new BigFraction(3));
        assertThat(evaluation.channel(output, 2)).containsExactly(BigFraction.ONE, BigFraction.TWO);
    }

    @Example
    void whatIsTooMuchIsRefusedInOneLine() {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Network network = sketch.endingIn(sketch.dense(sketch.input(3, -1), 4));
        List<Tensor> inputs = List.of(sketch.tensor(Shape.of(2, 3)));

        assertThatThrownBy(() -> Evaluator.evaluate(network, inputs, new Limits(11, 1000, 1000)))
                .isInstanceOf(DomainException.class)
                .hasMessageMatching("layer dense\\d+: more than 11 parameters, expected a model small enough"
                        + " to be computed exactly");
        assertThatThrownBy(() -> Evaluator.evaluate(network, inputs, new Limits(12, 23, 1000)))
                .isInstanceOf(DomainException.class).hasMessageContaining("more than 23 operations");
    }

    /** A third has 2 bits, its square 4, the square of that 7. */
    @Example
    void longNumbersAreReplacedByNearOnesAndSaidToBeSo() throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Value input = sketch.input(1, -1);
        Value square = sketch.product(input, input);
        Network network = sketch.endingIn(square, sketch.product(square, square));
        Tensor third = Tensor.of(Shape.of(1, 1), new BigFraction(1, 3));

        Evaluation evaluation = Evaluator.evaluate(network, List.of(third), new Limits(1, 1, 6));

        assertThat(evaluation.closeness(network.outputs().get(0))).isEqualTo(Closeness.EXACT);
        assertThat(evaluation.closeness(network.outputs().get(1))).isEqualTo(Closeness.NEAR);
        BigFraction near = evaluation.of(network.outputs().get(1)).entry(0);
        assertThat(near.subtract(new BigFraction(1, 81)).abs()).isLessThan(new BigFraction(1, 81 * 4));
    }

    @Example
    void inputsThatDoNotFitAndWeightsThatAreNoNumbersAreRefused() {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Weights infinite = Weights.of("w", ElementType.FLOAT32, Dimensions.of(1, 3),
                (from, into) -> Arrays.fill(into, Code.INFINITY));
        Network network = sketch.endingIn(sketch.dense(sketch.input(3, -1), infinite, 0));

        assertThatThrownBy(() -> Evaluator.evaluate(network, List.of(sketch.tensor(Shape.of(2, 2))), Limits.USUAL))
                .isInstanceOf(DomainException.class).hasMessageContaining("expected 3 channels along axis -1");
        assertThatThrownBy(() -> Evaluator.evaluate(network, List.of(sketch.tensor(Shape.of(2, 3))), Limits.USUAL))
                .isInstanceOf(DomainException.class).hasMessageContaining("tensor w has entries that are no finite numbers");
        assertThatThrownBy(() -> Evaluator.evaluate(network, List.of(), Limits.USUAL))
                .isInstanceOf(DomainException.class).hasMessage("0 inputs, expected 1");
    }

    @Example
    void joinedChannelsStandOneBehindTheOther() throws IOException {
        ModelSketch sketch = new ModelSketch(new Random(0));
        Value first = sketch.input(1, 1);
        Value second = sketch.input(2, 1);
        Network network = sketch.endingIn(sketch.concatenation(first, second));

        Evaluation evaluation = Evaluator.evaluate(network,
                List.of(Tensor.of(Shape.of(1, 1, 2), 1, 2), Tensor.of(Shape.of(1, 2, 2), 3, 4, 5, 6)), Limits.USUAL);

        assertThat(network.outputs().get(0).channels()).isInstanceOf(Channels.Joined.class);
        assertThat(evaluation.of(network.outputs().get(0))).isEqualTo(Tensor.of(Shape.of(1, 3, 2), 1, 2, 3, 4, 5, 6));
    }

    @Example
    void functionsInPartsAreExact() {
        BigFraction half = BigFraction.ONE_HALF;
        PointwiseFunction clip = new PointwiseFunction.Clip(Optional.of(BigFraction.ZERO), Optional.of(half));

        assertThat(Functions.value(clip, BigFraction.MINUS_ONE)).isEqualTo(BigFraction.ZERO);
        assertThat(Functions.value(clip, BigFraction.ONE)).isEqualTo(half);
        assertThat(Functions.value(new PointwiseFunction.Affine(BigFraction.TWO, half), half)).isEqualTo(new BigFraction(3, 2));
        assertThat(Functions.closeness(clip)).isEqualTo(Closeness.EXACT);
        assertThat(Functions.closeness(new PointwiseFunction.Of(Activation.TANH))).isEqualTo(Closeness.NEAR);
        assertThat(Functions.closeness(new PointwiseFunction.Named("mystery", true))).isEqualTo(Closeness.DRAWN);
        assertThat(Functions.value(new PointwiseFunction.Named("mystery", true), BigFraction.ZERO)).isEqualTo(BigFraction.ZERO);
    }

    /** What the last layer of a model makes of this. */
    private static Tensor output(ModelSketch sketch, Tensor x, int axis, UnaryOperator<Value> made) throws IOException {
        Value input = sketch.input(x.shape().size(axis < 0 ? x.shape().axes() + axis : axis), axis);
        Value output = made.apply(input);
        List<Layer> layers = sketch.builder().build().layers();
        Network network = new Network(List.of(input), List.of(layers.get(layers.size() - 1)), List.of(output), List.of());
        return Evaluator.evaluate(network, List.of(x), Limits.USUAL).of(output);
    }

    private static Tensor last(Tensor x) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, x.shape().axes()).boxed().toList());
        order.add(order.remove(1));
        return x.permute(order);
    }

    private static Tensor applied(Differentiable forward, Tensor x, Tensor y) {
        return Tensor.ofValue(forward.operation().apply(x, y, null));
    }
}
