package org.stillpoint.report.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.claims.BuiltCatalogue;

/** What every claim rests on, directly: claims, their evidence, and what proofs use. */
public final class DependencyGraph {

    private final Map<Node, List<Node>> restsOn;
    private final Map<String, String> anchors = new HashMap<>();
    private final int others;

    /**
     * A graph without circles.
     *
     * @param restsOn for each node what it rests on itself; by kind, claims in the order of the catalogue, lemmas each after
     *     those that it rests on, others by name
     * @param others how many proofs of the build no claim rests on, which are no nodes
     */
    DependencyGraph(Map<Node, List<Node>> restsOn, int others) {
        Map<Node, List<Node>> copy = new LinkedHashMap<>();
        restsOn.forEach((node, on) -> copy.put(node, List.copyOf(on)));
        this.restsOn = Collections.unmodifiableMap(copy);
        this.others = others;
        restsOn.keySet().stream().filter(Node::isProof).forEach(node -> anchors.put(node.name(), node.id()));
    }

    /** What the claims of a build rest on, as far as its evidence says. */
    public static DependencyGraph of(BuiltCatalogue catalogue) {
        return new Gathering(catalogue).graph();
    }

    /** How many proofs of the build no claim rests on. */
    public int others() {
        return others;
    }

    /** The anchor of what a proof proves, such as {@code theorem-Euler.identityOfEachLayer}; empty if no claim rests on it. */
    public Optional<String> anchor(String proof) {
        return Optional.ofNullable(anchors.get(proof));
    }

    /** For each node, in order, what it rests on itself. */
    Map<Node, List<Node>> restsOn() {
        return restsOn;
    }

    List<Node> ofKind(NodeKind kind) {
        return restsOn.keySet().stream().filter(node -> node.kind() == kind).toList();
    }

    /** What a node rests on itself, of one kind. */
    List<Node> on(Node node, NodeKind kind) {
        return restsOn.get(node).stream().filter(other -> other.kind() == kind).toList();
    }

    /** For each node those that rest on it themselves. */
    Map<Node, List<Node>> usedBy() {
        Map<Node, List<Node>> used = new LinkedHashMap<>();
        restsOn.keySet().forEach(node -> used.put(node, new ArrayList<>()));
        restsOn.forEach((node, on) -> on.forEach(other -> used.get(other).add(node)));
        return used;
    }

    /** All that a node rests on, also through others. */
    Set<Node> all(Node node) {
        Set<Node> seen = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(restsOn.get(node));
        while (!open.isEmpty()) {
            Node next = open.pop();
            if (seen.add(next)) {
                open.addAll(restsOn.get(next));
            }
        }
        return seen;
    }
}
