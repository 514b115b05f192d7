package org.stillpoint.properties;

import java.math.BigInteger;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.arbitraries.Rationals;

/**
 * What the proofs take for granted about {@link BigFraction}, checked on the real one. A property with the name of a method
 * checks its stub: it returns a value for every argument, the value depends on the arguments' values only, and the arguments keep
 * theirs. The others check the axiom of their name.
 */
class BigFractionProperties {

    /** One value, made in two ways. */
    record Twice(BigFraction one, BigFraction other) {
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.any();
    }

    @Provide
    Arbitrary<Twice> valuesMadeTwice() {
        return Combinators.combine(Rationals.any(), Rationals.any(), Arbitraries.integers().between(0, Rationals.WAYS - 1))
                .as((value, detour, way) -> new Twice(value, Rationals.madeAnew(value, detour, way)));
    }

    @Property
    void add(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y) {
        requireFunctionOfValues(BigFraction::add, x, y);
    }

    @Property
    void multiply(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y) {
        requireFunctionOfValues(BigFraction::multiply, x, y);
    }

    @Property
    void negate(@ForAll("valuesMadeTwice") Twice x) {
        requireFunctionOfValues((value, unused) -> value.negate(), x, x);
    }

    @Property
    boolean signum(@ForAll("valuesMadeTwice") Twice x) {
        String before = text(x.one());
        int sign = x.one().signum();
        return sign == x.other().signum() && sign == x.one().getNumerator().signum() * x.one().getDenominator().signum()
                && text(x.one()).equals(before);
    }

    @Property(edgeCases = EdgeCasesMode.MIXIN)
    boolean getReducedFraction(@ForAll int numerator, @ForAll("denominators") int denominator) {
        BigFraction ratio = BigFraction.getReducedFraction(numerator, denominator);
        BigFraction again = BigFraction.getReducedFraction(numerator, denominator);
        return sameValue(ratio, again)
                && ratio.getNumerator().multiply(BigInteger.valueOf(denominator))
                        .equals(ratio.getDenominator().multiply(BigInteger.valueOf(numerator)));
    }

    @Provide
    Arbitrary<Integer> denominators() {
        return Arbitraries.integers().filter(denominator -> denominator != 0);
    }

    @Property(tries = 1)
    boolean getInstance() {
        return BigFractionField.getInstance() != null;
    }

    @Property
    boolean getZero(@ForAll("numbers") BigFraction x) {
        BigFraction zero = BigFractionField.getInstance().getZero();
        x.add(zero);
        x.multiply(zero);
        return sameValue(zero, new BigFraction(0)) && sameValue(BigFractionField.getInstance().getZero(), zero);
    }

    @Property
    boolean getOne(@ForAll("numbers") BigFraction x) {
        BigFraction one = BigFractionField.getInstance().getOne();
        x.add(one);
        x.multiply(one);
        return sameValue(one, new BigFraction(1)) && sameValue(BigFractionField.getInstance().getOne(), one);
    }

    @Property
    boolean addingZeroOnTheRightChangesNothing(@ForAll("valuesMadeTwice") Twice x, @ForAll("zeros") BigFraction zero) {
        return sameValue(x.other().add(zero), x.one());
    }

    @Property
    boolean addingToZeroOnTheLeftGivesTheOther(@ForAll("valuesMadeTwice") Twice x, @ForAll("zeros") BigFraction zero) {
        return sameValue(zero.add(x.other()), x.one());
    }

    @Property
    boolean zeroTimesAnythingIsZero(@ForAll("valuesMadeTwice") Twice x, @ForAll("zeros") BigFraction zero) {
        return isZero(zero.multiply(x.other()));
    }

    @Property
    boolean anythingTimesZeroIsZero(@ForAll("valuesMadeTwice") Twice x, @ForAll("zeros") BigFraction zero) {
        return isZero(x.other().multiply(zero));
    }

    @Property
    boolean sumsCommute(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y) {
        return sameValue(x.one().add(y.one()), y.other().add(x.other()));
    }

    @Property
    boolean theLastTwoTermsOfASumCanBeSwapped(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y,
            @ForAll("valuesMadeTwice") Twice z) {
        return sameValue(x.one().add(y.one()).add(z.one()), x.other().add(z.other()).add(y.other()));
    }

    @Property
    boolean productsCommute(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y) {
        return sameValue(x.one().multiply(y.one()), y.other().multiply(x.other()));
    }

    @Property
    boolean theLastTwoFactorsOfAProductCanBeSwapped(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y,
                                                    @ForAll("valuesMadeTwice") Twice z) {
        return sameValue(x.one().multiply(y.one()).multiply(z.one()), x.other().multiply(z.other()).multiply(y.other()));
    }

    @Property
    boolean productsDistributeOverSums(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y,
            @ForAll("valuesMadeTwice") Twice z) {
        return sameValue(x.one().add(y.one()).multiply(z.one()),
                x.other().multiply(z.other()).add(y.other().multiply(z.other())));
    }

    @Property
    boolean productsAssociate(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y,
            @ForAll("valuesMadeTwice") Twice z) {
        return sameValue(x.one().multiply(y.one().multiply(z.one())), x.other().multiply(y.other()).multiply(z.other()));
    }

    @Property
    boolean theOppositeOfAFactorGivesTheOppositeProduct(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y) {
        return sameValue(x.one().multiply(y.one().negate()), x.other().multiply(y.other()).negate());
    }

    @Property
    boolean addingAndTakingAwayChangesNothing(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y) {
        return sameValue(x.one().add(y.one()).add(y.other().negate()), x.other());
    }

    @Property
    boolean takingAwayAndAddingChangesNothing(@ForAll("valuesMadeTwice") Twice x, @ForAll("valuesMadeTwice") Twice y) {
        return sameValue(x.one().add(y.one().negate()).add(y.other()), x.other());
    }

    @Property
    boolean timesOneChangesNothing(@ForAll("valuesMadeTwice") Twice x) {
        return sameValue(x.other().multiply(BigFractionField.getInstance().getOne()), x.one());
    }

    @Property(edgeCases = EdgeCasesMode.MIXIN)
    boolean theShareOfAPartTimesAShareInItIsAShareInTheWhole(@ForAll("denominators") int part,
            @ForAll("denominators") int whole) {
        return sameValue(BigFraction.getReducedFraction(part, whole).multiply(BigFraction.getReducedFraction(1, part)),
                BigFraction.getReducedFraction(1, whole));
    }

    @Property
    boolean theSignOfAProductIsTheProductOfTheSigns(@ForAll("numbers") BigFraction q, @ForAll("numbers") BigFraction r) {
        return q.multiply(r).signum() == q.signum() * r.signum();
    }

    @Property
    boolean aSumOfNumbersNotBelowZeroIsNotBelowZero(@ForAll("valuesMadeTwice") Twice q, @ForAll("valuesMadeTwice") Twice r) {
        return q.one().signum() < 0 || r.one().signum() < 0 || q.other().add(r.other()).signum() >= 0;
    }

    @Property
    boolean theOppositeHasTheOppositeSign(@ForAll("valuesMadeTwice") Twice x) {
        return x.one().negate().signum() == -x.other().signum();
    }

    @Property
    boolean onlyZeroHasSignZero(@ForAll("valuesMadeTwice") Twice x) {
        return x.other().signum() != 0 || isZero(x.one());
    }

    @Property
    boolean theSignOfZeroIsZero(@ForAll("zeros") BigFraction zero) {
        return zero.signum() == 0;
    }

    @Property
    boolean aSignIsMinusOneZeroOrOne(@ForAll("valuesMadeTwice") Twice x) {
        int sign = x.other().signum();
        return sign == -1 || sign == 0 || sign == 1;
    }

    @Property
    boolean sumsProductsAndOppositesAreThoseOfTheRationals(@ForAll("numbers") BigFraction x, @ForAll("numbers") BigFraction y) {
        BigInteger a = x.getNumerator();
        BigInteger b = x.getDenominator();
        BigInteger c = y.getNumerator();
        BigInteger d = y.getDenominator();
        return sameValue(x.add(y), new BigFraction(a.multiply(d).add(c.multiply(b)), b.multiply(d)))
                && sameValue(x.multiply(y), new BigFraction(a.multiply(c), b.multiply(d)))
                && sameValue(x.negate(), new BigFraction(a.negate(), b));
    }

    /** Zero as the field gives it, and as sums and products come out at it. */
    @Provide
    Arbitrary<BigFraction> zeros() {
        return Arbitraries.oneOf(
                Arbitraries.just(BigFractionField.getInstance().getZero()),
                Rationals.any().map(x -> x.add(x.negate())),
                Rationals.any().map(x -> x.multiply(new BigFraction(0))));
    }

    private static void requireFunctionOfValues(BinaryOperator<BigFraction> operation, Twice x, Twice y) {
        String before = text(x.one()) + " and " + text(y.one());
        BigFraction result = operation.apply(x.one(), y.one());
        BigFraction ofEqualValues = operation.apply(x.other(), y.other());

        require(sameValue(result, ofEqualValues), "equal values gave " + text(result) + " and " + text(ofEqualValues));
        require(sameValue(result, operation.apply(x.one(), y.one())), "the same arguments gave two results");
        require(before.equals(text(x.one()) + " and " + text(y.one())), "an argument was changed from " + before);
    }

    private static boolean isZero(BigFraction x) {
        return x.getNumerator().signum() == 0;
    }

    private static boolean sameValue(BigFraction x, BigFraction y) {
        return x.getNumerator().multiply(y.getDenominator()).equals(y.getNumerator().multiply(x.getDenominator()));
    }

    private static String text(BigFraction x) {
        return x.getNumerator() + "/" + x.getDenominator();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
