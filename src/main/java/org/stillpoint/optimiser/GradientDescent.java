package org.stillpoint.optimiser;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * {@code v <- m v + g + q theta} (the decay q on weights only), {@code theta <- theta - eta v}: the kernel's own update, which is
 * proved. Without momentum and decay it is plain gradient descent.
 */
public record GradientDescent(BigFraction rate, BigFraction momentum, BigFraction decay) implements Optimiser {

    /** @throws org.stillpoint.domain.DomainException if a number is of a subclass of BigFraction */
    public GradientDescent {
        List.of(rate, momentum, decay).forEach(ExactNumber::requirePlain);
    }

    /** No momentum, no decay. */
    public static GradientDescent plain(BigFraction rate) {
        return new GradientDescent(rate, BigFraction.ZERO, BigFraction.ZERO);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public OptimiserState step(OptimiserState state, Parameters gradient) {
        State next = Sgd.update(State.of(state.parameters(), state.memory().get(0)), gradient, rate, momentum, decay);
        return new OptimiserState(next.parameters, List.of(next.velocity), state.steps() + 1);
    }
}
