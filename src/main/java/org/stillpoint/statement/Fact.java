package org.stillpoint.statement;

import org.stillpoint.domain.DomainException;

/** Two numbers of a training and how they compare, as a file spells it out. */
public record Fact(Side left, Relation relation, Side right) {

    /** @throws DomainException if the training has no such numbers, or cannot run */
    public Comparison comparison(Run run) {
        return new Comparison(left.quantity(run), relation, right.quantity(run));
    }
}
