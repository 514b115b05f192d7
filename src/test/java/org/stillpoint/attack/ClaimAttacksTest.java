package org.stillpoint.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.arbitraries.Situations;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.Condition;
import org.stillpoint.properties.Seeds;

/** The attacks on claims find what there is to find: no condition of a claim could be left out. */
class ClaimAttacksTest {

    /** The rarest counterexamples are about one in a thousand situations. */
    private static final int TRIES = 20_000;

    private static Catalogue catalogue;

    @BeforeAll
    static void load() throws IOException {
        catalogue = Catalogue.load(Path.of("specs/claims"));
    }

    @TestFactory
    Stream<DynamicTest> withoutAnyOneOfItsConditionsAClaimHasACounterexample() {
        return Attack.all().stream().flatMap(attack -> attack.conditions(catalogue).stream()
                .map(condition -> DynamicTest.dynamicTest(attack.claim() + " without " + condition.id(), () -> {
                    List<Condition> others = attack.conditions(catalogue).stream().filter(other -> other != condition).toList();

                    assertThat(attack.counterexample(others, draws(attack.claim() + condition), TRIES)).isPresent();
                })));
    }

    @TestFactory
    Stream<DynamicTest> aConditionCanBeImposedAndDoesNotHoldByItself() {
        return Stream.of(Condition.values()).map(condition -> DynamicTest.dynamicTest(condition.id(), () -> {
            Situations draws = draws(condition.id());

            assertThat(Impositions.hold(List.of(condition), Impositions.draw(List.of(condition), draws))).isTrue();
            assertThat(IntStream.range(0, TRIES).mapToObj(i -> draws.draw())
                    .allMatch(drawn -> Impositions.hold(List.of(condition), drawn)))
                    .as("that every situation meets the condition").isFalse();
        }));
    }

    @Test
    void everyClaimThatNamesConditionsIsAttacked() {
        assertThat(catalogue.claims().stream().filter(claim -> !claim.conditions().isEmpty()).map(Claim::id))
                .isSubsetOf(Attack.all().stream().map(Attack::claim).toList());
    }

    /**
     * Where this fails, the words of a claim have changed: look whether its conclusion is still what they say, then write down
     * the new digest.
     */
    @Test
    void aConclusionIsWrittenForTheWordsOfItsClaim() {
        assertThat(Attack.all()).allSatisfy(attack ->
                assertThat(attack.words()).as(attack.claim()).isEqualTo(Words.of(catalogue.find(attack.claim()).orElseThrow())));
    }

    private static Situations draws(String test) {
        return new Situations(new Random(Long.parseLong(Seeds.of(ClaimAttacksTest.class, test))));
    }
}
