package org.stillpoint.report.graph;

import static j2html.TagCreator.a;
import static j2html.TagCreator.b;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.i;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.small;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The whole graph as lists, one a kind: each node with what it rests on and what rests on it. A script reads the graph from them.
 * Lemmas are numbered, and named by their numbers where others rest on them, as in a book.
 */
public final class GraphList {

    private final DependencyGraph graph;
    private final Map<Node, List<Node>> usedBy;
    private final Map<Node, Integer> numbers = new HashMap<>();

    private GraphList(DependencyGraph graph) {
        this.graph = graph;
        usedBy = graph.usedBy();
        graph.ofKind(NodeKind.LEMMA).forEach(lemma -> numbers.put(lemma, numbers.size() + 1));
    }

    /** A folded list for each kind there is. */
    public static DomContent of(DependencyGraph graph) {
        GraphList list = new GraphList(graph);
        return div(each(List.of(NodeKind.values()), list::ofKind)).withId("nodes");
    }

    private DomContent ofKind(NodeKind kind) {
        List<Node> nodes = graph.ofKind(kind);
        if (nodes.isEmpty()) {
            return text("");
        }
        Standing most = usual(kind, nodes);
        String standing = kind == NodeKind.CLAIM ? "" : ", " + most.mark() + " " + most.words();
        return details(
                summary(kind.heading() + ", " + nodes.size() + standing),
                p("Each is " + kind.meaning() + ". " + note(kind)).withClass("quiet"),
                kind == NodeKind.LEMMA ? ol(each(nodes, node -> lemma(node, most))) : ul(each(nodes, node -> entry(node, most))))
                .attr("data-kind", kind.id()).attr("data-standing", most.style()).withId("all-" + kind.id());
    }

    /** What the heading says of all of a kind; a node of another standing says so itself, as claims always do. */
    private static Standing usual(NodeKind kind, List<Node> nodes) {
        return kind == NodeKind.CLAIM ? Standing.STATED
                : nodes.stream().map(Node::standing).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static LiTag marked(LiTag entry, Node node, Standing most) {
        LiTag named = entry.withId(node.id());
        return node.kind() != NodeKind.CLAIM && node.standing() == most ? named : named.withClass(node.standing().style());
    }

    private String note(NodeKind kind) {
        return switch (kind) {
            case LEMMA -> "Their names begin with \"lemma\" in the theory. The numbers behind a lemma are those of the lemmas "
                    + "that its proof applies, each before it.";
            case THEOREM, CONTRACT -> "Numbers are those of lemmas.";
            case CLAIM, WITNESS, PROPERTY, AXIOM -> "";
        };
    }

    private LiTag lemma(Node lemma, Standing most) {
        return marked(li(lemma.label() + on(lemma, NodeKind.LEMMA, ": ") + axioms(lemma)), lemma, most);
    }

    private String on(Node node, NodeKind kind, String before) {
        List<Node> on = graph.on(node, kind);
        return on.isEmpty() ? "" : before + on.stream().map(lemma -> String.valueOf(numbers.get(lemma)))
                .collect(Collectors.joining(" "));
    }

    private String axioms(Node lemma) {
        List<Node> axioms = graph.on(lemma, NodeKind.AXIOM);
        return axioms.isEmpty() ? "" : "; " + axioms.stream().map(Node::label).collect(Collectors.joining(" "));
    }

    private LiTag entry(Node node, Standing most) {
        List<Node> links = graph.restsOn().get(node).stream().filter(other -> other.kind() != NodeKind.LEMMA).toList();
        boolean hasLemmas = !graph.on(node, NodeKind.LEMMA).isEmpty();
        List<Node> users = usedBy.get(node).stream().filter(user -> user.kind() != NodeKind.LEMMA).toList();
        List<DomContent> parts = new ArrayList<>(List.of(b(node.name()), text(" " + node.title() + " ")));
        if (node.kind() == NodeKind.CLAIM || node.standing() != most) {
            parts.add(small(node.standing().mark() + " " + node.says()));
        }
        if (!links.isEmpty() || hasLemmas) {
            parts.add(div(text("rests on "), links(links), hasLemmas ? i((links.isEmpty() ? "lemmas" : ", lemmas")
                    + on(node, NodeKind.LEMMA, " ")) : text("")).withClass("on"));
        }
        if (node.kind() == NodeKind.AXIOM) {
            parts.add(div("under " + above(node, NodeKind.CLAIM) + " claims and " + above(node, NodeKind.THEOREM)
                    + " theorems, also through lemmas").withClass("by"));
        } else if (!users.isEmpty()) {
            parts.add(div(text("used by "), links(users)).withClass("by"));
        }
        return marked(li(parts.toArray(DomContent[]::new)), node, most);
    }

    private long above(Node axiom, NodeKind kind) {
        return graph.ofKind(kind).stream().filter(node -> graph.all(node).contains(axiom)).count();
    }

    private static DomContent links(List<Node> nodes) {
        return each(nodes, node -> each(nodes.get(0).equals(node) ? text("") : text(", "),
                a(node.shown()).withHref("#" + node.id())));
    }
}
