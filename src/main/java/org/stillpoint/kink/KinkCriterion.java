package org.stillpoint.kink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/**
 * KINK-3: a network of one hidden layer of ReLU with trained hidden biases, under a loss that is differentiable at its outputs,
 * has a differentiable mean loss just where for each hidden unit and each input with pre-activation 0 the errors that come into
 * the unit from the samples with that input add up to 0.
 */
public final class KinkCriterion {

    private KinkCriterion() {
    }

    /**
     * Each unit with each input that is at its kink, once; empty if the network or the loss are others than the claim's.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network
     */
    public static Optional<List<UnitAtKink>> of(Network network, DataSet data, RationalLoss loss) {
        Evaluation.requireFit(network, data);
        List<Layer> layers = network.layers();
        if (layers.size() != 2 || layers.get(0).activation() != Activation.RELU || layers.get(0).bias().isEmpty()
                || layers.get(1).activation() != Activation.IDENTITY) {
            return Optional.empty();
        }
        List<Tangent> samples = OneSided.of(network, data, loss).samples();
        return samples.stream().anyMatch(sample -> IntStream.range(0, network.outputs()).anyMatch(j -> sample.loss(j).bent()))
                ? Optional.empty() : Optional.of(unitsAtKinks(network, data, samples));
    }

    private static List<UnitAtKink> unitsAtKinks(Network network, DataSet data, List<Tangent> samples) {
        List<UnitAtKink> found = new ArrayList<>();
        for (int j = 0; j < network.layers().get(0).units(); j++) {
            Map<Vector, BigFraction> errors = new LinkedHashMap<>();
            for (int i = 0; i < data.size(); i++) {
                if (preactivation(network, j, data.inputs().get(i)).signum() == 0) {
                    errors.merge(data.inputs().get(i), error(network, j, samples.get(i)), BigFraction::add);
                }
            }
            int unit = j;
            errors.forEach((input, error) -> found.add(new UnitAtKink(unit, input, error)));
        }
        return found;
    }

    private static BigFraction preactivation(Network network, int j, Vector input) {
        return Evaluation.preactivations(network, List.of(input)).findFirst().orElseThrow().get(0).get(j);
    }

    /** The inner product of the unit's outgoing weights with the loss's derivatives by the outputs. */
    private static BigFraction error(Network network, int j, Tangent sample) {
        Vector outgoing = network.layers().get(1).weights().column(j);
        return IntStream.range(0, outgoing.size()).mapToObj(o -> outgoing.get(o).multiply(sample.loss(o).right()))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }
}
