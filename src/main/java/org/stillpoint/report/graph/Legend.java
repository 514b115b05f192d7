package org.stillpoint.report.graph;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;

/** What the outlines and marks of a graph say. */
public final class Legend {

    private Legend() {
    }

    /** Those that occur. */
    public static DomContent of(DependencyGraph graph) {
        List<Standing> standings = List.of(Standing.values()).stream()
                .filter(standing -> graph.restsOn().keySet().stream().anyMatch(node -> node.standing() == standing)).toList();
        return ul(each(standings, standing -> li(
                span(standing.mark() + " " + standing.words()).withClasses("node", standing.style()),
                text(" " + standing.meaning())))).withClass("legend");
    }
}
