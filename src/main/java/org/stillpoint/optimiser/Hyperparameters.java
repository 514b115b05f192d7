package org.stillpoint.optimiser;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;

/** Ranges that the constants of a rule must be in. */
final class Hyperparameters {

    private Hyperparameters() {
    }

    static void requirePositive(String what, BigFraction value) {
        if (value.signum() <= 0) {
            throw new DomainException(what + " " + ExactNumber.write(value) + ", expected one above 0");
        }
    }

    static void requireShare(String what, BigFraction value) {
        if (value.signum() < 0 || value.compareTo(BigFraction.ONE) >= 0) {
            throw new DomainException(what + " " + ExactNumber.write(value) + ", expected one from 0 to below 1");
        }
    }
}
