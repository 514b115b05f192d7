package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;

/** Training changes a weight or a hidden bias and ends with no two units of the first layer equal in incoming weights and bias. */
public record AllUnitsDiffer() implements Statement {

    static final String KIND = "all-units-differ";

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
        return List.of(Premises.severalHiddenUnits(run));
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        Layer first = run.end().layers().get(0);
        List<Comparison> conclusions = new ArrayList<>(new ParametersMove().conclusions(run));
        conclusions.add(Comparison.of("different units of the first layer after the last step", new BigFraction(differentUnits(first)),
                Relation.EQUAL, "its units", new BigFraction(first.units())));
        return List.copyOf(conclusions);
    }

    private static int differentUnits(Layer layer) {
        Set<List<Object>> units = new HashSet<>();
        IntStream.range(0, layer.units()).forEach(j -> units.add(List.of(layer.weights().row(j), layer.bias().map(b -> b.get(j)))));
        return units.size();
    }
}
