package org.stillpoint.symmetry;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;

/**
 * What is known of the pre-activations z of a hidden unit.
 *
 * @param inputs how many were looked at: all samples; without data 1 for a unit whose z is the same for every input; 0 if z is
 *     not known
 * @param negative of these, how many have z < 0
 * @param atKink how many have z where the activation has a kink
 * @param active how many have sigma(z) not 0
 * @param undecided how many have z so near to 0 or a kink that none of this is known
 */
record Observed(int inputs, int negative, int atKink, int active, int undecided) {

    static final Observed NOTHING = new Observed(0, 0, 0, 0, 0);

    Observed with(Activation activation, Real z) {
        if (z instanceof Enclosure enclosure) {
            return with(activation, enclosure);
        }
        return with(activation, ((Exact) z).value(), 1);
    }

    /** Activations bend at -1, 0 and 1 only, and are 0 everywhere or nowhere between 0 and either end. */
    private Observed with(Activation activation, Enclosure z) {
        if (IntStream.rangeClosed(-1, 1).mapToObj(BigDecimal::valueOf)
                .anyMatch(point -> z.low().compareTo(point) <= 0 && z.high().compareTo(point) >= 0)) {
            return new Observed(inputs + 1, negative, atKink, active, undecided + 1);
        }
        return with(activation, z.high().signum() < 0 ? BigFraction.ONE_HALF.negate() : BigFraction.ONE_HALF, 1);
    }

    /** @param more how many inputs have this z */
    Observed with(Activation activation, BigFraction z, int more) {
        return new Observed(inputs + more, negative + (z.signum() < 0 ? more : 0),
                atKink + (activation.hasKinkAt(z) ? more : 0), active + (activation.isZeroAt(z) ? 0 : more), undecided);
    }

    boolean isAlwaysNegative() {
        return inputs > 0 && negative == inputs;
    }

    boolean isAlwaysAtKink() {
        return inputs > 0 && atKink == inputs;
    }

    boolean isNeverActive() {
        return inputs > 0 && active == 0 && undecided == 0;
    }
}
