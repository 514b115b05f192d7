package org.stillpoint.generation;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * Small rationals in random order, none of them 0 and no two equal: hundredths from -1 to 1 or thousandths and so on, as many as
 * are needed. The same seed gives the same numbers on every machine and in the browser.
 */
final class DistinctNumbers implements Supplier<BigFraction> {

    private final Iterator<BigFraction> numbers;

    private DistinctNumbers(IntStream numerators, int largest, long seed) {
        int denominator = powerOfTen(largest);
        List<BigFraction> shuffled = numerators.filter(n -> n != 0).mapToObj(n -> new BigFraction(n, denominator))
                .collect(Collectors.toList());
        Draws.shuffle(shuffled, new Random(seed));
        this.numbers = shuffled.iterator();
    }

    /** At least so many numbers, half of them negative. */
    static DistinctNumbers ofBothSigns(int count, long seed) {
        int largest = (count + 1) / 2;
        return new DistinctNumbers(IntStream.rangeClosed(-largest, largest), largest, seed);
    }

    /** So many positive numbers. */
    static DistinctNumbers positive(int count, long seed) {
        return new DistinctNumbers(IntStream.rangeClosed(1, count), count, seed);
    }

    @Override
    public BigFraction get() {
        return numbers.next();
    }

    private static int powerOfTen(int least) {
        int power = 10;
        while (power < least) {
            power *= 10;
        }
        return power;
    }
}
