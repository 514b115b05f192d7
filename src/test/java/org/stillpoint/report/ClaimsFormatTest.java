package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.ClaimFormat;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.UnboundCatalogue;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import org.stillpoint.teaching.paper.Latex;
import tools.jackson.databind.node.ObjectNode;

class ClaimsFormatTest {

    private static final BoundCatalogue CATALOGUE =
            Examples.bound(Examples.claim("ZERO-2", "ZERO-1"), Examples.claim("ZERO-1"));
    private static final List<BuiltClaim> ONE = List.of(CATALOGUE.find("ZERO-2").orElseThrow());
    private static final UnboundCatalogue WITHOUT_EVIDENCE =
            Examples.unbound(Examples.claim("ZERO-2", "ZERO-1"), Examples.claim("ZERO-1"));
    private static final List<BuiltClaim> ONE_WITHOUT = List.of(WITHOUT_EVIDENCE.find("ZERO-2").orElseThrow());

    @Test
    void theTableHasOneLineAClaim() {
        assertThat(ClaimsFormat.TEXT.render(CATALOGUE, CATALOGUE.claims())).isEqualTo("""
                claim                    verdict  established by  evidence         time
                ------  ---------------  -------  --------------  ---------------  -----
                ZERO-1  Title of ZERO-1  true     proof           proof, property  2.5 s
                ZERO-2  Title of ZERO-2  true     proof           proof, property  2.5 s

                Stillpoint 1.2.3, built 2026-01-02T03:04:05Z from commit 0123abcd
                """);
    }

    @Test
    void oneClaimIsShownInFull() {
        assertThat(ClaimsFormat.TEXT.render(CATALOGUE, ONE)).contains("Statement of ZERO-2", "Condition of ZERO-2",
                "verdict\n    true, proved", "Why ZERO-2 holds.", "rests on\n    ZERO-1",
                "proof  ZERO-2.proof  establishes the statement; passed, 1.3 s",
                "A source <https://example.org/source>", "commit 0123abcd");
    }

    @Test
    void jsonHasTheDocumentedKeysInTheOrderOfTheCatalogue() {
        String text = ClaimsFormat.JSON.render(CATALOGUE, CATALOGUE.claims());

        List<JsonCursor> claims = Json.read(new Source("claims", text)).elements();
        assertThat(claims).extracting(claim -> claim.field("id").string()).containsExactly("ZERO-1", "ZERO-2");
        assertThat(claims.get(0).node().propertyNames())
                .contains("id", "title", "statement", "verdict", "establishedBy", "condition", "sources", "asked", "evidence");
        JsonCursor evidence = claims.get(0).field("evidence").elements().get(0);
        assertThat(evidence.field("kind").string()).isEqualTo("proof");
        assertThat(evidence.field("name").string()).isEqualTo("ZERO-1.proof");
        assertThat(evidence.field("shows").string()).isEqualTo("establishes");
        assertThat(evidence.field("of").string()).isEqualTo("all");
        assertThat(evidence.field("passed").node().booleanValue()).isTrue();
        assertThat(claims.get(0).field("established").node().booleanValue()).isTrue();
        assertThat(claims.get(0).field("establishedBy").string()).isEqualTo("proof");
        assertThat(claims.get(0).field("build").field("commit").string()).isEqualTo("0123abcd");
    }

    @Test
    void jsonSaysThatAClaimWithoutEvidenceIsNotEstablishedAndHasNoTime() {
        String text = ClaimsFormat.JSON.render(WITHOUT_EVIDENCE, WITHOUT_EVIDENCE.claims());

        assertThat(Json.read(new Source("claims", text)).elements()).hasSize(2).allSatisfy(claim -> {
            assertThat(claim.field("established").node().isBoolean()).isTrue();
            assertThat(claim.field("established").node().booleanValue()).isFalse();
            assertThat(claim.field("establishedBy").node().isNull()).isTrue();
            assertThat(claim.field("evidence").elements()).hasSize(2).allSatisfy(evidence -> {
                assertThat(evidence.field("shows").string()).isEqualTo("establishes");
        assertThat(evidence.field("of").string()).isEqualTo("all");
        assertThat(evidence.field("passed").node().isNull()).isTrue();
                assertThat(evidence.node().propertyNames()).containsExactly("kind", "name", "shows", "of", "passed");
            });
        });
    }

    @Test
    void whatTheProofsStateIsShownLineByLine() {
        assertThat(ClaimsFormat.TEXT.render(CATALOGUE, ONE)).contains(
                "exactly\n    Layers, rows, entries, samples and steps are counted from 0 here, as in the Java code.\n    \n"
                        + "    ZERO-2.proof\n    given\n      a hypothesis of ZERO-2\n"
                        + "    then\n      a conclusion of ZERO-2\n\nwhy");
        assertThat(ClaimsFormat.MARKDOWN.render(CATALOGUE, ONE)).contains(
                "**Exactly:** Layers, rows, entries, samples and steps are counted from 0 here, as in the Java code.\n\n"
                        + "`ZERO-2.proof`\n\n- given\n  - a hypothesis of ZERO-2\n"
                        + "- then\n  - a conclusion of ZERO-2\n\n**Why:**");
        assertThat(exactly(CATALOGUE, ONE).string())
                .isEqualTo("ZERO-2.proof\ngiven\n  a hypothesis of ZERO-2\nthen\n  a conclusion of ZERO-2");
        assertThat(ClaimPageTest.alone(CATALOGUE, ONE.get(0)))
                .contains("<p class=\"hinge\">given</p>", "<li>a hypothesis of ZERO-2</li>", "<li>a conclusion of ZERO-2</li>");
    }

    @Test
    void aClaimWithoutProofsStatesNothingExactly() {
        ObjectNode claim = ClaimFormat.write(Examples.claim("ZERO-2"));
        claim.putArray("exactly");
        BoundCatalogue catalogue = Examples.bound(ClaimFormat.read(Json.read(new Source("claim", Json.write(claim)))));

        assertThat(exactly(catalogue, catalogue.claims()).node().isNull()).isTrue();
        assertThat(List.of(ClaimsFormat.TEXT.render(catalogue, catalogue.claims()),
                ClaimsFormat.MARKDOWN.render(catalogue, catalogue.claims()),
                ClaimPageTest.alone(catalogue, catalogue.claims().get(0))))
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("exactly"));
    }

    private static JsonCursor exactly(BoundCatalogue catalogue, List<? extends BuiltClaim> claims) {
        return Json.read(new Source("claims", ClaimsFormat.JSON.render(catalogue, claims))).elements().get(0).field("exactly");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JSON")
    void everyTextBeginsWithTheLackOfEvidenceAndEstablishesNothing(ClaimsFormat format) {
        assertThat(List.of(format.render(WITHOUT_EVIDENCE, WITHOUT_EVIDENCE.claims()),
                format.render(WITHOUT_EVIDENCE, ONE_WITHOUT)))
                .allSatisfy(text -> assertThat(text.lines().findFirst().orElseThrow()).contains(
                        "No evidence was run in the build of this jar: nothing here is established by it. Run mvn verify."))
                .allSatisfy(text -> assertThat(text).contains("true, not established")
                        .doesNotContain("passed", "proof, property", " s\n"));
    }

    @Test
    void evidenceThatDidNotRunIsNamed() {
        assertThat(ClaimsFormat.TEXT.render(WITHOUT_EVIDENCE, ONE_WITHOUT))
                .contains("proof  ZERO-2.proof  establishes the statement; did not run");
        assertThat(ClaimsFormat.MARKDOWN.render(WITHOUT_EVIDENCE, ONE_WITHOUT))
                .contains("- proof `ZERO-2.proof`, establishes the statement; did not run");
    }

    @Test
    void bibtexEscapesWhatLatexWouldRead() {
        assertThat(ClaimsFormat.BIBTEX.render(CATALOGUE, ONE)).isEqualTo("""
                @misc{stillpoint-ZERO-2,
                  author = {{The Stillpoint authors}},
                  title = {{Title of ZERO-2}},
                  howpublished = {Stillpoint 1.2.3},
                  year = {2026},
                  note = {Claim ZERO-2, verdict: true, proved, commit 0123abcd},
                }
                """);
        assertThat(Latex.escape("50 % & <b_1> {x} ~ ^ \\ $ #")).isEqualTo("50 \\% \\& \\textless{}b\\_1\\textgreater{} "
                + "\\{x\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\$ \\#");
    }

    @Test
    void latexHasTheStatementInWordsAndInSymbols() {
        assertThat(ClaimsFormat.LATEX.render(CATALOGUE, ONE)).contains("\\paragraph{ZERO-2 (Title of ZERO-2).}",
                "Statement of ZERO-2 with 100 \\% \\& \\textless{}signs\\textgreater{}.", "\\[ W^1_t = 0 \\quad \\forall t \\]");
    }

    @Test
    void markdownIsATableOrASection() {
        assertThat(ClaimsFormat.MARKDOWN.render(CATALOGUE, CATALOGUE.claims()))
                .contains("| ZERO-1 | Title of ZERO-1 | true | proof | proof, property | 2.5 s |");
        assertThat(ClaimsFormat.MARKDOWN.render(CATALOGUE, ONE))
                .contains("## ZERO-2: Title of ZERO-2", "100 % & \\<signs>", "**Rests on:** ZERO-1", "- proof `ZERO-2.proof`");
    }
}
