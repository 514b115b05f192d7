package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** Rationals over one denominator, immutable; a row of one is a scalar. */
final class Row {

    private final CoprimeBase base;
    private final BigInteger[] numerators;
    private final int[] denominator;

    Row(CoprimeBase base, BigInteger[] numerators, int[] denominator) {
        this.base = base;
        this.numerators = numerators;
        this.denominator = denominator;
    }

    static Row of(CoprimeBase base, List<BigFraction> entries) {
        int[] denominator = base.one();
        for (BigFraction entry : entries) {
            denominator = CoprimeBase.lcm(denominator, base.exponents(entry.getDenominator()));
        }
        BigInteger[] numerators = new BigInteger[entries.size()];
        for (int k = 0; k < numerators.length; k++) {
            BigFraction entry = entries.get(k);
            numerators[k] = base.raise(entry.getNumerator(), base.exponents(entry.getDenominator()), denominator);
        }
        return new Row(base, numerators, denominator);
    }

    static Row of(CoprimeBase base, BigFraction scalar) {
        return new Row(base, new BigInteger[] {scalar.getNumerator()}, base.exponents(scalar.getDenominator()));
    }

    static Row zeros(CoprimeBase base, int size) {
        BigInteger[] numerators = new BigInteger[size];
        Arrays.fill(numerators, BigInteger.ZERO);
        return new Row(base, numerators, base.one());
    }

    /** The scalars side by side; the denominators of zeros do not count. */
    static Row ofScalars(CoprimeBase base, Row[] scalars) {
        int[] denominator = base.one();
        for (Row scalar : scalars) {
            if (scalar.signum() != 0) {
                denominator = CoprimeBase.lcm(denominator, scalar.denominator);
            }
        }
        BigInteger[] numerators = new BigInteger[scalars.length];
        for (int k = 0; k < numerators.length; k++) {
            numerators[k] = scalars[k].signum() == 0
                    ? BigInteger.ZERO : base.raise(scalars[k].numerators[0], scalars[k].denominator, denominator);
        }
        return new Row(base, numerators, denominator);
    }

    int size() {
        return numerators.length;
    }

    /** The sign of a scalar. */
    int signum() {
        return numerators[0].signum();
    }

    Row entry(int k) {
        return new Row(base, new BigInteger[] {numerators[k]}, denominator);
    }

    /** The same entries and a 1 behind them: what the bias is multiplied by. */
    Row withOne() {
        BigInteger[] longer = Arrays.copyOf(numerators, numerators.length + 1);
        longer[numerators.length] = base.product(denominator);
        return new Row(base, longer, denominator);
    }

    /** The same entries, the last one zero. */
    Row withLastZero() {
        BigInteger[] other = numerators.clone();
        other[other.length - 1] = BigInteger.ZERO;
        return new Row(base, other, denominator);
    }

    /** Entry k times factor k, for the first entries. */
    Row times(int[] factors) {
        BigInteger[] products = numerators;
        for (int k = 0; k < factors.length; k++) {
            if (factors[k] != 1) {
                products = products == numerators ? numerators.clone() : products;
                products[k] = products[k].multiply(BigInteger.valueOf(factors[k]));
            }
        }
        return products == numerators ? this : new Row(base, products, denominator);
    }

    /** Compute c this. */
    Row scaled(Row c) {
        BigInteger factor = c.numerators[0];
        if (factor.signum() == 0) {
            return zeros(base, size());
        }
        BigInteger[] products = numerators;
        if (!factor.equals(BigInteger.ONE)) {
            products = new BigInteger[size()];
            for (int k = 0; k < products.length; k++) {
                products[k] = numerators[k].multiply(factor);
            }
        }
        return new Row(base, products, base.product(denominator, c.denominator));
    }

    /** Compute this + other. A row of zeros leaves the denominator as it is. */
    Row plus(Row other) {
        if (other.isZero()) {
            return this;
        }
        if (isZero()) {
            return other;
        }
        int[] common = CoprimeBase.lcm(denominator, other.denominator);
        BigInteger[] a = base.raise(numerators, denominator, common);
        BigInteger[] b = base.raise(other.numerators, other.denominator, common);
        BigInteger[] sums = new BigInteger[size()];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = a[k].add(b[k]);
        }
        return new Row(base, sums, common);
    }

    Row minus(Row other) {
        if (other.isZero()) {
            return this;
        }
        int[] common = CoprimeBase.lcm(denominator, other.denominator);
        BigInteger[] a = base.raise(numerators, denominator, common);
        BigInteger[] b = base.raise(other.numerators, other.denominator, common);
        BigInteger[] differences = new BigInteger[size()];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = a[k].subtract(b[k]);
        }
        return new Row(base, differences, common);
    }

    /** The sign of this less other, both scalars. */
    int compareTo(Row other) {
        return other.signum() == 0 ? signum() : minus(other).signum();
    }

    Row negated() {
        BigInteger[] opposites = new BigInteger[size()];
        for (int k = 0; k < opposites.length; k++) {
            opposites[k] = numerators[k].negate();
        }
        return new Row(base, opposites, denominator);
    }

    /** The sum of the products of the entries, a scalar. */
    Row dot(Row other) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < numerators.length; k++) {
            if (numerators[k].signum() != 0 && other.numerators[k].signum() != 0) {
                sum = sum.add(numerators[k].multiply(other.numerators[k]));
            }
        }
        return new Row(base, new BigInteger[] {sum}, base.product(denominator, other.denominator));
    }

    boolean isZero() {
        for (BigInteger numerator : numerators) {
            if (numerator.signum() != 0) {
                return false;
            }
        }
        return true;
    }

    /** The same entries over a smaller denominator if all numerators share a power of a prime of the base with it. */
    Row reduced() {
        int shift = denominator[0];
        for (int k = 0; k < numerators.length && shift > 0; k++) {
            if (numerators[k].signum() != 0) {
                shift = Math.min(shift, numerators[k].getLowestSetBit());
            }
        }
        BigInteger[] rest = numerators;
        int[] left = denominator;
        if (shift > 0) {
            left = left.clone();
            left[0] -= shift;
            rest = numerators.clone();
            for (int k = 0; k < rest.length; k++) {
                rest[k] = rest[k].shiftRight(shift);
            }
        }
        for (int i = 1; i < left.length; i++) {
            for (int times = content(i, rest, left[i]); times > 0; times = content(i, rest, left[i])) {
                left = left.clone();
                left[i] -= times;
                rest = rest.clone();
                for (int k = 0; k < rest.length; k++) {
                    rest[k] = rest[k].divide(base.power(i, times));
                }
            }
        }
        return rest == numerators ? this : new Row(base, rest, left);
    }

    /** How often factor i surely divides all of these, at most so often; none is looked for unless it is a prime. */
    private int content(int i, BigInteger[] numbers, int atMost) {
        int times = base.isPrime(i) ? Math.min(atMost, base.chunkExponent(i)) : 0;
        for (int k = 0; k < numbers.length && times > 0; k++) {
            times = Math.min(times, base.valuation(i, numbers[k]));
        }
        return times;
    }

    /** At least the bits of the denominator. */
    int denominatorBits() {
        return base.bitsAtMost(denominator);
    }

    /** At least the bits of every numerator and denominator in lowest terms. */
    int bitsAtMost() {
        int bits = denominatorBits();
        for (BigInteger numerator : numerators) {
            bits = Math.max(bits, numerator.bitLength());
        }
        return bits;
    }

    BigFraction fraction(int k, LowestTerms lowest) {
        return lowest.fraction(numerators[k], denominator);
    }

    BigFraction fraction(int k) {
        return fraction(k, new LowestTerms(base));
    }
}
