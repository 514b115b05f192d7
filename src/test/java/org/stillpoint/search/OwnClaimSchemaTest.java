package org.stillpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.generation.Start;
import org.stillpoint.statement.Measure;
import org.stillpoint.statement.Place;
import org.stillpoint.statement.Relation;
import tools.jackson.databind.JsonNode;

/** The schema of claim files says what the reader does. */
class OwnClaimSchemaTest {

    private static final JsonNode SCHEMA = schema();
    private static final JsonNode SCOPE = SCHEMA.at("/$defs/scope/properties");

    private static JsonNode schema() {
        try {
            return json(Files.readString(Path.of("src/main/resources/org/stillpoint/search/claim.schema.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        return Json.read(new Source("json", text)).node();
    }

    private static List<String> words(JsonNode values) {
        return values.valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void itHasTheKeysOfTheReader() {
        assertThat(SCHEMA.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(OwnClaimFormat.KEYS);
        assertThat(SCOPE.propertyNames()).containsExactlyElementsOf(OwnScopeFormat.KEYS);
    }

    @Test
    void itHasTheWordsOfTheReader() {
        List<String> activations = RationalActivation.all().stream().map(RationalActivation::id).toList();

        assertThat(words(SCOPE.at("/start/anyOf/0/enum")))
                .containsExactlyElementsOf(Stream.concat(Stream.of("any"), Arrays.stream(Start.values()).map(Start::id))
                .toList());
        assertThat(words(SCHEMA.at("/$defs/activation/anyOf/0/enum"))).isEqualTo(activations);
        assertThat(Stream.of(SCOPE.at("/activations/items"),
                SCHEMA.at("/$defs/network/properties/layers/items/properties/activation")))
                .allMatch(each -> each.at("/$ref").asString("").equals("#/$defs/activation"));
        assertThat(words(SCOPE.at("/losses/items/enum"))).isEqualTo(Stream.of(RationalLoss.values()).map(Loss::id).toList());
        assertThat(words(SCOPE.at("/labels/enum"))).containsExactly(OwnScopeFormat.ANY, OwnScopeFormat.BALANCED);
        assertThat(words(SCHEMA.at("/$defs/fact/properties/relation/enum")))
                .isEqualTo(Stream.of(Relation.values()).map(Relation::symbol).toList());
    }

    @Test
    void itHasTheMeasuresOfTheReaderWithTheirPlaces() {
        List<Measure.Kind> kinds = Stream.of(Measure.Kind.values()).filter(kind -> !kind.hasCompanion()).toList();

        assertThat(SCHEMA.at("/$defs/measured/oneOf").valueStream().map(each -> each.at("/properties/measure/const")
                .stringValue()))
                .containsExactlyElementsOf(kinds.stream().map(Measure.Kind::id).toList());
        assertThat(SCHEMA.at("/$defs/measured/oneOf").valueStream()
                .map(each -> Set.copyOf(each.get("properties").propertyNames())))
                .containsExactlyElementsOf(kinds.stream().map(OwnClaimSchemaTest::keys).toList());
        assertThat(SCHEMA.at("/$defs/measured/oneOf").valueStream()).allSatisfy(each ->
                assertThat(words(each.get("required"))).containsExactlyElementsOf(each.get("properties").propertyNames()));
    }

    private static Set<String> keys(Measure.Kind kind) {
        return Stream.of(Stream.of("measure"), kind.places().stream().map(Place::id), kind.hasFactor() ? Stream.of("factor")
                : Stream.<String>empty())
                .flatMap(keys -> keys).collect(Collectors.toSet());
    }

    @Test
    void itHasTheLimitsOfTheReader() {
        assertThat(Stream.of("depth", "width", "steps", "samples").map(key -> SCOPE.get(key).at("/anyOf/0/maximum").intValue()))
                .containsExactly(Scope.MAX_DEPTH, Scope.MAX_WIDTH, Scope.MAX_STEPS, Scope.MAX_SAMPLES);
        assertThat(SCOPE.at("/height/maximum").intValue()).isEqualTo(Scope.MAX_HEIGHT);
        assertThat(SCOPE.at("/losses/maxItems").intValue()).isEqualTo(OwnScopeFormat.MAX_ENTRIES);
        assertThat(SCHEMA.at("/$defs/facts/maxItems").intValue()).isEqualTo(OwnFacts.MAX_FACTS);
        assertThat(SCHEMA.at("/properties/title/maxLength").intValue()).isEqualTo(OwnClaimFormat.MAX_LETTERS);
    }

    @Test
    void theTemplateIsValidAndSaysAllThatAScopeCanSay() {
        JsonNode template = json(OwnClaimFormat.template());

        assertThat(new JsonSchema(SCHEMA).accepts(template)).isTrue();
        assertThat(template.get("scope").propertyNames()).containsExactlyElementsOf(OwnScopeFormat.KEYS);
        assertThat(OwnClaimFiles.read(OwnClaimFormat.template()).title()).isEqualTo("Equal weights never learn");
    }

    /** What only the reader sees: keys that occur twice, lines, ragged rows, other shapes, the number of combinations, bits. */
    private static final List<String> BEYOND_A_SCHEMA = List.of("Duplicate", "no line of text", "ragged", "outputs",
            "of the last layer",
            "ways to start",
            "beside a start", "no biases for", "bits", "expected a positive one", "denominator zero", "/width/1: 1", "width 5");

    static Stream<Arguments> refusals() {
        return OwnClaimFormatTest.refusals().filter(refusal -> BEYOND_A_SCHEMA.stream()
                .noneMatch(((String) refusal.get()[1])::contains));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatTheReaderRefusesItRefuses(String text, String message) {
        assertThat(new JsonSchema(SCHEMA).accepts(json(text))).as(message).isFalse();
    }

    static Stream<String> claims() {
        return Stream.of(
                "{\"activations\": [\"leaky-relu\", \"leaky-relu:1/5\", \"leaky-relu:-0.5\"]}",
                "{\"depth\": [1, 4], \"width\": 4, \"steps\": [0, 20], \"samples\": 4, \"height\": 4, \"start\": \"any\"}",
                "{\"learning-rates\": [1, 0.5, \"1/3\", \"1e-3\"], \"kappas\": [-1], "
                        + "\"batch-sizes\": [\"full\", 1, 4], \"labels\": \"balanced\"}",
                "{\"start\": {\"layers\": [{\"weights\": [[\"a\", \"-a\"], [0, \"1/2\"]], \"bias\": [\"b\", 0], "
                        + "\"activation\": \"abs\"}, "
                        + "{\"weights\": [[\"c\", 1]], \"activation\": \"identity\"}]}}").map(OwnClaimFiles::claim);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void whatItAcceptsTheReaderReads(String text) {
        assertThat(new JsonSchema(SCHEMA).accepts(json(text))).isTrue();
        assertThat(OwnClaimFiles.read(text).title()).isEqualTo("Mine");
    }

    @Test
    void aKeyOrAWordMoreIsRefusedByBothWhereverItStands() {
        String template = OwnClaimFormat.template();
        for (String key : List.of("\"title\"", "\"depth\"", "\"left\"", "\"measure\"", "\"value\"")) {
            String more = template.replaceFirst(key, "\"more\": 1, " + key);

            assertThat(new JsonSchema(SCHEMA).accepts(json(more))).as(key).isFalse();
            assertThatThrownBy(() -> OwnClaimFiles.read(more)).as(key).isInstanceOf(FormatException.class)
                    .hasMessageContaining("/more: unknown key");
        }
    }
}
