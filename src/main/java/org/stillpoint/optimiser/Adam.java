package org.stillpoint.optimiser;

import java.math.BigInteger;
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
    public Coordinate move(Coordinate before, BigFraction gradient, int step, boolean weight) {
        BigFraction mean = average(beta1, before.memory(0), gradient);
        BigFraction square = average(beta2, before.memory(1), gradient.multiply(gradient));
        BigFraction move = SquareRoot.quotient(unbiased(beta1, mean, step), unbiased(beta2, square, step), epsilon);
        return Coordinate.of(before.value().subtract(rate.multiply(move)), mean, square);
    }

    private static BigFraction average(BigFraction beta, BigFraction before, BigFraction now) {
        return beta.multiply(before).add(BigFraction.ONE.subtract(beta).multiply(now));
    }

    /** An average of zeros needs no power of beta, which would be longer with every step. */
    private static BigFraction unbiased(BigFraction beta, BigFraction average, int step) {
        return average.signum() == 0 ? BigFraction.ZERO
                : average.divide(BigFraction.ONE.subtract(beta.pow(BigInteger.valueOf(step))));
    }
}
