package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.Examples;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;

class ClaimsFormatTest {

    private static final BoundCatalogue CATALOGUE =
            Examples.bound(Examples.claim("ZERO-2", "ZERO-1"), Examples.claim("ZERO-1"));
    private static final List<BoundClaim> ONE = List.of(CATALOGUE.find("ZERO-2").orElseThrow());

    @Test
    void theTableHasOneLineAClaim() {
        assertThat(ClaimsFormat.TEXT.render(CATALOGUE.build(), CATALOGUE.claims())).isEqualTo("""
                claim                    verdict  established by   time
                ------  ---------------  -------  ---------------  -----
                ZERO-1  Title of ZERO-1  true     proof, property  2.5 s
                ZERO-2  Title of ZERO-2  true     proof, property  2.5 s

                Stillpoint 1.2.3, built 2026-01-02T03:04:05Z from commit 0123abcd
                """);
    }

    @Test
    void oneClaimIsShownInFull() {
        assertThat(ClaimsFormat.TEXT.render(CATALOGUE.build(), ONE)).contains("Statement of ZERO-2", "Condition of ZERO-2",
                "Why ZERO-2 holds.", "rests on\n    ZERO-1", "proof  ZERO-2.proof  passed, 1.3 s",
                "A source <https://example.org/source>", "commit 0123abcd");
    }

    @Test
    void jsonHasTheDocumentedKeysInTheOrderOfTheCatalogue() {
        String text = ClaimsFormat.JSON.render(CATALOGUE.build(), CATALOGUE.claims());

        List<JsonCursor> claims = Json.read(new Source("claims", text)).elements();
        assertThat(claims).extracting(claim -> claim.field("id").string()).containsExactly("ZERO-1", "ZERO-2");
        assertThat(claims.get(0).node().propertyNames())
                .contains("id", "title", "statement", "verdict", "condition", "sources", "evidence");
        JsonCursor evidence = claims.get(0).field("evidence").elements().get(0);
        assertThat(evidence.field("kind").string()).isEqualTo("proof");
        assertThat(evidence.field("name").string()).isEqualTo("ZERO-1.proof");
        assertThat(evidence.field("passed").node().booleanValue()).isTrue();
        assertThat(claims.get(0).field("build").field("commit").string()).isEqualTo("0123abcd");
    }

    @Test
    void bibtexEscapesWhatLatexWouldRead() {
        assertThat(ClaimsFormat.BIBTEX.render(CATALOGUE.build(), ONE)).isEqualTo("""
                @misc{stillpoint-ZERO-2,
                  author = {{The Stillpoint authors}},
                  title = {{Title of ZERO-2}},
                  howpublished = {Stillpoint 1.2.3},
                  year = {2026},
                  note = {Claim ZERO-2, verdict: true, established by proof, property, commit 0123abcd},
                }
                """);
        assertThat(Latex.escape("50 % & <b_1> {x} ~ ^ \\ $ #")).isEqualTo("50 \\% \\& \\textless{}b\\_1\\textgreater{} "
                + "\\{x\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\$ \\#");
    }

    @Test
    void latexHasTheStatementInWordsAndInSymbols() {
        assertThat(ClaimsFormat.LATEX.render(CATALOGUE.build(), ONE)).contains("\\paragraph{ZERO-2 (Title of ZERO-2).}",
                "Statement of ZERO-2 with 100 \\% \\& \\textless{}signs\\textgreater{}.", "\\[ W^1_t = 0 \\quad \\forall t \\]");
    }

    @Test
    void markdownIsATableOrASection() {
        assertThat(ClaimsFormat.MARKDOWN.render(CATALOGUE.build(), CATALOGUE.claims()))
                .contains("| ZERO-1 | Title of ZERO-1 | true | proof, property | 2.5 s |");
        assertThat(ClaimsFormat.MARKDOWN.render(CATALOGUE.build(), ONE))
                .contains("## ZERO-2: Title of ZERO-2", "100 % & \\<signs>", "**Rests on:** ZERO-1", "- proof `ZERO-2.proof`");
    }
}
