package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.Difference;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Statements;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A saved counterexample in which something was changed. */
class TamperingTest {

    @TestFactory
    Stream<DynamicTest> everyComputedNumberThatIsChangedIsTheOneThatIsNamed() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(title(file), () -> {
            List<String> computed = numbers(tree(file)).stream().filter(pointer -> isComputed(tree(file), pointer)).toList();
            assertThat(computed).isNotEmpty();
            for (String pointer : computed) {
                assertThat(Replay.of(changed(file, pointer)).differs()).extracting(Difference::pointer).containsExactly(pointer);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> noGivenNumberCanBeChangedUnseen() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(title(file), () -> {
            for (String pointer : numbers(tree(file)).stream().filter(p -> !isComputed(tree(file), p)).toList()) {
                assertThat(isRefusedOrDiffers(changed(file, pointer))).as(pointer).isTrue();
            }
        }));
    }

    @Test
    void aNumberThatNothingElseDependsOnShowsInTheFingerprint() throws IOException {
        Source momentumOfASingleStep = changed(WitnessFiles.named("Q-3"), "/settings/momentum");

        assertThat(Replay.of(momentumOfASingleStep).differs()).extracting(Difference::pointer).containsExactly("/fingerprint");
    }

    @Test
    void anotherClaimShowsInTheFingerprint() throws IOException {
        Source ofAnotherClaim = edited(WitnessFiles.named("Q-3"), "\"claim\" : \"Q-3\"", "\"claim\" : \"Q-4\"");

        assertThat(Replay.of(ofAnotherClaim).differs()).extracting(Difference::pointer).containsExactly("/fingerprint");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "relu; tanh; /network/layers/0/activation: activation tanh is not exact over the rationals, expected one of",
        "identity; sigmoid; /network/layers/1/activation: activation sigmoid is not exact over the rationals, expected",
        "identity; hard-tanh; /network/layers/1/activation: activation hard-tanh of the last layer, expected identity",
        "hinge; logistic; /settings/loss: loss logistic is not exact over the rationals, expected one of perceptron, hinge"})
    void aWitnessOfANetworkThatIsNotExactOrHasAnActivationOnItsOutputIsRefused(String word, String other, String message)
            throws IOException {
        Source changed = edited(WitnessFiles.named("Q-3"), '"' + word + '"', '"' + other + '"');

        assertThatThrownBy(() -> Replay.of(changed)).isInstanceOf(FormatException.class).hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aNumberWrittenInAnotherWayIsTheSameNumber() throws IOException {
        Source rewritten = edited(WitnessFiles.named("Q-6-better"), "\"1/128\"", "0.0078125");

        assertThat(Replay.of(rewritten).reproduced()).isTrue();
    }

    @Test
    void moreStepsThanTheTraceSpellsOutAreNotComputed() throws IOException {
        Source endless = edited(WitnessFiles.named("Q-3"), "\"steps\" : 1,", "\"steps\" : 2000000000,");

        assertThat(Replay.of(endless).differs()).containsExactly(new Difference("/settings/steps", "2000000000", "1"));
    }

    @Test
    void stepsThatAreOnlyCountedAndNotSpelledOutAreNotComputed() throws IOException {
        String text = edited(WitnessFiles.named("Q-3"), "\"steps\" : 1,", "\"steps\" : 100001,").text();
        Source hollow = new Source("file", text.replace("\"steps\" : [ {", "\"steps\" : [ " + "0,".repeat(100_000) + "{"));

        assertThatThrownBy(() -> Replay.of(hollow)).isInstanceOf(FormatException.class)
                .hasMessageContaining("/trace: fewer numbers than parameters times steps");
    }

    @Test
    void aStatementThatDoesNotContradictItsClaimIsNotReproducedHoweverRightItsNumbersAre() {
        Counterexample worse = WitnessFiles.counterexample(WitnessFiles.named("Q-6-worse"));
        Counterexample wrong = new Counterexample("Q-6", worse.contradicts(), worse.search(), worse.network(), worse.data(),
                worse.settings(), Statements.lossBecomes(Relation.LESS, 1));

        List<Difference> differs = Replay.of(new Source("file", Json.write(WitnessFormat.write(wrong)))).differs();

        assertThat(differs).containsExactly(new Difference("/statement/shows/1/relation", "1/2 < 1/8", "1/2 > 1/8"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stillpoint-counterexample/2 | stillpoint-counterexample/3 | /schema: an unknown schema, expected stillpoint-counterexample/2
            "contradicts"               | "contradict"                | /contradict: unknown key, expected one of
            "cases" : 18                | "cases" : -1                | /search/cases: not a count
            "unit" : 1                  | "unit" : 8                  | unit 8, expected one from 1 to 2
            "input" : 2                 | "input" : 0                 | input 0, expected one from 1 to 2
            "layer" : 1                 | "layer" : 3                 | layer 3, expected one from 1 to 2
            "step" : 1                  | "step" : 2                  | step 2, expected one from 1 to 1
            "output" : [ "6" ]          | "output" : [ "six" ]        | /trace/steps/0/samples/0/output/0: "six" is not an exact number
            "output" : [ "6" ]          | "output" : "6"              | /trace/steps/0/samples/0/output: not an array
            "batch" : [ 0 ],            | "batch" : [ 0 ], "x" : 1,   | /trace/steps/0/x: unknown key
            "batch" : [ 0 ],            |                             | /trace/steps/0: no "batch"
            "kind" : "shows"            | "kind" : "show"             | /statement/kind: an unknown kind of statement
            """)
    void whatIsNoCounterexampleIsRefusedWithItsPlace(String from, String to, String message) throws IOException {
        Source broken = edited(WitnessFiles.named("Q-3"), from, to == null ? "" : to);

        assertThatThrownBy(() -> Replay.of(broken)).isInstanceOf(FormatException.class).hasMessageContaining(message);
    }

    @Test
    void aTruncatedFileIsRefusedWithLineAndColumn() throws IOException {
        String text = Files.readString(WitnessFiles.named("Q-3"));
        for (int length = 0; length < text.length() - 2; length += 97) {
            Source truncated = new Source("file", text.substring(0, length));

            assertThatThrownBy(() -> Replay.of(truncated)).isInstanceOf(FormatException.class)
                    .hasMessageMatching("file:[0-9]+:[0-9]+: .*");
        }
    }

    private static Stream<Path> files() throws IOException {
        return Stream.concat(WitnessFiles.all().stream(),
                WitnessFiles.ofFirstSchema().stream().filter(TamperingTest::isReproduced));
    }

    private static boolean isReproduced(Path file) {
        return Replay.of(WitnessFiles.source(file)).reproduced();
    }

    private static String title(Path file) {
        return WitnessFiles.name(file) + ", " + tree(file).get("schema").asString();
    }

    private static boolean isComputed(JsonNode tree, String pointer) {
        return pointer.startsWith("/trace/") || pointer.matches("/statement/(premises|conclusions)/.*")
                || pointer.matches("/statement/(requires|shows)/.*/value") && !isStated(tree, pointer)
                && !tree.at("/statement").has("premises");
    }

    private static boolean isRefusedOrDiffers(Source source) {
        try {
            return !Replay.of(source).reproduced();
        } catch (FormatException e) {
            return true;
        }
    }

    private static JsonNode tree(Path file) {
        return Json.read(WitnessFiles.source(file)).node();
    }

    /** A value that a fact names itself stands alone. */
    private static boolean isStated(JsonNode tree, String pointer) {
        return tree.at(pointer.replaceAll("/value$", "")).size() == 1;
    }

    private static Source edited(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        return new Source("file", text.replace(from, to));
    }

    /** The file with one added to one of its numbers. */
    private static Source changed(Path file, String pointer) {
        JsonNode tree = tree(file);
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, slash));
        JsonNode old = tree.at(pointer);
        BigFraction more = ExactNumber.parse(old.asString()).add(BigFraction.ONE);
        JsonNode replacement = old.isNumber()
                ? Json.object().numberNode(more.getNumeratorAsInt()) : Json.number(more);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(pointer.substring(slash + 1)), replacement);
        } else {
            ((ObjectNode) parent).set(pointer.substring(slash + 1), replacement);
        }
        return new Source("file", Json.write(tree));
    }

    private static List<String> numbers(JsonNode tree) {
        List<String> pointers = new ArrayList<>();
        collect(tree, "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (node.isObject()) {
            node.propertyNames().forEach(key -> collect(node.get(key), pointer + "/" + key, pointers));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, pointers);
            }
        } else if (isNumber(node)) {
            pointers.add(pointer);
        }
    }

    private static boolean isNumber(JsonNode node) {
        try {
            ExactNumber.parse(node.asString());
            return true;
        } catch (DomainException e) {
            return false;
        }
    }
}
