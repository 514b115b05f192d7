package org.stillpoint.check.suite;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Vector;
import org.stillpoint.generation.Architecture;

/** Small dyadic numbers by chance; {@link Random} is specified to the bit. */
final class Draws {

    private static final int WIDE_BITS = 11;
    private static final BigFraction HALF = new BigFraction(1, 2);

    private final Random random;
    private final boolean wide;

    /** @param wide whether numbers have so many bits that products do not fit a binary32 */
    Draws(Random random, boolean wide) {
        this.random = random;
        this.wide = wide;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** From -2 to 2, in halves, or finer if numbers are wide; seldom 0. */
    BigFraction number() {
        if (wide) {
            return new BigFraction(2 * random.nextInt(1 << WIDE_BITS) + 1 - (1 << WIDE_BITS), 1 << WIDE_BITS - 1);
        }
        BigFraction drawn = new BigFraction(random.nextInt(9) - 4, 2);
        return drawn.signum() == 0 && !oneIn(4) ? number() : drawn;
    }

    private BigFraction whole() {
        return wide ? number() : new BigFraction(random.nextInt(5) - 2);
    }

    Vector vector(int size, Supplier<BigFraction> numbers) {
        return new Vector(IntStream.range(0, size).mapToObj(i -> numbers.get()).toList());
    }

    /** Inputs that are whole numbers, seldom all zero, with targets that the loss takes. */
    DataSet data(Architecture architecture, int samples, Loss loss) {
        List<Integer> widths = architecture.widths();
        int outputs = widths.get(widths.size() - 1);
        List<Vector> inputs = IntStream.range(0, samples).mapToObj(i -> input(widths.get(0))).toList();
        return new DataSet(inputs, IntStream.range(0, samples).mapToObj(i -> target(architecture, outputs, loss)).toList());
    }

    private Vector input(int width) {
        Vector drawn = vector(width, this::whole);
        return drawn.isZero() && !oneIn(8) ? input(width) : drawn;
    }

    private Vector target(Architecture architecture, int outputs, Loss loss) {
        if (loss == Loss.CROSS_ENTROPY) {
            return architecture.output() == Activation.SOFTMAX ? oneHot(outputs)
                    : vector(outputs, () -> new BigFraction(random.nextInt(2)));
        }
        if (loss == Loss.HINGE || loss == Loss.PERCEPTRON || loss == Loss.LOGISTIC) {
            return vector(outputs, () -> random.nextBoolean() ? BigFraction.ONE : BigFraction.MINUS_ONE);
        }
        return vector(outputs, architecture.output().isRational() ? this::whole : () -> HALF.multiply(random.nextInt(3)));
    }

    private Vector oneHot(int outputs) {
        int hot = random.nextInt(outputs);
        return new Vector(IntStream.range(0, outputs).mapToObj(j -> j == hot ? BigFraction.ONE : BigFraction.ZERO).toList());
    }
}
