package org.stillpoint.optimiser;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;

/**
 * Nesterov's momentum with the gradient taken where the parameters are: {@code g' = g + q theta} (the decay q on weights only),
 * {@code v <- m v + g'}, {@code theta <- theta - eta (g' + m v)} (Sutskever, Martens, Dahl, Hinton, "On the importance of
 * initialization and momentum in deep learning", 2013, with the sum of both steps as parameters, as frameworks have it).
 */
public record Nesterov(BigFraction rate, BigFraction momentum, BigFraction decay) implements Coordinatewise {

    /** @throws org.stillpoint.domain.DomainException if a number is of a subclass of BigFraction */
    public Nesterov {
        List.of(rate, momentum, decay).forEach(ExactNumber::requirePlain);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public Coordinate move(Coordinate before, BigFraction gradient, int step, boolean weight) {
        BigFraction decayed = weight ? gradient.add(decay.multiply(before.value())) : gradient;
        BigFraction velocity = momentum.multiply(before.memory(0)).add(decayed);
        BigFraction ahead = decayed.add(momentum.multiply(velocity));
        return Coordinate.of(before.value().subtract(rate.multiply(ahead)), velocity);
    }
}
