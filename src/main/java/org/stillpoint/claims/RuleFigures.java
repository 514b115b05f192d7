package org.stillpoint.claims;

import org.stillpoint.claims.EvidenceRecord.Kind;

/**
 * Rules that the prover was given.
 *
 * @param reason why they may be used
 */
public record RuleFigures(int count, String reason) implements Figures {

    @Override
    public Kind kind() {
        return Kind.RULES;
    }
}
