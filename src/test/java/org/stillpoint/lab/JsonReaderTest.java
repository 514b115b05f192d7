package org.stillpoint.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

class JsonReaderTest {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(JsonReader.read(" {\"a\" : [1.50, \"x\", {}, [ ]],\n\t\"b\":null} ")).isEqualTo(new JsonValue.Members(Map.of(
                "a", new JsonValue.Elements(List.of(new JsonValue.Word("1.50", false), new JsonValue.Word("x", true),
                        new JsonValue.Members(Map.of()), new JsonValue.Elements(List.of()))),
                "b", new JsonValue.Word("null", false))));
    }

    @Test
    void escapesStandForTheirCharacters() {
        assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\""))
                .isEqualTo(new JsonValue.Word("\"\\/\b\f\n\r\t\u00e9", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[", "[1", "[1,", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}",
        "1 2", "[]]", "\"", "\"\\", "\"\\x\"", "\"\\u00e\"", "\"\\u00", "\"\n\"", "{\"a\":1,\"a\":2}", "[1}",
        ":", "\u0000", "relu", "01", "+1", "1.", "[True]"})
    void whatIsNoJsonIsRefusedAsTheOtherReaderDoes(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(DomainException.class)
                .hasMessageMatching("broken JSON at character [0-9]+, expected [^\\n]+");
        assertThatThrownBy(() -> Json.read(new Source("text", text))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void deepNestingIsRefusedBeforeItFillsTheStack() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(1_000_000))).hasMessageContaining("brackets within each other");
    }

    @ParameterizedTest
    @CsvSource({"'[1, x', 5", "'{\"a\" 1}', 6"})
    void aMessageNamesThePlace(String text, int character) {
        assertThatThrownBy(() -> JsonReader.read(text)).hasMessageStartingWith("broken JSON at character " + character + ",");
    }
}
