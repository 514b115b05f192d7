package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * One hidden unit near zero: number {@code index} of its layer, with incoming weights {@code scale * incoming[k]}, bias
 * {@code scale * bias} and outgoing weight {@code scale * outgoing}.
 */
public final /*@ nullable_by_default @*/ class SmallUnit {

    /** {@code incoming[k]} belongs to feature k. */
    public final BigFraction[] incoming;

    public final BigFraction bias;
    public final BigFraction outgoing;
    public final BigFraction scale;
    public final int index;

    /*@ public normal_behavior
      @ ensures this.incoming == incoming && this.bias == bias && this.outgoing == outgoing;
      @ ensures this.scale == scale && this.index == index;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ SmallUnit(BigFraction[] incoming, BigFraction bias, BigFraction outgoing,
                                    BigFraction scale, int index) {
        this.incoming = incoming;
        this.bias = bias;
        this.outgoing = outgoing;
        this.scale = scale;
        this.index = index;
    }

    /*@ public normal_behavior
      @ ensures \fresh(\result) && \result != null;
      @ ensures \result.incoming == incoming && \result.bias == bias && \result.outgoing == outgoing;
      @ ensures \result.scale == scale && \result.index == index;
      @ assignable \nothing;
      @*/
    public static /*@ helper @*/ SmallUnit of(BigFraction[] incoming, BigFraction bias, BigFraction outgoing,
                                              BigFraction scale, int index) {
        return new SmallUnit(incoming, bias, outgoing, scale, index);
    }
}
