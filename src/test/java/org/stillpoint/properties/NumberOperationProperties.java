package org.stillpoint.properties;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.number.AbsoluteError;
import org.stillpoint.kernel.graph.number.AbsoluteValue;
import org.stillpoint.kernel.graph.number.Blend;
import org.stillpoint.kernel.graph.number.Clip;
import org.stillpoint.kernel.graph.number.ClipSlope;
import org.stillpoint.kernel.graph.number.Constant;
import org.stillpoint.kernel.graph.number.Decay;
import org.stillpoint.kernel.graph.number.Descend;
import org.stillpoint.kernel.graph.number.Difference;
import org.stillpoint.kernel.graph.number.FirstGreater;
import org.stillpoint.kernel.graph.number.FirstLess;
import org.stillpoint.kernel.graph.number.HingeError;
import org.stillpoint.kernel.graph.number.Inversion;
import org.stillpoint.kernel.graph.number.KinkedSlope;
import org.stillpoint.kernel.graph.number.LeakyRectifier;
import org.stillpoint.kernel.graph.number.Maximum;
import org.stillpoint.kernel.graph.number.Minimum;
import org.stillpoint.kernel.graph.number.Negative;
import org.stillpoint.kernel.graph.number.PerceptronError;
import org.stillpoint.kernel.graph.number.Product;
import org.stillpoint.kernel.graph.number.ProductWithThird;
import org.stillpoint.kernel.graph.number.Quotient;
import org.stillpoint.kernel.graph.number.QuotientByThird;
import org.stillpoint.kernel.graph.number.QuotientSlope;
import org.stillpoint.kernel.graph.number.Rectifier;
import org.stillpoint.kernel.graph.number.Same;
import org.stillpoint.kernel.graph.number.Scale;
import org.stillpoint.kernel.graph.number.Square;
import org.stillpoint.kernel.graph.number.Sum;
import org.stillpoint.kernel.graph.number.VelocityUpdate;

/**
 * Each operation on numbers gives what its expression in a textbook says, and is zero, or its first operand, where it says so
 * and nowhere else.
 */
class NumberOperationProperties {

    private static final List<BigFraction> GRID = IntStream.of(0, 1, -1, 3, -3).mapToObj(n -> new BigFraction(n, 2)).toList();
    private static final List<Boolean> EITHER = List.of(true, false);

    @FunctionalInterface
    private interface Expression {

        /** The value at three numbers; null where it has none. */
        BigFraction of(BigFraction x, BigFraction y, BigFraction z);
    }

    /** An operation with its expression, by name. */
    private record Written(String name, Operation operation, Expression expression) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Property
    void eachIsItsExpression(@ForAll("operations") Written written, @ForAll("numbers") BigFraction x,
                             @ForAll("numbers") BigFraction y, @ForAll("numbers") BigFraction z) {
        BigFraction expected = written.expression.of(x, y, z);
        if (expected != null) {
            Object actual = written.operation.apply(x, y, z);
            require(actual.equals(expected), () -> written + " is " + actual + ", expected " + expected);
        }
    }

    @Property
    void eachIsAFunctionOfValues(@ForAll("operations") Written written, @ForAll("numbers") BigFraction x,
                                 @ForAll("numbers") BigFraction y, @ForAll("numbers") BigFraction z,
                                 @ForAll("ways") Tuple2<BigFraction, Integer> detour) {
        BigFraction[] again = Stream.of(x, y, z).map(q -> Rationals.madeAnew(q, detour.get1(), detour.get2()))
                .toArray(BigFraction[]::new);
        if (written.expression.of(x, y, z) != null) {
            Object once = written.operation.apply(x, y, z);
            Object twice = written.operation.apply(again[0], again[1], again[2]);
            require(once.equals(twice), () -> written + " is " + once + " and " + twice);
        }
    }

    @Property
    void eachVanishesWhereItSaysSo(@ForAll("operations") Written written, @ForAll("numbers") BigFraction x,
                                   @ForAll("numbers") BigFraction y, @ForAll("numbers") BigFraction z, @ForAll boolean bx,
                                   @ForAll boolean by, @ForAll boolean bz) {
        if (written.operation.vanishes(bx, by, bz) && isTaken(written, bx, x, by, y, bz, z)) {
            Object result = written.operation.apply(zeroIf(bx, x), zeroIf(by, y), zeroIf(bz, z));
            require(result.equals(BigFraction.ZERO), () -> written + " is " + result);
        }
    }

    @Property
    void eachKeepsItsFirstOperandWhereItSaysSo(@ForAll("operations") Written written, @ForAll("numbers") BigFraction x,
                                               @ForAll("numbers") BigFraction y, @ForAll("numbers") BigFraction z,
                                               @ForAll boolean by, @ForAll boolean bz) {
        if (written.operation.keeps(by, bz) && isTaken(written, false, x, by, y, bz, z)) {
            Object result = written.operation.apply(x, zeroIf(by, y), zeroIf(bz, z));
            require(result.equals(x), () -> written + " is " + result + " of " + x);
        }
    }

    /** Where it takes anything: of a quotient by 0 there is nothing to say. */
    @Example
    void eachSaysEverythingThatIsSo() {
        all(new BigFraction(1, 4), new BigFraction(3, 4)).forEach(NumberOperationProperties::requireAllThatIsSo);
        all(new BigFraction(1, 2), BigFraction.ZERO).forEach(NumberOperationProperties::requireAllThatIsSo);
    }

    private static void requireAllThatIsSo(Written written) {
        for (boolean by : EITHER) {
            for (boolean bz : EITHER) {
                if (!valuesOnTheGrid(written, false, by, bz).isEmpty()) {
                    requireAllOfZero(written, by, bz);
                    require(written.operation.keeps(by, bz) == isFirstOnTheGrid(written, by, bz),
                            () -> written + " with " + by + ", " + bz + " says otherwise of its first operand");
                }
            }
        }
    }

    private static void requireAllOfZero(Written written, boolean by, boolean bz) {
        for (boolean bx : EITHER) {
            boolean zero = valuesOnTheGrid(written, bx, by, bz).stream().allMatch(value -> value.signum() == 0);
            require(written.operation.vanishes(bx, by, bz) == zero,
                    () -> written + " with " + bx + ", " + by + ", " + bz + " says otherwise of zero");
        }
    }

    @Example
    void whatIsNoNumberIsRefusedInOneLine() {
        for (Written written : all(BigFraction.ONE, BigFraction.ONE)) {
            if (!(written.operation instanceof Same || written.operation instanceof Constant)) {
                try {
                    written.operation.apply("three", "three", "three");
                    throw new AssertionError(written + " takes what is no number");
                } catch (IllegalArgumentException e) {
                    require(e.getMessage().equals("an operand is three, expected a number"), e::getMessage);
                }
            }
        }
    }

    /** Which proofs take for granted: a final field holds what its object was made with, and that is something. */
    @Example
    void whatAnOperationIsMadeWithIsNeverMissingAndNeverChanges() {
        for (Written written : all(BigFraction.ONE, BigFraction.ONE)) {
            Class<?> type = written.operation.getClass();
            require(Arrays.stream(type.getDeclaredFields()).allMatch(field -> Modifier.isFinal(field.getModifiers())),
                    () -> written + " has a field that can change");
            for (Constructor<?> constructor : type.getConstructors()) {
                IntStream.range(0, constructor.getParameterCount()).forEach(missing -> requireRefused(constructor, missing));
            }
        }
    }

    private static void requireRefused(Constructor<?> constructor, int missing) {
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(type -> type.equals(Inversion.class) ? (Inversion) BigFraction::reciprocal : BigFraction.ONE).toArray();
        arguments[missing] = null;
        try {
            constructor.newInstance(arguments);
            throw new AssertionError(constructor + " takes null");
        } catch (InvocationTargetException e) {
            require(e.getCause() instanceof IllegalArgumentException, e.getCause()::toString);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<Written> operations() {
        return Combinators.combine(Rationals.small(), Rationals.small()).as(NumberOperationProperties::all)
                .flatMap(Arbitraries::of);
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.any();
    }

    @Provide
    Arbitrary<Tuple2<BigFraction, Integer>> ways() {
        return Combinators.combine(Rationals.small(), Arbitraries.integers().between(0, Rationals.WAYS - 1)).as(Tuple::of);
    }

    private static List<Written> all(BigFraction c, BigFraction d) {
        BigFraction zero = BigFraction.ZERO;
        BigFraction one = BigFraction.ONE;
        BigFraction bound = c.abs();
        return List.of(
                of(new Sum(), (x, y, z) -> x.add(y)),
                of(new Difference(), (x, y, z) -> x.subtract(y)),
                of(new Product(), (x, y, z) -> x.multiply(y)),
                of(new ProductWithThird(), (x, y, z) -> x.multiply(z)),
                of(new Negative(), (x, y, z) -> x.negate()),
                of(new Same(), (x, y, z) -> x),
                of(new Quotient(BigFraction::reciprocal), (x, y, z) -> y.signum() == 0 ? null : x.divide(y)),
                of(new QuotientByThird(BigFraction::reciprocal), (x, y, z) -> z.signum() == 0 ? null : x.divide(z)),
                of(new QuotientSlope(BigFraction::reciprocal),
                        (x, y, z) -> y.signum() == 0 ? null : x.divide(y.multiply(y)).negate()),
                of(new Rectifier(), (x, y, z) -> max(zero, x)),
                of(new LeakyRectifier(c), (x, y, z) -> max(zero, x).add(c.multiply(min(zero, x)))),
                of(new KinkedSlope(c, d), (x, y, z) -> bySign(x, c, d, one)),
                of(new Square(), (x, y, z) -> x.pow(2)),
                of(new AbsoluteValue(), (x, y, z) -> x.abs()),
                of(new Maximum(), (x, y, z) -> max(x, y)),
                of(new Minimum(), (x, y, z) -> min(x, y)),
                of(new FirstGreater(c), (x, y, z) -> bySign(x.subtract(y), zero, c, one)),
                of(new FirstLess(c), (x, y, z) -> bySign(x.subtract(y), one, c, zero)),
                of(new Scale(c), (x, y, z) -> c.multiply(x)),
                of(new Constant(c), (x, y, z) -> c),
                of(new Clip(bound), (x, y, z) -> max(bound.negate(), min(bound, x))),
                of(new ClipSlope(bound, d), (x, y, z) -> bySign(x.abs().subtract(bound), one, d, zero)),
                of(new Descend(), (x, y, z) -> x.subtract(z.multiply(y))),
                of(new Decay(), (x, y, z) -> one.subtract(z).multiply(x)),
                of(new VelocityUpdate(), (x, y, z) -> z.multiply(x).add(y)),
                of(new Blend(), (x, y, z) -> z.multiply(x).add(one.subtract(z).multiply(y))),
                of(new PerceptronError(), (x, y, z) -> x.multiply(y).signum() > 0 ? zero : y.negate()),
                of(new HingeError(), (x, y, z) -> x.multiply(y).compareTo(one) < 0 ? y.negate() : zero),
                of(new AbsoluteError(), (x, y, z) -> new BigFraction(x.compareTo(y))));
    }

    private static Written of(Operation operation, Expression expression) {
        return new Written(operation.getClass().getSimpleName(), operation, expression);
    }

    private static BigFraction max(BigFraction x, BigFraction y) {
        return x.compareTo(y) > 0 ? x : y;
    }

    private static BigFraction min(BigFraction x, BigFraction y) {
        return x.compareTo(y) < 0 ? x : y;
    }

    private static BigFraction bySign(BigFraction x, BigFraction below, BigFraction at, BigFraction above) {
        return List.of(below, at, above).get(x.signum() + 1);
    }

    private static List<BigFraction> valuesOnTheGrid(Written written, boolean bx, boolean by, boolean bz) {
        return onTheGrid(bx, by, bz).map(p -> written.expression.of(p[0], p[1], p[2])).filter(Objects::nonNull).toList();
    }

    private static boolean isFirstOnTheGrid(Written written, boolean by, boolean bz) {
        return onTheGrid(false, by, bz).allMatch(p -> {
            BigFraction value = written.expression.of(p[0], p[1], p[2]);
            return value == null || value.equals(p[0]);
        });
    }

    private static Stream<BigFraction[]> onTheGrid(boolean bx, boolean by, boolean bz) {
        return axis(bx).stream().flatMap(x -> axis(by).stream().flatMap(y -> axis(bz).stream()
                .map(z -> new BigFraction[] {x, y, z})));
    }

    private static List<BigFraction> axis(boolean isZero) {
        return isZero ? List.of(BigFraction.ZERO) : GRID;
    }

    private static boolean isTaken(Written written, boolean bx, BigFraction x, boolean by, BigFraction y, boolean bz,
                                   BigFraction z) {
        return written.expression.of(zeroIf(bx, x), zeroIf(by, y), zeroIf(bz, z)) != null;
    }

    private static BigFraction zeroIf(boolean marked, BigFraction number) {
        return marked ? BigFraction.ZERO : number;
    }

    private static void require(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new AssertionError(message.get());
        }
    }
}
