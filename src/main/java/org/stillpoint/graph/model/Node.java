package org.stillpoint.graph.model;

import org.stillpoint.graph.operation.Forward;
import org.stillpoint.tensor.Shape;

/** A value of a forward computation. What is made of it becomes a node of its graph. */
public final class Node {

    private final Graph graph;
    private final Source source;
    private final Shape shape;
    private String name;

    Node(Graph graph, String name, Source source, Shape shape) {
        this.graph = graph;
        this.name = name;
        this.source = source;
        this.shape = shape;
    }

    Graph graph() {
        return graph;
    }

    public Source source() {
        return source;
    }

    public Shape shape() {
        return shape;
    }

    /** Only one node of a graph has it. */
    public String name() {
        return name;
    }

    /**
     * This node, under a name that is easier to find.
     *
     * @throws org.stillpoint.domain.DomainException if another node has the name
     */
    public Node named(String other) {
        graph.rename(this, other);
        name = other;
        return this;
    }

    /** {@code x + y}, of equal shapes. */
    public Node plus(Node other) {
        return graph.apply(Forward.sum(), this, other);
    }

    /** The name and the shape. */
    @Override
    public String toString() {
        return name + " (" + shape + ")";
    }
}
