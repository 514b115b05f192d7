package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;

/** The numbers that the laws of backpropagation compare, of the network that a training starts from and all of its data. */
record Laws(Run run) {

    private NetworkGradient gradient(DataSet data, LossDerivative loss) {
        return Gradients.mean(run.start(), data, loss, run.settings().kappa());
    }

    private LossDerivative loss() {
        return run.settings().loss().rational();
    }

    private DataSet sample(int i) {
        return new DataSet(List.of(run.data().inputs().get(i)), List.of(run.data().targets().get(i)));
    }

    private Stream<DataSet> samples() {
        return IntStream.range(0, run.data().size()).mapToObj(this::sample);
    }

    /** LAW-3: the largest difference between the gradient of all samples at once and the mean of the gradients of each. */
    BigFraction gradientFromMean() {
        List<BigFraction> sum = samples().map(sample -> gradient(sample, loss()).parameters())
                .reduce((a, b) -> plus(a, BigFraction.ONE, b)).orElseThrow();
        BigFraction share = BigFraction.getReducedFraction(1, run.data().size());
        return Extremes.apart(gradient(run.data(), loss()).parameters(), sum.stream().map(share::multiply).toList());
    }

    /** LAW-4: how far the gradient for g + c h is from that for g and c times that for h, where h is 1 for each output. */
    BigFraction gradientFromLinear(BigFraction c) {
        LossDerivative ones = (f, y) -> Collections.nCopies(f.length, BigFraction.ONE).toArray(BigFraction[]::new);
        LossDerivative both = (f, y) -> plus(List.of(loss().at(f, y)), c, List.of(ones.at(f, y))).toArray(BigFraction[]::new);
        return Extremes.apart(gradient(run.data(), both).parameters(),
                plus(gradient(run.data(), loss()).parameters(), c, gradient(run.data(), ones).parameters()));
    }

    private static List<BigFraction> plus(List<BigFraction> a, BigFraction c, List<BigFraction> b) {
        return IntStream.range(0, a.size()).mapToObj(i -> a.get(i).add(c.multiply(b.get(i)))).toList();
    }

    /** LAW-5: the inner product of a layer's weights with their gradient. */
    BigFraction weightsTimesGradient(int layer) {
        return inner(entries(run.start().layers().get(layer).weights()),
                entries(gradient(run.data(), loss()).layers().get(layer).weights()));
    }

    /** LAW-5: the mean of g f. */
    BigFraction errorTimesOutput() {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < run.data().size(); i++) {
            Vector output = Evaluation.output(run.start(), run.data().inputs().get(i));
            sum = sum.add(inner(output.entries(),
                    List.of(loss().at(array(output), array(run.data().targets().get(i))))));
        }
        return sum.divide(run.data().size());
    }

    /** LAW-6: the rank of the gradient of a layer's weights for one sample. */
    int rankOfGradient(int layer, int sample) {
        return Rank.of(gradient(sample(sample), loss()).layers().get(layer).weights().rows());
    }

    /** LAW-7: by how much the changes of the rows of the first layer between two networks raise the rank of the inputs. */
    int rankBeyondInputs(Network from, Network to) {
        List<Vector> all = new ArrayList<>(run.data().inputs());
        for (int j = 0; j < from.layers().get(0).units(); j++) {
            all.add(new Vector(plus(to.layers().get(0).weights().row(j).entries(), BigFraction.MINUS_ONE,
                    from.layers().get(0).weights().row(j).entries())));
        }
        return Rank.of(all) - Rank.of(run.data().inputs());
    }

    /**
     * LAW-8 of one unit, BAL-2 of two: the inner product of their incoming weights and biases, less that of their outgoing
     * weights.
     */
    static BigFraction balance(Network network, int layer, int unit, int other) {
        return balance(network.layers().get(layer).weights(), network.layers().get(layer).bias(),
                network.layers().get(layer + 1).weights(), unit, other);
    }

    /** The same of a gradient. */
    static BigFraction balance(NetworkGradient gradient, int layer, int unit, int other) {
        return balance(gradient.layers().get(layer).weights(), gradient.layers().get(layer).bias(),
                gradient.layers().get(layer + 1).weights(), unit, other);
    }

    private static BigFraction balance(Matrix below, Optional<Vector> bias, Matrix above, int unit, int other) {
        BigFraction in = inner(below.row(unit).entries(), below.row(other).entries())
                .add(bias.map(b -> b.get(unit).multiply(b.get(other))).orElse(BigFraction.ZERO));
        return in.subtract(inner(above.column(unit).entries(), above.column(other).entries()));
    }

    /**
     * ZERO-11: (R / gamma)^2, with gamma the least y f over the length of the teacher's parameters, f being the teacher's output;
     * 0 if the teacher does not classify every sample.
     */
    BigFraction mistakeBound() {
        List<BigFraction> teacher = run.teacher().parameters();
        BigFraction margin = Extremes.minimum(IntStream.range(0, run.data().size()).mapToObj(i -> inner(
                run.data().targets().get(i).entries(), Evaluation.output(run.teacher(), run.data().inputs().get(i)).entries()))
                .toList());
        BigFraction radius = Extremes.maximum(run.data().inputs().stream().map(x -> inner(x.entries(), x.entries())).toList());
        return margin.signum() <= 0 ? BigFraction.ZERO : radius.multiply(inner(teacher, teacher)).divide(margin.multiply(margin));
    }

    private static BigFraction[] array(Vector vector) {
        return vector.entries().toArray(BigFraction[]::new);
    }

    private static List<BigFraction> entries(Matrix matrix) {
        return matrix.rows().stream().flatMap(row -> row.entries().stream()).toList();
    }

    static BigFraction inner(List<BigFraction> a, List<BigFraction> b) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = sum.add(a.get(i).multiply(b.get(i)));
        }
        return sum;
    }
}
