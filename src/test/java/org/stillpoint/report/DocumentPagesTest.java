package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.UnboundCatalogue;

/** The pages made from texts of this repository: the guides, the benchmarks and the inventory of trust. */
class DocumentPagesTest {

    private static final UnboundCatalogue CATALOGUE = Examples.unbound(Examples.claim("SYM-2"));
    private static final Set<String> PAGES = Set.of("trust.html", "lab.html", "claims/SYM-2.html");

    @Test
    void everyGuideOfTheRepositoryIsAPage() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/guide"))) {
            List<String> guides = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md"))
                    .map(name -> name.replace(".md", "")).toList();

            assertThat(GuidePages.SUMMARIES).containsKeys(guides.toArray(String[]::new));
            assertThat(GuidePages.render(CATALOGUE, PAGES)).containsKey("guide.html")
                    .containsKeys(guides.stream().map(name -> "guide/" + name + ".html").toArray(String[]::new));
        }
    }

    @Test
    void aReaderIsLedToPagesThatAreThere() {
        assertThat(GuidePages.render(CATALOGUE, PAGES).get("guide.html")).contains("href=\"lab.html\"", "If you teach")
                .doesNotContain("decision.html");
    }

    @Test
    void linksOfADocumentLeadToThePagesMadeFromWhatTheyName() {
        RepositoryLinks links = new RepositoryLinks("src/guide/some.md", "../",
                Set.of("trust.html", "guide/other.html", "claims/ZERO-2.html", "lab.html"));

        assertThat(links.apply("other.md#part")).contains("../guide/other.html#part");
        assertThat(links.apply("../../specs/README.md")).contains("../trust.html");
        assertThat(links.apply("../../specs/claims/ZERO-2.json")).contains("../claims/ZERO-2.html");
        assertThat(links.apply("ZERO-2")).contains("../claims/ZERO-2.html");
        assertThat(links.apply("lab.html#seed=1")).contains("../lab.html#seed=1");
        assertThat(links.apply("#part")).contains("#part");
        assertThat(Stream.of("UTF-8", "missing.md", "../adapters/template.js", "../bench/RESULTS.md").flatMap(
                address -> links.apply(address).stream())).isEmpty();
    }

    @Test
    void theInventoryBeginsWithTheLayersAndHasContentsThatLeadToItsParts() throws IOException {
        String page = TrustPage.render(CATALOGUE, Files.readString(Path.of("specs/README.md")), PAGES).get("trust.html");

        assertThat(page).containsSubsequence("class=\"contents\"", "href=\"#the-layers-of-trust\"", "href=\"#what-is-trusted\"",
                "<h2 id=\"the-layers-of-trust\">", "<table>", "<h2 id=\"what-is-trusted\">")
                .contains("<a href=\"claims/SYM-2.html\">SYM-2</a>");
    }

    @Test
    void aRatioIsABarFromOneOnALogarithmicScaleWithItsTarget() {
        String page = BenchmarksPage.render(CATALOGUE, """
                # Benchmarks

                Some.

                ## Targets

                | workload | naive / fast | target |
                | --- | --- | --- |
                | one | 100 | >= 10 |
                | other | 0.1 |  |
                | none | - |  |
                """, PAGES);

        assertThat(page).containsSubsequence(">one</span>", "<rect class=\"of0\" x=\"100\" y=\"2\" width=\"200\"",
                        "<line class=\"target\" x1=\"200\"",
                        ">other</span>", "<rect class=\"of0\" x=\"0\" y=\"2\" width=\"100\"", ">none</span>",
                        "<span>1/10</span>", "<span>1</span>", "<span>10</span>", "<span>100</span>")
                .contains("<td>100</td>", "<td>&gt;= 10</td>");
    }

    @Test
    void theResultsOfTheRepositoryHaveAPictureForEveryTableOfRatios() throws IOException {
        String results = Files.readString(Path.of("src/bench/RESULTS.md"));
        List<String> lines = results.lines().toList();

        String page = BenchmarksPage.render(CATALOGUE, results, PAGES);

        long headersWithRatios = IntStream.range(1, lines.size())
                .filter(i -> lines.get(i).startsWith("| ---") && lines.get(i - 1).contains(" / ")).count();
        assertThat(headersWithRatios).isPositive();
        assertThat(page.split("<figure ", -1)).hasSize(1 + (int) headersWithRatios);
    }
}
