package org.stillpoint.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

/** What evidence shows decides the verdict, and by what all of a statement is established. */
class GroundsTest {

    @TestFactory
    Stream<DynamicTest> noVerdictOfTheCatalogueCanBeAnother() throws IOException {
        return Catalogue.load(Path.of("specs/claims")).claims().stream().flatMap(claim -> Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != claim.verdict()).map(verdict -> DynamicTest.dynamicTest(claim.id() + ": " + verdict.id(), () -> {
                    String flipped = Json.write(ClaimFormat.write(claim).put("verdict", verdict.id()).put("condition", "some condition"));

                    assertThatThrownBy(() -> ClaimFormat.read(Json.read(new Source("flipped", flipped))))
                            .isInstanceOf(FormatException.class).hasMessageContaining("the verdict is " + verdict.id() + ", but");
                })));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRUE        | proof establishes all
            TRUE        | property establishes all; witness establishes remark
            TRUE        | witness establishes one way; witness establishes the other
            TRUE        | proof establishes one part; property establishes the other; witness establishes case
            FALSE       | witness refutes all; proof establishes remark
            FALSE       | property refutes all; witness refutes case
            FALSE       | proof refutes one part; witness refutes the other
            CONDITIONAL | property establishes one part; proof refutes the other; witness refutes case; witness establishes case
            """)
    void aVerdictThatFollows(Verdict verdict, String grounds) {
        assertThatCode(() -> grounds(grounds).requireThatFollows(verdict)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRUE        | proof establishes all; witness refutes case                 | the verdict is true, but
            TRUE        | witness refutes all                                         | the verdict is true, but
            FALSE       | proof establishes all                                       | the verdict is false, but
            FALSE       | proof refutes one part; property establishes the other      | the verdict is false, but
            FALSE       | proof refutes all; witness establishes case                 | the verdict is false, but
            CONDITIONAL | proof establishes all                                       | the verdict is conditional, but evidence decides all
            CONDITIONAL | proof establishes one part; proof establishes the other     | the verdict is conditional, but no evidence refutes
            CONDITIONAL | proof refutes one part; proof refutes the other             | the verdict is conditional, but no evidence establishes
            CONDITIONAL | proof refutes a; property establishes a; proof refutes b    | evidence both establishes and refutes "a"
            """)
    void aVerdictThatDoesNotFollowIsRefused(Verdict verdict, String grounds, String problem) {
        assertThatThrownBy(() -> grounds(grounds).requireThatFollows(verdict)).isInstanceOf(DomainException.class).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proof establishes remark                               | no evidence of all of the statement or of its parts
            witness establishes case                               | no evidence of all of the statement or of its parts
            proof establishes one part                             | a single part of the statement
            proof establishes one part; property establishes all   | a single part of the statement
            proof establishes all; property refutes remark         | expected a remark that it establishes
            proof establishes all; witness establishes all         | which other evidence establishes of more than an example, expected a case
            recheck establishes all                                | evidence of the kind recheck, which decides no statement
            """)
    void evidenceThatDecidesNothingIsRefused(String grounds, String problem) {
        assertThatThrownBy(() -> grounds(grounds)).isInstanceOf(DomainException.class).hasMessageContaining(problem);
    }

    @Test
    void theSameEvidenceDecidesNothingTwice() {
        Ground ground = Examples.establishes(Kind.PROOF, "Law.holds");

        assertThatThrownBy(() -> new Grounds(List.of(ground, ground))).hasMessageContaining("the same evidence twice of the same");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PROOF   | proof establishes all; property establishes all
            PROOF   | proof establishes a; proof establishes b; property establishes all
            TEST    | property establishes all; proof establishes remark
            TEST    | proof establishes a; property establishes b
            TEST    | property refutes all; witness refutes case
            WITNESS | property refutes all; witness refutes all
            WITNESS | proof establishes a; witness refutes b
            WITNESS | witness establishes a; witness establishes b
            """)
    void eachPartCountsByItsStrongestEvidenceAndTheStatementByItsWeakestPart(EstablishedBy means, String grounds) {
        assertThat(grounds(grounds).establishedBy()).isEqualTo(means);
    }

    @ParameterizedTest
    @CsvSource({"LAW-1", "ZERO-11", "SYM-9"})
    void aClaimThatStandsOnPropertiesAloneIsTested(String id) throws IOException {
        assertThat(Catalogue.load(Path.of("specs/claims")).find(id).orElseThrow().establishedBy()).isEqualTo(EstablishedBy.TEST);
    }

    /** Each as {@code kind shows extent}, under a name of its own. */
    private static Grounds grounds(String text) {
        String[] each = text.split("; ");
        return new Grounds(IntStream.range(0, each.length).mapToObj(i -> ground(i, each[i].split(" ", 3))).toList());
    }

    private static Ground ground(int number, String[] words) {
        return new Ground(new EvidenceName(Kind.valueOf(words[0].toUpperCase(Locale.ROOT)), "evidence " + number),
                Shows.fromId(words[1]).orElseThrow(), new Extent(words[2]));
    }
}
