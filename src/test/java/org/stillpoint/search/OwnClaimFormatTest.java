package org.stillpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.search.OwnClaimFiles.NEVER_WORSE;
import static org.stillpoint.search.OwnClaimFiles.claim;
import static org.stillpoint.search.OwnClaimFiles.fact;
import static org.stillpoint.search.OwnClaimFiles.measure;
import static org.stillpoint.search.OwnClaimFiles.number;
import static org.stillpoint.search.OwnClaimFiles.pointer;
import static org.stillpoint.search.OwnClaimFiles.read;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.format.FormatException;
import org.stillpoint.generation.Start;
import org.stillpoint.statement.Shows;

class OwnClaimFormatTest {

    @Test
    void whatAScopeLeavesOutIsASmallTrainingOfAnyStart() {
        OwnScope scope = read(claim("{}")).scope();

        assertThat(scope.limits()).hasToString("2,2,1,2,1");
        assertThat(scope.starts()).extracting(start -> ((NamedStart) start).start())
                .containsExactly(Start.ZEROS, Start.ZERO_FIRST, Start.ZERO_LAST, Start.BIASES, Start.RANDOM);
        assertThat(scope.starts()).allMatch(start -> ((NamedStart) start).bias()
                && ((NamedStart) start).hidden() == Activation.RELU);
        assertThat(scope.trainings()).containsExactly(
                new OwnTraining(Loss.HINGE, Optional.empty(), BigFraction.ZERO, OwnTraining.FULL,
                        BigFraction.ZERO, BigFraction.ZERO));
        assertThat(scope.balanced()).isFalse();
    }

    @Test
    void everyWayToStartIsCombinedWithEveryWayToTrain() {
        OwnScope scope = read(claim("""
                {"start": "equal", "biases": [false, true], "activations": ["relu", "abs"], "losses": ["squared"],
                 "learning-rates": [0.1, "2"], "kappas": ["1/2"], "batch-sizes": [1, "full"], "momentums": ["9/10"],
                 "weight-decays": ["0", 1], "labels": "balanced"}""")).scope();

        assertThat(scope.starts()).containsExactly(
                new NamedStart(Start.EQUAL, false, Activation.RELU, 1), new NamedStart(Start.EQUAL, false, Activation.ABS, 1),
                new NamedStart(Start.EQUAL, true, Activation.RELU, 1), new NamedStart(Start.EQUAL, true, Activation.ABS, 1));
        assertThat(scope.trainings()).hasSize(8)
                .contains(new OwnTraining(Loss.SQUARED, Optional.of(new BigFraction(1, 10)), BigFraction.ONE_HALF, 1,
                new BigFraction(9, 10), BigFraction.ONE));
        assertThat(scope.balanced()).isTrue();
        assertThat(scope.words()).isEqualTo("one output, start equal, biases false|true, activations relu|abs, losses squared, "
                + "learning-rates 1/10|2, kappas 1/2, batch-sizes 1|full, momentums 9/10, weight-decays 0|1, labels balanced");
    }

    @Test
    void aNumberIsHowFarTheSearchGoesAndTwoAreWhatTheClaimSpeaksOf() {
        OwnScope scope = read(claim("{\"depth\": [2, 3], \"width\": 3, \"steps\": [1, 1], \"samples\": 1}")).scope();

        assertThat(scope.limits()).hasToString("3,3,1,1,1");
        assertThat(scope.allows(new Size(List.of(1, 1, 1), 1, 1, 1))).isTrue();
        assertThat(scope.allows(new Size(List.of(4, 5, 1), 9, 1, 1))).as("beyond what is searched first").isTrue();
        assertThat(scope.allows(new Size(List.of(1, 1), 1, 1, 1))).as("one layer").isFalse();
        assertThat(scope.allows(new Size(List.of(1, 1, 1, 1, 1), 1, 1, 1))).as("four layers").isFalse();
        assertThat(scope.allows(new Size(List.of(1, 1, 1), 1, 2, 1))).as("two steps").isFalse();
    }

    @Test
    void theLastStepAndTheLastLayerAreThoseOfEachCandidate() {
        OwnClaim claim = read(claim("{}", "[]", "never", "["
                + fact("{\"measure\": \"largest-weight\", \"layer\": \"last\", \"step\": \"last\"}",
                "=", number("0")) + "]"));

        assertThat(claim.contradictions(3, 4)).isEqualTo(read(claim("{}", "[]", "never",
                "[" + fact("{\"measure\": \"largest-weight\", \"layer\": 3, \"step\": 4}", "=", number("0")) + "]"))
                .contradictions(1, 1));
    }

    @Test
    void whatIsClaimedAlwaysIsContradictedByEachOppositeOfEachFact() {
        String facts = "[" + fact(measure("mean-loss", "1"), "<", number("1")) + ", "
                + fact(measure("accuracy", "1"), "=", number("1")) + "]";

        List<Shows> contradictions = read(claim("{}", "[]", "always", facts)).contradictions(1, 1);

        assertThat(contradictions).extracting(shows -> shows.shows().size()).containsOnly(1);
        assertThat(contradictions).extracting(shows -> shows.shows().get(0).relation().symbol()).containsExactly("=", ">", "!=");
    }

    static Stream<Arguments> refusals() {
        String facts = NEVER_WORSE;
        return Stream.of(
                refusal("[]", "an array, expected an object"),
                refusal("{\"title\": 1}", "/title: a number, expected a string"),
                refusal(claim("{}").replace("\"Mine\"", "\" \""), "/title: no line of text, expected one of 1 to 200 characters"),
                refusal(claim("{}").replace("\"Mine\"", "\"a\\nb\""), "/title: no line of text"),
                refusal(claim("{}").replace("Mine", "ZERO-2"),
                        "/title: \"ZERO-2\" reads as a claim of the catalogue, expected words"),
                refusal(claim("{}").replace("Mine", "M".repeat(201)), "/title: no line of text"),
                refusal(claim("{}").replace("\"says\"", "\"sais\""),
                        "/sais: unknown key, expected one of always, given, never, says, scope, title"),
                refusal(claim("{}").replace("\"says\"", "\"title\""), "1:26: broken JSON, expected one value: Duplicate"),
                refusal(claim("{}").replace("\"says\": \"So it is.\", ", ""), "no \"says\", expected one"),
                refusal(claim("{}", "[]", "never", facts + ", \"always\": " + facts),
                        "both \"never\" and \"always\", expected one of them"),
                refusal(claim("{}").replace(", \"never\": " + facts, ""),
                        "neither \"never\" and \"always\", expected one of them"),
                refusal(claim("{}", "[]", "never", "[]"), "/never: an empty array, expected at least one entry"),
                refusal(claim("{}", "{}", "never", facts), "/given: an object, expected an array"),
                refusal(claim("{}", "[]", "never", "[1]"), "/never/0: a number, expected an object"),
                refusal(claim("{}", "[" + "{},".repeat(20) + "{}]", "never", facts), "/given/0: no \"relation\", expected one"),
                refusal(claim("{}", "[]", "always", "[" + String.join(",",
                Collections.nCopies(21, fact(number("0"), "=", number("0")))) + "]"),
                        "/always: 21 facts, expected at most 20"),
                refusal(claimed("{\"measure\": \"loss\"}", "="),
                        "/never/0/left/measure: unknown measure, expected one of layers"),
                refusal(claimed("{\"measure\": \"mean-loss\"}", "="), "/never/0/left: no \"step\", expected one"),
                refusal(claimed("{\"measure\": \"mean-loss\", \"step\": \"first\"}", "="),
                        "/never/0/left/step: \"first\" is not an exact number"),
                refusal(claimed("{\"measure\": \"mean-loss\", \"step\": 1, \"layer\": 1}", "="),
                        "/never/0/left/layer: unknown key"),
                refusal(claimed("{\"measure\": \"units\", \"layer\": 0}", "="),
                        "/never/0/left/layer: layer 0, expected one from 1"),
                refusal(claimed("{\"measure\": \"gradient\", \"unit\": 1, \"layer\": 1, \"input\": 1, \"step\": 0}", "="),
                        "/never/0/left/step: step 0, expected one from 1"),
                refusal(claimed("{\"measure\": \"gradient-along\"}", "="),
                        "/never/0/left: a measure that compares a training with something, expected one of the"),
                refusal(claimed("{\"measure\": \"mean-loss\", \"step\": 1, \"training\": \"varied\"}", "="),
                        "/never/0/left: a measure that compares a"),
                refusal(claimed(measure("mean-loss", "1"), "<="),
                        "/never/0/relation: unknown relation, expected one of <, =, >, !="),
                refusal(claimed(pointer("nonsense"), "="),
                        "/never/0/left/pointer: no pointer into a counterexample file, expected one that begins with"),
                refusal(claimed(pointer("/traces/steps"), "="), "/never/0/left/pointer: no pointer into a counterexample file"),
                refusal(claimed("{\"what\": \"zero\", \"value\": 0}", "="),
                        "/never/0/left/what: unknown key, expected one of value"),
                scope("\"depth\": 0", "/scope/depth: 0, expected an integer from 1 to 4"),
                scope("\"depth\": \"2\"", "/scope/depth: no number, expected an integer from 1 to 4"),
                scope("\"depth\": 5", "/scope/depth: 5, expected an integer from 1 to 4"),
                scope("\"depth\": 1e9999", "/scope/depth: not a count, expected an integer"),
                scope("\"width\": [2]", "/scope/width: 1 entries, expected two, the least and the most"),
                scope("\"width\": [2, 1]", "/scope/width/1: 1, expected an integer from 2 to 4"),
                scope("\"steps\": 21", "/scope/steps: 21, expected an integer from 0 to 20"),
                scope("\"samples\": -1", "/scope/samples: not a count"),
                scope("\"height\": 1.5", "/scope/height: not a count"),
                scope("\"start\": \"zero\"",
                        "/scope/start: \"zero\", expected one of any, zeros, equal, twins, zero-first, zero-last, biases, ra"),
                scope("\"start\": 0", "/scope/start: a number, expected a string"),
                scope("\"activations\": [\"relu\", \"tanh\"]",
                        "/scope/activations/1: activation tanh is not exact over the rationals, expected one of identity, relu"),
                scope("\"activations\": [\"leaky-relu:x\"]", "/scope/activations/0: \"x\" is not an exact number"),
                scope("\"losses\": [\"logistic\"]",
                        "/scope/losses/0: loss logistic is not exact over the rationals, expected one of perceptron, hinge"),
                scope("\"start\": {\"layers\": [{\"weights\": [[\"a\"]], \"activation\": \"sigmoid\"}, "
                        + "{\"weights\": [[1]], \"activation\": \"identity\"}]}",
                        "/scope/start/layers/0/activation: activation sigmoid is not exact over the rationals"),
                scope("\"start\": {\"layers\": [{\"weights\": [[\"a\"]], \"activation\": \"relu\"}]}",
                        "/scope/start/layers/0/activation: activation relu of the last layer, expected identity"),
                scope("\"biases\": true", "/scope/biases: a truth value, expected an array"),
                scope("\"biases\": [1]", "/scope/biases/0: no truth value, expected true or false"),
                scope("\"biases\": [true, true]", "/scope/biases/1: an entry for the second time, expected each once"),
                scope("\"biases\": [false], \"start\": \"biases\"",
                        "/scope/biases: no biases for the start biases, expected true among them"),
                scope("\"activations\": [\"step\"]",
                        "/scope/activations/0: unknown activation \"step\", expected one of identity"),
                scope("\"losses\": []", "/scope/losses: an empty array, expected at least one entry"),
                scope("\"losses\": [\"log\"]", "/scope/losses/0: unknown loss \"log\", expected one of perceptron"),
                scope("\"learning-rates\": \"all\"", "/scope/learning-rates: \"all\", expected one of any"),
                scope("\"learning-rates\": [0]", "/scope/learning-rates/0: the learning rate 0, expected a positive one"),
                scope("\"learning-rates\": [\"1/0\"]", "/scope/learning-rates/0: \"1/0\" has denominator zero"),
                scope("\"momentums\": [1e99]", "/scope/momentums/0: a number of 329 bits, expected at most 64"),
                scope("\"momentums\": [1,2,3,4,5,6,7,8,9]", "/scope/momentums: 9 entries, expected at most 8"),
                scope("\"kappas\": [\"NaN\"]", "/scope/kappas/0: \"NaN\" is not an exact number"),
                scope("\"batch-sizes\": [0]", "/scope/batch-sizes/0: 0, expected an integer from 1 to 4"),
                scope("\"batch-sizes\": [\"all\"]", "/scope/batch-sizes/0: no number, expected an integer"),
                scope("\"labels\": \"even\"", "/scope/labels: \"even\", expected one of any, balanced"),
                scope("\"momentums\": [1,2,3,4,5,6,7,8], \"kappas\": [1,2,3,4,5,6]",
                        "/scope: 5 ways to start times 48 ways to train, expected a product"),
                scope("\"momentum\": [0]", "/scope/momentum: unknown key, expected one of activations"),
                start("[[\"a\"]]", "\"depth\": 1", "/scope/depth: \"depth\" beside a start that is written down, expected none"),
                start("[[\"a\", \"b\", \"c\", \"d\", \"e\"]]", "\"steps\": 1", "/scope/start: width 5, expected at most 4"),
                start("[[\"a\"], [\"b\"]]", "\"steps\": 1", "/scope/start: 2 outputs, expected 1"),
                start("[[\"aa\"]]", "\"steps\": 1", "/scope/start/layers/0/weights/0/0: \"aa\" is not an exact number"),
                start("[[\"a\"], [\"b\", \"c\"]]", "\"steps\": 1", "/scope/start/layers/0/weights: a ragged matrix"),
                start("1", "\"steps\": 1", "/scope/start/layers/0/weights: a number, expected an array"));
    }

    private static Arguments refusal(String text, String message) {
        return Arguments.of(text, message);
    }

    private static String claimed(String left, String relation) {
        return claim("{}", "[]", "never", "[" + fact(left, relation, number("1")) + "]");
    }

    private static Arguments scope(String key, String message) {
        return Arguments.of(claim("{" + key + "}"), message);
    }

    private static Arguments start(String weights, String key, String message) {
        return Arguments.of(claim("{\"start\": {\"layers\": [{\"weights\": " + weights + ", \"activation\": \"identity\"}]}, "
                + key + "}"), message);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsNoClaimIsRefusedWithItsPlaceAndWhatIsExpected(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(FormatException.class).hasMessageStartingWith("my.claim.json:")
                .hasMessageContaining(message).hasMessageContaining("expected").hasMessageNotContaining("\n");
    }
}
