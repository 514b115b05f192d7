package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;

/**
 * A network without its numbers.
 *
 * @param widths inputs, hidden units a layer, outputs
 * @param biased for each layer, whether it has a bias
 * @param hidden the activation of each hidden layer
 */
public record Shape(List<Integer> widths, List<Boolean> biased, List<Activation> hidden) {

    public static final int MAX_WIDTH = 4;

    /** One to four layers, widths from 1 to 4. */
    public static Arbitrary<Shape> any() {
        return ofDepth(Arbitraries.integers().between(1, 4));
    }

    /** One to three hidden layers, widths from 1 to 4. */
    public static Arbitrary<Shape> deep() {
        return ofDepth(Arbitraries.integers().between(2, 4));
    }

    /** One hidden layer, widths from 1 to 4. */
    public static Arbitrary<Shape> oneHiddenLayer() {
        return ofDepth(Arbitraries.just(2));
    }

    /** As {@link #any}, but with every activation there is in the hidden layers, ReLU in four of ten. */
    public static Arbitrary<Shape> withEveryActivation() {
        return any().flatMap(Shape::varied);
    }

    /**
     * As {@link #deep}, but with every activation whose pieces are linear; fractions stay short over several steps of training.
     */
    static Arbitrary<Shape> deepWithPiecewiseLinearActivations() {
        return deep().flatMap(Shape::piecewiseLinear);
    }

    private Arbitrary<Shape> varied() {
        return drawn(Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(Activation.RELU)),
                Tuple.of(7, rationalActivation())));
    }

    /** As {@link #deep}, but with every activation in the hidden layers that is 0 at 0. */
    public static Arbitrary<Shape> deepWithActivationsThatAreZeroAtZero() {
        return deep().flatMap(shape -> shape.drawn(rationalActivation().filter(Activation::mapsZeroToZero)));
    }

    /** One hidden layer, with an activation that never decreases. */
    public static Arbitrary<Shape> oneMonotoneHiddenLayer() {
        return oneHiddenLayer()
                .flatMap(shape -> shape.drawn(rationalActivation().filter(each -> each != Activation.ABS)));
    }

    /** As {@link #any}, but with every activation whose pieces are linear. */
    static Arbitrary<Shape> withPiecewiseLinearActivations() {
        return any().flatMap(Shape::piecewiseLinear);
    }

    private Arbitrary<Shape> piecewiseLinear() {
        return drawn(Arbitraries.frequency(Tuple.of(4, Activation.RELU), Tuple.of(1, Activation.IDENTITY),
                Tuple.of(1, Activation.LEAKY_RELU), Tuple.of(1, Activation.ABS), Tuple.of(1, Activation.HARD_TANH)));
    }

    /** Every activation that is exact, leaky-relu with its usual slope only. */
    public static Arbitrary<Activation> rationalActivation() {
        return Arbitraries.of(RationalActivation.all()).map(Function.identity());
    }

    private Arbitrary<Shape> drawn(Arbitrary<Activation> activations) {
        return activations.list().ofSize(depth() - 1).map(this::withHidden);
    }

    private static Arbitrary<Shape> ofDepth(Arbitrary<Integer> depths) {
        return depths.flatMap(depth -> Combinators.combine(
                Arbitraries.integers().between(1, MAX_WIDTH).list().ofSize(depth + 1),
                biases(depth),
                Arbitraries.<Activation>frequency(Tuple.of(4, Activation.RELU), Tuple.of(1, Activation.IDENTITY)).list()
                        .ofSize(depth - 1))
                .as(Shape::new));
    }

    /** All layers with a bias, none, or some. */
    private static Arbitrary<List<Boolean>> biases(int depth) {
        return Arbitraries.oneOf(
                Arbitraries.of(true, false).map(biased -> Collections.nCopies(depth, biased)),
                Arbitraries.of(true, false).list().ofSize(depth));
    }

    public static Shape of(Network network) {
        List<Layer> layers = network.layers();
        return new Shape(network.widths(), layers.stream().map(layer -> layer.bias().isPresent()).toList(),
                layers.subList(0, layers.size() - 1).stream().map(Layer::activation).toList());
    }

    int depth() {
        return biased.size();
    }

    public int inputs() {
        return widths.get(0);
    }

    public int outputs() {
        return widths.get(depth());
    }

    public Shape withOutputs(int outputs) {
        return withWidth(depth(), outputs);
    }

    /** The same but for the units of one layer; the inputs are layer 0 here, the first hidden layer is 1. */
    Shape withWidth(int layer, int units) {
        List<Integer> changed = new ArrayList<>(widths);
        changed.set(layer, units);
        return new Shape(changed, biased, hidden);
    }

    public Shape withOutputBias(boolean bias) {
        List<Boolean> changed = new ArrayList<>(biased);
        changed.set(depth() - 1, bias);
        return new Shape(widths, changed, hidden);
    }

    /** Every layer with a bias, or none. */
    public Shape withBiases(boolean bias) {
        return new Shape(widths, Collections.nCopies(depth(), bias), hidden);
    }

    public Shape withRelu() {
        return withHidden(Activation.RELU);
    }

    /** One activation in all hidden layers. */
    public Shape withHidden(Activation activation) {
        return withHidden(Collections.nCopies(depth() - 1, activation));
    }

    private Shape withHidden(List<Activation> activations) {
        return new Shape(widths, biased, activations);
    }

    /** The layer of this shape, from 0, with all its numbers taken in turn from a source. */
    Layer layer(int l, Numbers numbers) {
        return new Layer(numbers.matrix(widths.get(l + 1), widths.get(l)),
                biased.get(l) ? Optional.of(numbers.vector(widths.get(l + 1))) : Optional.empty(),
                l < hidden.size() ? hidden.get(l) : Activation.IDENTITY);
    }

    Network network(Numbers numbers) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < depth(); l++) {
            layers.add(layer(l, numbers));
        }
        return new Network(layers);
    }

    int parameters() {
        int count = 0;
        for (int l = 0; l < depth(); l++) {
            count += widths.get(l + 1) * (widths.get(l) + (biased.get(l) ? 1 : 0));
        }
        return count;
    }
}
