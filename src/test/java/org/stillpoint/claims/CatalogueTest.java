package org.stillpoint.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;

class CatalogueTest {

    @TempDir
    Path directory;

    @Test
    void claimsAreReadAsWritten() throws IOException {
        write("ZERO-2", text("ZERO-2"));

        assertThat(Catalogue.load(directory).claims()).containsExactly(Examples.claim("ZERO-2"));
    }

    @Test
    void theQuestionComesFirstAndNumbersAreInOrder() {
        Catalogue catalogue = new Catalogue(Stream.of("LAW-1", "ZERO-10", "SYM-1", "ZERO-2", "Q-1", "Q-B", "Q-A")
                .map(Examples::claim)
                .toList());

        assertThat(catalogue.claims()).extracting(Claim::id)
                .containsExactly("Q-A", "Q-B", "Q-1", "ZERO-2", "ZERO-10", "SYM-1", "LAW-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind" : "proof"        | "kind" : "rumour"       | /evidence/0/kind: unknown kind of evidence "rumour", expected proof, property or witness
            "shows" : "establishes" | "shows" : "suggests"    | /evidence/0/shows: "suggests", expected establishes or refutes
            "title"                 | "heading"               | /heading: unknown key
            "verdict" : "true"      | "verdict" : "probably"  | /verdict: "probably" is no verdict, expected true, false or conditional
            "conditions" : [ ]      | "conditions" : ["warm"] | /conditions/0: unknown condition "warm", expected one such as weights-zero
            "conditions" : [ ]      | "conditions" : ["one-output", "one-output"] | the same condition twice, expected each once
            "Condition of ZERO-2"   | ""                      | /condition: an empty string, expected some text
            "id" : "ZERO-2"         | "id" : "zero two"       | "zero two" is no identifier, expected one like ZERO-2 or Q-A
            "id" : "ZERO-2"         | "id" : "ZERO-3"         | /id: ZERO-3, expected the name of the file
            "restsOn" : [ ]         | "restsOn" : ["ZERO-2"]  | the claim rests on itself
            "restsOn" : [ ]         | "restsOn" : ["ZERO-9"]  | ZERO-2: rests on ZERO-9, which is no claim
            """, quoteCharacter = '~')
    void aClaimThatIsNotWellFormedIsRefusedWithItsFileAndPlace(String right, String wrong, String message) throws IOException {
        assertThat(text("ZERO-2")).contains(right);
        write("ZERO-2", text("ZERO-2").replace(right, wrong));

        assertThatThrownBy(() -> Catalogue.load(directory))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("ZERO-2")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"id", "title", "statement", "latex", "verdict", "conditions", "condition", "exactly", "sources", "asked", "why", "restsOn", "evidence"})
    void everyFieldMustBeThere(String field) throws IOException {
        var claim = ClaimFormat.write(Examples.claim("ZERO-2"));
        claim.remove(field);
        write("ZERO-2", Json.write(claim));

        assertThatThrownBy(() -> Catalogue.load(directory))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("no \"" + field + "\", expected one");
    }

    @Test
    void aConditionalVerdictNeedsItsCondition() throws IOException {
        var claim = ClaimFormat.write(Examples.claim("ZERO-2")).put("verdict", "conditional").putNull("condition");
        write("ZERO-2", Json.write(claim));

        assertThatThrownBy(() -> Catalogue.load(directory))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("the verdict is conditional but there is no condition");
    }

    @Test
    void conditionsAreNamedInTheFileAndSentencesBeforeWhatElseThereIsToSay() throws IOException {
        var claim = ClaimFormat.write(Examples.claim("ZERO-2"));
        claim.putArray("conditions").add("one-hidden-layer").add("no-decay");
        write("ZERO-2", Json.write(claim));

        Claim read = Catalogue.load(directory).claims().get(0);

        assertThat(read.conditions()).containsExactly(Condition.ONE_HIDDEN_LAYER, Condition.NO_DECAY);
        assertThat(read.whenItHolds()).contains("There is one hidden layer. There is no weight decay. Condition of ZERO-2");
        assertThat(ClaimFormat.write(read)).isEqualTo(claim);
    }

    @Test
    void aClaimWithoutEvidenceIsRefused() throws IOException {
        var claim = ClaimFormat.write(Examples.claim("ZERO-2"));
        claim.putArray("evidence");
        write("ZERO-2", Json.write(claim));

        assertThatThrownBy(() -> Catalogue.load(directory))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("no evidence, expected at least one");
    }

    @Test
    void theSameIdentifierTwiceIsRefused() {
        assertThatThrownBy(() -> new Catalogue(List.of(Examples.claim("SYM-1"), Examples.claim("SYM-1"))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("SYM-1: claimed twice");
    }

    @Test
    void anUnknownFamilyIsRefused() {
        assertThatThrownBy(() -> new Catalogue(List.of(Examples.claim("OTHER-1"))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("OTHER-1: unknown family");
    }

    @Test
    void claimsThatRestOnEachOtherAreRefused() {
        assertThatThrownBy(() -> new Catalogue(List.of(Examples.claim("SYM-1", "SYM-2"), Examples.claim("SYM-2", "SYM-1"))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("SYM-1: rests on itself through other claims");
    }

    private static String text(String id) {
        return Json.write(ClaimFormat.write(Examples.claim(id)));
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(directory.resolve(id + ".json"), text);
    }
}
