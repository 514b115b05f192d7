package org.stillpoint.arbitraries;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/**
 * Samples with the labels 1 and -1 that a hyperplane through the origin separates.
 *
 * @param normal to the hyperplane, on the side of the label 1
 */
public record SeparableData(Vector normal, DataSet data) {

    /** One to five samples of one to three small integers. */
    public static Arbitrary<SeparableData> any() {
        return Arbitraries.integers().between(1, 3)
                .flatMap(width -> Combinators.combine(vector(width), vector(width).list().ofMinSize(1).ofMaxSize(5))
                .as(SeparableData::labelled)).filter(Optional::isPresent).map(Optional::get);
    }

    private static Arbitrary<Vector> vector(int width) {
        return DataSets.vector(width, Arbitraries.integers().between(-3, 3).map(BigFraction::new));
    }

    /** Leaves out the samples on the hyperplane; empty if none is left. */
    private static Optional<SeparableData> labelled(Vector normal, List<Vector> inputs) {
        List<Vector> off = inputs.stream().filter(x -> dot(normal, x).signum() != 0).toList();
        return off.isEmpty() ? Optional.empty() : Optional.of(new SeparableData(normal, new DataSet(off,
                off.stream().map(x -> Vector.of(new BigFraction(dot(normal, x).signum()))).toList())));
    }

    /** One step of the perceptron from a network. */
    public TrainingRun perceptron(Network network, BigFraction rate) {
        return new TrainingRun(network, data, Settings.defaults(1).withLoss(Loss.PERCEPTRON).withLearningRate(rate),
                Loss.PERCEPTRON);
    }

    /**
     * Novikoff's bound {@code (R / gamma)^2}: R the largest length of an input, gamma the smallest distance from the hyperplane.
     */
    public BigFraction bound() {
        BigFraction longest = data.inputs().stream().map(x -> dot(x, x)).max(BigFraction::compareTo).orElseThrow();
        BigFraction nearest = data.inputs().stream().map(x -> dot(normal, x).abs()).min(BigFraction::compareTo).orElseThrow();
        return longest.multiply(dot(normal, normal)).divide(nearest.multiply(nearest));
    }

    private static BigFraction dot(Vector a, Vector b) {
        BigFraction sum = BigFraction.ZERO;
        for (int k = 0; k < a.size(); k++) {
            sum = sum.add(a.get(k).multiply(b.get(k)));
        }
        return sum;
    }
}
