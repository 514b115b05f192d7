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
    public <T> Move<T> move(Arithmetic<T> in, int step) {
        T eta = in.number(rate);
        T small = in.number(epsilon);
        return (before, gradient, weight) -> {
            T sum = in.add(before.memory(0), in.multiply(gradient, gradient));
            T move = in.multiply(eta, SquareRoot.quotient(in, gradient, sum, small));
            return Coordinate.of(in.subtract(before.value(), move), sum);
        };
    }
}
