package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.ProofBasis;
import org.stillpoint.claims.ProofFigures;

/**
 * What a build proved, in rows.
 *
 * @param claims the claims that may name a proof
 * @param evidence everything that ran, each kind and name once
 */
public record ProofTable(List<Claim> claims, List<EvidenceRecord> evidence) {

    /**
     * One theorem.
     *
     * @param axioms the axioms of arithmetic that it uses, also through lemmas and contracts
     */
    record Row(EvidenceRecord proof, List<String> claims, ProofFigures.OfTheorem figures, List<String> axioms) {

        /** How many mistakes in the methods that it rests on stopped a proof, and how many were tried. */
        String mutants() {
            return figures.mutantsStopped() + " / " + figures.mutantsTried();
        }
    }

    static final String HEADING_OF_MUTANTS = "mutants stopped / tried";

    public List<EvidenceRecord> proofs() {
        return EvidenceLog.ofKind(evidence, Kind.PROOF);
    }

    /** The questions that another solver answered. */
    List<EvidenceRecord> rechecks() {
        return EvidenceLog.ofKind(evidence, Kind.RECHECK);
    }

    /** How many rules of each kind the prover was given. */
    List<EvidenceRecord> rules() {
        return EvidenceLog.ofKind(evidence, Kind.RULES);
    }

    /** A proof of a theorem says for which sizes it holds; that of a method of the kernel or of a lemma does not. */
    List<Row> theorems() {
        ProofBasis basis = new ProofBasis(evidence);
        List<Row> theorems = new ArrayList<>();
        for (EvidenceRecord proof : proofs()) {
            figures(proof).theorem().ifPresent(theorem ->
                    theorems.add(new Row(proof, claimsOf(proof), theorem, List.copyOf(basis.axioms(proof.name())))));
        }
        return theorems;
    }

    /** What the prover made of an obligation. */
    static ProofFigures figures(EvidenceRecord proof) {
        return (ProofFigures) proof.figures();
    }

    List<String> claimsOf(EvidenceRecord proof) {
        EvidenceName name = new EvidenceName(Kind.PROOF, proof.name());
        return claims.stream().filter(claim -> claim.evidence().contains(name)).map(Claim::id).toList();
    }
}
