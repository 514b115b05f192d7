package org.stillpoint.contract;

import static org.stillpoint.contract.Kept.once;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.number.Sum;

/** Programs of operations on values of any kind, and what they compute: the words of {@code programs.key}. */
public final class Programs {

    private static final Content NONE = once(new Content(null));
    /** An object of which nothing is known, where an operation is asked about what stands outside every list. */
    private static final Object NOTHING = new Object();
    /** The values that stand for all values where something is said of an operation on each. */
    public static final List<Content> CONTENTS = Stream.concat(
            Stream.of(0, 1, -1, 2).map(number -> content(new BigFraction(number))), Stream.of(content("a word"), NONE)).toList();

    private Programs() {
    }

    public static Content noContent() {
        return NONE;
    }

    /** What an object is the value of. */
    public static Content content(Object object) {
        return object == NOTHING ? NONE : once(new Content(object instanceof BigFraction number ? number.reduce() : object));
    }

    public static boolean isZero(Content x) {
        return x.value() instanceof BigFraction number && number.signum() == 0;
    }

    public static int countOf(Contents u) {
        return u.entries().size();
    }

    public static Content contentAt(Contents u, int i) {
        return 0 <= i && i < countOf(u) ? u.entries().get(i) : NONE;
    }

    public static int indexAt(Indices x, int i) {
        return x.at(i);
    }

    public static boolean isMarked(Marks z, int i) {
        return z.marked().contains(i);
    }

    public static int slots(Code t) {
        return t.slots();
    }

    public static int givenSlots(Code t) {
        return t.given();
    }

    public static Object operationAt(Code t, int s) {
        return t.operations().get(s);
    }

    public static int firstOf(Code t, int s) {
        return t.first().at(s);
    }

    public static int secondOf(Code t, int s) {
        return t.second().at(s);
    }

    public static int thirdOf(Code t, int s) {
        return t.third().at(s);
    }

    /**
     * What an operation makes of three values. Of what it does not take one of the kernel makes what it does of the numbers that
     * are said of such values, and 0 with a divisor that is 0; others, and what is no operation, make nothing of it.
     */
    public static Content applied(Object operation, Content x, Content y, Content z) {
        return answer(operation, x, y, z).orElseGet(() -> operation != null
                && operation.getClass().getPackage() == Sum.class.getPackage()
                        ? answer(operation, content(numberOf(x)), content(numberOf(y)), content(numberOf(z)))
                                .orElse(content(BigFraction.ZERO)) : NONE);
    }

    /** Whether it is an operation, and does not refuse the values. */
    public static boolean takesOperands(Object operation, Content x, Content y, Content z) {
        return answer(operation, x, y, z).isPresent();
    }

    private static Optional<Content> answer(Object operation, Content x, Content y, Content z) {
        try {
            return operation instanceof Operation known
                    ? Optional.of(content(known.apply(object(x), object(y), object(z)))) : Optional.empty();
        } catch (IllegalArgumentException refusal) {
            return Optional.empty();
        }
    }

    private static Object object(Content x) {
        return x == NONE ? NOTHING : x.value();
    }

    public static Content fed(Object feed, int step, int slot) {
        return feed instanceof Feed known ? content(known.at(step, slot)) : NONE;
    }

    static boolean forContents(Predicate<Content> holds) {
        return CONTENTS.stream().allMatch(holds);
    }

    /** Whether something holds of each result for operands that are taken, with a zero where one is to be. */
    private static boolean forTaken(Object operation, boolean x, boolean y, boolean z, BiPredicate<Content, Content> holds) {
        return forContents(first -> x && !isZero(first) || forContents(second -> y && !isZero(second)
                || forContents(third -> z && !isZero(third) || !takesOperands(operation, first, second, third)
                        || holds.test(first, applied(operation, first, second, third)))));
    }

    public static boolean vanishesWith(Object operation, boolean x, boolean y, boolean z) {
        return forTaken(operation, x, y, z, (first, result) -> isZero(result));
    }

    public static boolean keepsFirst(Object operation, boolean y, boolean z) {
        return forTaken(operation, false, y, z, (first, result) -> result == first);
    }

    /** Whether something holds of each slot that is computed. */
    static boolean forComputed(Code t, IntPredicate holds) {
        return IntStream.range(t.given(), t.slots()).allMatch(holds);
    }

    static boolean isBefore(int operand, int s) {
        return operand >= 0 && operand < s;
    }

    public static boolean inOrder(Code t) {
        return t.given() >= 0 && t.slots() >= t.given()
                && forComputed(t, s -> isBefore(firstOf(t, s), s) && isBefore(secondOf(t, s), s) && isBefore(thirdOf(t, s), s));
    }

    /** Slot after slot, up to the one asked for. */
    public static Content slotContent(Code t, Contents u, int s) {
        List<Content> before = new ArrayList<>();
        for (int k = 0; k < s; k++) {
            before.add(computed(t, u, k, before));
        }
        return computed(t, u, s, before);
    }

    private static Content computed(Code t, Contents u, int s, List<Content> before) {
        return s < t.given() ? contentAt(u, s)
                : applied(operationAt(t, s), at(before, firstOf(t, s)), at(before, secondOf(t, s)), at(before, thirdOf(t, s)));
    }

    private static Content at(List<Content> values, int i) {
        return isBefore(i, values.size()) ? values.get(i) : NONE;
    }

    public static Content slotContentOf(Code t, Contents u, int s) {
        return slotContent(t, u, s);
    }

    public static Content operandContent(Code t, Contents u, int s, int operand) {
        return isBefore(operand, s) ? slotContent(t, u, operand) : NONE;
    }

    public static boolean sameContent(Code t, Contents u, int s, int i) {
        return slotContent(t, u, s) == slotContent(t, u, i);
    }

    public static boolean inRange(Indices x, int count, int limit) {
        return Views.forAll(count, i -> isBefore(indexAt(x, i), limit));
    }

    public static boolean atSlot(int s) {
        return true;
    }

    /** A state with what is fed behind it. */
    public static Contents givenContents(Contents u, Object feed, int step, int given) {
        return Contents.of(given, i -> i < countOf(u) ? contentAt(u, i) : fed(feed, step, i));
    }

    public static Contents nextContents(Code t, Indices next, Contents u, Object feed, int step) {
        Contents given = givenContents(u, feed, step, givenSlots(t));
        return Contents.of(countOf(u), i -> slotContent(t, given, indexAt(next, i)));
    }

    public static Contents contentsAfter(Code t, Indices next, Contents u, Object feed, int steps) {
        Contents state = u;
        for (int n = 0; n < steps; n++) {
            state = nextContents(t, next, state, feed, n);
        }
        return state;
    }

    public static boolean takesAt(Code t, Contents u, int s) {
        return takesOperands(operationAt(t, s), operandContent(t, u, s, firstOf(t, s)), operandContent(t, u, s, secondOf(t, s)),
                operandContent(t, u, s, thirdOf(t, s)));
    }

    public static boolean takesAll(Code t, Contents u) {
        return forComputed(t, s -> takesAt(t, u, s));
    }

    public static boolean neverRefuses(Code t, Indices next, Contents u, Object feed, int steps) {
        return Views.forAll(steps,
                n -> takesAll(t, givenContents(contentsAfter(t, next, u, feed, n), feed, n, givenSlots(t))));
    }

    public static Content contentOfNumber(BigFraction q) {
        return content(q);
    }

    public static boolean isNumber(Content x) {
        return x.value() instanceof BigFraction;
    }

    /** The number that a value is; of other values one of which nothing is known. */
    public static BigFraction numberOf(Content x) {
        return Views.val(x.value());
    }

    /** One over a number; of 0 some number. */
    public static BigFraction qInverse(BigFraction q) {
        return once(q.signum() == 0 ? q : q.reciprocal());
    }

    /** The first number that an operation was made with, and 0 if it was made with none. */
    public static BigFraction constantOf(Object operation) {
        return constant(operation, 0);
    }

    /** The second one. */
    public static BigFraction otherConstantOf(Object operation) {
        return constant(operation, 1);
    }

    private static BigFraction constant(Object operation, int place) {
        List<BigFraction> numbers = KernelValue.parts(operation).values().stream().filter(BigFraction.class::isInstance)
                .map(number -> Views.val(number)).toList();
        return place < numbers.size() ? numbers.get(place) : Values.qZero();
    }
}
