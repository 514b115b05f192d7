package org.stillpoint.contract;

import static org.stillpoint.contract.Programs.contentAt;
import static org.stillpoint.contract.Programs.countOf;
import static org.stillpoint.contract.Programs.fed;
import static org.stillpoint.contract.Programs.firstOf;
import static org.stillpoint.contract.Programs.forComputed;
import static org.stillpoint.contract.Programs.givenContents;
import static org.stillpoint.contract.Programs.givenSlots;
import static org.stillpoint.contract.Programs.inOrder;
import static org.stillpoint.contract.Programs.inRange;
import static org.stillpoint.contract.Programs.indexAt;
import static org.stillpoint.contract.Programs.isMarked;
import static org.stillpoint.contract.Programs.isZero;
import static org.stillpoint.contract.Programs.keepsFirst;
import static org.stillpoint.contract.Programs.operationAt;
import static org.stillpoint.contract.Programs.sameContent;
import static org.stillpoint.contract.Programs.secondOf;
import static org.stillpoint.contract.Programs.slotContent;
import static org.stillpoint.contract.Programs.slots;
import static org.stillpoint.contract.Programs.thirdOf;
import static org.stillpoint.contract.Programs.vanishesWith;
import static org.stillpoint.contract.Views.forAll;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Certificates of programs: slots marked zero, classes of slots, slots that never change, and a start and a feed that fit. */
public final class Certificates {

    private Certificates() {
    }

    /** The steps that stand for all steps. */
    static boolean forSteps(IntPredicate holds) {
        return IntStream.rangeClosed(-1, 6).allMatch(holds);
    }

    /** Whether the marked ones below a number are zero. */
    private static boolean areZero(Marks z, int from, int to, IntFunction<Content> value) {
        return IntStream.range(Math.max(from, 0), to).allMatch(k -> !isMarked(z, k) || isZero(value.apply(k)));
    }

    public static boolean zeroFollows(Code t, Marks zero, Marks known, int s) {
        return !isMarked(zero, s) || isMarked(known, s) || vanishesWith(operationAt(t, s), isMarked(zero, firstOf(t, s)),
                isMarked(zero, secondOf(t, s)), isMarked(zero, thirdOf(t, s)));
    }

    public static boolean zerosFollow(Code t, Marks zero, Marks known) {
        return forComputed(t, s -> zeroFollows(t, zero, known, s));
    }

    public static boolean zeroGiven(Code t, Contents u, Marks zero) {
        return areZero(zero, 0, givenSlots(t), k -> contentAt(u, k));
    }

    public static boolean zeroBelow(Code t, Contents u, Marks zero, int n) {
        return areZero(zero, 0, n, k -> slotContent(t, u, k));
    }

    public static boolean zerosReturn(Code t, Indices next, Marks zero, int m) {
        return forAll(m, i -> !isMarked(zero, i) || isMarked(zero, indexAt(next, i)));
    }

    public static boolean zeroAtState(Contents u, Marks zero) {
        return areZero(zero, 0, countOf(u), k -> contentAt(u, k));
    }

    public static boolean zeroFeed(Object feed, Marks zero, int m, int given) {
        return forSteps(step -> IntStream.range(m, given).allMatch(k -> !isMarked(zero, k) || isZero(fed(feed, step, k))));
    }

    public static boolean knownZeros(Code t, Contents u, Marks known) {
        return forComputed(t, s -> !isMarked(known, s) || isZero(slotContent(t, u, s)));
    }

    public static boolean knownAtStart(Code t, Contents start, Object feed, Marks known) {
        return forSteps(step -> knownZeros(t, givenContents(start, feed, step, givenSlots(t)), known));
    }

    public static boolean classFollows(Code t, Marks zero, Indices of, int s) {
        int r = indexAt(of, s);
        boolean kept = r == indexAt(of, firstOf(t, s))
                && keepsFirst(operationAt(t, s), isMarked(zero, secondOf(t, s)), isMarked(zero, thirdOf(t, s)));
        return kept || r <= s && r >= givenSlots(t) && operationAt(t, r) == operationAt(t, s)
                && areOfOneClass(of, firstOf(t, r), firstOf(t, s)) && areOfOneClass(of, secondOf(t, r), secondOf(t, s))
                && areOfOneClass(of, thirdOf(t, r), thirdOf(t, s));
    }

    private static boolean areOfOneClass(Indices of, int i, int j) {
        return indexAt(of, i) == indexAt(of, j);
    }

    public static boolean classesFollow(Code t, Marks zero, Indices of) {
        return forComputed(t, s -> classFollows(t, zero, of, s));
    }

    public static boolean classesReturn(Code t, Indices next, Indices of, int m) {
        return inRange(next, m, slots(t)) && inRange(of, m, m)
                && forAll(m, i -> areOfOneClass(of, indexAt(next, i), indexAt(next, indexAt(of, i))))
                && IntStream.range(m, givenSlots(t)).allMatch(k -> m <= indexAt(of, k) && indexAt(of, k) < givenSlots(t));
    }

    public static boolean sameGiven(Code t, Contents u, Indices of) {
        return inRange(of, givenSlots(t), givenSlots(t))
                && forAll(givenSlots(t), k -> contentAt(u, k) == contentAt(u, indexAt(of, k)));
    }

    public static boolean sameBelow(Code t, Contents u, Indices of, int n) {
        return forAll(n, k -> sameContent(t, u, k, indexAt(of, k)));
    }

    public static boolean sameState(Contents u, Indices of) {
        return forAll(countOf(u), k -> contentAt(u, k) == contentAt(u, indexAt(of, k)));
    }

    public static boolean sameFeed(Object feed, Indices of, int m, int given) {
        return forSteps(step -> IntStream.range(m, given).allMatch(k -> fed(feed, step, k) == fed(feed, step, indexAt(of, k))));
    }

    public static boolean neverChanged(Contents u, Contents start, Indices next, Indices of) {
        return countOf(u) == countOf(start) && forAll(countOf(u),
                i -> !areOfOneClass(of, indexAt(next, i), i) || contentAt(u, i) == contentAt(start, i));
    }

    public static boolean knownAreFixed(Code t, Marks known, Marks fixed) {
        return forComputed(t, s -> !isMarked(known, s) || isMarked(fixed, s));
    }

    public static boolean fixedFollow(Code t, Marks fixed) {
        return forComputed(t, s -> !isMarked(fixed, s)
                || isMarked(fixed, firstOf(t, s)) && isMarked(fixed, secondOf(t, s)) && isMarked(fixed, thirdOf(t, s)));
    }

    public static boolean fixedReturn(Indices next, Indices of, Marks fixed, int m) {
        return forAll(m, i -> !isMarked(fixed, i) || areOfOneClass(of, indexAt(next, i), i));
    }

    public static boolean fixedBelow(Code t, Contents u, Contents w, Marks fixed, int n) {
        return forAll(n, k -> !isMarked(fixed, k) || slotContent(t, u, k) == slotContent(t, w, k));
    }

    public static boolean sameFixed(Contents u, Contents w, Marks fixed, int m) {
        return forAll(m, k -> !isMarked(fixed, k) || contentAt(u, k) == contentAt(w, k));
    }

    public static boolean isCertificate(Code t, Indices next, Marks zero, Indices of, Marks known, Marks fixed, int m) {
        return inOrder(t) && m >= 0 && m <= givenSlots(t)
                && zerosFollow(t, zero, known) && zerosReturn(t, next, zero, m)
                && classesFollow(t, zero, of) && classesReturn(t, next, of, m)
                && knownAreFixed(t, known, fixed) && fixedFollow(t, fixed) && fixedReturn(next, of, fixed, m);
    }

    public static boolean fitsStart(Contents u, Marks zero, Indices of, int m) {
        return countOf(u) == m && zeroAtState(u, zero) && sameState(u, of);
    }

    public static boolean fitsFeed(Object feed, Code t, Marks zero, Indices of, int m) {
        return zeroFeed(feed, zero, m, givenSlots(t)) && sameFeed(feed, of, m, givenSlots(t));
    }

    public static boolean stillHolds(Contents u, Contents start, Indices next, Marks zero, Indices of, int m) {
        return fitsStart(u, zero, of, m) && neverChanged(u, start, next, of);
    }

    public static boolean followsInARun(Code t, Marks zero, Indices of, Marks known) {
        return inOrder(t) && zerosFollow(t, zero, known) && classesFollow(t, zero, of);
    }

    public static boolean fitsRun(Code t, Contents u, Marks zero, Indices of, Marks known) {
        return zeroGiven(t, u, zero) && sameGiven(t, u, of) && knownZeros(t, u, known);
    }
}
