package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;

/**
 * Divides long numbers by an odd prime as often as it goes. The remainder by a chunk, the largest power below 2^20, tells how
 * often that is unless it is 0; then words, the largest powers below 2^63, are tried before.
 */
final class PrimeDivision {

    private static final int CHUNK_LIMIT = 1 << 20;

    private final int prime;
    private final int chunk;
    private final int chunkExponent;
    private long word;
    private long wordInverse;
    private int wordExponent;
    private int[] weights = {};

    PrimeDivision(int prime) {
        this.prime = prime;
        int exponent = 0;
        long power = 1;
        for (; power * prime < CHUNK_LIMIT; power *= prime) {
            exponent++;
        }
        this.chunk = (int) power;
        this.chunkExponent = exponent;
    }

    int chunkExponent() {
        return chunkExponent;
    }

    /** How often the prime divides a number that is not 0; at most {@link #chunkExponent}. */
    int valuation(BigInteger number) {
        return valuation(number.remainder(BigInteger.valueOf(chunk)).intValue());
    }

    /** As {@link #valuation(BigInteger)}. */
    int valuation(Magnitude number) {
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

    /** The powers of 2^32 modulo the chunk. */
    private int[] weights(int length) {
        if (weights.length < length) {
            int[] powers = new int[2 * length];
            long power = 1;
            for (int half = 0; half < powers.length; half++) {
                powers[half] = (int) power;
                power = (power << Integer.SIZE) % chunk;
            }
            weights = powers;
        }
        return weights;
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
        if (wordExponent == 0) {
            word = 1;
            for (; word <= Long.MAX_VALUE / prime; word *= prime) {
                wordExponent++;
            }
            wordInverse = SmallPrimes.inverse(word);
        }
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
