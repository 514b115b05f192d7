package org.stillpoint.domain;

import org.hipparchus.fraction.BigFraction;

/**
 * An activation whose values are real numbers, which are enclosed. It has no kink: {@link #ELU} too has the slope 1 on both sides
 * of 0.
 */
public enum SmoothActivation implements Activation {

    /** 1 / (1 + exp(-z)). */
    SIGMOID("sigmoid", false),

    TANH("tanh", true),

    /** log(1 + exp(z)). */
    SOFTPLUS("softplus", false),

    /** z above 0, exp(z) - 1 below. */
    ELU("elu", true),

    /** z sigmoid(z). */
    SILU("silu", true),

    /** z times the normal distribution function: z (1 + erf(z / sqrt 2)) / 2. */
    GELU("gelu", true),

    /** exp(z) over the sum of exp of all units of the layer, which is the last one. */
    SOFTMAX("softmax", false);

    private final String id;
    private final boolean mapsZeroToZero;

    SmoothActivation(String id, boolean mapsZeroToZero) {
        this.id = id;
        this.mapsZeroToZero = mapsZeroToZero;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isRational() {
        return false;
    }

    @Override
    public RationalActivation rational() {
        throw new DomainException("activation " + id + " is not exact over the rationals, expected one of "
                + RationalActivation.names());
    }

    /** Those that are 0 anywhere are so at 0 only. */
    @Override
    public boolean isZeroAt(BigFraction z) {
        return mapsZeroToZero && z.signum() == 0;
    }

    @Override
    public boolean mapsZeroToZero() {
        return mapsZeroToZero;
    }

    @Override
    public boolean hasKinkAt(BigFraction z) {
        return false;
    }

    /** All of them rise, but for {@link #SILU} and {@link #GELU} below 0, which fall before they rise. */
    @Override
    public boolean isSteepAt(BigFraction z) {
        return this != SILU && this != GELU || z.signum() >= 0;
    }
}
