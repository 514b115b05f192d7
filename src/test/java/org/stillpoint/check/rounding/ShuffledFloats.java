package org.stillpoint.check.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The arithmetic of one format of floating-point numbers, each sum and product in an order, or a tree, that is drawn. */
final class ShuffledFloats {

    private final Random random;
    private final boolean single;
    private final int ulps;

    /** @param ulps how many an elementary function is off at most */
    ShuffledFloats(Random random, FloatFormat format, int ulps) {
        this.random = random;
        this.single = format == FloatFormat.FLOAT32;
        this.ulps = ulps;
    }

    int oneOf(int ways) {
        return random.nextInt(ways);
    }

    boolean heads() {
        return random.nextBoolean();
    }

    /** Rounded to the format; a sum, product or quotient of two floats is rounded once though a double is between. */
    double r(double exact) {
        return single ? (float) exact : exact;
    }

    double plus(double a, double b) {
        return r(a + b);
    }

    double minus(double a, double b) {
        return r(a - b);
    }

    double times(double a, double b) {
        return r(a * b);
    }

    double over(double a, double b) {
        return r(a / b);
    }

    private double fused(double a, double b, double c) {
        return single ? Math.fma((float) a, (float) b, (float) c) : Math.fma(a, b, c);
    }

    /** What a library has for an elementary function: some units in the last place beside it. */
    double off(double value) {
        double rounded = r(value);
        double ulp = single ? Math.ulp((float) rounded) : Math.ulp(rounded);
        return r(rounded + (random.nextInt(2 * ulps - 1) - ulps + 1) * ulp);
    }

    double exp(double x) {
        return off(StrictMath.exp(x));
    }

    double log(double x) {
        return off(StrictMath.log(x));
    }

    /** In a tree that is drawn. */
    double sum(List<Double> parts) {
        List<Double> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            double a = left.remove(random.nextInt(left.size()));
            double b = left.remove(random.nextInt(left.size()));
            left.add(plus(a, b));
        }
        return left.isEmpty() ? 0 : left.get(0);
    }

    /** In a tree that is drawn. */
    double product(List<Double> factors) {
        List<Double> left = new ArrayList<>(factors);
        while (left.size() > 1) {
            double a = left.remove(random.nextInt(left.size()));
            double b = left.remove(random.nextInt(left.size()));
            left.add(times(a, b));
        }
        return left.get(0);
    }

    double product(Double... factors) {
        return product(Arrays.asList(factors));
    }

    /** A sum of products, each rounded before the sum or fused with it. */
    double dot(List<List<Double>> terms) {
        if (heads()) {
            return sum(terms.stream().map(this::product).toList());
        }
        List<List<Double>> shuffled = new ArrayList<>(terms);
        Collections.shuffle(shuffled, random);
        double sum = 0;
        for (List<Double> term : shuffled) {
            int split = random.nextInt(term.size());
            double rest = term.size() == 1 ? 1
                    : product(Stream.concat(term.subList(0, split).stream(), term.subList(split + 1, term.size()).stream())
                            .toList());
            sum = fused(term.get(split), rest, sum);
        }
        return sum;
    }

    /** Divided, or multiplied by the reciprocal. */
    double divided(double number, int divisor) {
        return heads() ? over(number, divisor) : times(number, over(1, divisor));
    }
}
