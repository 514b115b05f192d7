package org.stillpoint.kink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.training.Gradients;

/**
 * A gradient check that is right at kinks too.
 *
 * @param parameters in the order of {@link Network#parameters()}
 * @param units what KINK-3 asks of, where it applies
 */
public record AtKinks(Differentiability differentiability, List<ParameterAtKinks> parameters,
        Optional<List<UnitAtKink>> units) {

    /**
     * Compares what backpropagation returns with the exact one-sided derivatives of the mean loss.
     *
     * @throws org.stillpoint.domain.DomainException if the data does not fit the network, or an activation is not rational
     */
    public static AtKinks of(Network network, DataSet data, RationalLoss loss, KinkDerivatives kinks) {
        OneSided oneSided = OneSided.of(network, data, loss);
        List<BigFraction> gradient = Gradients.mean(network, data, loss, kinks).parameters();
        List<String> pointers = pointers(network);
        List<ParameterAtKinks> parameters = IntStream.range(0, gradient.size()).mapToObj(i -> {
            Rate right = oneSided.rate(oneSided.unit(i, BigFraction.ONE));
            Rate left = oneSided.rate(oneSided.unit(i, BigFraction.MINUS_ONE));
            return new ParameterAtKinks(pointers.get(i), gradient.get(i), left.value().negate(), right.value(),
                    left.bent() || right.bent());
        }).toList();
        return new AtKinks(Decision.of(oneSided, parameters), parameters, KinkCriterion.of(network, data, loss));
    }

    private static List<String> pointers(Network network) {
        List<String> pointers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            for (int j = 0; j < layer.units(); j++) {
                for (int k = 0; k < layer.inputs(); k++) {
                    pointers.add("/layers/" + l + "/weights/" + j + "/" + k);
                }
            }
            for (int j = 0; j < layer.units() && layer.bias().isPresent(); j++) {
                pointers.add("/layers/" + l + "/bias/" + j);
            }
        }
        return pointers;
    }

    /** Whether some parameter has a derivative that the gradient is not. */
    public boolean isWrong() {
        return parameters.stream().anyMatch(ParameterAtKinks::isWrong);
    }
}
