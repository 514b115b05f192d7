package org.stillpoint.statement;

import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.symmetry.Symmetry;

/** Without momentum, a training ends with more different units in the first hidden layer than it started with. */
public record DifferentUnitsIncrease() implements Statement {

    static final String KIND = "different-units-increase";
    static final Set<String> CLAIMS = Set.of("SYM-5");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> claims() {
        return CLAIMS;
    }

    @Override
    public List<Comparison> premises(Run run) {
        return List.of(
                Comparison.of("layers", new BigFraction(run.start().layers().size()), Relation.GREATER, "one", BigFraction.ONE),
                Comparison.of("momentum", run.settings().momentum(), Relation.EQUAL, "zero", BigFraction.ZERO));
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return List.of(Comparison.of("different units at the end", differentUnits(run.end()), Relation.GREATER,
                "different units at the start", differentUnits(run.start())));
    }

    private static BigFraction differentUnits(Network network) {
        return new BigFraction(Symmetry.of(network).get(0).classes().size());
    }
}
