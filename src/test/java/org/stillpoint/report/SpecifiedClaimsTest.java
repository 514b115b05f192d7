package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.Condition;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.Verdict;

class SpecifiedClaimsTest {

    private static Catalogue catalogue;

    @BeforeAll
    static void load() throws IOException {
        catalogue = Catalogue.load(Path.of("specs/claims"));
    }

    @Test
    void everyOptionAndEveryAnswerOfTheQuestionIsDecided() {
        assertThat(catalogue.claims()).extracting(Claim::id)
                .startsWith("Q-A", "Q-B", "Q-C", "Q-D", "Q-1", "Q-2", "Q-3", "Q-4", "Q-5", "Q-6");
    }

    @Test
    void onlyTheOptionThatSgdChangesNothingIsTrue() {
        assertThat(catalogue.claims().stream().filter(claim -> claim.id().matches("Q-[A-D]")))
                .filteredOn(claim -> claim.verdict() == Verdict.TRUE)
                .extracting(Claim::id)
                .containsExactly("Q-B");
    }

    @Test
    void everyFormulaCanBeShown() {
        assertThat(catalogue.claims()).allSatisfy(claim ->
                assertThatCode(() -> MathMl.of(claim.latex())).doesNotThrowAnyException());
    }

    @Test
    void everyConditionIsThatOfSomeClaim() {
        assertThat(catalogue.claims().stream().flatMap(claim -> claim.conditions().stream())).contains(Condition.values());
    }

    @Test
    void aClaimThatHoldsOverTheRealsSaysSoAndForWhichActivations() {
        assertThat(shown("SYM-2"))
                .allSatisfy(text -> assertThat(text).containsIgnoringCase("over the reals").contains("asks nothing"));
        assertThat(shown("ZERO-2")).allSatisfy(text -> assertThat(text).contains("not for sigmoid and softplus"));
        assertThat(shown("PART-2")).allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase("over the reals"));
    }

    /** Its page, and what the command says of it. */
    private List<String> shown(String id) {
        BuiltCatalogue built = Examples.unbound(catalogue.claims().toArray(Claim[]::new));
        BuiltClaim claim = built.claims().stream().filter(each -> each.claim().id().equals(id)).findFirst().orElseThrow();
        return Stream.of(ClaimPageTest.alone(built, claim), ClaimsText.render(built, List.of(claim)))
                .map(text -> text.replaceAll("\\s+", " ")).toList();
    }

    @Test
    void everyWitnessHasItsFile() {
        assertThat(catalogue.claims().stream().flatMap(claim -> claim.evidence().stream()))
                .filteredOn(evidence -> evidence.kind() == Kind.WITNESS)
                .isNotEmpty()
                .extracting(EvidenceName::name)
                .allSatisfy(name -> assertThat(Path.of("proofs/witnesses", name + ".counterexample.json")).exists());
    }
}
