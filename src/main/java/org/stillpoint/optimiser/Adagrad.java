package org.stillpoint.optimiser;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;

/**
 * {@code s <- s + g^2}, {@code theta <- theta - eta g / (sqrt(s) + epsilon)} (Duchi, Hazan, Singer, "Adaptive Subgradient Methods
 * for Online Learning and Stochastic Optimization", 2011).
 */
public record Adagrad(BigFraction rate, BigFraction epsilon) implements Coordinatewise {

    /** @throws DomainException if epsilon is not positive, or a number of a subclass of BigFraction */
    public Adagrad {
        List.of(rate, epsilon).forEach(ExactNumber::requirePlain);
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
