package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/** Balanced labels, and a network with one hidden layer of ReLU that gives each sample the sign of its label. */
public record RealizableData(Network teacher, DataSet data) {

    private static final int INPUTS = 6;

    /** Two to six samples. */
    public static Arbitrary<RealizableData> balanced() {
        return Shape.oneHiddenLayer().map(shape -> shape.withOutputs(1).withBiases(true).withRelu())
                .flatMap(shape -> Combinators.combine(Networks.any(shape),
                        DataSets.vector(shape.inputs(), Rationals.any()).list().ofSize(INPUTS)).as(RealizableData::separate))
                .filter(Optional::isPresent).map(Optional::get);
    }

    /** Moves the output bias between two outputs, as near the middle as they differ; empty if all outputs are equal. */
    private static Optional<RealizableData> separate(Network network, List<Vector> inputs) {
        List<Vector> ordered = inputs.stream().sorted(Comparator.comparing(input -> output(network, input))).toList();
        return IntStream.range(1, INPUTS).boxed()
                .filter(i -> output(network, ordered.get(i - 1)).compareTo(output(network, ordered.get(i))) < 0)
                .min(Comparator.comparing(i -> Math.abs(2 * i - INPUTS)))
                .map(i -> between(network, ordered, i));
    }

    private static RealizableData between(Network network, List<Vector> ordered, int boundary) {
        int each = Math.min(boundary, INPUTS - boundary);
        List<Vector> targets = new ArrayList<>(Collections.nCopies(each, Vector.of("-1")));
        targets.addAll(Collections.nCopies(each, Vector.of("1")));
        BigFraction threshold = output(network, ordered.get(boundary - 1)).add(output(network, ordered.get(boundary))).divide(2);
        return new RealizableData(shifted(network, threshold.negate()),
                new DataSet(ordered.subList(boundary - each, boundary + each), targets));
    }

    private static Network shifted(Network network, BigFraction shift) {
        Layer last = network.layers().get(1);
        return Networks.withLayer(network, 1, new Layer(last.weights(),
                last.bias().map(b -> Vector.of(b.get(0).add(shift))), last.activation()));
    }

    public Shape shape() {
        return Shape.of(teacher);
    }

    /** The sum over the samples of label times activation, of one hidden unit of the teacher. */
    public BigFraction correlation(int unit) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < data.size(); i++) {
            BigFraction z = preactivation(unit, data.inputs().get(i));
            if (z.signum() > 0) {
                sum = sum.add(data.targets().get(i).get(0).multiply(z));
            }
        }
        return sum;
    }

    private BigFraction preactivation(int unit, Vector input) {
        Layer hidden = teacher.layers().get(0);
        BigFraction z = hidden.bias().orElseThrow().get(unit);
        for (int k = 0; k < input.size(); k++) {
            z = z.add(hidden.weights().get(unit, k).multiply(input.get(k)));
        }
        return z;
    }

    /** All zero but for one hidden unit, which is eps times that of the teacher with output weight eps times a sign. */
    public Network zeroButFor(int unit, BigFraction eps, int sign) {
        Layer hidden = teacher.layers().get(0);
        BigFraction[] bias = zeros(hidden.units());
        bias[unit] = eps.multiply(hidden.bias().orElseThrow().get(unit));
        BigFraction[] outgoing = zeros(hidden.units());
        outgoing[unit] = eps.multiply(sign);
        List<Vector> rows = IntStream.range(0, hidden.units()).mapToObj(j -> j == unit
                ? new Vector(hidden.weights().row(j).entries().stream().map(eps::multiply).toList())
                : Vector.zeros(hidden.inputs())).toList();
        return Network.of(
                new Layer(new Matrix(rows), Optional.of(Vector.of(bias)), hidden.activation()),
                new Layer(Matrix.of(Vector.of(outgoing)), Optional.of(Vector.zeros(1)), teacher.layers().get(1).activation()));
    }

    /** Whether no parameter is further from zero than the radius, and no output from zero than 1. */
    public boolean staysWithin(BigFraction radius, Network network) {
        return network.parameters().stream().allMatch(parameter -> parameter.abs().compareTo(radius) <= 0)
                && data.inputs().stream().allMatch(input -> output(network, input).abs().compareTo(BigFraction.ONE) < 0);
    }

    private static BigFraction[] zeros(int size) {
        return Vector.zeros(size).entries().toArray(BigFraction[]::new);
    }

    private static BigFraction output(Network network, Vector input) {
        return Evaluation.output(network, input).get(0);
    }
}
