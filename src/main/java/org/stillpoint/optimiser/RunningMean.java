package org.stillpoint.optimiser;

import org.hipparchus.fraction.BigFraction;

/** {@code m <- b m + (1 - b) x}, from m = 0, in one step of it. */
final class RunningMean<T> {

    private final Arithmetic<T> in;
    private final BigFraction share;
    private final int step;
    private final T old;
    private final T fresh;
    private T weightOfAll;

    /**
     * @param share b, from 0 to below 1
     * @param step from 1
     */
    RunningMean(Arithmetic<T> in, BigFraction share, int step) {
        this.in = in;
        this.share = share;
        this.step = step;
        this.old = in.number(share);
        this.fresh = in.number(BigFraction.ONE.subtract(share));
    }

    T after(T mean, T now) {
        return in.add(in.multiply(old, mean), in.multiply(fresh, now));
    }

    /** {@code m / (1 - b^t)}. A mean of zeros needs no power of b, which would be longer with every step. */
    T unbiased(T mean) {
        if (in.isZero(mean)) {
            return mean;
        }
        if (weightOfAll == null) {
            weightOfAll = in.subtract(in.number(BigFraction.ONE), in.power(share, step));
        }
        return in.divide(mean, weightOfAll);
    }
}
