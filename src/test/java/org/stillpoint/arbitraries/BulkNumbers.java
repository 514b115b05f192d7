package org.stillpoint.arbitraries;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Numbers of one kind each, drawn from a seed: few and small ones, for ties and equal units; and long ones as they come out of
 * floats, out of wider binary formats, and over primes that nothing else has below its line, each kind with small ones between.
 */
final class BulkNumbers {

    static final List<BigFraction> TERNARY = Stream.of(-1, 0, 1).map(BigFraction::new).toList();

    private static final BigFraction HUGE = new BigFraction(10).pow(30);

    /** Of Mersenne. */
    private static final List<BigInteger> PRIMES =
            Stream.of(31, 61, 127).map(n -> BigInteger.TWO.pow(n).subtract(BigInteger.ONE)).toList();

    private static final int MANTISSA = 53;
    private static final int WIDE = 200;
    private static final int EXPONENT = 80;

    private final SplittableRandom random;

    BulkNumbers(SplittableRandom random) {
        this.random = random;
    }

    /** Numbers of some kind. */
    Supplier<BigFraction> anyKind() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> this::ternary;
            case 4, 5 -> () -> new BigFraction(random.nextInt(33) - 16, 8);
            case 6 -> this::rational;
            case 7 -> () -> rational().multiply(oneIn(2) ? HUGE : HUGE.reciprocal());
            case 2, 8 -> () -> oneIn(2) ? ternary() : dyadic(MANTISSA);
            case 3, 9 -> () -> oneIn(2) ? ternary() : dyadic(WIDE);
            case 10 -> () -> oneIn(2) ? ternary() : new BigFraction(BigInteger.valueOf(random.nextInt(19) - 9L),
                    PRIMES.get(random.nextInt(PRIMES.size())));
            default -> () -> oneIn(2) ? BigFraction.ZERO : rational();
        };
    }

    private BigFraction ternary() {
        return TERNARY.get(random.nextInt(3));
    }

    /** Small ones with denominators up to 12. */
    BigFraction rational() {
        return new BigFraction(random.nextInt(19) - 9, 1 + random.nextInt(12));
    }

    /** What a float is: a mantissa of so many bits, from 1/2 to 1 times a power of two. */
    BigFraction dyadic(int bits) {
        BigInteger mantissa = bits(bits).setBit(bits - 1);
        BigFraction magnitude = new BigFraction(2).pow(random.nextInt(2 * EXPONENT + 1) - EXPONENT - bits).multiply(mantissa);
        return random.nextBoolean() ? magnitude : magnitude.negate();
    }

    /** A float from 1/2 to 1. */
    BigFraction fraction() {
        return new BigFraction(bits(MANTISSA).setBit(MANTISSA - 1), BigInteger.ONE.shiftLeft(MANTISSA));
    }

    private BigInteger bits(int count) {
        byte[] bytes = new byte[count / 8 + 1];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes).mod(BigInteger.ONE.shiftLeft(count));
    }

    private boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }
}
