package org.stillpoint.engine.fast.fraction;

/**
 * Divides long numbers by an odd prime as often as it goes. The remainder by a chunk, the largest power below 2^20, tells how
 * often that is unless it is 0; then words, the largest powers below 2^63, are tried before.
 */
final class PrimeDivision {

    private static final int CHUNK_LIMIT = 1 << 20;

    /** Primes below are known once for all, and their powers modulo the chunk up to this many limbs of 32 bits. */
    private static final int OFTEN = 64;
    private static final PrimeDivision[] KNOWN = new PrimeDivision[OFTEN];

    static {
        for (int k = 0; SmallPrimes.get(k) < OFTEN; k++) {
            KNOWN[SmallPrimes.get(k)] = new PrimeDivision(SmallPrimes.get(k));
        }
    }

    private final int prime;
    private final int chunk;
    private final int chunkExponent;
    private final long word;
    private final long wordInverse;
    private final int wordExponent;
    private volatile int[] weights;

    private PrimeDivision(int prime) {
        this.prime = prime;
        this.chunkExponent = exponentBelow(CHUNK_LIMIT);
        this.chunk = (int) power(chunkExponent);
        this.wordExponent = exponentBelow(Long.MAX_VALUE);
        this.word = power(wordExponent);
        this.wordInverse = SmallPrimes.inverse(word);
        this.weights = powersOfTwo(OFTEN);
    }

    static PrimeDivision of(int prime) {
        return prime < OFTEN ? KNOWN[prime] : new PrimeDivision(prime);
    }

    /** How often the prime goes into a power of its own below a limit. */
    private int exponentBelow(long limit) {
        int exponent = 0;
        for (long power = 1; power <= (limit - 1) / prime; power *= prime) {
            exponent++;
        }
        return exponent;
    }

    /** How often the prime divides a number that is not 0; at most {@link #chunkExponent}. */
    private int valuation(Magnitude number) {
        return valuation(number.weightedSum(weights(2 * number.length()), chunk));
    }

    private int valuation(int remainder) {
        if (remainder == 0) {
            return chunkExponent;
        }
        int count = 0;
        for (int rest = remainder; rest % prime == 0; rest /= prime) {
            count++;
        }
        return count;
    }

    /** The powers of 2^32 modulo the chunk, at least so many. */
    private int[] weights(int length) {
        int[] known = weights;
        if (length > known.length) {
            known = powersOfTwo(2 * length);
            weights = known;
        }
        return known;
    }

    private int[] powersOfTwo(int length) {
        int[] powers = new int[length];
        long power = 1;
        for (int half = 0; half < length; half++) {
            powers[half] = (int) power;
            power = (power << Integer.SIZE) % chunk;
        }
        return powers;
    }

    /** Divides as often as it goes, at most so many times; answers how often. */
    int divide(Magnitude number, int atMost) {
        int times = Math.min(valuation(number), atMost);
        int count = 0;
        if (times == chunkExponent) {
            count = divideByWords(number, atMost);
            times = Math.min(valuation(number), atMost - count);
        }
        while (times > 0) {
            long power = power(times);
            number.divide(power, SmallPrimes.inverse(power));
            count += times;
            times = times == chunkExponent ? Math.min(valuation(number), atMost - count) : 0;
        }
        return count;
    }

    private int divideByWords(Magnitude number, int atMost) {
        int count = 0;
        while (count + wordExponent <= atMost && number.divide(word, wordInverse)) {
            count += wordExponent;
        }
        return count;
    }

    private long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= prime;
        }
        return power;
    }
}
