package org.stillpoint.engine.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** Rows of integers on their way into a network. */
final class Export {

    private final Network start;
    private final Parameters parameters;
    private final Layout layout;
    private final LowestTerms lowest;

    Export(Network start, Parameters parameters, LowestTerms lowest) {
        this.start = start;
        this.parameters = parameters;
        this.layout = parameters.layout();
        this.lowest = lowest;
    }

    /** The network with these parameters in lowest terms; units that never moved are what they were at the start. */
    Network network() {
        BigFraction[][][] fractions = new BigFraction[layout.depth()][][];
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < layout.depth(); l++) {
            fractions[l] = fractions(l);
            layers.add(layer(l, fractions));
        }
        return new Network(layers);
    }

    private BigFraction[][] fractions(int l) {
        BigFraction[][] fractions = new BigFraction[layout.units(l)][];
        for (int j = 0; j < fractions.length; j++) {
            if (parameters.row(l, j).hasMoved()) {
                fractions[j] = new BigFraction[parameters.row(l, j).size()];
                for (int k = 0; k < fractions[j].length; k++) {
                    fractions[j][k] = parameters.row(l, j).fraction(k, lowest);
                }
            }
        }
        return fractions;
    }

    private Layer layer(int l, BigFraction[][][] fractions) {
        Layer old = start.layers().get(l);
        Optional<Vector> bias = old.bias();
        if (bias.isPresent()) {
            BigFraction[] biases = new BigFraction[old.units()];
            for (int j = 0; j < biases.length; j++) {
                biases[j] = fractions[l][j] == null ? bias.get().get(j) : fractions[l][j][layout.inputs(l)];
            }
            bias = Optional.of(new Vector(List.of(biases)));
        }
        List<Vector> weights = new ArrayList<>();
        for (int j = 0; j < old.units(); j++) {
            weights.add(layout.inputs(l) == 0 ? outgoing(j, old, fractions[l - 1])
                    : fractions[l][j] == null ? old.weights().row(j)
                    : new Vector(List.of(Arrays.copyOf(fractions[l][j], layout.inputs(l)))));
        }
        return new Layer(new Matrix(weights), bias, old.activation());
    }

    private Vector outgoing(int o, Layer old, BigFraction[][] hidden) {
        BigFraction[] weights = new BigFraction[hidden.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = hidden[j] == null ? old.weights().get(o, j) : hidden[j][layout.firstOutgoing(layout.depth() - 2) + o];
        }
        return new Vector(List.of(weights));
    }
}
