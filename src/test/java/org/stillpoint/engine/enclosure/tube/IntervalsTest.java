package org.stillpoint.engine.enclosure.tube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.enclosure.TooLargeException;

class IntervalsTest {

    private static final int SIZE = 51;

    private final Random random = new Random(1);

    /** Of any size, down from the largest that there is. */
    private long number() {
        return random.nextLong(Intervals.LIMIT) >> random.nextInt(SIZE);
    }

    private void draw(Intervals numbers, int i) {
        numbers.set(i, random.nextBoolean() ? number() : -number(), random.nextInt(3) == 0 ? 0 : number());
    }

    private static BigInteger end(Intervals numbers, int i, int sign) {
        return BigInteger.valueOf(numbers.mid(i)).add(BigInteger.valueOf(sign * numbers.rad(i)));
    }

    @Test
    void aProductAddedIsHeldOrRefusedAsTooLarge() {
        int held = 0;
        for (int n = 0; n < 100_000; n++) {
            Intervals numbers = new Intervals(3);
            draw(numbers, 0);
            draw(numbers, 1);
            draw(numbers, 2);
            BigInteger low = end(numbers, 2, -1).shiftLeft(Intervals.BITS);
            BigInteger high = end(numbers, 2, 1).shiftLeft(Intervals.BITS);
            try {
                numbers.addProduct(2, numbers, 0, numbers, 1);
            } catch (TooLargeException e) {
                continue;
            }
            held++;
            for (int sign = -1; sign <= 1; sign++) {
                for (int other = -1; other <= 1; other++) {
                    BigInteger product = end(numbers, 0, sign).multiply(end(numbers, 1, other));
                    assertThat(end(numbers, 2, -1).shiftLeft(Intervals.BITS)).isLessThanOrEqualTo(low.add(product));
                    assertThat(end(numbers, 2, 1).shiftLeft(Intervals.BITS)).isGreaterThanOrEqualTo(high.add(product));
                }
            }
        }
        assertThat(held).isBetween(30_000, 95_000);
    }

    /** Of those from {@code 2^42} on whose product a long does not hold, some would come out as 0. */
    @ParameterizedTest
    @ValueSource(ints = {44, 48, 49, 50})
    void aProductThatALongDoesNotHoldIsRefused(int bits) {
        Intervals numbers = new Intervals(2);
        numbers.set(0, 1L << bits, 0);

        assertThatThrownBy(() -> numbers.setProduct(1, numbers, 0, numbers, 0)).isInstanceOf(TooLargeException.class);
    }
}
