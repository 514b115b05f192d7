package org.stillpoint.enumeration;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * The numbers of a problem as integers: inputs x / dx, rate p / q, kappa kn / kd. A bias is the weight of one more input, which
 * is 1 on every sample and so dx here. They are 0 or 1 if they do not fit into longs; then no state fits either.
 */
final class Scaled {

    final long[][] x;
    final long[] y;
    final long dx;
    final long p;
    final long q;
    final long kn;
    final long kd;
    final int batchSize;
    private final BigInteger output;
    private final BigInteger update;

    Scaled(Problem problem) {
        List<List<BigFraction>> rows = problem.data().inputs().stream().map(input -> input.entries()).toList();
        BigInteger denominator = commonDenominator(rows.stream().flatMap(List::stream));
        BigFraction rate = problem.settings().learningRate();
        BigFraction kappa = problem.settings().kappa();
        batchSize = Math.min(problem.settings().batchSize(), rows.size());
        BigInteger n = BigInteger.valueOf(batchSize);
        BigInteger largest = rows.stream().flatMap(List::stream).map(number -> numerator(number, denominator).abs())
                .reduce(denominator, BigInteger::max);
        BigInteger slope = kappa.getDenominator().max(kappa.getNumerator().abs());
        BigInteger preactivation = largest.multiply(BigInteger.valueOf(problem.inputs() + 1L));
        BigInteger gradient = slope.multiply(largest).max(kappa.getDenominator().multiply(preactivation));
        output = preactivation.multiply(BigInteger.valueOf(problem.units())).add(denominator);
        update = rate.getDenominator().multiply(denominator).multiply(kappa.getDenominator()).multiply(n)
                .add(rate.getNumerator().abs().multiply(n).multiply(gradient));
        boolean fits = bits(Long.SIZE) >= 0;
        dx = fits ? denominator.longValueExact() : 1;
        p = fits ? rate.getNumerator().longValueExact() : 0;
        q = fits ? rate.getDenominator().longValueExact() : 1;
        kn = fits ? kappa.getNumerator().longValueExact() : 0;
        kd = fits ? kappa.getDenominator().longValueExact() : 1;
        x = new long[rows.size()][problem.parametersOfAUnit() - 1];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x[i].length; k++) {
                x[i][k] = k == problem.inputs() ? dx : fits ? numerator(rows.get(i).get(k), denominator).longValueExact() : 0;
            }
        }
        y = problem.data().targets().stream().mapToLong(target -> target.get(0).signum()).toArray();
    }

    /**
     * With D and all numerators of a state at most 2^bits in size, no number of a step, nor of the state after it, needs more
     * than the word. With xmax the largest of |x| and dx, a pre-activation is at most 2^bits (inputs + 1) xmax; an output is at
     * most 4^bits (units (inputs + 1) xmax + dx), as is what it is compared with; a new numerator is at most 2^bits times
     * (q dx kd n + |p| n times the larger of max(kd, |kn|) xmax and kd (inputs + 1) xmax).
     *
     * @return less than 0 if nothing fits
     */
    int bits(int word) {
        return Math.min((word - 2 - output.bitLength()) / 2, word - 2 - update.bitLength());
    }

    /** Whether a step divides by nothing, so that integers stay integers. */
    boolean integral() {
        return dx == 1 && q == 1 && kd == 1 && batchSize == 1;
    }

    static BigInteger commonDenominator(Stream<BigFraction> numbers) {
        return numbers.map(BigFraction::getDenominator).reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    }

    static BigInteger numerator(BigFraction number, BigInteger commonDenominator) {
        return number.getNumerator().multiply(commonDenominator.divide(number.getDenominator()));
    }
}
