package org.stillpoint.proof.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.uka.ilkd.key.logic.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.proof.prover.Attempt;
import org.stillpoint.proof.prover.Budget;
import org.stillpoint.proof.prover.Lemmas;
import org.stillpoint.proof.prover.Prover;

/** Saved steps close a lemma with the rules that a search for it has, and with no other. */
@Tag("proof")
class LemmaReplayTest {

    private static final String LEMMA = "lemmaSumAssociates";
    private static final String CIRCULAR = "lemmaAffinePlusScaled";
    private static final String LEAVES_OUT = "lemmaAddedThenTaken";
    private static final String LEAVES_NOTHING_OUT = "lemmaNotTheLastUnit";

    private final Lemmas lemmas = Lemmas.of(file("theory/theorems/LinearityLemmas.key"));

    @Test
    void aReplayAppliesTheRulesThatTheSearchApplied() {
        Attempt found = lemmas.prove(LEMMA, obligation(LEMMA), Budget.LEMMA, (proof, attempt) -> { });

        Attempt replayed = lemmas.replay(LEMMA, obligation(LEMMA), steps(LEMMA, LEMMA));

        assertThat(replayed.closed()).isTrue();
        assertThat(replayed.rules()).isEqualTo(found.rules());
        assertThat(replayed.nodes()).isEqualTo(found.nodes());
    }

    @Test
    void theStepsOfAnotherLemmaDoNotClose() {
        assertThat(lemmas.replay(LEMMA, obligation(LEMMA), steps(CIRCULAR, CIRCULAR)).closed()).isFalse();
    }

    @Test
    void noStepsDoNotClose() {
        assertThat(lemmas.replay(LEMMA, obligation(LEMMA), "").closed()).isFalse();
    }

    @Test
    void stepsThatCannotBeReadAreNamed() {
        assertThatThrownBy(() -> lemmas.replay(LEMMA, obligation(LEMMA), "(rool \"impRight\")"))
                .hasMessageContaining(LEMMA).hasMessageContaining(Prover.REMEDY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMTRule", "Use Operation Contract", "One Step Simplification\" (formula \"1\") (contract \"any"})
    void aStepThatTakesMoreForGrantedThanTheRulesIsRefused(String step) {
        assertThatThrownBy(() -> lemmas.replay(LEMMA, obligation(LEMMA), "(branch \"dummy ID\" (builtin \"" + step + "\"))"))
                .rootCause().hasMessageEndingWith("is no rule");
    }

    /** A lemma that stands below has it among its rules, and these close what it says in a step. */
    @Test
    void aProofOfALemmaFromItselfDoesNotClose() {
        String circular = steps(last(lemmas), CIRCULAR);

        assertThat(circular).contains("(rule \"" + CIRCULAR + "\"");
        assertThat(lemmas.replay(last(lemmas), obligation(CIRCULAR), circular).closed()).isTrue();
        assertThat(lemmas.replay(CIRCULAR, obligation(CIRCULAR), circular).closed()).isFalse();
    }

    @Test
    void aProofFromALemmaBelowDoesNotClose() {
        assertThat(lemmas.replay(LEMMA, obligation(CIRCULAR), steps(last(lemmas), CIRCULAR)).closed()).isFalse();
    }

    @Test
    void aProofFromAnAxiomOfAnotherFileDoesNotClose() {
        Lemmas withoutTheAxiom = Lemmas.of(file("theory/theorems/ZeroInitializationLemmas.key"));

        assertThat(steps(LEMMA, LEMMA)).contains("(rule \"axiomAddSwap\"");
        assertThat(withoutTheAxiom.replay(last(withoutTheAxiom), obligation(LEMMA), steps(LEMMA, LEMMA)).closed()).isFalse();
    }

    /** The comment above one lemma leaves out an axiom that its file has; that above another does not. */
    @Test
    void aProofFromARuleThatTheCommentLeavesOutDoesNotClose() {
        Lemmas commented = Lemmas.of(file("theory/theorems/CorrelationLemmas.key"));

        assertThat(commented.replay(LEAVES_OUT, obligation(LEMMA), steps(LEMMA, LEMMA)).closed()).isFalse();
        assertThat(commented.replay(LEAVES_NOTHING_OUT, obligation(LEMMA), steps(LEMMA, LEMMA)).closed()).isTrue();
    }

    /** The steps that close a lemma's obligation with the rules that another lemma of this file has. */
    private String steps(String rulesOf, String name) {
        List<String> steps = new ArrayList<>();
        lemmas.prove(rulesOf, obligation(name), Budget.LEMMA, (proof, attempt) -> steps.add(SavedLemmas.steps(proof)));
        return steps.get(0);
    }

    private Term obligation(String name) {
        return lemmas.obligations(name).get(name);
    }

    private static String last(Lemmas lemmas) {
        return lemmas.names().get(lemmas.names().size() - 1);
    }

    private static Path file(String name) {
        return Path.of("specs", name).toAbsolutePath();
    }
}
