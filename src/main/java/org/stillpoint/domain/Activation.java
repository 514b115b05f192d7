package org.stillpoint.domain;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.AbsoluteValue;
import org.stillpoint.activation.HardTanh;
import org.stillpoint.activation.LeakyRelu;
import org.stillpoint.activation.RationalSigmoid;
import org.stillpoint.activation.Softsign;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Relu;

/** What a unit does with its pre-activation. */
public enum Activation implements Named {

    IDENTITY("identity", new Identity()),
    RELU("relu", new Relu()),
    LEAKY_RELU("leaky-relu", new LeakyRelu()),
    ABS("abs", new AbsoluteValue()),
    HARD_TANH("hard-tanh", new HardTanh()),
    SOFTSIGN("softsign", new Softsign()),
    RATIONAL_SIGMOID("rational-sigmoid", new RationalSigmoid());

    private final String id;
    private final ActivationFunction kernel;

    Activation(String id, ActivationFunction kernel) {
        this.id = id;
        this.kernel = kernel;
    }

    /** The name used in files. */
    @Override
    public String id() {
        return id;
    }

    /** The function itself, with its derivative. */
    public ActivationFunction kernel() {
        return kernel;
    }

    /** Whether a unit whose pre-activation is 0 passes on nothing, which is what keeps an all-zero network where it is. */
    public boolean mapsZeroToZero() {
        return kernel.value(BigFraction.ZERO).signum() == 0;
    }

    /** Whether left and right derivative at z differ, so that the one that is used there is a convention. */
    public boolean hasKinkAt(BigFraction z) {
        return switch (this) {
            case RELU, LEAKY_RELU, ABS -> z.signum() == 0;
            case HARD_TANH -> z.abs().compareTo(BigFraction.ONE) == 0;
            case IDENTITY, SOFTSIGN, RATIONAL_SIGMOID -> false;
        };
    }

    /** @throws DomainException if no activation has this name */
    public static Activation fromId(String id) {
        return Named.find("activation", values(), id);
    }
}
