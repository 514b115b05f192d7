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
    public Coordinate move(Coordinate before, BigFraction gradient, int step, boolean weight) {
        BigFraction mean = rho.multiply(before.memory(0))
                .add(BigFraction.ONE.subtract(rho).multiply(gradient.multiply(gradient)));
        return Coordinate.of(before.value().subtract(rate.multiply(SquareRoot.quotient(gradient, mean, epsilon))), mean);
    }
}
