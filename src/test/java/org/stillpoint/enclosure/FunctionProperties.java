package org.stillpoint.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;

class FunctionProperties {

    @Provide
    Arbitrary<Argument> arguments() {
        return Argument.any();
    }

    @Provide
    Arbitrary<Precision> precisions() {
        return Argument.precisions();
    }

    @Provide
    Arbitrary<Argument> pointsOfModestSize() {
        return Argument.precisions().flatMap(p -> Arbitraries.bigIntegers()
                .between(BigInteger.ONE.shiftLeft(p.bits() - 10), BigInteger.ONE.shiftLeft(p.bits() + 2))
                .map(mid -> new Argument(p, new Ball(mid, 0))));
    }

    @Property(tries = 120)
    void everyFunctionHoldsItsValuesOverTheWholeBall(@ForAll Function function, @ForAll("arguments") Argument x) {
        List<Ball> enclosures;
        try {
            enclosures = function.enclosures(x);
        } catch (UndecidedException | TooLargeException e) {
            assertThat(function.mayRefuse(x)).as("%s of %s", function, x).isTrue();
            return;
        }
        for (BigInteger point : x.points()) {
            List<Apfloat> values = function.values(Oracle.number(point, x.precision().bits()));
            for (int i = 0; i < values.size(); i++) {
                assertThat(Oracle.holds(x.precision(), enclosures.get(i), values.get(i)))
                        .as("%s of %s, part %s at %s: %s", function, x, i, point, enclosures.get(i)).isTrue();
            }
        }
    }

    /** Also a check of the oracle: a middle without its radius is noticed. */
    @Property(tries = 50)
    void atExactPointsRadiiAreAFewUnitsAndNotTooSmall(@ForAll Function function, @ForAll("pointsOfModestSize") Argument x) {
        List<Ball> enclosures = function.enclosures(x);
        List<Apfloat> values = function.values(Oracle.number(x.ball().mid(), x.precision().bits()));
        for (int i = 0; i < values.size(); i++) {
            Ball enclosure = enclosures.get(i);
            assertThat(enclosure.radius()).as("%s of %s, part %s", function, x, i).isLessThanOrEqualTo(function.units());
            assertThat(Oracle.holds(x.precision(), x.precision().midpoint(enclosure), values.get(i)))
                    .as("the middle of %s of %s, part %s", function, x, i).isEqualTo(enclosure.isExact());
        }
    }

    /** No wider than twice the distance of the farther end, but for rounding. */
    @Property(tries = 50)
    void narrowBallsStayNarrow(@ForAll("monotone") Function function, @ForAll("pointsOfModestSize") Argument x,
            @ForAll @IntRange(min = 1, max = 1 << 12) int r) {
        Precision p = x.precision();
        Argument ball = new Argument(p, x.ball().widened(r));
        Ball value = function.enclosures(ball).get(0);
        Apfloat farthest = Oracle.exact(BigInteger.ZERO);
        for (int offset : new int[] {r, -r}) {
            BigInteger end = x.ball().mid().add(BigInteger.valueOf(offset));
            Apfloat distance = Oracle.distance(p, value, function.values(Oracle.number(end, p.bits())).get(0));
            farthest = distance.compareTo(farthest) > 0 ? distance : farthest;
        }
        BigInteger limit = farthest.ceil().toBigInteger().shiftLeft(1).add(BigInteger.valueOf(function.units() + 2L));

        assertThat(Radius.toInteger(value.radius())).as("%s of %s", function, ball).isLessThanOrEqualTo(limit);
    }

    @Provide
    Arbitrary<Function> monotone() {
        return Arbitraries.of(Function.EXP, Function.LOG, Function.SIGMOID, Function.TANH, Function.SOFTPLUS, Function.ELU);
    }

    /** With twice the bits the result lies, but for a shared part, in the one with fewer; it must never lie beside it. */
    @Property(tries = 50)
    void moreBitsAgreeWithFewer(@ForAll Function function, @ForAll("arguments") Argument x) {
        Precision more = Precision.of(2 * x.precision().bits());
        List<Ball> few;
        try {
            few = function.enclosures(x);
        } catch (UndecidedException | TooLargeException e) {
            return;
        }
        List<Ball> many = function.enclosures(new Argument(more, more.from(x.precision(), x.ball())));
        for (int i = 0; i < few.size(); i++) {
            assertThat(x.precision().low(few.get(i))).isLessThanOrEqualTo(more.high(many.get(i)));
            assertThat(x.precision().high(few.get(i))).isGreaterThanOrEqualTo(more.low(many.get(i)));
        }
    }

    @Property(tries = 20)
    void softmaxHoldsTheShares(@ForAll("vectors") Argument[] z) {
        Precision p = z[0].precision();
        Ball[] balls = Stream.of(z).map(Argument::ball).toArray(Ball[]::new);
        for (int point = 0; point < 3; point++) {
            List<Apfloat> powers = new ArrayList<>();
            for (Argument each : z) {
                List<BigInteger> points = each.points();
                powers.add(Oracle.exp(Oracle.number(points.get(Math.min(point, points.size() - 1)), p.bits())));
            }
            Apfloat sum = powers.stream().reduce(Apfloat::add).orElseThrow();
            Ball[] shares = Softmax.shares(p, balls);
            for (int i = 0; i < shares.length; i++) {
                assertThat(Oracle.holds(p, shares[i], powers.get(i).divide(sum))).isTrue();
            }
        }
    }

    @Provide
    Arbitrary<Argument[]> vectors() {
        return Argument.precisions().flatMap(p -> Combinators.combine(Argument.ofEverySize(p.bits() + 5),
                Argument.ofEverySize(p.bits() - 1)).as((mid, r) -> new Argument(p, new Ball(mid, Radius.of(r))))
                .array(Argument[].class).ofMinSize(1).ofMaxSize(4));
    }
}
