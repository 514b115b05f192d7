package org.stillpoint.engine.fast;

/**
 * Numerators for steps whose coefficients are small: incoming weights, bias, outgoing weights, then as many velocities if there
 * is momentum.
 */
interface SmallNumerators extends Numerators {

    /**
     * The step {@code u' = momentum u + decay w + sum_o c_ok v_o} for incoming weights w, likewise {@code sum_k c_ok w_k} for
     * outgoing weights v, and {@code scale w - u'} for each parameter.
     *
     * @param c a coefficient for each output and each incoming entry, output by output
     * @param bias the entry without decay; -1 if there is none
     * @param growth bits that no numerator gains more than
     * @return these numerators, or wider ones with the result
     */
    SmallNumerators mix(long[] c, LinearRule rule, int bias, int growth);

    /** The sign of the sum of incoming entry k times x_k. */
    int preactivationSign(int[] x);
}
