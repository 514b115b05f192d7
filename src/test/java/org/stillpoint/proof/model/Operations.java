package org.stillpoint.proof.model;

import java.util.List;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Kept;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Operation;

/** Small operations on values of any kind, which take what is no number for 1, and feeds. What they declare is true. */
public final class Operations {

    public static final Operation SUM = operation((x, y) -> x.add(y), true, true, true);
    public static final Operation PRODUCT = operation((x, y) -> x.multiply(y), false, true, false);
    public static final Operation DIFFERENCE = operation((x, y) -> x.subtract(y), true, true, true);
    public static final Operation RELU = operation((x, y) -> x.signum() > 0 ? x : BigFraction.ZERO, false, false, false);
    public static final Operation NEXT = operation((x, y) -> x.add(1), false, false, false);
    public static final Operation FIRST = new Operation() {

        @Override
        public Object apply(Object x, Object y, Object z) {
            return x;
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return x;
        }

        @Override
        public boolean keeps(boolean y, boolean z) {
            return true;
        }
    };
    /** The first operand where the third is zero, and else the second. */
    public static final Operation CHOICE = new Operation() {

        @Override
        public Object apply(Object x, Object y, Object z) {
            return number(z).signum() == 0 ? x : y;
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return x && (y || z);
        }

        @Override
        public boolean keeps(boolean y, boolean z) {
            return z;
        }
    };
    /** The first number, twice the second and five times the third. */
    public static final Operation WEIGHTED_SUM = new Operation() {

        @Override
        public Object apply(Object x, Object y, Object z) {
            return number(x).add(number(y).multiply(2)).add(number(z).multiply(5));
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return x && y && z;
        }

        @Override
        public boolean keeps(boolean y, boolean z) {
            return false;
        }
    };
    /** Takes numbers, but no divisor 0. */
    public static final Operation QUOTIENT = new Operation() {

        @Override
        public Object apply(Object x, Object y, Object z) {
            if (!(x instanceof BigFraction dividend && y instanceof BigFraction divisor && divisor.signum() != 0)) {
                throw new IllegalArgumentException("expected a number and a divisor that is not 0, got " + x + " and " + y);
            }
            return dividend.divide(divisor);
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return x;
        }

        @Override
        public boolean keeps(boolean y, boolean z) {
            return false;
        }
    };
    static final List<Operation> ALL = List.of(SUM, PRODUCT, PRODUCT, DIFFERENCE, RELU, NEXT, FIRST, CHOICE,
            WEIGHTED_SUM, QUOTIENT);

    /** Gives no two slots the same. */
    static final Feed NUMBERED = (step, slot) -> Kept.once(new BigFraction(2 * slot + Math.floorMod(step, 2)));

    private Operations() {
    }

    /** Computes with numbers, and returns the first operand where the second is zero and that is to be so, whatever it is. */
    private static Operation operation(BinaryOperator<BigFraction> result, boolean vanishesWithBoth, boolean usesSecond,
                                       boolean keeps) {
        return new Operation() {

            @Override
            public Object apply(Object x, Object y, Object z) {
                return keeps && number(y).signum() == 0 ? x : result.apply(number(x), number(y));
            }

            @Override
            public boolean vanishes(boolean x, boolean y, boolean z) {
                return vanishesWithBoth ? x && y : usesSecond ? x || y : x && result.apply(BigFraction.ZERO, BigFraction.ONE)
                        .signum() == 0;
            }

            @Override
            public boolean keeps(boolean y, boolean z) {
                return keeps && y;
            }
        };
    }

    private static BigFraction number(Object value) {
        return value instanceof BigFraction number ? number : BigFraction.ONE;
    }

    /** Gives the values of a row in every other step, and those of another one in the steps between. */
    public static Feed feed(List<? extends List<?>> rows) {
        return (step, slot) -> {
            List<?> row = rows.get(Math.floorMod(step, rows.size()));
            return 0 <= slot && slot < row.size() ? row.get(slot) : Kept.once(BigFraction.ONE);
        };
    }
}
