package org.stillpoint.engine.fast;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/** The losses and their derivatives on scalars over a common base. */
final class RowLoss {

    private final RationalLoss loss;
    private final Row one;
    private final Row half;

    /** @param base one that 1/2 is over */
    RowLoss(RationalLoss loss, CoprimeBase base) {
        this.loss = loss;
        this.one = Row.of(base, BigFraction.ONE);
        this.half = Row.of(base, BigFraction.ONE_HALF);
    }

    /** dl/df of one output. */
    Row derivative(Row f, Row y) {
        return switch (loss) {
            case PERCEPTRON -> f.scaled(y).signum() <= 0 ? y.negated() : zero();
            case HINGE -> one.minus(f.scaled(y)).signum() > 0 ? y.negated() : zero();
            case SQUARED -> f.minus(y);
            case ABSOLUTE -> sign(f.minus(y).signum());
        };
    }

    /** The loss of one output. */
    Row value(Row f, Row y) {
        return switch (loss) {
            case PERCEPTRON -> positivePart(f.scaled(y).negated());
            case HINGE -> positivePart(one.minus(f.scaled(y)));
            case SQUARED -> {
                Row difference = f.minus(y);
                yield difference.scaled(difference).scaled(half);
            }
            case ABSOLUTE -> {
                Row difference = f.minus(y);
                yield difference.signum() < 0 ? difference.negated() : difference;
            }
        };
    }

    private Row positivePart(Row value) {
        return value.signum() > 0 ? value : zero();
    }

    private Row sign(int sign) {
        return sign > 0 ? one : sign < 0 ? one.negated() : zero();
    }

    private Row zero() {
        return one.minus(one);
    }
}
