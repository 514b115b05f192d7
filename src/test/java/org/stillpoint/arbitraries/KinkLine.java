package org.stillpoint.arbitraries;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/**
 * A line through a network of one hidden layer of ReLU, and the mean over samples of the inner product of output and target along
 * it. Until a unit changes its side that is a polynomial of degree 2, so that its values give one-sided derivatives exactly.
 *
 * @param direction of the network's own shape
 */
public record KinkLine(Network network, Network direction, DataSet data) {

    /** Often with hidden units at the kink: on all samples, or where weights and sample happen to be orthogonal. */
    public static Arbitrary<KinkLine> any() {
        return Arbitraries.frequencyOf(Tuple.of(4, anywhere()), Tuple.of(1, mirrored()));
    }

    private static Arbitrary<KinkLine> anywhere() {
        return shapes().flatMap(shape -> Combinators.combine(
                Arbitraries.frequencyOf(Tuple.of(2, Networks.any(shape)), Tuple.of(1, Networks.withZeroHiddenLayer(shape)),
                        Tuple.of(1, Networks.withZeroBiases(shape))),
                Networks.any(shape), DataSets.any(shape.inputs(), shape.outputs())).as(KinkLine::new));
    }

    /** Without biases and with each sample's opposite: at a hidden layer of zeros both bends of relu(q) - relu(-q) cancel. */
    private static Arbitrary<KinkLine> mirrored() {
        return shapes().map(shape -> shape.withBiases(false)).flatMap(shape -> Combinators.combine(
                Networks.withZeroHiddenLayer(shape), Networks.any(shape), DataSets.any(shape.inputs(), shape.outputs()))
                .as((network, direction, data) -> new KinkLine(network, direction, new DataSet(
                        withOpposites(data.inputs()), withOpposites(data.targets())))));
    }

    private static Arbitrary<Shape> shapes() {
        return Shape.oneHiddenLayer().map(Shape::withRelu);
    }

    private static List<Vector> withOpposites(List<Vector> vectors) {
        return Stream.concat(vectors.stream(), vectors.stream().map(vector -> new Vector(
                vector.entries().stream().map(BigFraction::negate).toList()))).toList();
    }

    public Network at(BigFraction t) {
        List<BigFraction> start = network.parameters();
        List<BigFraction> along = direction.parameters();
        return Shape.of(network).network(new Numbers(IntStream.range(0, start.size())
                .mapToObj(i -> start.get(i).add(t.multiply(along.get(i)))).toList()));
    }

    public BigFraction value(BigFraction t) {
        Network moved = at(t);
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < data.size(); i++) {
            Vector output = Evaluation.output(moved, data.inputs().get(i));
            Vector target = data.targets().get(i);
            for (int j = 0; j < output.size(); j++) {
                sum = sum.add(output.get(j).multiply(target.get(j)));
            }
        }
        return sum.divide(data.size());
    }

    private BigFraction quotient(BigFraction t) {
        return value(t).subtract(value(BigFraction.ZERO)).divide(t);
    }

    /** Of a quotient a + b t, which is that of a polynomial of degree 2, the number a. */
    private BigFraction limit(BigFraction t) {
        return quotient(t.divide(2)).multiply(2).subtract(quotient(t));
    }

    public BigFraction fromTheRight() {
        return limit(step());
    }

    public BigFraction fromTheLeft() {
        return limit(step().negate());
    }

    public BigFraction centralDifference(BigFraction t) {
        return quotient(t).add(quotient(t.negate())).divide(2);
    }

    /** A step both ways within which no hidden unit comes to the kink that is not there. */
    public BigFraction step() {
        BigFraction step = BigFraction.ONE;
        for (int i = 0; i < data.size(); i++) {
            Vector before = hidden(BigFraction.ZERO, i);
            Vector after = hidden(BigFraction.ONE, i);
            for (int j = 0; j < before.size(); j++) {
                BigFraction z = before.get(j);
                BigFraction rate = after.get(j).subtract(z);
                if (z.signum() != 0 && rate.signum() != 0) {
                    BigFraction half = z.divide(rate).abs().divide(2);
                    step = half.compareTo(step) < 0 ? half : step;
                }
            }
        }
        return step;
    }

    /** Whether a hidden unit is at its kink on some sample, and leaves it along the line. */
    public boolean leavesAKink() {
        return IntStream.range(0, data.size()).anyMatch(i -> {
            Vector before = hidden(BigFraction.ZERO, i);
            Vector after = hidden(BigFraction.ONE, i);
            return IntStream.range(0, before.size()).anyMatch(j -> before.get(j).signum() == 0 && after.get(j).signum() != 0);
        });
    }

    private Vector hidden(BigFraction t, int sample) {
        return Evaluation.preactivations(at(t), List.of(data.inputs().get(sample))).toList().get(0).get(0);
    }
}
