package org.stillpoint.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** What a unit does with its pre-activation: by numbers that stay rational, or smoothly, by numbers that do not. */
public sealed interface Activation extends Named permits RationalActivation, SmoothActivation {

    RationalActivation IDENTITY = RationalActivation.IDENTITY;
    RationalActivation RELU = RationalActivation.RELU;
    RationalActivation LEAKY_RELU = RationalActivation.LEAKY_RELU;
    RationalActivation ABS = RationalActivation.ABS;
    RationalActivation HARD_TANH = RationalActivation.HARD_TANH;
    RationalActivation SOFTSIGN = RationalActivation.SOFTSIGN;
    RationalActivation RATIONAL_SIGMOID = RationalActivation.RATIONAL_SIGMOID;

    SmoothActivation SIGMOID = SmoothActivation.SIGMOID;
    SmoothActivation TANH = SmoothActivation.TANH;
    SmoothActivation SOFTPLUS = SmoothActivation.SOFTPLUS;
    SmoothActivation ELU = SmoothActivation.ELU;
    SmoothActivation SILU = SmoothActivation.SILU;
    SmoothActivation GELU = SmoothActivation.GELU;
    SmoothActivation SOFTMAX = SmoothActivation.SOFTMAX;

    /** Whether it takes rational numbers to rational numbers. */
    boolean isRational();

    /**
     * This activation as one that is exact.
     *
     * @throws DomainException if it is not rational
     */
    RationalActivation rational();

    /** Whether a unit with pre-activation z passes on nothing. */
    boolean isZeroAt(BigFraction z);

    /** Whether a unit whose pre-activation is 0 passes on nothing, which is what keeps an all-zero network where it is. */
    boolean mapsZeroToZero();

    /** Whether left and right derivative at z differ, so that the one that is used there is a convention. */
    boolean hasKinkAt(BigFraction z);

    /** Whether the slope at z is known not to be 0, whatever it is taken to be at a kink. */
    boolean isSteepAt(BigFraction z);

    /** Every activation with a name; leaky-relu has others beside it, each with a slope of its own. */
    static List<Activation> all() {
        return Stream.concat(RationalActivation.all().stream(), Arrays.stream(SmoothActivation.values())).toList();
    }

    /** @throws DomainException if no activation has this name */
    static Activation fromId(String id) {
        return id.startsWith(RationalActivation.LEAKY_RELU_OF) ? RationalActivation.leakyRelu(id)
                : Named.find("activation", all(), id);
    }
}
