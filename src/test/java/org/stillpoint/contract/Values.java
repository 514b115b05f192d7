package org.stillpoint.contract;

import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.val;

import java.math.BigInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * Numbers, and vectors, matrices and stacks of them. Sums, products, opposites, signs and quotients are those of numerators and
 * denominators, so that what a stub says of a method of {@link BigFraction} is not compared with the method itself.
 */
public final class Values {

    private static final BigFraction ZERO = quotient(BigInteger.ZERO, BigInteger.ONE);
    private static final BigFraction ONE = quotient(BigInteger.ONE, BigInteger.ONE);
    private static final BigFraction NOT_A_RATIO = quotient(BigInteger.valueOf(5), BigInteger.ONE);

    private Values() {
    }

    public static BigFraction qZero() {
        return ZERO;
    }

    public static BigFraction qOne() {
        return ONE;
    }

    public static BigFraction qAdd(BigFraction q, BigFraction r) {
        BigInteger crosswise = q.getNumerator().multiply(r.getDenominator()).add(r.getNumerator().multiply(q.getDenominator()));
        return quotient(crosswise, q.getDenominator().multiply(r.getDenominator()));
    }

    public static BigFraction qMul(BigFraction q, BigFraction r) {
        return quotient(q.getNumerator().multiply(r.getNumerator()), q.getDenominator().multiply(r.getDenominator()));
    }

    public static BigFraction qNeg(BigFraction q) {
        return quotient(q.getNumerator().negate(), q.getDenominator());
    }

    /** Of a division by zero some number. */
    public static BigFraction qRatio(int numerator, int denominator) {
        return denominator == 0 ? NOT_A_RATIO : quotient(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static int qSignum(BigFraction q) {
        return q.getNumerator().signum() * q.getDenominator().signum();
    }

    private static BigFraction quotient(BigInteger numerator, BigInteger denominator) {
        return val(new BigFraction(numerator, denominator));
    }

    public static BigFraction dot(Vec u, Vec v, int n) {
        return sum(n, i -> qMul(at(u, i), at(v, i)));
    }

    public static Vec plusScaled(Vec u, BigFraction c, Vec v) {
        return Vec.of(len(u), i -> qAdd(at(u, i), qMul(c, at(v, i))));
    }

    public static Vec scaled(BigFraction c, Vec v) {
        return Vec.of(len(v), i -> qMul(c, at(v, i)));
    }

    public static Vec hadamard(Vec u, Vec v) {
        return Vec.of(len(u), i -> qMul(at(u, i), at(v, i)));
    }

    public static Vec zeroVec(int n) {
        return Vec.of(n, i -> ZERO);
    }

    public static Vec column(Mat m, int k) {
        return Vec.of(rows(m), i -> at(row(m, i), k));
    }

    public static Mat transpose(Mat m, int columns) {
        return Mat.of(columns, k -> column(m, k));
    }

    public static Vec affine(Mat m, Vec b, Vec x) {
        return Vec.of(rows(m), i -> len(b) == 0 ? dot(row(m, i), x, len(x)) : qAdd(dot(row(m, i), x, len(x)), at(b, i)));
    }

    public static Mat appendRow(Mat m, Vec v) {
        return Mat.of(rows(m) + 1, i -> i == rows(m) ? v : row(m, i));
    }

    public static Mat withRow(Mat m, int j, Vec v) {
        return Mat.of(rows(m), i -> i == j ? v : row(m, i));
    }

    public static Mat swappedRows(Mat m, int i) {
        return Shapes.neighbours(m, i) ? Mat.of(rows(m), k -> row(m, k == i ? i + 1 : k == i + 1 ? i : k)) : m;
    }

    public static Mat part(Mat m, int first, int n) {
        return Mat.of(0 <= first && 0 <= n && first + n <= rows(m) ? n : 0, i -> row(m, first + i));
    }

    public static Mat outer(Vec u, Vec v) {
        return Mat.of(len(u), i -> scaled(at(u, i), v));
    }

    public static Mat matPlusScaled(Mat m, BigFraction c, Mat n) {
        return Mat.of(rows(m), i -> plusScaled(row(m, i), c, row(n, i)));
    }

    public static Mat zerosLikeMat(Mat m) {
        return Mat.of(rows(m), i -> zeroVec(len(row(m, i))));
    }

    public static Stack appendLayer(Stack s, Mat m) {
        return Stack.of(depth(s) + 1, i -> i == depth(s) ? m : layer(s, i));
    }

    public static Stack stackPlusScaled(Stack s, BigFraction c, Stack t) {
        return Stack.of(depth(s), i -> matPlusScaled(layer(s, i), c, layer(t, i)));
    }

    public static Stack zerosLikeStack(Stack s) {
        return Stack.of(depth(s), i -> zerosLikeMat(layer(s, i)));
    }

    /** q added n times. */
    public static BigFraction nTimes(int n, BigFraction q) {
        return times(q, Math.max(n, 0));
    }

    /** The n-fold of q, also for n below 0. */
    public static BigFraction times(BigFraction q, int n) {
        return qMul(val(new BigFraction(n)), q);
    }

    /** The inner product of the first n rows. */
    public static BigFraction frobenius(Mat m, Mat n, int rows) {
        return sum(rows, i -> dot(row(m, i), row(n, i), len(row(m, i))));
    }

    /** The sum of n numbers. */
    static BigFraction sum(int n, IntFunction<BigFraction> term) {
        return IntStream.range(0, n).mapToObj(term).reduce(ZERO, Values::qAdd);
    }

    /** The first n entries of v times the first n rows of m, of which the first columns count. */
    public static Vec transposedTimes(Mat m, Vec v, int n, int columns) {
        return Vec.of(columns, k -> sum(n, i -> qMul(at(v, i), at(row(m, i), k))));
    }

    /** The sum of the first n rows of m, each times its coefficient, as a vector of the length given. */
    public static Vec combination(Vec coefficients, Mat m, int n, int length) {
        return Vec.of(length, k -> sum(n, i -> qMul(at(coefficients, i), at(row(m, i), k))));
    }
}
