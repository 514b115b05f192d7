package org.stillpoint.claims;

import org.stillpoint.claims.EvidenceRecord.Kind;

/** A question to another solver than the prover, with the solver's name and version. */
public record RecheckFigures(String answer, String solver) implements Figures {

    @Override
    public Kind kind() {
        return Kind.RECHECK;
    }
}
