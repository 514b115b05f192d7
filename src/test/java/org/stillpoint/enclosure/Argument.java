package org.stillpoint.enclosure;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A ball in its precision. */
record Argument(Precision precision, Ball ball) {

    private static final int MOST_BITS = 1024;

    static Arbitrary<Precision> precisions() {
        return Arbitraries
                .oneOf(Arbitraries.of(24, 53, 64, 100, 128, 200, 513, MOST_BITS), Arbitraries.integers().between(24, 256))
                .map(Precision::of);
    }

    static Arbitrary<Argument> any() {
        return precisions().flatMap(p -> balls(p).map(ball -> new Argument(p, ball)));
    }

    /** Of every size up to some 2^10, exact ones, and wide ones of radius up to 8. */
    static Arbitrary<Ball> balls(Precision p) {
        return Combinators.combine(middles(p), radii(p)).as(Ball::new);
    }

    private static Arbitrary<BigInteger> middles(Precision p) {
        int bits = p.bits();
        BigInteger one = p.one().mid();
        Arbitrary<BigInteger> tiny = Arbitraries.integers().between(-4, 4).map(BigInteger::valueOf);
        Arbitrary<BigInteger> whole = tiny.map(one::multiply);
        Arbitrary<BigInteger> nearLogarithmsOfTwo = Combinators.combine(Arbitraries.integers().between(-9, 9), tiny)
                .as((n, off) -> Constants.logarithmOfTwo(bits).multiply(BigInteger.valueOf(n)).add(off));
        Arbitrary<BigInteger> nearPrecision = Combinators
                .combine(Arbitraries.integers().between(-10, 10), tiny, Arbitraries.of(1, -1))
                .as((n, off, sign) -> one.multiply(BigInteger.valueOf((long) (bits + n) * sign)).add(off));
        Arbitrary<BigInteger> nearItsRoot = Combinators
                .combine(Arbitraries.integers().between(bits - 4, 2 * bits + 4), Arbitraries.of(1, -1))
                .as((n, sign) -> one.shiftLeft(bits).multiply(BigInteger.valueOf(n)).sqrt().multiply(BigInteger.valueOf(sign)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, ofEverySize(bits + 5)), Tuple.of(1, ofEverySize(bits + 10)),
                Tuple.of(1, tiny), Tuple.of(1, whole),
                Tuple.of(2, nearLogarithmsOfTwo), Tuple.of(1, nearPrecision),
                Tuple.of(1, nearItsRoot));
    }

    static Arbitrary<BigInteger> ofEverySize(int bits) {
        return Arbitraries.integers().between(1, bits).flatMap(length -> Arbitraries.bigIntegers()
                .between(BigInteger.ONE.shiftLeft(length).negate(), BigInteger.ONE.shiftLeft(length)).withoutEdgeCases());
    }

    private static Arbitrary<Long> radii(Precision p) {
        return Arbitraries.oneOf(Arbitraries.just(0L), ofEverySize(p.bits() + 3).map(Radius::of), ofEverySize(8).map(Radius::of));
    }

    /** The middle, both ends, and points between. */
    List<BigInteger> points() {
        BigInteger mid = ball.mid();
        BigInteger reach = Radius.toInteger(ball.radius());
        return Stream.of(BigInteger.ZERO, reach, reach.negate(), reach.shiftRight(1), reach.divide(BigInteger.valueOf(-3)))
                .map(mid::add).distinct().toList();
    }

    @Override
    public String toString() {
        return ball + " in " + precision.bits() + " bits";
    }
}
