package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;

/**
 * What a step of a network with one hidden layer multiplies the parameters of its units with, as the samples of a batch add to
 * it. The activation is a line through 0 on either side and the derivative of the loss one of few numbers, so that a step is
 * linear in the parameters of a unit: over q times their denominator, the coefficient of an outgoing and an incoming entry is the
 * sum of step times derivative times slope times input, all of them numerators.
 */
interface Coefficients {

    /** Whether the steps of a training are of this kind: of one hidden layer, outputs without an activation, a loss of sides. */
    static boolean suffice(Network network, Settings settings, List<Lines> lines) {
        return network.layers().size() == 2 && SideLoss.of(settings.loss().rational()).isPresent()
                && isHomogeneous(lines.get(0)) && lines.get(1).isIdentity();
    }

    private static boolean isHomogeneous(Lines lines) {
        for (BigFraction kink : lines.kinks()) {
            if (kink.signum() != 0) {
                return false;
            }
        }
        for (Lines.Line line : lines.at()) {
            if (line.intercept().signum() != 0) {
                return false;
            }
        }
        return true;
    }

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
