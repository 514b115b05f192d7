package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** What optimisers are made of, beside sums and products; a rule with more than three operands is several slots. */
public final class Updates {

    private Updates() {
    }

    /** {@code x - z y}, with a number z: a step against a gradient. */
    public static Operation descent() {
        return new Advance(true);
    }

    /** {@code x + z y}, with a number z: a gradient with what is left of a velocity, or with decay. */
    public static Operation advance() {
        return new Advance(false);
    }

    /** {@code b x + (1 - b) y}, the means of RMSprop and Adam. */
    public static Operation runningMean(BigFraction share) {
        return new RunningMean(share);
    }

    /** {@code x / (1 - y)}: a mean of Adam, and the power of its share, a number. */
    public static Operation unbiased() {
        return new Unbiased();
    }

    /** {@code x / (sqrt(y) + epsilon)}, entry by entry; refused where a root that is needed is not rational. */
    public static Operation rootQuotient(BigFraction epsilon) {
        return new RootQuotient(epsilon);
    }

    /** Each entry cut off at a bound and at its negative. */
    public static Operation clip(BigFraction bound) {
        return new Clip(bound);
    }

    /**
     * x, made shorter so that a norm is at most the bound; y is the square of that norm, a number. Refused where the norm is
     * longer and not rational.
     */
    public static Operation normClip(BigFraction bound) {
        return new NormClip(bound);
    }
}
