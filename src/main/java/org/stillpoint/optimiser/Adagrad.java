package org.stillpoint.optimiser;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;

/**
 * {@code s <- s + g^2}, {@code theta <- theta - eta g / (sqrt(s) + epsilon)} (Duchi, Hazan, Singer, "Adaptive Subgradient Methods for Online
 * Learning and Stochastic Optimization", 2011).
 */
public record Adagrad(BigFraction rate, BigFraction epsilon) implements Coordinatewise {

    /** @throws DomainException if epsilon is not positive */
    public Adagrad {
        Hyperparameters.requirePositive("an epsilon of", epsilon);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public Coordinate move(Coordinate before, BigFraction gradient, int step, boolean weight) {
        BigFraction sum = before.memory(0).add(gradient.multiply(gradient));
        return Coordinate.of(before.value().subtract(rate.multiply(SquareRoot.quotient(gradient, sum, epsilon))), sum);
    }
}
