package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.ParameterSpace;

/**
 * A network with data for a loss, of numbers so small and few that pre-activations and losses are often at kinks; and a direction
 * in which all its parameters move.
 */
public record KinkPoint(Network network, DataSet data, RationalLoss loss, List<BigFraction> direction) {

    private static final int MAX_SIZE = 3;

    /** So short that no pre-activation, of numbers as these, changes its side on the way. */
    private static final BigFraction SHORT = new BigFraction(1, 2).pow(200);

    /** Every loss, and any activations whose pieces are linear. */
    public static Arbitrary<KinkPoint> any() {
        return of(narrow(Shape.withPiecewiseLinearActivations().filter(shape -> shape.depth() <= MAX_SIZE)),
                Arbitraries.of(RationalLoss.values()));
    }

    /** One hidden layer of ReLU, and every loss. */
    public static Arbitrary<KinkPoint> oneHiddenLayer() {
        return of(narrow(Shape.oneHiddenLayer().map(Shape::withRelu)), Arbitraries.of(RationalLoss.values()));
    }

    /** As {@link #oneHiddenLayer}, with hidden biases, and off the kinks of the loss at the outputs. */
    public static Arbitrary<KinkPoint> oneHiddenLayerWithBiases() {
        return of(narrow(Shape.oneHiddenLayer().map(shape -> shape.withRelu().withBiases(true))),
                Arbitraries.of(RationalLoss.values())).map(KinkPoint::offTheKinksOfItsLoss);
    }

    /** Under the squared loss, if an output is at a kink of its own. */
    private KinkPoint offTheKinksOfItsLoss() {
        boolean atKink = IntStream.range(0, data.size()).anyMatch(i -> {
            Vector output = Evaluation.output(network, data.inputs().get(i));
            return IntStream.range(0, output.size())
                    .anyMatch(j -> Kinks.side(loss, output.get(j), data.targets().get(i).get(j)) == 0);
        });
        return atKink ? new KinkPoint(network, data, RationalLoss.SQUARED, direction) : this;
    }

    /** Where all pre-activations of the first layer are 0, and those behind it often are too. */
    public KinkPoint withZeroFirstLayer() {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer first = layers.get(0);
        layers.set(0, new Layer(Matrix.constant(first.units(), first.inputs(), BigFraction.ZERO),
                first.bias().map(bias -> Vector.zeros(bias.size())), first.activation()));
        return new KinkPoint(new Network(layers), data, loss, direction);
    }

    private static Arbitrary<Shape> narrow(Arbitrary<Shape> shapes) {
        return shapes.map(shape -> IntStream.range(0, shape.widths().size()).boxed()
                .reduce(shape, (s, l) -> s.withWidth(l, Math.min(2, s.widths().get(l))), (a, b) -> a));
    }

    private static Arbitrary<KinkPoint> of(Arbitrary<Shape> shapes, Arbitrary<RationalLoss> losses) {
        return shapes.flatMap(shape -> Combinators.combine(Networks.of(shape, number()), data(shape), losses,
                Arbitraries.integers().between(-2, 2).map(BigFraction::new).list().ofSize(shape.parameters()))
                .as(KinkPoint::new));
    }

    private static Arbitrary<DataSet> data(Shape shape) {
        return Arbitraries.integers().between(1, MAX_SIZE).flatMap(size -> Combinators.combine(
                DataSets.vector(shape.inputs(), number()).list().ofSize(size),
                DataSets.vector(shape.outputs(), Arbitraries.of(BigFraction.ONE, BigFraction.MINUS_ONE)).list().ofSize(size))
                .as(DataSet::new));
    }

    private static Arbitrary<BigFraction> number() {
        return Arbitraries.frequency(Tuple.of(3, BigFraction.ZERO), Tuple.of(3, BigFraction.ONE),
                Tuple.of(3, BigFraction.MINUS_ONE), Tuple.of(1, BigFraction.ONE_HALF));
    }

    /**
     * The right derivative of the mean loss along a direction, from its values alone: close enough it is a polynomial in the way
     * that is gone, of no higher degree than twice the depth, and so its differences give its derivative at the start.
     */
    public BigFraction rightDerivative(List<BigFraction> along) {
        Network parameters = Shape.of(network).network(new Numbers(along));
        List<BigFraction> differences = IntStream.rangeClosed(0, 2 * network.layers().size())
                .mapToObj(k -> Evaluation.meanLoss(
                        ParameterSpace.addScaled(network, SHORT.multiply(k), parameters), data, loss)).toList();
        BigFraction sum = BigFraction.ZERO;
        for (int n = 1; differences.size() > 1; n++) {
            List<BigFraction> last = differences;
            differences = IntStream.range(1, last.size()).mapToObj(i -> last.get(i).subtract(last.get(i - 1))).toList();
            BigFraction term = differences.get(0).divide(n);
            sum = n % 2 == 1 ? sum.add(term) : sum.subtract(term);
        }
        return sum.divide(SHORT);
    }

    /** Minus the right derivative the other way. */
    public BigFraction leftDerivative(List<BigFraction> along) {
        return rightDerivative(along.stream().map(BigFraction::negate).toList()).negate();
    }

    /** The direction in which one parameter moves. */
    public List<BigFraction> unit(int index) {
        return IntStream.range(0, direction.size()).mapToObj(i -> i == index ? BigFraction.ONE : BigFraction.ZERO).toList();
    }
}
