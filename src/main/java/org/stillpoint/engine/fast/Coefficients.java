package org.stillpoint.engine.fast;

import java.math.BigInteger;

/**
 * What a step of a network with one hidden layer multiplies the parameters of its units with, as the samples of a batch add to
 * it. The activation is a line through 0 on either side and the derivative of the loss one of few numbers, so that a step is
 * linear in the parameters of a unit: over q times their denominator, the coefficient of an outgoing and an incoming entry is the
 * sum of step times derivative times slope times input, all of them numerators.
 */
interface Coefficients {

    /** Begins with a batch of so many samples. */
    void begin(int batch);

    /** Adds those of sample i, which was run last. */
    void add(int i);

    /** Whether a step of unit j is more than momentum and decay. */
    boolean has(int j);

    /** Takes the step of unit j, whose row this is, and forgets what was added for it. */
    void mix(int j, Row row);

    /** The sum of the derivatives of the loss by output o over {@link #derivativeDenominator}, which is forgotten. */
    BigInteger takeDerivatives(int o);

    BigInteger derivativeDenominator();
}
