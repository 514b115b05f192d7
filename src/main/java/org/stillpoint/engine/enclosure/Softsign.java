package org.stillpoint.engine.enclosure;

/** {@code z / (1 + |z|) = sign(z) (1 - q)} with {@code q = 1 / (1 + |z|)}, and the slope q^2. */
final class Softsign<T> implements Sigma<T> {

    private final Field<T> field;

    Softsign(Field<T> field) {
        this.field = field;
    }

    /** There is no kink, so that a side that is not known decides nothing: the slope is at most 1, and its slope at most 2. */
    @Override
    public int apply(T z, T[] values, T[] slopes, int at) {
        switch (field.sign(z)) {
            case POSITIVE:
                T right = quotient(z);
                values[at] = field.subtract(field.one(), right);
                slopes[at] = field.multiply(right, right);
                break;
            case NEGATIVE:
                T left = quotient(field.negate(z));
                values[at] = field.subtract(left, field.one());
                slopes[at] = field.multiply(left, left);
                break;
            case ZERO:
                values[at] = field.zero();
                slopes[at] = field.one();
                break;
            default:
                apply(field.middle(z), values, slopes, at);
                values[at] = field.spread(values[at], z, 0);
                slopes[at] = field.spread(slopes[at], z, 1);
                break;
        }
        return NO_SIDE;
    }

    private T quotient(T size) {
        return field.divide(field.one(), field.add(field.one(), size));
    }
}
