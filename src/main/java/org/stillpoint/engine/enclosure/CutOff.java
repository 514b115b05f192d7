package org.stillpoint.engine.enclosure;

import org.stillpoint.enclosure.Sign;

/** z cut off at -1 and 1. */
final class CutOff<T> implements Sigma<T> {

    private final Field<T> field;
    private final T minusOne;
    private final T atLow;
    private final T atHigh;

    CutOff(Field<T> field, T atLow, T atHigh) {
        this.field = field;
        this.minusOne = field.negate(field.one());
        this.atLow = atLow;
        this.atHigh = atHigh;
    }

    @Override
    public int apply(T z, T[] values, T[] slopes, int at) {
        Sign fromLow = field.sign(field.add(z, field.one()));
        Sign fromHigh = field.sign(field.subtract(z, field.one()));
        if (fromLow == Sign.NEGATIVE) {
            return put(values, minusOne, slopes, field.zero(), at, -2);
        }
        if (fromHigh == Sign.POSITIVE) {
            return put(values, field.one(), slopes, field.zero(), at, 2);
        }
        if (fromLow == Sign.UNKNOWN || fromHigh == Sign.UNKNOWN) {
            T middle = field.middle(z);
            values[at] = field.spread(field.sign(field.add(middle, field.one())) == Sign.NEGATIVE ? minusOne
                    : field.sign(field.subtract(middle, field.one())) == Sign.POSITIVE ? field.one() : middle, z, 0);
            return UNDECIDED;
        }
        return fromLow == Sign.ZERO ? put(values, minusOne, slopes, atLow, at, -1)
                : fromHigh == Sign.ZERO ? put(values, field.one(), slopes, atHigh, at, 1)
                : put(values, z, slopes, field.one(), at, 0);
    }

    private static <T> int put(T[] values, T value, T[] slopes, T slope, int at, int side) {
        values[at] = value;
        slopes[at] = slope;
        return side;
    }
}
