package org.stillpoint.kink;

import java.util.Optional;

/**
 * Whether the loss is differentiable, as a function of all parameters.
 *
 * @param answer empty if that is not decided
 * @param against a direction that shows that it is not
 * @param tried how many directions were, if nothing else decides
 */
public record Differentiability(Optional<Boolean> answer, Optional<Direction> against, int tried) {

    static Differentiability yes() {
        return new Differentiability(Optional.of(true), Optional.empty(), 0);
    }

    static Differentiability no(Direction against) {
        return new Differentiability(Optional.of(false), Optional.of(against), 0);
    }

    static Differentiability open(int tried) {
        return new Differentiability(Optional.empty(), Optional.empty(), tried);
    }
}
