package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.verdict.Drift;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.Examples;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Source;
import org.xml.sax.InputSource;

/** The pages about libraries show what the profile adapters wrote. */
class LibraryPagesTest {

    private static final BuiltCatalogue CATALOGUE = Examples.unbound(Examples.claim("SYM-2"), Examples.claim("SYM-14"));
    private static final Drift.Gap NONE = new Drift.Gap(4, BigFraction.ZERO);
    private static final Drift PARTED = new Drift(List.of(2, 33, 1), 17, 2048, Optional.of(5), List.of(gap(1, "0"), gap(2, "0"),
            gap(512, "3e-8"), gap(1024, "2.7e-3"), gap(2048, "4.7")), NONE);
    private static final Drift EQUAL = new Drift(List.of(2, 2, 1), 8, 2048, Optional.empty(), List.of(gap(2048, "0")), NONE);
    private static final List<NotRun> MISSING = List.of(new NotRun("Other", "no such program"));
    private static final Drifts DRIFTS = new Drifts("2026-11-29",
            List.of(new Drifts.OfLibrary("Library 1.2", "float32", List.of(PARTED, EQUAL)),
                    new Drifts.OfLibrary("Library 1.2", "float64", List.of(EQUAL))), MISSING);
    private static final Implementations IMPLEMENTATIONS = new Implementations("2026-11-29", List.of(
            new Judged("Library 1.2", "float32", 60, 0, Map.of("relu-at-0", "0", "batch", "sum"), List.of(), List.of(),
                    Optional.empty()),
            new Judged("Wrong 3.4", "float64", 60, 31, Map.of(), List.of("bias-not-trained in all layers"),
                    List.of("Biases get no gradient."), Optional.of("1-1 identity, 1 sample: 0, expected < 1"))),
            MISSING);

    private static Drift.Gap gap(int steps, String size) {
        return new Drift.Gap(steps, ExactNumber.parse(size));
    }

    @Test
    void driftsAreReadAsTheyAreWritten() {
        assertThat(Drifts.read(new Source("drift.json", DRIFTS.write()))).isEqualTo(DRIFTS);
    }

    @Test
    void verdictsOnLibrariesAreReadAsTheyAreWritten() {
        assertThat(Implementations.read(new Source("implementations.json", IMPLEMENTATIONS.write())))
                .isEqualTo(IMPLEMENTATIONS);
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThatThrownBy(() -> Drifts.read(new Source("drift.json", IMPLEMENTATIONS.write())))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("drift.json: /libraries/0/").hasMessageContaining("unknown key");
    }

    @Test
    void theFirstStepAndTheGapsOfEachTrainingAreInTheTable() {
        String page = DriftPage.render(CATALOGUE, DRIFTS);

        assertThat(page).contains("<h2>Library 1.2, float32</h2><p>Twins part in 1 of its 2 trainings.</p>",
                row("33", "17", "5", "0.0027", "4.7", "0"), row("2", "8", "none of 2048", "", "0", "0"),
                "<li>Other: no such program</li>", "href=\"claims/SYM-14.html\"", "on 2026-11-29");
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        List.of(cells).forEach(cell -> row.append("<td class=\"number\">" + cell + "</td>"));
        return row + "</tr>";
    }

    @Test
    void theGapOfEveryTrainingInWhichTwinsPartIsDrawn() {
        String picture = DriftDrawing.svg("Library", List.of(EQUAL, PARTED));

        assertThat(picture).containsOnlyOnce("<polyline").contains(">2-33-1, batch 17</text>").doesNotContain("2-2-1");
        assertThat(points(picture)).extracting(point -> point.split(",")[0]).containsExactly("64", "98", "370", "404", "438");
        assertThat(points(picture)).extracting(point -> Integer.valueOf(point.split(",")[1]))
                .startsWith(300, 300).isSortedAccordingTo((a, b) -> b - a);
    }

    private static List<String> points(String picture) {
        return List.of(picture.replaceFirst("(?s).*points=\"([^\"]*)\".*", "$1").split(" "));
    }

    @Test
    void everyVerdictIsInTheTableAndWhatIsWrongBelowIt() {
        String page = ImplementationsPage.render(CATALOGUE, IMPLEMENTATIONS);

        assertThat(page).contains("<td>right</td><td>batch: sum; relu-at-0: 0</td>", "<td>bias-not-trained in all layers</td>",
                "<li>Biases get no gradient.</li><li>The smallest case: 1-1 identity, 1 sample: 0, expected &lt; 1</li>",
                "<li>Other: no such program</li>");
        assertThat(page.split("class=\"statement\"")).hasSize(2);
    }

    @Test
    void bothPagesAreWellFormed() {
        assertThat(List.of(DriftPage.render(CATALOGUE, DRIFTS), ImplementationsPage.render(CATALOGUE, IMPLEMENTATIONS)))
                .allSatisfy(page -> assertThatCode(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder()
                        .parse(new InputSource(new StringReader(page)))).doesNotThrowAnyException());
    }
}
