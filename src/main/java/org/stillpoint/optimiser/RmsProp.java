package org.stillpoint.optimiser;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;

/**
 * {@code s <- rho s + (1 - rho) g^2}, {@code theta <- theta - eta g / (sqrt(s) + epsilon)} (Tieleman, Hinton, lecture 6.5 of the
 * course "Neural Networks for Machine Learning", 2012).
 */
public record RmsProp(BigFraction rate, BigFraction rho, BigFraction epsilon) implements Coordinatewise {

    /** @throws DomainException if epsilon is not positive, rho not from 0 to below 1, or a number of a subclass of BigFraction */
    public RmsProp {
        List.of(rate, rho, epsilon).forEach(ExactNumber::requirePlain);
        Hyperparameters.requireShare("a rho of", rho);
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
        RunningMean<T> squares = new RunningMean<>(in, rho, step);
        return (before, gradient, weight) -> {
            T mean = squares.after(before.memory(0), in.multiply(gradient, gradient));
            T move = in.multiply(eta, SquareRoot.quotient(in, gradient, mean, small));
            return Coordinate.of(in.subtract(before.value(), move), mean);
        };
    }
}
