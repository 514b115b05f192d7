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
    public <T> Move<T> move(Arithmetic<T> in, int step) {
        T eta = in.number(rate);
        T m = in.number(momentum);
        T q = in.number(decay);
        return (before, gradient, weight) -> {
            T decayed = weight ? in.add(gradient, in.multiply(q, before.value())) : gradient;
            T velocity = in.add(in.multiply(m, before.memory(0)), decayed);
            T ahead = in.add(decayed, in.multiply(m, velocity));
            return Coordinate.of(in.subtract(before.value(), in.multiply(eta, ahead)), velocity);
        };
    }
}
