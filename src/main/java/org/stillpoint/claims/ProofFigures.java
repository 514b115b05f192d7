package org.stillpoint.claims;

import java.util.List;
import java.util.Optional;
import org.stillpoint.claims.EvidenceRecord.Kind;

/**
 * A proof by the prover.
 *
 * @param replayed whether a saved proof was replayed; otherwise it was found by search
 * @param axioms the axioms of arithmetic that it applies
 * @param lemmas those that it applies
 * @param contracts those of the methods that it calls, by their names
 * @param theorem empty for a method of the kernel or a lemma
 */
public record ProofFigures(int nodes, int branches, boolean replayed, List<String> axioms, List<String> lemmas,
                           List<String> contracts, Optional<OfTheorem> theorem) implements Figures {

    public ProofFigures {
        axioms = List.copyOf(axioms);
        lemmas = List.copyOf(lemmas);
        contracts = List.copyOf(contracts);
    }

    @Override
    public Kind kind() {
        return Kind.PROOF;
    }

    /**
     * What only a theorem has.
     *
     * @param dimensions the sizes for all of which it holds, empty for a theorem about numbers alone
     * @param mutantsTried the mistakes made in methods that it rests on
     * @param mutantsStopped how many of them stopped a proof
     */
    public record OfTheorem(String dimensions, int mutantsTried, int mutantsStopped) {
    }
}
