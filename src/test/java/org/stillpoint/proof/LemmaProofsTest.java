package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import de.uka.ilkd.key.logic.Term;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.Attempt;
import org.stillpoint.proof.prover.Budget;
import org.stillpoint.proof.prover.Lemmas;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.saved.SavedLemmas;
import org.stillpoint.proof.saved.SavedProof;

/**
 * Each lemma rule is proved on its own, from the definitions, the axioms and the lemmas above it in its file and in those that
 * its file includes.
 */
@Tag("proof")
class LemmaProofsTest {

    @TestFactory
    Stream<DynamicTest> everyLemmaIsProved() {
        Set<String> seen = new HashSet<>();
        return Specification.ofThisBuild().filesOfLemmas().stream().flatMap(file -> new OfOneFile(file, seen).tests());
    }

    /** The lemmas that no file before this one has: some repeat lemmas of the kernel's problem, since KeY cannot include that. */
    private static final class OfOneFile {

        private final Path file;
        private final Lemmas lemmas;
        private final SavedLemmas saved;
        private final boolean rewrite;
        private final Map<String, String> lemmaOf = new LinkedHashMap<>();
        private final Map<String, Term> obligations = new LinkedHashMap<>();
        private final Map<String, String> steps;
        private final Map<String, Attempt> found = new LinkedHashMap<>();

        OfOneFile(Path file, Set<String> seen) {
            this.file = file;
            lemmas = Lemmas.of(file);
            saved = SavedLemmas.of(file);
            rewrite = SavedProof.isRewritten(saved.areOfPresentRules());
            steps = rewrite ? new LinkedHashMap<>() : saved.steps();
            lemmas.names().stream().filter(seen::add).forEach(name -> lemmas.obligations(name).forEach((obligation, formula) -> {
                lemmaOf.put(obligation, name);
                obligations.put(obligation, formula);
            }));
        }

        Stream<DynamicTest> tests() {
            return Stream.concat(obligations.keySet().stream()
                    .map(obligation -> DynamicTest.dynamicTest(obligation, () -> prove(obligation))),
                    Stream.of(DynamicTest.dynamicTest("the saved proofs are those of " + file.getFileName(),
                            this::savedProofsAreOfTheseLemmas)));
        }

        /**
         * A saved proof that was read from the present rules is replayed; any other lemma, and each if saved proofs are to be
         * replaced, is searched for.
         */
        private void prove(String obligation) {
            String name = lemmaOf.get(obligation);
            boolean replay = !rewrite && steps.containsKey(obligation);
            Attempt attempt = replay ? lemmas.replay(name, obligations.get(obligation), steps.get(obligation))
                    : lemmas.prove(name, obligations.get(obligation), Budget.LEMMA, (proof, result) -> {
                        if (result.closed() && rewrite) {
                            steps.put(obligation, SavedLemmas.steps(proof));
                            found.put(obligation, result);
                        }
                    });
            attempt.record(obligation, List.of(), attempt.figures(replay, List.of(), Optional.empty()));
            assertThat(attempt.closed())
                    .as("%s in %s closes by %s; its first open goal is%n%s", obligation, file.getFileName(),
                            replay ? "replay of its saved proof (" + Prover.REMEDY + ")" : "search", attempt.openGoal())
                    .isTrue();
        }

        /** Where proofs are to be replaced, they are, now that all are found. */
        private void savedProofsAreOfTheseLemmas() {
            if (rewrite && found.keySet().equals(obligations.keySet())) {
                saved.write(steps, found);
            }
            assertThat(saved.steps().keySet()).as("the saved proofs of %s; %s", file.getFileName(), Prover.REMEDY)
                    .containsExactlyElementsOf(obligations.keySet());
        }
    }
}
