package org.stillpoint.arbitraries;

import java.util.ArrayList;
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

/** A training without decay whose weight matrices start with ones on the diagonal and zeros elsewhere, and the biases at zero. */
public record IdentityStartRun(TrainingRun run) implements Sample {

    /** One or two inputs, hidden layers that are wider, and outputs as given. */
    private static Arbitrary<Shape> shapes(Arbitrary<Integer> outputs) {
        return Combinators.combine(Shape.deepWithActivationsThatAreZeroAtZero(), outputs).flatAs((shape, last) ->
                Arbitraries.integers().between(1, Math.min(last, 2)).map(inputs -> wider(shape, inputs).withOutputs(last)));
    }

    private static Shape wider(Shape shape, int inputs) {
        Shape wider = shape.withWidth(0, inputs);
        for (int l = 1; l < shape.depth(); l++) {
            wider = wider.withWidth(l, Math.max(inputs + 1, Math.min(3, shape.widths().get(l))));
        }
        return wider;
    }

    /** With no more outputs than inputs, and any activations that are 0 at 0. */
    public static Arbitrary<IdentityStartRun> withFewOutputs() {
        return from(shapes(Arbitraries.integers().between(1, 2)).map(shape ->
                shape.withOutputs(Math.min(shape.outputs(), shape.inputs()))));
    }

    /** With more outputs than inputs, and ReLU. */
    public static Arbitrary<IdentityStartRun> ofReluWithManyOutputs() {
        return from(shapes(Arbitraries.integers().between(2, 3)).map(shape ->
                shape.withOutputs(Math.max(shape.outputs(), shape.inputs() + 1)).withRelu()));
    }

    private static Arbitrary<IdentityStartRun> from(Arbitrary<Shape> shapes) {
        return Budget.cut(TrainingRun.from(shapes, shape -> Networks.any(shape).map(IdentityStartRun::identities))
                        .map(run -> run.withSettings(run.settings().withWeightDecay(BigFraction.ZERO))))
                .map(IdentityStartRun::new);
    }

    /** The network of this shape in which all weights are identities, and the biases zero. */
    public static Network identities(Network shape) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : shape.layers()) {
            layers.add(layer(layer.units(), layer.inputs(), layer.bias().isPresent(), layer.activation()));
        }
        return new Network(layers);
    }

    private static Layer layer(int units, int inputs, boolean bias, Activation activation) {
        Matrix identity = new Matrix(IntStream.range(0, units).mapToObj(j -> new Vector(IntStream.range(0, inputs)
                .mapToObj(k -> k == j ? BigFraction.ONE : BigFraction.ZERO).toList())).toList());
        return new Layer(identity, bias ? Optional.of(Vector.zeros(units)) : Optional.empty(), activation);
    }
}
