package org.stillpoint.claims;

import org.stillpoint.claims.EvidenceRecord.Kind;

/** What a piece of evidence did when it ran, besides passing. */
public sealed interface Figures permits ProofFigures, PropertyFigures, WitnessFigures, RecheckFigures, RuleFigures {

    /** The kind of evidence that they are of. */
    Kind kind();
}
