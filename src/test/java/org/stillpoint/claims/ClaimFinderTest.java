package org.stillpoint.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.claims.ClaimFinder.Finding;

/** Claims are found by the words in which people ask. */
class ClaimFinderTest {

    private static List<? extends BuiltClaim> claims;

    @BeforeAll
    static void load() throws IOException {
        claims = Examples.bound(Catalogue.load(Path.of("specs/claims")).claims().toArray(Claim[]::new)).claims();
    }

    @ParameterizedTest
    @CsvSource({"dying relu, PART-8", "LoRA, ZERO-14", "accuracy stuck 50 percent, ZERO-5", "word2vec, ZERO-15",
        "identical neurons stay identical, SYM-2", "gradient accumulation, LAW-3", "Initialization constant, SYM-7",
        "permuted neurons, SYM-4", "zero convolution, BLOCK-2", "pruned neuron, UNIT-0", "ReZero, BLOCK-3",
        "zeroing the last layer, PART-1"})
    void theClaimThatAnswersIsAmongTheFirstThree(String words, String claim) {
        assertThat(ids(words).stream().limit(3)).as(words).contains(claim);
    }

    @Test
    void aTitleCountsMoreThanAQuestionAndThatMoreThanAStatement() {
        Claim title = named("ZERO-1", "Of a quokka", "Nothing.", "Anything?");
        Claim question = named("ZERO-2", "Of nothing", "Nothing.", "Is it a quokka?");
        Claim statement = named("ZERO-3", "Of nothing", "It is a quokka.", "Anything?");

        List<Finding> found = ClaimFinder.find(Examples.bound(statement, question, title).claims(), "Quokkas");

        assertThat(found).extracting(finding -> finding.claim().claim().id()).containsExactly("ZERO-1", "ZERO-2", "ZERO-3");
        assertThat(found.get(1).asked()).containsExactly("Is it a quokka?");
        assertThat(found.get(0).asked()).isEmpty();
    }

    @Test
    void ofClaimsWithSomeOfTheWordsThoseWithMostAreFound() {
        Claim both = named("ZERO-1", "A quokka and a numbat", "Nothing.", "Anything?");
        Claim one = named("ZERO-2", "A quokka", "Nothing.", "Anything?");

        assertThat(ClaimFinder.find(Examples.bound(both, one).claims(), "numbat quokka")).hasSize(1);
        assertThat(ClaimFinder.find(Examples.bound(one).claims(), "numbat quokka")).hasSize(1);
        assertThat(ClaimFinder.find(Examples.bound(one).claims(), "numbat quokka wombat")).isEmpty();
    }

    @Test
    void whatNobodyAsksIsNotFound() {
        assertThat(ids("marmalade")).isEmpty();
    }

    @Test
    void everyClaimHasAQuestionThatFindsItAmongTheFirstThree() {
        assertThat(claims).allSatisfy(built -> {
            assertThat(built.claim().asked()).as("what people ask about %s", built.claim().id()).isNotEmpty();
            assertThat(built.claim().asked()).allMatch(line -> line.endsWith("?"));
            assertThat(built.claim().asked()).as("questions of %s", built.claim().id())
                    .anyMatch(line -> ids(line).stream().limit(3).anyMatch(built.claim().id()::equals));
        });
    }

    private static List<String> ids(String words) {
        return ClaimFinder.find(claims, words).stream().map(finding -> finding.claim().claim().id()).toList();
    }

    private static Claim named(String id, String title, String statement, String asked) {
        Claim like = Examples.claim(id);
        return new Claim(id, title, statement, like.latex(), like.verdict(), like.conditions(), like.condition(), like.exactly(),
                like.sources(), List.of(asked), like.why(), like.restsOn(), like.grounds());
    }
}
