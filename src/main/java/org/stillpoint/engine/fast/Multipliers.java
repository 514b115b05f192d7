package org.stillpoint.engine.fast;

import java.math.BigInteger;

/** Coefficients of any size for one unit, output by output, or for all units that have the same. */
final class Multipliers {

    private final BigInteger[] values;
    private Multiplier[] multipliers;
    private BigInteger absolute;

    /** @param values not changed by anybody */
    Multipliers(BigInteger[] values) {
        this.values = values;
    }

    Multipliers plus(Multipliers other) {
        BigInteger[] sums = new BigInteger[values.length];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = values[k].add(other.values[k]);
        }
        return new Multipliers(sums);
    }

    Multiplier get(int k) {
        if (multipliers == null) {
            multipliers = new Multiplier[values.length];
            for (int i = 0; i < multipliers.length; i++) {
                multipliers[i] = Multiplier.of(values[i]);
            }
        }
        return multipliers[k];
    }

    /** The sum of the absolute values. */
    BigInteger absolute() {
        if (absolute == null) {
            absolute = BigInteger.ZERO;
            for (BigInteger value : values) {
                absolute = absolute.add(value.abs());
            }
        }
        return absolute;
    }
}
