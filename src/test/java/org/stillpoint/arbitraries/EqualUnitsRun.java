package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.training.Gradients;

/**
 * A training in which all units of a hidden layer start equal.
 *
 * @param layer the hidden layer, from 0
 */
public record EqualUnitsRun(TrainingRun run, int layer) implements Sample {

    public static Arbitrary<EqualUnitsRun> any() {
        return Shape.deep().flatMap(shape -> Arbitraries.integers().between(0, shape.depth() - 2)
                .flatMap(layer -> Budget.cut(TrainingRun.from(Arbitraries.just(shape), Networks::any).map(run -> run.withNetwork(
                                Networks.withUnits(run.network(), layer, Collections.nCopies(shape.widths().get(layer + 1), 0)))))
                        .map(run -> new EqualUnitsRun(run, layer))));
    }

    public int units() {
        return run.network().layers().get(layer).units();
    }

    /** A network of this shape with one unit in place of the equal ones, and their outgoing weights together. */
    public Network collapsed(Network network) {
        Network one = Networks.withUnits(network, layer, List.of(0));
        Layer above = one.layers().get(layer + 1);
        Matrix outgoing = new Matrix(above.weights().rows().stream()
                .map(row -> scaled(BigFraction.getReducedFraction(units(), 1), row)).toList());
        return Networks.withLayer(one, layer + 1, new Layer(outgoing, above.bias(), above.activation()));
    }

    /**
     * The collapsed network after a number of steps on the whole data, without momentum and decay, with the rate divided by the
     * number of units for the one unit's row and bias, and multiplied by it for its outgoing weights.
     */
    public Network collapsedTrained(int steps) {
        Network one = collapsed(run.network());
        for (int step = 0; step < steps; step++) {
            one = stepped(one, Gradients.mean(one, run.data(), run.derivative(), run.settings().kappa()));
        }
        return one;
    }

    private Network stepped(Network network, NetworkGradient gradient) {
        BigFraction rate = run.settings().learningRate();
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer before = network.layers().get(l);
            LayerGradient slope = gradient.layers().get(l);
            BigFraction inside = l == layer ? rate.divide(units()) : rate;
            BigFraction weights = l == layer + 1 ? rate.multiply(units()) : inside;
            List<Vector> rows = new ArrayList<>();
            for (int j = 0; j < before.units(); j++) {
                rows.add(descended(before.weights().row(j), weights, slope.weights().row(j)));
            }
            layers.add(new Layer(new Matrix(rows), before.bias().map(b -> descended(b, inside, slope.bias().orElseThrow())),
                    before.activation()));
        }
        return new Network(layers);
    }

    private static Vector descended(Vector from, BigFraction rate, Vector slope) {
        List<BigFraction> entries = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            entries.add(from.get(i).subtract(rate.multiply(slope.get(i))));
        }
        return new Vector(entries);
    }

    private static Vector scaled(BigFraction factor, Vector vector) {
        return new Vector(vector.entries().stream().map(factor::multiply).toList());
    }
}
