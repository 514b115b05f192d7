package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;

/** Training changes a weight or a hidden bias. */
public record ParametersMove() implements Statement {

    static final String KIND = "parameters-move";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> claims() {
        return Set.of();
    }

    @Override
    public List<Comparison> premises(Run run) {
        return List.of();
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return List.of(Comparison.of("largest change of a weight or hidden bias",
                Run.largestParameterDifference(withoutOutputBias(run.start()), withoutOutputBias(run.end())),
                Relation.GREATER, "zero", BigFraction.ZERO));
    }

    private static Network withoutOutputBias(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer last = layers.remove(layers.size() - 1);
        layers.add(new Layer(last.weights(), Optional.empty(), last.activation()));
        return new Network(layers);
    }
}
