package org.stillpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.search.OwnClaimFiles.claim;
import static org.stillpoint.search.OwnClaimFiles.fact;
import static org.stillpoint.search.OwnClaimFiles.measure;
import static org.stillpoint.search.OwnClaimFiles.number;
import static org.stillpoint.search.OwnClaimFiles.pointer;
import static org.stillpoint.search.OwnClaimFiles.read;
import static org.stillpoint.search.OwnClaimFiles.weightChange;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.Replay;
import org.stillpoint.witness.WitnessFormat;

class OwnClaimSearchTest {

    private static final String ONE_STEP = "\"steps\": [1, 1], \"samples\": 1";
    private static final String TRUE = fact(number("0"), "=", number("0"));
    private static final String FALSE = fact(number("0"), "=", number("1"));

    private static OwnClaimSearch search(String scope, String given, String key, String facts) {
        return new OwnClaimSearch("my", read(claim(scope, "[" + given + "]", key, "[" + facts + "]")));
    }

    private static Search.Result run(OwnClaimSearch own) {
        return own.search().run(own.search().scope());
    }

    private static List<Network> starts(String scope) {
        Search search = search(scope, "", "never", TRUE).search();
        return search.scope().sizes().flatMap(size -> search.candidates(size, new EveryDraw())).map(Counterexample::network)
                .distinct().toList();
    }

    @Test
    void theSmallestTrainingInWhichEveryFactHoldsContradictsNever() {
        OwnClaimSearch own = search("{" + ONE_STEP + "}", "", "never",
                fact(measure("mean-loss", "0"), "=", number("1")) + ", " + fact(measure("mean-loss", "1"), "=", number("0")));

        Counterexample found = run(own).counterexample().orElseThrow();

        assertThat(found.claim()).isEqualTo("Mine");
        assertThat(found.contradicts()).isEqualTo("So it is.");
        assertThat(found.network()).isEqualTo(Network.zeros(List.of(1, 1), true));
        assertThat(found.data().inputs()).containsExactly(Vector.of("1"));
        assertThat(run(search("{" + ONE_STEP + "}", "", "never", fact(measure("mean-loss", "0"), "=", number("1")) + ", "
                + FALSE))
                .counterexample()).isEmpty();
    }

    @Test
    void theSmallestTrainingInWhichOneFactDoesNotHoldContradictsAlways() {
        String same = fact(measure("mean-loss", "0"), "=", measure("mean-loss", "0"));

        Counterexample found = run(search("{" + ONE_STEP + "}", "", "always", same + ", " + fact(measure("mean-loss", "1"), "<",
                measure("mean-loss", "0")))).counterexample().orElseThrow();

        assertThat(found.run().meanLoss(found.run().end())).isGreaterThanOrEqualTo(found.run().meanLoss(found.network()));
        assertThat(run(search("{" + ONE_STEP + "}", "", "always", same)).counterexample()).isEmpty();
    }

    @Test
    void onlyTrainingsThatMeetWhatIsGivenAreCounterexamplesAndTheyAreCounted() {
        OwnClaimSearch positive = search("{" + ONE_STEP + ", \"start\": \"zeros\", \"learning-rates\": [1]}",
                fact("{\"measure\": \"samples-labelled\", \"factor\": 1}", "=", number("1")), "never", FALSE);

        Search.Result outcome = run(positive);

        assertThat(outcome.counterexample()).isEmpty();
        assertThat(positive.meeting() * 2).as("every other label is 1").isEqualTo(outcome.cases());
    }

    @Test
    void whatNothingMeetsIsMetByNoCase() {
        OwnClaimSearch own = search("{" + ONE_STEP + "}", FALSE, "never", TRUE);

        assertThat(run(own).counterexample()).isEmpty();
        assertThat(run(own).cases()).isPositive();
        assertThat(own.meeting()).isZero();
    }

    @Test
    void aTrainingWithoutAPlaceThatAFactNamesIsNoneOfTheClaim() {
        String second = fact(weightChange("2", "0", "1"), "=", number("0"));

        Counterexample found = run(search("{" + ONE_STEP + ", \"start\": \"zeros\"}", "", "never", second)).counterexample()
                .orElseThrow();
        OwnClaimSearch shallow = search("{" + ONE_STEP + ", \"depth\": 1}", "", "never", second);

        assertThat(found.network().layers()).hasSize(2);
        assertThat(run(shallow).counterexample()).isEmpty();
        assertThat(shallow.meeting()).isZero();
        assertThat(run(search("{\"steps\": [0, 0]}", "", "never", fact(measure("mean-loss", "1"), "!=", number("7"))))
                .counterexample()).isEmpty();
    }

    @Test
    void aPointerNamesAnyNumberOfATraining() {
        Counterexample found = run(search("{" + ONE_STEP + ", \"start\": \"equal\"}", "", "never",
                fact(pointer("/trace/steps/0/network/layers/0/weights/0/0"), "=", number("-2")))).counterexample().orElseThrow();

        assertThat(found.run().end().parameters().get(0)).isEqualTo(new BigFraction(-2));
        OwnClaimSearch nowhere = search("{" + ONE_STEP + "}", "", "never", fact(pointer("/trace/~steps/x"), "=", number("0")));
        assertThat(run(nowhere).counterexample()).isEmpty();
        assertThat(nowhere.meeting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"zeros, 1", "equal, 2", "zero-last, 64", "zero-first, 8", "biases, 1", "random, 512", "zero-unit, 32",
        "identity, 1"})
    void aStartByItsNameIsThatOfTheDecisionTable(String name, int count) {
        List<Network> starts =
                starts("{\"depth\": [2, 2], \"width\": [2, 2], \"steps\": [0, 0], \"samples\": 1, "
                + "\"learning-rates\": [1], \"start\": \""
                + name + "\"}");

        assertThat(starts).hasSize(count);
    }

    @Test
    void anyStartIsEachOfThoseWithoutRepetition() {
        String scope = "\"depth\": 2, \"steps\": [0, 0], \"samples\": 1, \"learning-rates\": [1]";
        Set<Network> named = Stream.of("zeros", "zero-first", "zero-last", "biases", "random")
                .flatMap(name -> starts("{" + scope + ", \"start\": \"" + name + "\"}").stream()).collect(Collectors.toSet());
        Search any = search("{" + scope + "}", "", "never", TRUE).search();

        assertThat(Set.copyOf(starts("{" + scope + "}"))).isEqualTo(named);
        assertThat(named).containsAll(starts("{" + scope + ", \"start\": \"equal\"}"))
                .containsAll(starts("{" + scope + ", \"start\": \"twins\"}"));
        assertThat(any.scope().sizes().flatMap(size -> any.candidates(size, new EveryDraw()))).doesNotHaveDuplicates();
    }

    @Test
    void aStartThatIsWrittenDownHasOneNumberForEachLetter() {
        List<Network> starts =
                starts("{\"steps\": [0, 0], \"samples\": 1, \"learning-rates\": [1], \"height\": 2, \"start\": {\"layers\": ["
                + "{\"weights\": [[\"a\"], [\"a\"]], \"bias\": [\"-b\", \"1/3\"], \"activation\": \"abs\"},"
                + "{\"weights\": [[\"a\", 0]], \"activation\": \"identity\"}]}}");

        assertThat(starts).hasSize(6 * 6).allSatisfy(start -> {
            List<BigFraction> p = start.parameters();
            assertThat(List.of(p.get(0), p.get(1), p.get(3), p.get(4), p.get(5)))
                    .isEqualTo(List.of(p.get(0), p.get(0), new BigFraction(1, 3), p.get(0), BigFraction.ZERO));
        });
        assertThat(starts).extracting(start -> start.parameters().get(2).signum()).contains(1, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"depth\": 1, \"start\": \"twins\"}", "{\"depth\": 1, \"start\": \"biases\"}",
            "{\"width\": 1, \"start\": \"twins\"}"})
    void aStartThatNoNetworkOfTheScopeHasGivesNoCase(String scope) {
        OwnClaimSearch own = search(scope, "", "never", TRUE);

        assertThat(run(own).cases()).isZero();
        assertThat(own.meeting()).isZero();
    }

    @Test
    void everyWayToTrainIsTried() {
        Search search = search("{" + ONE_STEP
                + ", \"depth\": 1, \"width\": 1, \"start\": \"zeros\", \"biases\": [true, false], "
                + "\"losses\": [\"hinge\", \"squared\"], "
                + "\"learning-rates\": [1, 2], \"kappas\": [0, 1], \"momentums\": [0, 1], \"weight-decays\": [0, 1]}", "",
                "never", TRUE).search();

        assertThat(search.scope().sizes().flatMap(size -> search.candidates(size, new EveryDraw()))
                .map(candidate -> List.of(candidate.settings(), candidate.network().layers().get(0).bias().isPresent()))
                .distinct()).hasSize(64);
    }

    @Test
    void whatIsFoundIsReplayedFromItsFileAlone() {
        Counterexample found =
                run(search("{" + ONE_STEP + ", \"start\": \"equal\"}", fact(measure("accuracy", "0"), "<", number("1")), "never",
                fact(measure("accuracy", "\"last\""), "=", number("1")))).counterexample().orElseThrow();

        Replay replay = Replay.of(new Source("found", Json.write(WitnessFormat.write(found))));

        assertThat(replay.reproduced()).isTrue();
        assertThat(replay.witness()).isEqualTo(found);
    }

    /** The scope has one sample; that two suffice is found beyond it, in one of several ways to train, and made small. */
    @Test
    void beyondItsScopeAClaimIsTriedAtRandomInEachOfItsWays() {
        OwnClaimSearch own =
                search("{\"depth\": 1, \"steps\": 1, \"samples\": 1, \"start\": \"zeros\", "
                + "\"losses\": [\"squared\", \"hinge\"], \"biases\": [false, true]}",
                "", "never", fact("{\"measure\": \"samples-labelled\", \"factor\": 1}", "=", number("2")));

        assertThat(run(own).counterexample()).isEmpty();
        Counterexample found = new RandomSearch(own.search(), own.search().scope(), 1).run(1_000, tries -> { }, smaller -> { })
                .counterexample().orElseThrow();

        assertThat(found.data().size()).isEqualTo(2);
        assertThat(found.settings().steps()).isZero();
        assertThat(Parts.of(found).numbers()).containsOnly(BigFraction.ZERO, BigFraction.ONE);
    }
}
