package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;

/** The pulls of operations on numbers are the derivatives of these, which are found from their values nearby. */
class NumberPullProperties {

    /** Smaller than any distance of two numbers here that are not equal, so that no kink is passed. */
    private static final BigFraction STEP = new BigFraction(1, 1000);

    /** A forward operation and where it has no derivative. */
    private record Forwards(String name, Differentiable forward, BiPredicate<BigFraction, BigFraction> hasKink) {

        BigFraction at(BigFraction x, BigFraction y) {
            return number(forward.operation(), x, y, x);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Property
    void thePullOfWhatIsNoQuotientIsItsDerivative(@ForAll("operations") Forwards forwards, @ForAll("numbers") BigFraction x,
                                                  @ForAll("numbers") BigFraction y, @ForAll("numbers") BigFraction g) {
        if (forwards.hasKink.test(x, y)) {
            return;
        }
        BigFraction width = STEP.multiply(2);
        BigFraction first = forwards.at(x.add(STEP), y).subtract(forwards.at(x.subtract(STEP), y)).divide(width);
        assertThat(error(forwards, 0, x, y, g)).isEqualTo(g.multiply(first));
        if (forwards.forward.operands() == 2) {
            BigFraction second = forwards.at(x, y.add(STEP)).subtract(forwards.at(x, y.subtract(STEP))).divide(width);
            assertThat(error(forwards, 1, x, y, g)).isEqualTo(g.multiply(second));
        }
    }

    /** (x / (y + h) - x / (y - h)) / 2h is -x / (y^2 - h^2). */
    @Property
    void thePullsOfAQuotientAreItsDerivatives(@ForAll("numbers") BigFraction x, @ForAll("divisors") BigFraction y,
                                              @ForAll("numbers") BigFraction g) {
        Forwards quotient = new Forwards("quotient", NumberOperations.quotient(), (a, b) -> false);
        BigFraction difference = quotient.at(x, y.add(STEP)).subtract(quotient.at(x, y.subtract(STEP)))
                .divide(STEP.multiply(2));
        BigFraction derivative = difference.multiply(y.pow(2).subtract(STEP.pow(2))).divide(y.pow(2));

        assertThat(quotient.at(x, y)).isEqualTo(x.divide(y));
        assertThat(error(quotient, 0, x, y, g)).isEqualTo(g.divide(y));
        assertThat(error(quotient, 1, x, y, g)).isEqualTo(g.multiply(derivative));
    }

    @Property
    void equalOperandsOfAMaximumAndAMinimumShareTheError(@ForAll("numbers") BigFraction x, @ForAll("numbers") BigFraction g,
                                                         @ForAll("numbers") BigFraction kappa) {
        for (Differentiable forward : List.of(NumberOperations.maximum(kappa), NumberOperations.minimum(kappa))) {
            Forwards forwards = new Forwards("of two", forward, (a, b) -> false);
            assertThat(error(forwards, 0, x, x, g)).isEqualTo(g.multiply(kappa));
            assertThat(error(forwards, 1, x, x, g)).isEqualTo(g.multiply(BigFraction.ONE.subtract(kappa)));
        }
    }

    @Property
    void theDerivativeAtAKinkIsTheOneGiven(@ForAll("numbers") BigFraction g, @ForAll("numbers") BigFraction kappa) {
        BigFraction bound = BigFraction.ONE_HALF;
        for (Differentiable forward : List.of(NumberOperations.rectifier(kappa), NumberOperations.absoluteValue(kappa),
                NumberOperations.leakyRectifier(BigFraction.ONE_FIFTH, kappa))) {
            assertThat(error(new Forwards("kinked", forward, (a, b) -> false), 0, BigFraction.ZERO, BigFraction.ZERO, g))
                    .isEqualTo(g.multiply(kappa));
        }
        Forwards clip = new Forwards("clip", NumberOperations.clip(bound, kappa), (a, b) -> false);
        assertThat(error(clip, 0, bound, bound, g)).isEqualTo(g.multiply(kappa));
        assertThat(error(clip, 0, bound.negate(), bound, g)).isEqualTo(g.multiply(kappa));
    }

    @Property
    void whatIsAskedForAgainIsTheSameObject(@ForAll("numbers") BigFraction c, @ForAll("numbers") BigFraction d) {
        assertThat(all(c, d)).zipSatisfy(all(c.add(0), d.add(0)),
                (once, again) -> assertThat(again.forward.operation()).isSameAs(once.forward.operation()));
        assertThat(all(c, d)).zipSatisfy(all(c, d), (once, again) -> {
            assertThat(again.forward.pulls()).isEqualTo(once.forward.pulls());
        });
        assertThat(NumberOperations.rectifier(c)).isNotEqualTo(NumberOperations.rectifier(c.add(1)));
    }

    @Example
    void tensorsAndQuotientsByZeroAreRefused() {
        assertThatThrownBy(() -> NumberOperations.sum().shape().of(List.of(Shape.NUMBER, Shape.of(2))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("expected a number");
        assertThat(NumberOperations.sum().shape().of(List.of(Shape.NUMBER, Shape.NUMBER))).isEqualTo(Shape.NUMBER);
        assertThatThrownBy(() -> NumberOperations.quotient().operation().apply(BigFraction.ONE, BigFraction.ZERO,
                BigFraction.ONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a quotient by 0, expected a divisor other than 0");
    }

    @Provide
    Arbitrary<Forwards> operations() {
        return Combinators.combine(Rationals.small(), Rationals.small()).as(NumberPullProperties::all)
                .flatMap(Arbitraries::of);
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.small();
    }

    @Provide
    Arbitrary<BigFraction> divisors() {
        return Rationals.nonZero();
    }

    private static List<Forwards> all(BigFraction c, BigFraction kappa) {
        BiPredicate<BigFraction, BigFraction> smooth = (x, y) -> false;
        BiPredicate<BigFraction, BigFraction> atZero = (x, y) -> x.signum() == 0;
        BiPredicate<BigFraction, BigFraction> atEqual = BigFraction::equals;
        BigFraction bound = c.abs();
        return List.of(
                new Forwards("sum", NumberOperations.sum(), smooth),
                new Forwards("difference", NumberOperations.difference(), smooth),
                new Forwards("product", NumberOperations.product(), smooth),
                new Forwards("negative", NumberOperations.negative(), smooth),
                new Forwards("identity", NumberOperations.identity(), smooth),
                new Forwards("scale", NumberOperations.scale(c), smooth),
                new Forwards("square", NumberOperations.square(), smooth),
                new Forwards("rectifier", NumberOperations.rectifier(kappa), atZero),
                new Forwards("leaky rectifier", NumberOperations.leakyRectifier(c, kappa), atZero),
                new Forwards("absolute value", NumberOperations.absoluteValue(kappa), atZero),
                new Forwards("clip", NumberOperations.clip(bound, kappa), (x, y) -> x.abs().equals(bound)),
                new Forwards("maximum", NumberOperations.maximum(kappa), atEqual),
                new Forwards("minimum", NumberOperations.minimum(kappa), atEqual));
    }

    /** What goes back to an operand of the error g, as the training program has it. */
    private static BigFraction error(Forwards forwards, int operand, BigFraction x, BigFraction y, BigFraction g) {
        BigFraction last = forwards.forward.operands() == 2 ? y : x;
        Pull pull = forwards.forward.pulls().get(operand).orElseThrow();
        Optional<BigFraction> slope = pull.slope().map(operation -> number(operation, x, last, last));
        return slope.isPresent() ? number(pull.error(), g, slope.get(), slope.get()) : number(pull.error(), g, x, last);
    }

    private static BigFraction number(Operation operation, BigFraction x, BigFraction y, BigFraction z) {
        return (BigFraction) operation.apply(x, y, z);
    }
}
