package org.stillpoint.statement;

import java.util.List;
import java.util.Set;

/** From equal weights, two entries within one row of a gradient differ. */
public record GradientEntriesDiffer(RowEntries entries) implements Statement {

    static final String KIND = "gradient-entries-differ";
    static final Set<String> CLAIMS = Set.of("Q-3", "SYM-6");

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
        return Premises.equalNonZeroWeights(run);
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        entries.requireStepAndLayer(run);
        return List.of(entries.differ("gradient in step " + entries.step() + " by weight ",
                run.trace().steps().get(entries.step() - 1).gradients().layers().get(entries.layer()).weights()));
    }
}
