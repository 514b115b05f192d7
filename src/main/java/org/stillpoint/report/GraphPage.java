package org.stillpoint.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;

import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.report.graph.DependencyGraph;
import org.stillpoint.report.graph.GraphList;
import org.stillpoint.report.graph.Legend;
import org.stillpoint.report.graph.Overview;

/** What rests on what, to click through: one node with its neighbours, then the picture of all, then the lists. */
final class GraphPage {

    private GraphPage() {
    }

    static String render(BuiltCatalogue catalogue) {
        DependencyGraph graph = DependencyGraph.of(catalogue);
        return new Page(catalogue, "", "graph.css", "graph.js").render("What rests on what",
                h1("What rests on what"),
                p("A claim rests on theorems, examples, tests and other claims; a theorem on contracts of the code that runs and on "
                        + "lemmas; a lemma on others, and in the end on definitions and on axioms, which are assumed. Choose "
                        + "anything, and go on from there."),
                Legend.of(graph),
                p("A claim that is false or conditional says so behind its name; its mark tells how that was decided.")
                        .withClass("quiet"),
                section().withId("focus").attr("hidden", "hidden").attr("aria-label", "One at a time")
                        .attr("data-proofs", catalogue instanceof BoundCatalogue ? "proofs.html" : ""),
                section(
                        h2("All at once").withId("all"),
                        p("What stands to the right is what the left rests on. A line from a theorem or a contract to an "
                                + "axiom runs through lemmas, which are too many to draw.").withClass("quiet"),
                        div(rawHtml(Overview.svg(graph))).withClass("scroll").attr("tabindex", "0")
                                .attr("role", "region").attr("aria-label", "The picture")),
                h2("The lists").withId("lists"),
                p(graph.others() == 0 ? "Everything that this build proved is here."
                        : graph.others() + " further rules and contracts were proved that no claim rests on; they are among "
                                + "the proofs.")
                        .withClass("quiet"),
                GraphList.of(graph));
    }
}
