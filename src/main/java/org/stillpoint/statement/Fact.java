package org.stillpoint.statement;

/** Two numbers of a training and how they compare, as a file spells it out. */
public record Fact(Side left, Relation relation, Side right) {

    Comparison comparison(Run run) {
        return new Comparison(left.quantity(run), relation, right.quantity(run));
    }
}
