package org.stillpoint.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {

    private static final int DRAWS = 10_000;

    /** Of the bounds near 2^30 and above every second to fourth draw is one of those that are thrown away. */
    private static final List<Integer> LARGE = List.of((1 << 30) - 1, 1 << 30, (1 << 30) + 1, 1_500_000_000, Integer.MAX_VALUE);

    @Test
    void aNumberBelowABoundIsThatOfTheJavaVirtualMachine() {
        for (int bound : bounds()) {
            Random expected = new Random(bound);
            Random actual = new Random(bound);
            for (int i = 0; i < DRAWS; i++) {
                int drawn = expected.nextInt(bound);
                if (Draws.below(actual, bound) != drawn) {
                    fail("draw " + i + " below " + bound + " is not " + drawn);
                }
            }
            assertThat(actual.nextInt()).as("the bits after %s draws below %s", DRAWS, bound).isEqualTo(expected.nextInt());
        }
    }

    private static List<Integer> bounds() {
        List<Integer> bounds = new ArrayList<>(IntStream.rangeClosed(1, 97).boxed().toList());
        bounds.addAll(LARGE);
        return bounds;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 242})
    void aShuffledListIsThatOfTheJavaVirtualMachine(int size) {
        for (long seed = 0; seed < 100; seed++) {
            List<Integer> expected = new ArrayList<>(IntStream.range(0, size).boxed().toList());
            List<Integer> actual = new ArrayList<>(expected);
            Collections.shuffle(expected, new Random(seed));
            Draws.shuffle(actual, new Random(seed));

            assertThat(actual).isEqualTo(expected);
        }
    }
}
