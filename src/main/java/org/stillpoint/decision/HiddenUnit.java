package org.stillpoint.decision;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.RationalActivation;

/**
 * What the hidden units compute.
 *
 * @param kappa the derivative at a kink; plays no part for an activation without one
 */
public record HiddenUnit(RationalActivation activation, BigFraction kappa) {

    /** The units that the table has a column for. */
    public static final List<HiddenUnit> ALL = List.of(
            new HiddenUnit(Activation.RELU, BigFraction.ZERO),
            new HiddenUnit(Activation.RELU, BigFraction.ONE_HALF),
            new HiddenUnit(Activation.RELU, BigFraction.ONE),
            new HiddenUnit(Activation.IDENTITY, BigFraction.ZERO),
            new HiddenUnit(Activation.SOFTSIGN, BigFraction.ZERO),
            new HiddenUnit(Activation.RATIONAL_SIGMOID, BigFraction.ZERO));

    /** Whether sigma(0) = 0. */
    public boolean zeroAtZero() {
        return activation.mapsZeroToZero();
    }

    /** Whether the derivative that backpropagation uses at 0 is 0. */
    public boolean flatAtZero() {
        return activation.kernel().derivative(BigFraction.ZERO, kappa).signum() == 0;
    }

    /** The activation, and kappa where it matters. */
    public String words() {
        boolean kink = activation.kernel().derivative(BigFraction.ZERO, BigFraction.ZERO).signum() == 0
                && activation.kernel().derivative(BigFraction.ZERO, BigFraction.ONE).signum() != 0;
        return activation.id() + (kink ? ", kappa = " + ExactNumber.write(kappa) : "");
    }
}
