package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/** Networks of a shape, by their initialisation. */
public final class Networks {

    private Networks() {
    }

    /** Any parameters. */
    public static Arbitrary<Network> any(Shape shape) {
        return of(shape, Rationals.any());
    }

    static Arbitrary<Network> of(Shape shape, Arbitrary<BigFraction> entries) {
        return entries.list().ofSize(shape.parameters()).map(numbers -> shape.network(new Numbers(numbers)));
    }

    /** All parameters zero. */
    public static Network zero(Shape shape) {
        return shape.network(new Numbers(Collections.nCopies(shape.parameters(), BigFraction.ZERO)));
    }

    /** All parameters zero but for the output bias, if there is one, which is zero one time in two. */
    public static Arbitrary<Network> zeroBelowTheOutputBias(Shape shape) {
        Network zero = zero(shape);
        Layer last = zero.layers().get(shape.depth() - 1);
        return Arbitraries.oneOf(Arbitraries.just(Vector.zeros(shape.outputs())),
                        Rationals.any().list().ofSize(shape.outputs()).map(Vector::new))
                .map(bias -> withLayer(zero, shape.depth() - 1,
                        new Layer(last.weights(), last.bias().map(b -> bias), last.activation())));
    }

    /** Any parameters, but the weights of some layers zero, and those biases that are given. */
    private static Arbitrary<Network> with(Shape shape, List<Integer> zeroWeights, Arbitrary<BigFraction> biases) {
        return Combinators.combine(any(shape), biases.list().ofSize(shape.widths().stream().mapToInt(w -> w).sum()))
                .as((network, numbers) -> {
            Numbers source = new Numbers(numbers);
            List<Layer> layers = new ArrayList<>();
            for (Layer layer : network.layers()) {
                boolean zero = zeroWeights.contains(layers.size());
                layers.add(new Layer(zero ? Matrix.constant(layer.units(), layer.inputs(), BigFraction.ZERO) : layer.weights(),
                        layer.bias().map(b -> source.vector(b.size())), layer.activation()));
            }
            return new Network(layers);
        });
    }

    /** Any parameters but for the weights into the output, which are zero. */
    public static Arbitrary<Network> withZeroOutputWeights(Shape shape) {
        return with(shape, List.of(shape.depth() - 1), Rationals.any());
    }

    /** One hidden layer, whose weights and biases are zero; any weights into the output. */
    public static Arbitrary<Network> withZeroHiddenLayer(Shape shape) {
        return with(shape, List.of(0), Arbitraries.just(BigFraction.ZERO));
    }

    /** Any weights, and all biases zero. */
    public static Arbitrary<Network> withZeroBiases(Shape shape) {
        return with(shape, List.of(), Arbitraries.just(BigFraction.ZERO));
    }

    /** All weights zero, and such biases. */
    public static Arbitrary<Network> withZeroWeights(Shape shape, Arbitrary<BigFraction> biases) {
        return with(shape, IntStream.range(0, shape.depth()).boxed().toList(), biases);
    }

    /** Any parameters, but all units of the first layer with equal incoming weights and bias. */
    public static Arbitrary<Network> withEqualRows(Shape shape) {
        return any(shape).map(network -> {
            Layer layer = network.layers().get(0);
            List<Vector> rows = Collections.nCopies(layer.units(), layer.weights().row(0));
            return withLayer(network, 0, new Layer(new Matrix(rows), layer.bias().map(b -> Vector.constant(b.size(), b.get(0))),
                    layer.activation()));
        });
    }

    /** In each layer one number for all weights and one for all biases. */
    public static Arbitrary<Network> equal(Shape shape) {
        return Combinators.combine(Rationals.any().list().ofSize(shape.depth()), Rationals.any().list().ofSize(shape.depth()))
                .as((weights, biases) -> {
                    List<Layer> layers = new ArrayList<>();
                    for (int l = 0; l < shape.depth(); l++) {
                        Layer zero = zero(shape).layers().get(l);
                        Optional<Vector> bias = zero.bias().isPresent()
                                ? Optional.of(Vector.constant(zero.units(), biases.get(l))) : Optional.empty();
                        layers.add(new Layer(Matrix.constant(zero.units(), zero.inputs(), weights.get(l)), bias,
                                zero.activation()));
                    }
                    return new Network(layers);
                });
    }

    /**
     * The network in which unit j of a hidden layer is what unit {@code from.get(j)} was: incoming row, bias and outgoing column.
     */
    public static Network withUnits(Network network, int l, List<Integer> from) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer layer = layers.get(l);
        layers.set(l, new Layer(new Matrix(chosen(layer.weights().rows(), from)), layer.bias().map(b -> chosen(b, from)),
                layer.activation()));
        layers.set(l + 1, withInputs(layers.get(l + 1), from));
        return new Network(layers);
    }

    /** The layer whose column k is what column {@code from.get(k)} was. */
    static Layer withInputs(Layer layer, List<Integer> from) {
        return new Layer(new Matrix(layer.weights().rows().stream().map(row -> chosen(row, from)).toList()), layer.bias(),
                layer.activation());
    }

    static Network withLayer(Network network, int l, Layer layer) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(l, layer);
        return new Network(layers);
    }

    static Vector chosen(Vector vector, List<Integer> from) {
        return new Vector(chosen(vector.entries(), from));
    }

    private static <T> List<T> chosen(List<T> list, List<Integer> from) {
        return from.stream().map(list::get).toList();
    }

    /** The same network with another activation on its last layer. */
    public static Network withOutputActivation(Network network, Activation last) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer output = layers.remove(layers.size() - 1);
        layers.add(new Layer(output.weights(), output.bias(), last));
        return new Network(layers);
    }
}
