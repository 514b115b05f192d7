package org.stillpoint.generation;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What {@link Random#nextInt(int)} and {@link Collections#shuffle(List, Random)} do on a Java virtual machine, from the bits of
 * {@link Random#nextInt()} alone: those are the same everywhere, but a compiler for the browser brings a library of its own, in
 * which a seed gives other numbers below a bound.
 */
final class Draws {

    private Draws() {
    }

    /** A number from 0 to bound - 1; bound from 1. */
    static int below(Random random, int bound) {
        int bits = bits(random);
        if ((bound & (bound - 1)) == 0) {
            return (int) ((long) bound * bits >> (Integer.SIZE - 1));
        }
        int drawn = bits % bound;
        // too few bits are left above the last whole multiple of the bound: the sum has overflowed
        while (bits - drawn + (bound - 1) < 0) {
            bits = bits(random);
            drawn = bits % bound;
        }
        return drawn;
    }

    /** A random number of 31 bits. */
    private static int bits(Random random) {
        return random.nextInt() >>> 1;
    }

    /** Brings a list into a random order. */
    static <T> void shuffle(List<T> list, Random random) {
        for (int i = list.size(); i > 1; i--) {
            Collections.swap(list, i - 1, below(random, i));
        }
    }
}
