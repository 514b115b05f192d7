package org.stillpoint.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.format.Source;

/** How long the engines take beside others: the results of the last comparison, with a picture of each table of ratios. */
final class BenchmarksPage {

    private static final String RESULTS = "RESULTS.md";
    private static final String STYLE = "benchmarks.css";

    private BenchmarksPage() {
    }

    /**
     * The text of the page by its path, if the build packed results.
     *
     * @param pages the paths of the site's other pages
     */
    static Map<String, String> render(BuiltCatalogue catalogue, Set<String> pages) {
        Optional<Source> results = Packed.file(RESULTS);
        return results.isEmpty() ? Map.of() : Map.of("benchmarks.html", render(catalogue, results.get().text(), pages));
    }

    static String render(BuiltCatalogue catalogue, String results, Set<String> pages) {
        Markdown all = Markdown.of(results, new RepositoryLinks("src/bench/RESULTS.md", "", pages));
        List<Markdown.Heading> headings = Stream.concat(
                Stream.of(new Markdown.Heading(2, "How to read this", "how-to-read-this")), all.headings().stream()).toList();
        List<DomContent> parts = parts(results);
        parts.add(1, reading());
        return new Page(catalogue, "", DocumentPage.STYLE, STYLE).render("Benchmarks",
                DocumentPage.of(headings, parts.toArray(DomContent[]::new)));
    }

    private static DomContent reading() {
        return section(
                h2("How to read this").withId("how-to-read-this"),
                p("A time is what one run took. A ratio says how many times as long one contestant took as another on the same "
                        + "inputs, so it does not depend on the unit of time, but it does on the machine. In the column "
                        + "\"naive / fast\" a 49 means that the naive engine took 49 times as long as the fast one; a number "
                        + "below 1 means that it was the quicker of the two."),
                dl(
                        dt("Bars"), dd("Each step to the right is ten times as much. A bar begins at 1, where both take equally "
                                + "long; one to the left means a ratio below 1."),
                        dt("Targets"), dd("A stroke across a bar is the target that was set before. Targets that were missed are "
                                + "listed at the end, none is left out."),
                        dt("Again"), dd(join("Run ", code("src/bench/compare --quick --out FILE"),
                                " in the repository, on your own machine. The peers need a C compiler, GMP and FLINT. ",
                                code("src/bench/certificates"), " prints the table of certificates alone."))));
    }

    /** The text before the first heading, then each part with its pictures. */
    private static List<DomContent> parts(String results) {
        List<DomContent> parts = new ArrayList<>();
        for (String part : results.split("(?m)^(?=## )")) {
            String table = part.lines().filter(line -> line.startsWith("|")).reduce("", (above, row) -> above + row + "\n");
            String beforeTable = table.isEmpty() ? part : part.substring(0, part.indexOf('|'));
            parts.add(section(html(beforeTable), RatioChart.of(table.lines().toList()), html(table)));
        }
        return parts;
    }

    private static DomContent html(String text) {
        return rawHtml(Markdown.of(text, address -> Optional.empty()).html());
    }
}
