package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/**
 * The only floating-point numbers of the project. They decide a sign where rounding provably cannot have changed it, and answer
 * {@link #UNKNOWN} elsewhere; nothing else comes out of this class.
 *
 * <p>The bound. Let u = 2^-53; each operation on doubles has a relative error of at most u as long as its result is in the normal
 * range, and k of them in a row at most k u (1 + 2^-20) for the k that occur here (J. H. Wilkinson, Rounding Errors in Algebraic
 * Processes, 1963). A product that leaves the range downwards is off by less than {@link #TINY}; additions there are exact.
 * <ol>
 * <li><b>Parameters.</b> The 63 leading bits m of a numerator are within 1 of it, in units of 2^s, and within u |m| of their
 * double. They are multiplied by r, the rounded 2^s / D; the denominator D is a product of p powers of factors of the base, of
 * which each is made of the one before by a product with a rounded factor, so that r is off by at most (2 e + p + 4) u, e being
 * the sum of the exponents. So each estimate w of a row is within {@code error = (2 e + p + 8) u W + r} of the truth, W being the
 * largest of them in absolute value; r counts only where s is not 0.</li>
 * <li><b>Pre-activations.</b> Let what comes in be a_k within e_k, A the sum of |a_k| and E that of e_k, and b = 1 for a bias, or
 * 0. The sum of n products w_k a_k and a bias is within {@code W E + error (A + E + b) + (n + 3) u W (A + b)} of the truth. An
 * input of the network is a quotient of two rounded integers, or one times a rounded inverse: e_k = 3 u |a_k|.</li>
 * <li><b>Activations.</b> Slope and intercept of a line are within 3 u of theirs, relatively, and are multiplied by the number of
 * units that one stands for: a = f z + c is within {@code |f| E_z + 6 u (|f z| + |c|)}, E_z being the bound of z.</li>
 * <li><b>Outputs.</b> A product of an outgoing weight v and an activation a within e is within |v| e + error (|a| + e), and the
 * sum over n units and the bias adds (n + 3) u times the sum of absolute values. Their own activations are as those before.</li>
 * <li><b>Thresholds</b> t are within 3 u |t|, and a - t within 4 u (|a| + |t|) more than a.</li>
 * </ol>
 * All of it is multiplied by {@link #SLACK}, which covers the roundings of the bound itself and the squares of u; each product
 * that need not be 0 adds TINY. What is too large or too long becomes no number or infinite, and every comparison with it is
 * false: unknown. So is whatever passes {@link #HUGE}.
 */
final class SignFilter {

    /** The answer where rounding may have decided. */
    static final int UNKNOWN = 2;

    private static final double U = 0x1p-53;
    private static final double SLACK = 1.01;
    private static final double TINY = Double.MIN_NORMAL;
    private static final double HUGE = 0x1p1000;
    private static final int RANGE = 1000;

    private final CoprimeBase base;
    private final int last;
    private final double[][][] estimates;
    private final double[][] largest;
    private final double[][] errors;
    private final boolean[] biased;
    private final double[][] z;
    private final double[][] zErrors;
    private final double[][] a;
    private final double[][] aErrors;
    private final double[] sums;
    private final double[] sumErrors;
    private final double[][] inputs;
    private final double[] norms;
    private final double[][] kinks;
    private final double[][] slopes;
    private final double[][] intercepts;
    private final int[][] counts;
    private final double[] thresholds;
    private final double[][] powers;
    private final int[][] powerExponents;
    private final int[] knownPowers;
    private long[] parts = {};

    /**
     * @param counts for each layer and unit, how many it stands for
     * @param lines of each layer
     */
    SignFilter(CoprimeBase base, Parameters parameters, int[][] counts, List<Lines> lines, Samples samples) {
        this.base = base;
        this.last = counts.length - 1;
        this.counts = counts;
        this.estimates = new double[last + 1][][];
        this.largest = new double[last + 1][];
        this.errors = new double[last + 1][];
        this.biased = new boolean[last + 1];
        this.z = new double[last + 1][];
        this.zErrors = new double[last + 1][];
        this.a = new double[last + 2][];
        this.aErrors = new double[last + 2][];
        this.sums = new double[last + 2];
        this.sumErrors = new double[last + 2];
        this.kinks = new double[last + 1][];
        this.slopes = new double[last + 1][];
        this.intercepts = new double[last + 1][];
        this.inputs = new double[samples.count()][];
        this.norms = new double[samples.count()];
        this.powers = new double[base.size()][];
        this.powerExponents = new int[base.size()][];
        this.knownPowers = new int[base.size()];
        for (int l = 0; l <= last; l++) {
            int units = counts[l].length;
            estimates[l] = new double[units][];
            largest[l] = new double[units];
            errors[l] = new double[units];
            z[l] = new double[units];
            zErrors[l] = new double[units];
            biased[l] = parameters.layout().hasBias(l);
            boolean same = l == last && lines.get(l).isIdentity();
            a[l + 1] = same ? z[l] : new double[units];
            aErrors[l + 1] = same ? zErrors[l] : new double[units];
            read(l, lines.get(l));
            for (int j = 0; j < units; j++) {
                read(l, j, parameters.row(l, j));
            }
        }
        this.thresholds = new double[samples.differentTargets().size()];
        for (Target target : samples.differentTargets()) {
            thresholds[target.number()] = rounded(target.thresholdNumerator(), target.thresholdDenominator());
        }
    }

    private void read(int l, Lines lines) {
        kinks[l] = new double[lines.kinks().size()];
        for (int i = 0; i < kinks[l].length; i++) {
            kinks[l][i] = rounded(lines.kinks().get(i));
        }
        slopes[l] = new double[lines.at().size()];
        intercepts[l] = new double[lines.at().size()];
        for (int p = 0; p < slopes[l].length; p++) {
            slopes[l][p] = rounded(lines.at().get(p).slope());
            intercepts[l][p] = rounded(lines.at().get(p).intercept());
        }
    }

    private static double rounded(BigFraction number) {
        return rounded(number.getNumerator(), number.getDenominator());
    }

    private static double rounded(BigInteger numerator, BigInteger denominator) {
        return Math.max(numerator.bitLength(), denominator.bitLength()) < RANGE
                ? numerator.doubleValue() / denominator.doubleValue() : Double.NaN;
    }

    /** Takes the parameters of a unit as they are now. */
    void read(int l, int j, Row row) {
        double[] estimate = estimates[l][j];
        if (estimate == null) {
            estimate = new double[row.size()];
            estimates[l][j] = estimate;
        }
        int[] exponents = row.denominator();
        double denominator = 1;
        int exponent = exponents[0];
        int roundings = 8;
        for (int i = 1; i < exponents.length; i++) {
            if (exponents[i] != 0) {
                know(i, exponents[i]);
                denominator *= powers[i][exponents[i]];
                exponent += powerExponents[i][exponents[i]];
                roundings += 2 * exponents[i] + 1;
            }
        }
        Numerators numerators = row.numerators();
        int shift = Math.max(0, numerators.bits() - Long.SIZE + 1);
        double r = Math.abs(shift - exponent) < RANGE ? Math.scalb(1 / denominator, shift - exponent) : Double.NaN;
        double most = 0;
        numerators.leading(shift, parts(estimate.length));
        for (int k = 0; k < estimate.length; k++) {
            estimate[k] = r * parts[k];
            most = Math.max(most, Math.abs(estimate[k]));
        }
        largest[l][j] = most;
        errors[l][j] = (roundings * U * most + (shift > 0 ? r : 0)) * SLACK;
    }

    private long[] parts(int size) {
        if (parts.length != size) {
            parts = new long[size];
        }
        return parts;
    }

    /** Powers of factor i as a mantissa from 1/2 to 1 and an exponent, each from the one before. */
    private void know(int i, int exponent) {
        if (powers[i] == null || exponent >= powers[i].length) {
            powers[i] = powers[i] == null ? new double[exponent + 32] : Arrays.copyOf(powers[i], 2 * exponent);
            powerExponents[i] = powerExponents[i] == null ? new int[exponent + 32]
                    : Arrays.copyOf(powerExponents[i], 2 * exponent);
            powers[i][0] = 1;
            knownPowers[i] = Math.max(1, knownPowers[i]);
        }
        double factor = exponent < knownPowers[i] ? 0 : rounded(base.factor(i), BigInteger.ONE);
        for (int e = knownPowers[i]; e <= exponent; e++) {
            double power = powers[i][e - 1] * factor;
            int bits = Math.getExponent(power) + 1;
            powers[i][e] = Math.scalb(power, -bits);
            powerExponents[i][e] = powerExponents[i][e - 1] + bits;
            knownPowers[i] = e + 1;
        }
    }

    /** Takes the input of a sample as integers over a denominator, of which only so many count. */
    void readInput(int sample, int[] integers, int count, int denominator) {
        double inverse = 1.0 / denominator;
        double[] x = new double[count];
        double norm = 0;
        for (int k = 0; k < x.length; k++) {
            x[k] = integers[k] * inverse;
            norm += Math.abs(x[k]);
        }
        inputs[sample] = x;
        norms[sample] = norm;
    }

    /** Takes the input of a sample. */
    void readInput(int sample, List<BigFraction> input) {
        double[] x = new double[input.size()];
        double norm = 0;
        for (int k = 0; k < x.length; k++) {
            x[k] = rounded(input.get(k));
            norm += Math.abs(x[k]);
        }
        inputs[sample] = x;
        norms[sample] = norm;
    }

    /** Begins with a sample whose input has been read. */
    void begin(int sample) {
        a[0] = inputs[sample];
        sums[0] = norms[sample];
        sumErrors[0] = 3 * U * norms[sample];
    }

    boolean hasInput(int sample) {
        return inputs[sample] != null;
    }

    /** The pre-activations of a layer, given the activations that come in. */
    void preactivate(int l) {
        int n = a[l].length;
        double bias = biased[l] ? 1 : 0;
        double perLargest = sumErrors[l] + (n + 3) * U * (sums[l] + bias);
        double perError = sums[l] + sumErrors[l] + bias;
        double underflow = sums[l] == 0 && sumErrors[l] == 0 ? 0 : (n + 2) * TINY;
        for (int j = 0; j < z[l].length; j++) {
            z[l][j] = sum(estimates[l][j], a[l], biased[l]);
            double error = largest[l][j] * perLargest + errors[l][j] * perError;
            zErrors[l][j] = (error + (largest[l][j] == 0 && errors[l][j] == 0 ? 0 : underflow)) * SLACK;
        }
    }

    /** In four sums, so that additions need not wait for each other. */
    private static double sum(double[] w, double[] a, boolean biased) {
        double s0 = biased ? w[a.length] : 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            s0 += w[k] * a[k];
            s1 += w[k + 1] * a[k + 1];
            s2 += w[k + 2] * a[k + 2];
            s3 += w[k + 3] * a[k + 3];
        }
        for (; k < a.length; k++) {
            s0 += w[k] * a[k];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Where a pre-activation is, as in {@link Lines}, or {@code -1 - i} if it may be on either side of kink i. */
    int position(int l, int j) {
        for (int i = 0; i < kinks[l].length; i++) {
            int side = side(z[l][j], zErrors[l][j], kinks[l][i]);
            if (side == UNKNOWN) {
                return -1 - i;
            }
            if (side <= 0) {
                return 2 * i + (side == 0 ? 1 : 0);
            }
        }
        return 2 * kinks[l].length;
    }

    /** Begins with the activations of a layer. */
    void beginActivations(int l) {
        sums[l + 1] = 0;
        sumErrors[l + 1] = 0;
    }

    /** The activation of a unit whose pre-activation is at this position. */
    void activate(int l, int j, int position) {
        double c = intercepts[l][position] * counts[l][j];
        double value = c;
        double error = 6 * U * Math.abs(c);
        if (slopes[l][position] != 0) {
            double f = slopes[l][position] * counts[l][j];
            double product = f * z[l][j];
            value += product;
            error += Math.abs(f) * zErrors[l][j] + 6 * U * Math.abs(product);
            error += z[l][j] == 0 && zErrors[l][j] == 0 ? 0 : TINY;
        }
        a[l + 1][j] = value;
        aErrors[l + 1][j] = error * SLACK;
        sums[l + 1] += Math.abs(value);
        sumErrors[l + 1] += aErrors[l + 1][j];
    }

    /**
     * The pre-activations of the outputs of a network with hidden layers, given the activations of the last of them.
     *
     * @param firstOutgoing where the outgoing weights stand in the rows of that layer
     */
    void output(int firstOutgoing) {
        double[] in = a[last];
        double[] inErrors = aErrors[last];
        for (int o = 0; o < z[last].length; o++) {
            double sum = biased[last] ? estimates[last][o][0] : 0;
            double absolute = Math.abs(sum);
            double error = errors[last][o];
            for (int j = 0; j < in.length; j++) {
                if (in[j] != 0 || inErrors[j] != 0) {
                    double v = estimates[last - 1][j][firstOutgoing + o];
                    double product = v * in[j];
                    sum += product;
                    absolute += Math.abs(product);
                    error += Math.abs(v) * inErrors[j] + errors[last - 1][j] * (Math.abs(in[j]) + inErrors[j]) + 3 * TINY;
                }
            }
            z[last][o] = sum;
            zErrors[last][o] = (error + (in.length + 3) * U * absolute) * SLACK;
        }
    }

    /** The side of its threshold that an output is on: 1 above, 0 at it, -1 below. */
    int side(int o, Target target) {
        return side(a[last + 1][o], aErrors[last + 1][o], thresholds[target.number()]);
    }

    /** The sign of an output. */
    int sign(int o) {
        return side(a[last + 1][o], aErrors[last + 1][o], 0);
    }

    private static int side(double value, double error, double threshold) {
        double difference = value - threshold;
        double bound = threshold == 0 ? error : (error + 4 * U * (Math.abs(value) + Math.abs(threshold))) * SLACK;
        if (difference > bound && difference < HUGE) {
            return 1;
        }
        if (difference < -bound && difference > -HUGE) {
            return -1;
        }
        return bound == 0 && difference == 0 ? 0 : UNKNOWN;
    }
}
