package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.stillpoint.census.Count;
import org.stillpoint.census.Scope;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.Examples;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Source;
import org.xml.sax.InputSource;

/** The page of the census shows what the profile census wrote. */
class CensusPageTest {

    private static final BuiltCatalogue CATALOGUE = Examples.unbound(Examples.claim("SYM-2"));
    private static final CountedScopes COUNTED = new CountedScopes("2026-11-29", 2, List.of(
            new CountedScopes.OfScope(new Count(new Scope(List.of(1, 2, 1), false, 2),
                    List.of(2020L, 0L, 0L, 0L, 0L, 128L, 0L, 0L, 768L), "cd38"), Optional.empty()),
            new CountedScopes.OfScope(new Count(new Scope(List.of(2, 2, 1, 1), true, 3),
                    List.of(1L, 10L, 20L, 3L, 4L, 5L, 6L, 1000L, 1234567L), "f00d"), Optional.of(5_600_000L))));

    @Test
    void aCensusIsReadAsItIsWritten() {
        assertThat(CountedScopes.read(new Source("census.json", COUNTED.write()))).isEqualTo(COUNTED);
    }

    @Test
    void whatIsNoneIsRefused() {
        assertThatThrownBy(() -> CountedScopes.read(new Source("census.json", COUNTED.write().replace("sha-256", "sha"))))
                .isInstanceOf(FormatException.class).hasMessageContaining("census.json: /scopes/0/sha: unknown key");
    }

    @Test
    void everyScopeIsInTheTableOfItsDepthWithWhatEachKappaGetsWrong() {
        String page = CensusPage.render(CATALOGUE, COUNTED);

        assertThat(page.substring(page.indexOf(">One hidden layer"), page.indexOf(">Two hidden layers")))
                .contains("<td>1-2-1</td><td>no</td>" + figures("2", "2 916", "768", "128", "0", "128", "0", ""))
                .doesNotContain("2-2-1-1");
        assertThat(page.substring(page.indexOf(">Two hidden layers")))
                .contains("<td>2-2-1-1</td><td>yes</td>" + figures("3", "344 373 768", "1 234 567", "1 018", "1 029", "1 015",
                        "1 000", "5 600 000"));
    }

    private static String figures(String... figures) {
        StringBuilder cells = new StringBuilder();
        List.of(figures).forEach(figure -> cells.append("<td class=\"number\">" + figure + "</td>"));
        return cells.toString();
    }

    @Test
    void everyHashIsThereAndAClaimThatTheCatalogueLacksIsNotLinked() {
        assertThat(CensusPage.render(CATALOGUE, COUNTED)).contains("1-2-1, no biases, 2 samples", "<code>cd38</code>",
                "<code>f00d</code>", "(KINK-3)", "on 2026-11-29").doesNotContain("href=\"claims/");
    }

    @Test
    void thePageIsWellFormed() {
        assertThatCode(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(CensusPage.render(CATALOGUE, COUNTED))))).doesNotThrowAnyException();
    }
}
