package org.stillpoint.statement;

import org.hipparchus.fraction.BigFraction;

/** Two numbers and the relation that should hold between them. */
public record Comparison(Quantity left, Relation relation, Quantity right) {

    static Comparison of(String left, BigFraction leftValue, Relation relation, String right, BigFraction rightValue) {
        return new Comparison(new Quantity(left, leftValue), relation, new Quantity(right, rightValue));
    }

    public boolean holds() {
        return relation.holds(left.value(), right.value());
    }

    @Override
    public String toString() {
        return left + " " + relation.symbol() + " " + right;
    }
}
