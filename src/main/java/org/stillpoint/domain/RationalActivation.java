package org.stillpoint.domain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.AbsoluteValue;
import org.stillpoint.activation.HardTanh;
import org.stillpoint.activation.LeakyRelu;
import org.stillpoint.activation.RationalSigmoid;
import org.stillpoint.activation.Softsign;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Relu;

/** An activation of rational values, computed exactly. Two with the same name are equal. */
public final class RationalActivation implements Activation {

    static final RationalActivation IDENTITY = new RationalActivation("identity", new Identity(), List.of());
    static final RationalActivation RELU = bentAtZero("relu", new Relu());
    static final RationalActivation LEAKY_RELU = bentAtZero("leaky-relu", new LeakyRelu());
    static final RationalActivation ABS = bentAtZero("abs", new AbsoluteValue());
    static final RationalActivation HARD_TANH =
            new RationalActivation("hard-tanh", new HardTanh(), List.of(BigFraction.MINUS_ONE, BigFraction.ONE));
    static final RationalActivation SOFTSIGN = new RationalActivation("softsign", new Softsign(), List.of());
    static final RationalActivation RATIONAL_SIGMOID =
            new RationalActivation("rational-sigmoid", new RationalSigmoid(), List.of());

    /** What the name of a leaky-relu with a slope of its own starts with. */
    static final String LEAKY_RELU_OF = LEAKY_RELU.id + ":";

    /** The longest numerator or denominator of such a slope, in bits. */
    static final int MAX_SLOPE_BITS = 256;

    private static final List<RationalActivation> ALL =
            List.of(IDENTITY, RELU, LEAKY_RELU, ABS, HARD_TANH, SOFTSIGN, RATIONAL_SIGMOID);

    private final String id;
    private final ActivationFunction kernel;
    private final List<BigFraction> kinks;

    private RationalActivation(String id, ActivationFunction kernel, List<BigFraction> kinks) {
        this.id = id;
        this.kernel = kernel;
        this.kinks = kinks;
    }

    private static RationalActivation bentAtZero(String id, ActivationFunction kernel) {
        return new RationalActivation(id, kernel, List.of(BigFraction.ZERO));
    }

    /** Those with a name; leaky-relu has others beside it, each with a slope of its own. */
    public static List<RationalActivation> all() {
        return ALL;
    }

    /**
     * z above 0, and below it a line of this slope.
     *
     * @throws DomainException if the slope is longer than 256 bits, or of a subclass of BigFraction
     */
    public static RationalActivation leakyRelu(BigFraction slope) {
        ExactNumber.requirePlain(slope);
        if (ExactNumber.bits(slope) > MAX_SLOPE_BITS) {
            throw new DomainException("a slope of " + ExactNumber.bits(slope) + " bits, expected at most " + MAX_SLOPE_BITS);
        }
        if (slope.equals(LeakyRelu.USUAL_SLOPE)) {
            return LEAKY_RELU;
        }
        String id = LEAKY_RELU_OF + ExactNumber.write(slope);
        return slope.equals(BigFraction.ONE) ? new RationalActivation(id, new LeakyRelu(slope), List.of())
                : bentAtZero(id, new LeakyRelu(slope));
    }

    /** @param id with a slope behind the colon */
    static RationalActivation leakyRelu(String id) {
        return leakyRelu(ExactNumber.parse(id.substring(LEAKY_RELU_OF.length())));
    }

    /** The name used in files: {@code leaky-relu:1/5} for a slope of 1/5. */
    @Override
    public String id() {
        return id;
    }

    /** The function itself, with its derivative. */
    public ActivationFunction kernel() {
        return kernel;
    }

    /** The activation whose derivative at its kinks this one takes: leaky-relu for every slope, any other itself. */
    RationalActivation ofKink() {
        return kernel instanceof LeakyRelu ? LEAKY_RELU : this;
    }

    @Override
    public boolean isRational() {
        return true;
    }

    @Override
    public RationalActivation rational() {
        return this;
    }

    @Override
    public boolean isZeroAt(BigFraction z) {
        return kernel.value(z).signum() == 0;
    }

    @Override
    public boolean mapsZeroToZero() {
        return isZeroAt(BigFraction.ZERO);
    }

    @Override
    public boolean hasKinkAt(BigFraction z) {
        return kinks.contains(z);
    }

    @Override
    public boolean isSteepAt(BigFraction z) {
        return Stream.of(BigFraction.ZERO, BigFraction.ONE).allMatch(kappa -> kernel.derivative(z, kappa).signum() != 0);
    }

    /** The names of all of them, for a sentence. */
    static String names() {
        return ALL.stream().map(Named::id).collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RationalActivation activation && activation.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
