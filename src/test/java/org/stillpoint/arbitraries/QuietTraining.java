package org.stillpoint.arbitraries;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.reference.ReferenceEngine;
import org.stillpoint.training.Evaluation;

/**
 * Trainings of networks of one output that are right about nearly all samples by a wide margin: most steps move nothing. Numbers
 * double in length with each step that does move a network of two hidden layers, so that only such trainings are long and deep.
 */
final class QuietTraining {

    /** The least size of an output at the start. */
    private static final BigFraction MARGIN = new BigFraction(8);

    /** In bits: a training ends before the first step with longer numbers. */
    private static final int LONGEST = 400;

    private QuietTraining() {
    }

    /**
     * A training with the signs of the outputs as labels, but for the last one, which is the opposite; outputs are scaled in the
     * last layer.
     *
     * @param inputs those for which the output is 0 are left out
     * @param settings with a loss of labels; there are fewer steps if numbers become too long
     * @return empty if every output is 0
     */
    static Optional<TrainingRun> of(Network network, List<Vector> inputs, Settings settings) {
        List<Vector> decided = inputs.stream().filter(x -> output(network, x).signum() != 0).toList();
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        BigFraction least = decided.stream().map(x -> output(network, x).abs())
                .reduce((a, b) -> a.compareTo(b) < 0 ? a : b).get();
        Network certain = scaled(network, ceiling(MARGIN.divide(least)));
        List<Vector> labels = new ArrayList<>(decided.stream().map(x -> Vector.of(label(output(network, x).signum()))).toList());
        int last = labels.size() - 1;
        labels.set(last, Vector.of(labels.get(last).get(0).negate()));
        return Optional.of(cut(new TrainingRun(certain, new DataSet(decided, labels), settings, settings.loss().rational())));
    }

    private static BigFraction output(Network network, Vector input) {
        return Evaluation.output(network, input).get(0);
    }

    private static BigFraction label(int sign) {
        return new BigFraction(sign);
    }

    private static BigFraction ceiling(BigFraction positive) {
        return new BigFraction(positive.getNumerator().divide(positive.getDenominator()).add(BigInteger.ONE));
    }

    private static Network scaled(Network network, BigFraction factor) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer last = layers.remove(layers.size() - 1);
        layers.add(new Layer(new Matrix(last.weights().rows().stream().map(row -> scaled(row, factor)).toList()),
                last.bias().map(bias -> scaled(bias, factor)), last.activation()));
        return new Network(layers);
    }

    private static Vector scaled(Vector vector, BigFraction factor) {
        return new Vector(vector.entries().stream().map(factor::multiply).toList());
    }

    private static TrainingRun cut(TrainingRun run) {
        Course course = ReferenceEngine.descent(run.network(), Optional.empty(), run.data(), run.settings(), run.derivative());
        int steps = 0;
        course.step();
        while (course.exact() <= LONGEST && steps < run.settings().steps()) {
            course.step();
            steps++;
        }
        return run.withSettings(run.settings().withSteps(steps));
    }
}
