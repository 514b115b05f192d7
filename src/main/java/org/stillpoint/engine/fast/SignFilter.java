package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The only floating-point numbers of the project. They decide a sign where rounding provably cannot have changed it, and answer
 * {@link #UNKNOWN} elsewhere; nothing else comes out of this class.
 *
 * <p>The bound. Let u = 2^-53; each operation on doubles has a relative error of at most u as long as nothing leaves the normal
 * range, and k of them in a row at most k u (1 + 2^-20) for the k that occur here (J. H. Wilkinson, Rounding Errors in Algebraic
 * Processes, 1963).
 * <ol>
 * <li><b>Parameters.</b> The integer n of an entry is read from its three top limbs: below 2 u |m| for the rounding and 1 for the
 * limbs left out, in units of 2^s. It is multiplied by r, the rounded 2^s / (d q^e); q^e is a product of e rounded factors, so r
 * is off by at most (e + 4) u. Each estimate w of a row is thus within {@code error = (e + 8) u W + r} of the truth, W being the
 * largest of them in absolute value.</li>
 * <li><b>Pre-activations.</b> The sum of K products w_k x_k with exact integers x_k, sum |x_k| = N, is within N
 * (error + (K + 2) u W).</li>
 * <li><b>Outputs.</b> The product of a pre-activation z within E and an outgoing weight v within error is within |v| E + error
 * (|z| + E), and the sum over H neurons adds (H + 4) u times the sum of absolute values.</li>
 * </ol>
 * All of it is multiplied by {@link #SLACK}, which covers the roundings of the bound itself and the squares of u. Rows whose
 * scale leaves 2^-300 to 2^300 have an error of infinity; then no product here leaves the normal range, and a comparison with
 * infinity or with no number is false: unknown.
 */
final class SignFilter {

    /** The answer where rounding may have decided. */
    static final int UNKNOWN = 2;

    private static final double U = 0x1p-53;
    private static final double SLACK = 1.01;
    private static final int RANGE = 300;

    private final double[][] estimates;
    private final double[] errors;
    private final double[] sumErrors;
    private final double[] z;
    private final double[] zErrors;
    private final double divisor;
    private final int divisorExponent;
    private final double q;
    private double[] powers = new double[64];
    private int[] powerExponents = new int[64];
    private int knownPowers = 1;
    private final double[] constants;
    private final double[] constantErrors;

    /**
     * @param neurons hidden ones
     * @param outputs of the network
     * @param divisor d, positive
     * @param q positive and below 2^31
     */
    SignFilter(int neurons, int outputs, BigInteger divisor, long q) {
        this.estimates = new double[neurons][];
        this.errors = new double[neurons];
        this.sumErrors = new double[neurons];
        this.z = new double[neurons];
        this.zErrors = new double[neurons];
        this.divisorExponent = divisor.bitLength();
        this.divisor = divisorExponent < 1000 ? Math.scalb(divisor.doubleValue(), -divisorExponent) : Double.NaN;
        this.q = q;
        this.powers[0] = 1;
        this.constants = new double[outputs];
        this.constantErrors = new double[outputs];
    }

    /** Takes the parameters of a neuron as they are now. */
    void read(int neuron, IntegerRow row, int incoming) {
        double[] estimate = estimates[neuron];
        if (estimate == null) {
            estimate = new double[row.entries()];
            estimates[neuron] = estimate;
        }
        int e = row.exponent();
        RowTier tier = row.tier();
        int lower = tier.lower();
        know(e);
        int shift = 32 * Math.max(lower, 0) - divisorExponent - powerExponents[e];
        double r = Math.abs(shift) < RANGE ? Math.scalb(1 / (divisor * powers[e]), shift) : Double.NaN;
        double largest = 0;
        for (int k = 0; k < estimate.length; k++) {
            estimate[k] = r * (lower < 0 ? tier.top(k) : tier.top(k) * 0x1p32 + tier.next(k));
            largest = Math.max(largest, Math.abs(estimate[k]));
        }
        double error = ((e + 8) * U * largest + (lower > 0 ? r : 0)) * SLACK;
        errors[neuron] = error;
        sumErrors[neuron] = (error + (incoming + 2) * U * largest) * SLACK;
    }

    /** Powers of q as a mantissa from 1/2 to 1 and an exponent, each from the one before. */
    private void know(int e) {
        if (e >= powers.length) {
            powers = Arrays.copyOf(powers, 2 * e);
            powerExponents = Arrays.copyOf(powerExponents, 2 * e);
        }
        for (; knownPowers <= e; knownPowers++) {
            double power = powers[knownPowers - 1] * q;
            int exponent = Math.getExponent(power) + 1;
            powers[knownPowers] = Math.scalb(power, -exponent);
            powerExponents[knownPowers] = powerExponents[knownPowers - 1] + exponent;
        }
    }

    /** Takes the constant {@code numerator / denominator} of an output as it is now. */
    void readConstant(int output, BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            constants[output] = 0;
            constantErrors[output] = 0;
        } else if (Math.max(numerator.bitLength(), denominator.bitLength()) < RANGE) {
            constants[output] = numerator.doubleValue() / denominator.doubleValue();
            constantErrors[output] = 3 * U * SLACK * Math.abs(constants[output]);
        } else {
            constantErrors[output] = Double.POSITIVE_INFINITY;
        }
    }

    /**
     * The sign of a pre-activation.
     *
     * @param x one integer for each incoming entry
     * @param norm the sum of their absolute values
     */
    int preactivationSign(int neuron, int[] x, long norm) {
        double[] w = estimates[neuron];
        double even = 0;
        double odd = 0;
        for (int k = 1; k < x.length; k += 2) {
            even += w[k - 1] * x[k - 1];
            odd += w[k] * x[k];
        }
        double sum = even + odd + (x.length % 2 == 0 ? 0 : w[x.length - 1] * x[x.length - 1]);
        double error = norm * sumErrors[neuron];
        z[neuron] = sum;
        zErrors[neuron] = error;
        return side(sum, error);
    }

    /**
     * Whether an output is above (1), at (0) or below (-1) a threshold, given the pre-activations seen last.
     *
     * @param factors for each neuron what its activation is multiplied by, as an integer; 0 where it is 0
     * @param firstOutgoing the entry of the first outgoing weight
     * @param scale what the sum over the neurons is divided by, positive
     * @param numerator of the threshold
     * @param denominator of the threshold, positive
     */
    int outputSide(int output, long[] factors, int firstOutgoing, long scale, long numerator, long denominator) {
        double sum = 0;
        double absolute = 0;
        double error = 0;
        for (int j = 0; j < factors.length; j++) {
            if (factors[j] != 0) {
                double v = factors[j] * estimates[j][firstOutgoing + output];
                double term = v * z[j];
                sum += term;
                absolute += Math.abs(term);
                error += Math.abs(v) * zErrors[j] + Math.abs(factors[j]) * errors[j] * (Math.abs(z[j]) + zErrors[j]);
            }
        }
        double f = sum / scale;
        double threshold = (double) numerator / denominator;
        double constant = constants[output];
        error = (error + (factors.length + 8) * U * absolute) / scale + constantErrors[output]
                + 4 * U * (Math.abs(f) + Math.abs(constant) + Math.abs(threshold));
        return side(f + constant - threshold, error * SLACK);
    }

    private static int side(double value, double error) {
        if (value > error) {
            return 1;
        }
        if (value < -error) {
            return -1;
        }
        return error == 0 ? 0 : UNKNOWN;
    }
}
