package org.stillpoint.report.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The picture of all but lemmas: claims, theorems, contracts of methods and axioms in columns, each joined to what it rests on to
 * its right. Where lemmas lie between a theorem and an axiom, the line runs through them.
 */
public final class Overview {

    private static final List<NodeKind> KINDS = List.of(NodeKind.CLAIM, NodeKind.THEOREM, NodeKind.CONTRACT, NodeKind.AXIOM);
    private static final int ROW = 15;
    private static final int LETTER = 6;
    private static final int PADDING = 14;
    private static final int TOP = 26;
    private static final int GAP = 110;

    private final DependencyGraph graph;
    private final Map<Node, Set<Node>> lines = new LinkedHashMap<>();
    private final Map<NodeKind, Integer> lefts = new LinkedHashMap<>();
    private final Map<NodeKind, Integer> widths = new LinkedHashMap<>();
    private final Columns columns;
    private int width;

    private Overview(DependencyGraph graph) {
        this.graph = graph;
        List<List<Node>> shown = new ArrayList<>();
        for (NodeKind kind : KINDS) {
            List<Node> nodes = graph.ofKind(kind);
            if (!nodes.isEmpty()) {
                shown.add(nodes);
                lefts.put(kind, width);
                widths.put(kind, PADDING + LETTER * nodes.stream().mapToInt(node -> text(node).length()).max().orElseThrow());
                width += widths.get(kind) + GAP;
            }
        }
        width -= GAP;
        shown.forEach(nodes -> nodes.forEach(node -> lines.put(node, lines(node))));
        columns = Columns.of(shown, lines, shown.stream().map(nodes -> row(nodes.get(0).kind())).toList());
    }

    /** Axioms have two outlines, one about the other. */
    private static int row(NodeKind kind) {
        return kind == NodeKind.AXIOM ? ROW + 7 : ROW;
    }

    /** The picture as an SVG element that can stand inside HTML; each node leads to its anchor. */
    public static String svg(DependencyGraph graph) {
        return new Overview(graph).render();
    }

    /** What a node is joined to: what it rests on, and of axioms all, also through lemmas, unless a contract has them. */
    private Set<Node> lines(Node node) {
        Set<Node> to = new LinkedHashSet<>();
        for (Node next : graph.restsOn().get(node)) {
            if (next.kind() == NodeKind.LEMMA) {
                graph.all(next).stream().filter(below -> below.kind() == NodeKind.AXIOM).forEach(to::add);
            } else if (KINDS.contains(next.kind())) {
                to.add(next);
            }
        }
        return to;
    }

    private String render() {
        StringBuilder svg = new StringBuilder("<svg class=\"overview\" viewBox=\"-30 0 " + (width + 60) + " "
                + (columns.height() + TOP + ROW) + "\" role=\"group\" aria-label=\"What rests on what, from claims to axioms\">");
        StringBuilder nodes = new StringBuilder();
        lefts.forEach((kind, left) -> svg.append("<text class=\"heading\" x=\"").append(left).append("\" y=\"14\">")
                .append(kind.heading()).append(", ").append(graph.ofKind(kind).size()).append("</text>"));
        List<Node> inOrder = List.copyOf(lines.keySet());
        lines.forEach((from, to) -> {
            if (!to.isEmpty()) {
                svg.append("<path class=\"").append(from.standing().style()).append("\" data-of=\"").append(inOrder.indexOf(from))
                        .append("\" d=\"");
                to.forEach(node -> svg.append(curve(from, node)));
                svg.append("\"/>");
            }
            nodes.append(shape(from));
        });
        return svg.append(nodes).append("</svg>").toString();
    }

    private String curve(Node from, Node to) {
        int y1 = columns.heights().get(from) + TOP;
        int y2 = columns.heights().get(to) + TOP;
        int right = lefts.get(from.kind()) + PADDING + LETTER * text(from).length();
        if (from.kind() == to.kind()) {
            int side = from.kind() == NodeKind.CLAIM ? lefts.get(from.kind()) : right;
            int end = from.kind() == NodeKind.CLAIM ? side : lefts.get(to.kind()) + PADDING + LETTER * text(to).length();
            int bend = side + (from.kind() == NodeKind.CLAIM ? -1 : 1) * Math.min(28, 8 + Math.abs(y2 - y1) / 12);
            return "M" + side + " " + y1 + "C" + bend + " " + y1 + " " + bend + " " + y2 + " " + end + " " + y2;
        }
        int left = lefts.get(to.kind());
        int wide = left - right;
        int down = y2 - y1;
        int bend = wide - GAP / 2;
        return "M" + right + " " + y1 + "c" + bend + " 0 " + (wide - bend) + " " + down + " " + wide + " " + down;
    }

    /** A link with an outline of its standing's own. */
    private String shape(Node node) {
        int x = lefts.get(node.kind());
        int y = columns.heights().get(node) + TOP;
        int wide = PADDING + LETTER * text(node).length();
        String title = node.title().isEmpty() ? "" : "<title>" + escape(node.title() + ": " + node.says()) + "</title>";
        return "<a href=\"#" + node.id() + "\" class=\"" + node.standing().style() + "\">" + title
                + outline(node.standing(), x, y - ROW / 2 + 1, wide, ROW - 2)
                + "<text x=\"" + (x + PADDING / 2) + "\" y=\"" + (y + 4) + "\">" + escape(text(node)) + "</text></a>";
    }

    private static String outline(Standing standing, int x, int y, int wide, int high) {
        String box = "<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + wide + "\" height=\"" + high + "\"/>";
        return switch (standing) {
            case PROVED, TESTED, STATED -> box;
            case EXAMPLE -> "<path d=\"M" + x + " " + (y + high / 2) + "l5 -" + high / 2 + "h" + (wide - 10) + "l5 " + high / 2
                    + "l-5 " + high / 2 + "h-" + (wide - 10) + "z\"/>";
            case ASSUMED -> "<rect x=\"" + (x - 3) + "\" y=\"" + (y - 3) + "\" width=\"" + (wide + 6) + "\" height=\""
                    + (high + 6) + "\"/>" + box;
        };
    }

    private static String text(Node node) {
        return node.standing().mark() + " " + node.shown();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
