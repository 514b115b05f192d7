package org.stillpoint.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.stillpoint.claims.EvidenceRecord.Kind;

/**
 * A claim with the evidence that ran for it.
 *
 * @param evidence one record for each name in the claim's evidence, in that order, all passed
 */
public record BoundClaim(Claim claim, List<EvidenceRecord> evidence) implements BuiltClaim {

    public BoundClaim {
        evidence = List.copyOf(evidence);
    }

    @Override
    public Optional<EvidenceRecord> ran(EvidenceName name) {
        return evidence.stream().filter(record -> EvidenceName.of(record).equals(name)).findFirst();
    }

    /** The kinds of evidence there are, each once, proofs first. */
    public List<Kind> kinds() {
        return evidence.stream().map(EvidenceRecord::kind).distinct().sorted().toList();
    }

    /** The time that all of the evidence took. */
    public BigDecimal seconds() {
        return evidence.stream().map(EvidenceRecord::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
