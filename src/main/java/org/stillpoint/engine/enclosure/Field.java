package org.stillpoint.engine.enclosure;

import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Sign;
import org.stillpoint.optimiser.Arithmetic;

/** The numbers that a network is calculated with. What is known to be exactly zero stays so. */
public interface Field<T> extends Arithmetic<T> {

    T[] array(int length);

    T[][] arrays(int length);

    T zero();

    T one();

    T negate(T a);

    /** {@code start + sum a[from + i stride] x[i]} over all of x. */
    T dot(T start, T[] a, int from, int stride, T[] x);

    Sign sign(T a);

    T exp(T a);

    /** @param a above 0 */
    T log(T a);

    /**
     * The value and the slope of a function of one number, put at one place of two arrays.
     *
     * @param sigma not softmax
     */
    void apply(SmoothActivation sigma, T z, T[] values, T[] slopes, int at);

    /** One number of those that may be meant, exact. */
    T middle(T a);

    /** As much less exact as `source` is, 2^k times: what a function of slope at most 2^k has at its middle, for all of it. */
    T spread(T atMiddle, T source, int k);

    /** Whether the first is meant to be larger, as far as can be told: it decides nothing but an order of sums. */
    boolean seemsLarger(T a, T b);
}
