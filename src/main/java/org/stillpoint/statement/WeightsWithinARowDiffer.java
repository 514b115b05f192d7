package org.stillpoint.statement;

import java.util.List;
import java.util.Set;

/** From equal weights, two weights within one row differ after training. */
public record WeightsWithinARowDiffer(RowEntries entries) implements Statement {

    static final String KIND = "weights-within-a-row-differ";
    static final Set<String> CLAIMS = Set.of("Q-4", "SYM-6");

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
        return List.of(entries.differ("after step " + entries.step() + ", weight ",
                run.after(entries.step()).layers().get(entries.layer()).weights()));
    }
}
