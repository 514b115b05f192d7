package org.stillpoint.engine.enclosure;

import org.hipparchus.fraction.BigFraction;

/** z above 0, and below it a line through 0: relu, leaky-relu, the absolute value. */
final class Bend<T> implements Sigma<T> {

    private final Field<T> field;
    private final boolean flat;
    private final T below;
    private final T atKink;
    private final int spread;

    Bend(Field<T> field, BigFraction below, T atKink) {
        this.field = field;
        this.flat = below.signum() == 0;
        this.below = field.number(below);
        this.atKink = atKink;
        this.spread = below.abs().getNumerator().divide(below.getDenominator()).bitLength();
    }

    @Override
    public int apply(T z, T[] values, T[] slopes, int at) {
        switch (field.sign(z)) {
            case POSITIVE:
                values[at] = z;
                slopes[at] = field.one();
                return 1;
            case NEGATIVE:
                values[at] = below(z);
                slopes[at] = below;
                return -1;
            case ZERO:
                values[at] = field.zero();
                slopes[at] = atKink;
                return 0;
            default:
                values[at] = field.spread(atMiddle(field.middle(z)), z, spread);
                return UNDECIDED;
        }
    }

    private T below(T z) {
        return flat ? field.zero() : field.multiply(z, below);
    }

    private T atMiddle(T middle) {
        return switch (field.sign(middle)) {
            case NEGATIVE -> below(middle);
            default -> middle;
        };
    }
}
