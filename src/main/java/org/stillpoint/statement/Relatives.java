package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;

/**
 * Networks that theorems relate to the one that is trained: with two units exchanged, or with one unit in the place of equal
 * ones.
 */
record Relatives(Run run) {

    /** A network with two units of a hidden layer exchanged. */
    static Network exchanged(Network network, int layer, int unit, int other) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer below = layers.get(layer);
        Layer above = layers.get(layer + 1);
        UnaryOperator<Vector> swap = vector -> new Vector(swapped(vector.entries(), unit, other));
        layers.set(layer, new Layer(new Matrix(swapped(below.weights().rows(), unit, other)), below.bias().map(swap),
                below.activation()));
        layers.set(layer + 1, new Layer(new Matrix(above.weights().rows().stream().map(swap).toList()), above.bias(),
                above.activation()));
        return new Network(layers);
    }

    private static <T> List<T> swapped(List<T> list, int i, int j) {
        List<T> swapped = new ArrayList<>(list);
        Collections.swap(swapped, i, j);
        return swapped;
    }

    /** How far the training of the exchanged start ends from the exchanged end, after so many steps. */
    BigFraction exchangedApart(int step, int layer, int unit, int other) {
        Run exchanged = new Run(exchanged(run.start(), layer, unit, other), run.data(), run.settings(), Companions.NONE);
        return Extremes.apart(exchanged.after(step).parameters(), exchanged(run.after(step), layer, unit, other).parameters());
    }

    /** The largest difference that an exchange at the start makes to an output. */
    BigFraction exchangedOutputApart(int layer, int unit, int other) {
        return outputsApart(exchanged(run.start(), layer, unit, other));
    }

    private BigFraction outputsApart(Network other) {
        return Extremes.maximum(run.data().inputs().stream().map(x -> Extremes.apart(Evaluation.output(run.start(), x).entries(),
                Evaluation.output(other, x).entries())).toList());
    }

    /** How far c times the network after so many steps is from what c times the rate makes of the same start. */
    BigFraction rateApart(int step, BigFraction c) {
        Run other = new Run(run.start(), run.data(), run.settings().withLearningRate(c.multiply(run.settings().learningRate())),
                Companions.NONE);
        return Extremes.apart(run.after(step).parameters().stream().map(c::multiply).toList(), other.after(step).parameters());
    }

    /**
     * How far the network after so many steps, its equal units of the first layer collapsed into one, is from what training makes
     * of that one, with the rate over the number of units below and times it above.
     */
    BigFraction oneUnitApart(int step) {
        if (run.start().layers().size() < 2 || run.settings().momentum().signum() != 0
                || run.settings().weightDecay().signum() != 0) {
            throw new DomainException("the one unit in the place of equal ones, expected a hidden layer, no momentum and no "
                    + "decay");
        }
        Network one = collapsed(run.start());
        for (int t = 0; t < step; t++) {
            one = stepped(one, Gradients.mean(one, batch(t), run.settings().loss().rational(), run.settings().kappa()));
        }
        return Extremes.apart(one.parameters(), collapsed(run.after(step)).parameters());
    }

    private Network stepped(Network one, NetworkGradient gradient) {
        BigFraction rate = run.settings().learningRate();
        BigFraction units = new BigFraction(run.start().layers().get(0).units());
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < one.layers().size(); l++) {
            Layer layer = one.layers().get(l);
            BigFraction ofBias = l == 0 ? rate.divide(units) : rate;
            BigFraction ofWeights = l == 1 ? rate.multiply(units) : ofBias;
            List<Vector> slopes = gradient.layers().get(l).weights().rows();
            List<Vector> rows = IntStream.range(0, layer.units())
                    .mapToObj(j -> descended(layer.weights().row(j), ofWeights, slopes.get(j))).toList();
            Optional<Vector> slope = gradient.layers().get(l).bias();
            layers.add(new Layer(new Matrix(rows), layer.bias().map(b -> descended(b, ofBias, slope.orElseThrow())),
                    layer.activation()));
        }
        return new Network(layers);
    }

    private static Vector descended(Vector from, BigFraction rate, Vector slope) {
        return new Vector(IntStream.range(0, from.size()).mapToObj(i -> from.get(i).subtract(rate.multiply(slope.get(i))))
                .toList());
    }

    private DataSet batch(int step) {
        List<Integer> batch = run.trace().steps().get(step).batch();
        return new DataSet(batch.stream().map(run.data().inputs()::get).toList(),
                batch.stream().map(run.data().targets()::get).toList());
    }

    /** The first unit of the first layer in the place of all, with their outgoing weights together. */
    private static Network collapsed(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer first = layers.get(0);
        Layer above = layers.get(1);
        layers.set(0, new Layer(Matrix.of(first.weights().row(0)), first.bias().map(b -> Vector.of(b.get(0))),
                first.activation()));
        layers.set(1, new Layer(new Matrix(above.weights().rows().stream().map(Relatives::total).toList()), above.bias(),
                above.activation()));
        return new Network(layers);
    }

    private static Vector total(Vector row) {
        return Vector.of(IntStream.range(0, row.size()).mapToObj(row::get).reduce(BigFraction.ZERO, BigFraction::add));
    }
}
