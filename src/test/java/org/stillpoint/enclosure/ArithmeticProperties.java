package org.stillpoint.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;

/** Balls against exact rational arithmetic at their ends, middles and points between. */
class ArithmeticProperties {

    /** Balls of one precision. */
    record Several(Precision p, List<Ball> balls) {

        Ball get(int i) {
            return balls.get(i);
        }

        List<BigFraction> points(int i) {
            return numbers(p, get(i));
        }
    }

    @Provide
    Arbitrary<Several> pairs() {
        return Argument.precisions().flatMap(p -> Argument.balls(p).list().ofSize(2).map(balls -> new Several(p, balls)));
    }

    @Provide
    Arbitrary<Several> lists() {
        return Argument.precisions().flatMap(p -> Argument.balls(p).list().ofSize(7).map(balls -> new Several(p, balls)));
    }

    @Provide
    Arbitrary<Argument> arguments() {
        return Argument.any();
    }

    @Provide
    Arbitrary<Precision> precisions() {
        return Argument.precisions();
    }

    private static List<BigFraction> numbers(Precision p, Ball ball) {
        return new Argument(p, ball).points().stream().map(point -> p.middle(new Ball(point, 0))).toList();
    }

    @Property(tries = 150)
    void sumsDifferencesAndProductsHoldThoseOfAllPoints(@ForAll("pairs") Several two) {
        Precision p = two.p();
        Ball sum = p.add(two.get(0), two.get(1));
        Ball difference = p.subtract(two.get(0), two.get(1));
        Ball product = p.multiply(two.get(0), two.get(1));

        for (BigFraction a : two.points(0)) {
            for (BigFraction b : two.points(1)) {
                assertHolds(p, sum, a.add(b));
                assertHolds(p, difference, a.subtract(b));
                assertHolds(p, product, a.multiply(b));
            }
        }
    }

    @Property(tries = 150)
    void quotientsHoldThoseOfAllPointsOrThrowIfTheDivisorMayBeZero(@ForAll("pairs") Several two) {
        Precision p = two.p();
        if (two.get(1).sign() == Sign.UNKNOWN || two.get(1).isZero()) {
            assertThatThrownBy(() -> p.divide(two.get(0), two.get(1))).isInstanceOf(UndecidedException.class);
            return;
        }
        Ball quotient = p.divide(two.get(0), two.get(1));

        for (BigFraction a : two.points(0)) {
            for (BigFraction b : two.points(1)) {
                assertHolds(p, quotient, a.divide(b));
            }
        }
    }

    @Property(tries = 150)
    void quotientsByWholeNumbersHoldThoseOfAllPoints(@ForAll("arguments") Argument x, @ForAll @IntRange(min = 1) int n) {
        Ball quotient = x.precision().divide(x.ball(), n);

        for (BigFraction a : numbers(x.precision(), x.ball())) {
            assertHolds(x.precision(), quotient, a.divide(n));
        }
    }

    @Property(tries = 150)
    void squareRootsHoldThoseOfAllPointsOrThrowIfTheyMayBeNegative(@ForAll("arguments") Argument x) {
        Precision p = x.precision();
        if (p.low(x.ball()).signum() < 0) {
            assertThatThrownBy(() -> p.sqrt(x.ball())).isInstanceOf(UndecidedException.class);
            return;
        }
        Ball root = p.sqrt(x.ball());
        BigFraction low = p.low(root);
        BigFraction high = p.high(root);

        for (BigFraction a : numbers(p, x.ball())) {
            assertThat(low.signum() <= 0 || low.multiply(low).compareTo(a) <= 0).as("%s: %s", x, root).isTrue();
            assertThat(high.multiply(high)).as("%s: %s", x, root).isGreaterThanOrEqualTo(a);
        }
    }

    @Property(tries = 150)
    void squareRootsOfSquaresAreExact(@ForAll("precisions") Precision p, @ForAll @IntRange(max = 4095) int n) {
        Ball root = p.timesPowerOfTwo(p.ball(n), -12);

        assertThat(p.sqrt(p.multiply(root, root))).isEqualTo(root);
    }

    @Property(tries = 150)
    void dotProductsHoldThoseOfAllPointsAndAreRoundedOnce(@ForAll("lists") Several seven) {
        Precision p = seven.p();
        Ball[] a = seven.balls().subList(1, 5).toArray(Ball[]::new);
        Ball[] x = seven.balls().subList(5, 7).toArray(Ball[]::new);
        Ball dot = p.dot(seven.get(0), a, 1, 2, x);

        for (int i = 0; i < 5; i++) {
            BigFraction start = point(seven, 0, i);
            BigFraction products = point(seven, 2, i).multiply(point(seven, 5, 4 - i)).add(point(seven, 4, 4 - i)
                    .multiply(point(seven, 6, i)));
            assertHolds(p, dot, start.add(products));
            assertHolds(p, p.dot(null, a, 1, 2, x), products);
        }
        Ball[] exact = seven.balls().stream().map(p::midpoint).toArray(Ball[]::new);
        assertThat(p.dot(exact[0], exact, 1, 2, new Ball[] {exact[5], exact[6]}).radius()).isLessThanOrEqualTo(1);
    }

    private static BigFraction point(Several several, int ball, int i) {
        List<BigFraction> points = several.points(ball);
        return points.get(Math.min(i, points.size() - 1));
    }

    @Property(tries = 150)
    void timesAPowerOfTwoAndInAnotherPrecisionABallHoldsTheSameNumbers(@ForAll("arguments") Argument x,
            @ForAll("precisions") Precision q, @ForAll @IntRange(min = -1100, max = 1100) int k) {
        Precision p = x.precision();
        Ball scaled = p.timesPowerOfTwo(x.ball(), k);
        Ball moved = q.from(p, x.ball());
        BigFraction power = new BigFraction(BigInteger.ONE.shiftLeft(Math.max(0, k)), BigInteger.ONE.shiftLeft(Math.max(0, -k)));

        for (BigFraction a : numbers(p, x.ball())) {
            assertHolds(p, scaled, a.multiply(power));
            assertHolds(q, moved, a);
        }
        if (q.bits() >= p.bits()) {
            assertThat(p.from(q, moved)).isEqualTo(new Ball(x.ball().mid(), p.from(q, moved).radius()));
            assertThat(q.middle(moved)).isEqualTo(p.middle(x.ball()));
            assertThat(moved.isExact()).isEqualTo(x.ball().isExact());
        }
    }

    @Property(tries = 150)
    void whatIsExactStaysExact(@ForAll @IntRange(min = -999, max = 999) int a, @ForAll @IntRange(min = -999, max = 999) int b) {
        Precision p = Precision.of(64);
        Ball x = p.timesPowerOfTwo(p.ball(a), -10);
        Ball y = p.timesPowerOfTwo(p.ball(b), -12);
        BigFraction first = new BigFraction(a, 1024);
        BigFraction second = new BigFraction(b, 4096);

        assertThat(p.add(x, y)).isEqualTo(p.ball(first.add(second)));
        assertThat(p.subtract(x, y)).isEqualTo(p.ball(first.subtract(second)));
        assertThat(p.multiply(x, y)).isEqualTo(p.ball(first.multiply(second))).matches(Ball::isExact);
        assertThat(p.dot(x, new Ball[] {x, y}, 0, 1, new Ball[] {y, y}))
                .isEqualTo(p.ball(first.add(first.multiply(second)).add(second.multiply(second))));
        assertThat(p.divide(p.multiply(p.ball(3), x), p.ball(3))).isEqualTo(x);
    }

    @Property(tries = 150)
    void zeroTimesAnythingIsExactlyZero(@ForAll("arguments") Argument x) {
        Precision p = x.precision();

        assertThat(p.multiply(p.zero(), x.ball()).isZero()).isTrue();
        assertThat(p.multiply(x.ball(), p.zero()).isZero()).isTrue();
        assertThat(p.dot(null, new Ball[] {x.ball()}, 0, 1, new Ball[] {p.zero()}).isZero()).isTrue();
        if (x.ball().sign() == Sign.POSITIVE || x.ball().sign() == Sign.NEGATIVE) {
            assertThat(p.divide(p.zero(), x.ball()).isZero()).isTrue();
        }
    }

    @Property(tries = 150)
    void aFractionIsHeldWithinOneUnit(@ForAll("precisions") Precision p, @ForAll int numerator,
            @ForAll @IntRange(min = 1) int denominator) {
        BigFraction number = new BigFraction(numerator, denominator);
        Ball ball = p.ball(number);

        assertHolds(p, ball, number);
        assertThat(ball.radius()).isLessThanOrEqualTo(1);
        assertThat(ball.isExact()).isEqualTo(p.middle(ball).equals(number));
    }

    @Property(tries = 150)
    void aSignIsSaidWhenEveryPointHasIt(@ForAll("arguments") Argument x) {
        Precision p = x.precision();
        int low = p.low(x.ball()).signum();
        int high = p.high(x.ball()).signum();

        assertThat(x.ball().sign()).isEqualTo(low > 0 ? Sign.POSITIVE : high < 0 ? Sign.NEGATIVE
                : low == 0 && high == 0 ? Sign.ZERO : Sign.UNKNOWN);
    }

    /**
     * The products of the ends lie within, and one of them is at the edge, but for rounding and for a share of 2^-27: a radius
     * has
     * 31 bits, so that each of two middles, three products and two sums is rounded up by a share of at most 2^-30.
     */
    @Property(tries = 150)
    void aProductIsNoWiderThanItNeedsToBe(@ForAll("pairs") Several two) {
        Precision p = two.p();
        Ball product = p.multiply(two.get(0), two.get(1));
        BigFraction middle = p.middle(product);
        BigFraction reach = BigFraction.ZERO;
        for (BigFraction a : List.of(p.low(two.get(0)), p.high(two.get(0)))) {
            for (BigFraction b : List.of(p.low(two.get(1)), p.high(two.get(1)))) {
                BigFraction distance = a.multiply(b).subtract(middle).abs();
                reach = distance.compareTo(reach) > 0 ? distance : reach;
            }
        }
        BigFraction units = reach.multiply(new BigFraction(BigInteger.ONE.shiftLeft(p.bits())));

        assertThat(new BigFraction(Radius.toInteger(product.radius())))
                .isLessThanOrEqualTo(units.add(units.divide(1 << 27)).add(4));
    }

    private static void assertHolds(Precision p, Ball ball, BigFraction number) {
        assertThat(number).isBetween(p.low(ball), p.high(ball));
    }
}
