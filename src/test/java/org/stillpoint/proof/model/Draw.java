package org.stillpoint.proof.model;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.AbsoluteValue;
import org.stillpoint.activation.HardTanh;
import org.stillpoint.activation.LeakyRelu;
import org.stillpoint.contract.Kept;
import org.stillpoint.contract.Mat;
import org.stillpoint.contract.Vec;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Relu;

/** Draws small values, equal ones and zeros in plenty. */
final class Draw {

    private static final List<BigFraction> NUMBERS = Stream.of(fraction(0, 1), fraction(0, 1), fraction(0, 1), fraction(1, 1),
            fraction(1, 1),
            fraction(-1, 1), fraction(-1, 1), fraction(2, 1), fraction(-2, 1), fraction(1, 2), fraction(-1, 2), fraction(3, 1))
            .toList();

    private static final List<BigFraction> NUMBERS_BUT_ZERO = NUMBERS.stream().filter(number -> number.signum() != 0).toList();

    /** An activation function that is neither zero at zero nor homogeneous. */
    private static final ActivationFunction SHIFTED = function(q -> q.add(1), (q, kappa) -> BigFraction.ONE);
    /** Zero and flat at zero whatever the value at a kink is. */
    private static final ActivationFunction SQUARE = function(q -> q.multiply(q), (q, kappa) -> q.multiply(2));
    private static final List<ActivationFunction> FLAT_AT_ZERO =
            List.of(SQUARE, new Relu(), function(q -> BigFraction.ZERO, (q, kappa) -> BigFraction.ZERO));
    private static final List<ActivationFunction> HOMOGENEOUS =
            List.of(new Relu(), new Identity(), new AbsoluteValue(), new LeakyRelu());
    private static final List<ActivationFunction> ALL = Stream.concat(Stream.concat(HOMOGENEOUS.stream(), FLAT_AT_ZERO.stream()),
            Stream.of(SHIFTED, SHIFTED, SHIFTED, SHIFTED, new HardTanh(), new Relu())).toList();

    private static final LossDerivative SQUARED = loss((f, y) -> f.subtract(y));
    private static final LossDerivative HINGE = loss((f, y) -> f.multiply(y).compareTo(BigFraction.ONE) < 0 ? y.negate()
            : BigFraction.ZERO);
    /** The same at all positive multiples of an output. */
    private static final LossDerivative PERCEPTRON = loss((f, y) -> f.multiply(y).signum() > 0 ? BigFraction.ZERO : y.negate());
    /** Opposite for opposite targets at output 0. */
    private static final List<LossDerivative> ODD = List.of(SQUARED, HINGE, loss((f, y) -> y.multiply(3).subtract(f)));
    private static final List<LossDerivative> LOSSES =
            Stream.concat(ODD.stream(), Stream.of(loss((f, y) -> f.add(y.multiply(y)).add(1)), loss((f, y) -> f), loss((f, y) ->
                    y),
                    Draw::ofTheFirstOutput)).toList();

    private final Random random;
    private boolean lively;

    Draw(long seed) {
        random = new Random(seed);
    }

    /** From now on zeros are rare, or as frequent as they are by themselves. */
    void liven() {
        lively = oneIn(2);
    }

    private interface Of<T> {

        BigFraction of(BigFraction first, T second);
    }

    private interface OfOne {

        BigFraction of(BigFraction q);
    }

    private static ActivationFunction function(OfOne value, Of<BigFraction> derivative) {
        return new ActivationFunction() {

            @Override
            public BigFraction value(BigFraction z) {
                return value.of(z);
            }

            @Override
            public BigFraction derivative(BigFraction z, BigFraction kappa) {
                return derivative.of(z, kappa);
            }
        };
    }

    /** Entry by entry; where there is no target, it is 0. */
    private static LossDerivative loss(Of<BigFraction> derivative) {
        return (output, target) -> {
            BigFraction[] result = new BigFraction[output.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = derivative.of(output[i], i < target.length ? target[i] : BigFraction.ZERO);
            }
            return result;
        };
    }

    /** The first output counts alone. */
    private static BigFraction[] ofTheFirstOutput(BigFraction[] output, BigFraction[] target) {
        BigFraction[] result = SQUARED.at(output, target);
        Arrays.fill(result, Math.min(1, result.length), result.length, BigFraction.ZERO);
        return result;
    }

    private static BigFraction fraction(int numerator, int denominator) {
        return Kept.once(new BigFraction(numerator, denominator));
    }

    /** Whether something that happens once in so many cases happens. */
    boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    /** An integer from one bound to another, both included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T of(List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T either(Supplier<? extends T>... ways) {
        return ways[random.nextInt(ways.length)].get();
    }

    BigFraction number() {
        return of(lively && !oneIn(8) ? NUMBERS_BUT_ZERO : NUMBERS);
    }

    BigFraction positive() {
        return of(List.of(fraction(1, 1), fraction(2, 1), fraction(1, 2), fraction(3, 1)));
    }

    Vec vector(int length) {
        return !lively && oneIn(6) ? Vec.of(length, i -> fraction(0, 1)) : Vec.of(length, i -> number());
    }

    Mat matrix(int rows, int columns) {
        return !lively && oneIn(6) ? Mat.of(rows, i -> Vec.of(columns, k -> fraction(0, 1))) : Mat.of(rows, i -> vector(columns));
    }

    ActivationFunction activation() {
        return of(ALL);
    }

    ActivationFunction homogeneousActivation() {
        return of(HOMOGENEOUS);
    }

    ActivationFunction flatActivation() {
        return of(FLAT_AT_ZERO);
    }

    LossDerivative lossDerivative() {
        return of(LOSSES);
    }

    LossDerivative perceptron() {
        return PERCEPTRON;
    }

    LossDerivative oddLoss() {
        return of(ODD);
    }
}
