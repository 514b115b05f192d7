package org.stillpoint.graph.operation;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Small exact tensors by chance. */
final class Draws {

    private static final BigFraction ONE = BigFraction.ONE;

    private Draws() {
    }

    /** Zero often, so that ties and kinks are. */
    static BigFraction number(Random random) {
        return random.nextInt(5) == 0 ? BigFraction.ZERO : new BigFraction(random.nextInt(13) - 6, random.nextInt(3) + 1);
    }

    static Tensor tensor(Random random, Shape shape) {
        return Tensor.at(shape, place -> number(random));
    }

    static Tensor tensor(Random random, int... sizes) {
        return tensor(random, Shape.of(sizes));
    }

    static int size(Random random) {
        return 1 + random.nextInt(3);
    }

    /** With 0 to 3 axes of sizes up to 3. */
    static Shape shape(Random random) {
        return Shape.of(IntStream.range(0, random.nextInt(4)).map(axis -> size(random)).toArray());
    }

    /**
     * A tensor each of whose blocks has a variance that is 1 less than a square: in the direction u of the variance c, the line
     * {@code r = 1 + t s} meets {@code r^2 = 1 + c s^2} at {@code s = 2 t / (c - t^2)}. Blocks of equal entries are among them.
     */
    static Tensor withRoots(Random random, Shape shape, int[] block) {
        BigFraction[] entries = new BigFraction[block.length];
        for (int b = 0; b <= Arrays.stream(block).max().getAsInt(); b++) {
            int own = b;
            int[] places = IntStream.range(0, block.length).filter(place -> block[place] == own).toArray();
            BigFraction[] u = IntStream.of(places).mapToObj(place -> number(random)).toArray(BigFraction[]::new);
            BigFraction mean = mean(u);
            BigFraction c = mean(Arrays.stream(u).map(e -> e.subtract(mean).pow(2)).toArray(BigFraction[]::new));
            BigFraction t = new BigFraction(1 + random.nextInt(5), 1 + random.nextInt(3));
            BigFraction gap = c.subtract(t.multiply(t));
            BigFraction s = gap.signum() == 0 ? BigFraction.ZERO : t.multiply(2).divide(gap);
            BigFraction shift = number(random);
            for (int i = 0; i < places.length; i++) {
                entries[places[i]] = u[i].multiply(s).add(shift);
            }
        }
        return Tensor.of(shape, entries);
    }

    /** Numbers above 0 and below 1. */
    static Tensor probabilities(Random random, Shape shape) {
        return Tensor.at(shape, place -> ONE.divide(2 + random.nextInt(4)));
    }

    private static BigFraction mean(BigFraction[] numbers) {
        return Arrays.stream(numbers).reduce(BigFraction.ZERO, BigFraction::add).divide(numbers.length);
    }
}
