package org.stillpoint.optimiser;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;

/**
 * {@code m <- b1 m + (1 - b1) g}, {@code v <- b2 v + (1 - b2) g^2}, and in step t, with {@code m' = m / (1 - b1^t)} and
 * {@code v' = v / (1 - b2^t)}, {@code theta <- theta - eta m' / (sqrt(v') + epsilon)} (Kingma, Ba, "Adam: A Method for Stochastic
 * Optimization", 2015).
 */
public record Adam(BigFraction rate, BigFraction beta1, BigFraction beta2, BigFraction epsilon) implements Coordinatewise {

    /**
     * @throws DomainException if epsilon is not positive, a beta not from 0 to below 1, or a number of a subclass of BigFraction
     */
    public Adam {
        List.of(rate, beta1, beta2, epsilon).forEach(ExactNumber::requirePlain);
        Hyperparameters.requireShare("a beta of", beta1);
        Hyperparameters.requireShare("a beta of", beta2);
        Hyperparameters.requirePositive("an epsilon of", epsilon);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public <T> Move<T> move(Arithmetic<T> in, int step) {
        T eta = in.number(rate);
        T small = in.number(epsilon);
        RunningMean<T> means = new RunningMean<>(in, beta1, step);
        RunningMean<T> squares = new RunningMean<>(in, beta2, step);
        return (before, gradient, weight) -> {
            T mean = means.after(before.memory(0), gradient);
            T square = squares.after(before.memory(1), in.multiply(gradient, gradient));
            T move = SquareRoot.quotient(in, means.unbiased(mean), squares.unbiased(square), small);
            return Coordinate.of(in.subtract(before.value(), in.multiply(eta, move)), mean, square);
        };
    }
}
