package org.stillpoint.statement;

/** Two numbers and the relation that should hold between them. */
public record Comparison(Quantity left, Relation relation, Quantity right) {

    public boolean holds() {
        return relation.holds(left.value(), right.value());
    }

    @Override
    public String toString() {
        return left + " " + relation.symbol() + " " + right;
    }
}
