package org.stillpoint.graph.operation;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** x, but no less than a lowest number and no more than a highest one, entry by entry; either may be missing. */
record Bounded(Optional<BigFraction> low, Optional<BigFraction> high) implements OfOne, ShapeRule {

    Bounded {
        low.ifPresent(ExactNumber::requirePlain);
        high.ifPresent(ExactNumber::requirePlain);
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0) {
            throw new DomainException("bounds " + ExactNumber.write(low.get()) + " and " + ExactNumber.write(high.get())
                    + ", expected a lower one and a higher one");
        }
    }

    @Override
    public Tensor result(Tensor x) {
        return x.map(this::value);
    }

    BigFraction value(BigFraction entry) {
        BigFraction raised = low.filter(bound -> entry.compareTo(bound) < 0).orElse(entry);
        return high.filter(bound -> raised.compareTo(bound) > 0).orElse(raised);
    }

    boolean isBound(BigFraction entry) {
        return low.filter(entry::equals).isPresent() || high.filter(entry::equals).isPresent();
    }

    @Override
    public Shape of(List<Shape> operands) {
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && value(BigFraction.ZERO).signum() == 0;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return low.isEmpty() && high.isEmpty();
    }

    @Override
    public String toString() {
        return "bounds " + low.map(ExactNumber::write).orElse("none") + " and " + high.map(ExactNumber::write).orElse("none");
    }
}
