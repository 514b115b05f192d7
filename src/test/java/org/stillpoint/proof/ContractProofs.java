package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.proof.mutant.MutantRecord;
import org.stillpoint.proof.mutant.MutantRecord.Outcome;
import org.stillpoint.proof.prover.Attempt;
import org.stillpoint.proof.prover.Budget;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.prover.Theorems;
import org.stillpoint.proof.saved.SavedProof;
import org.stillpoint.proof.wording.ClaimTags;

/** One test a contract: the prover closes it within its budget. */
final class ContractProofs {

    private ContractProofs() {
    }

    /** The contracts of the kernel's problem that a condition selects. */
    static Stream<DynamicTest> of(Predicate<String> contracts) {
        return tests(Prover.ofKernel(), Specification.ofThisBuild().problem(), contracts);
    }

    /** All contracts of another problem. */
    static Stream<DynamicTest> of(Path problem) {
        Prover prover = Prover.of(problem);
        return tests(prover, problem, contract -> true).onClose(prover::close);
    }

    private static Stream<DynamicTest> tests(Prover prover, Path problem, Predicate<String> contracts) {
        Specification specification = Specification.ofThisBuild();
        return prover.contracts().stream().filter(contracts)
                .filter(contract -> specification.problemFor(contract).equals(problem))
                .map(contract -> DynamicTest.dynamicTest(contract, () -> prove(prover, contract)));
    }

    /**
     * Proves a contract and records what it rests on. A saved proof of the present source is replayed, which takes a small part
     * of the time that it took to find it; any other contract, and each if saved proofs are to be replaced, is searched for.
     */
    static void prove(Prover prover, String contract) {
        Theorems theorems = Theorems.ofThisBuild();
        SavedProof saved = SavedProof.of(contract);
        boolean rewrite = SavedProof.isRewritten(saved.isOfPresentSource());
        boolean replay = !rewrite && saved.isOfPresentSource();
        Attempt attempt = replay ? prover.replay(contract, saved.file())
                : prover.prove(contract, Budget.PROOF, (proof, result) -> {
            if (result.closed() && rewrite) {
                saved.write(proof);
            }
        });
        attempt.record(contract, ClaimTags.of(theorems.method(contract)),
                attempt.figures(replay, List.copyOf(theorems.uses(contract)),
                theorems.contains(contract) ? Optional.of(ofTheorem(theorems, contract)) : Optional.empty()));
        assertThat(attempt.closed())
                .as("%s closes by %s; with it fall %s; it has %d nodes and its first open goal is%n%s",
                        contract, replay ? "replay of its saved proof (" + Prover.REMEDY + ")" : "search",
                        theorems.fallenWith(contract), attempt.nodes(), attempt.openGoal())
                .isTrue();
    }

    private static ProofFigures.OfTheorem ofTheorem(Theorems theorems, String contract) {
        List<Outcome> mutants = MutantRecord.under(contract);
        return new ProofFigures.OfTheorem(theorems.dimensions(contract), mutants.size(),
                (int) mutants.stream().filter(mutant -> !mutant.proved()).count());
    }
}
