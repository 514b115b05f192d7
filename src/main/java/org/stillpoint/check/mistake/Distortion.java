package org.stillpoint.check.mistake;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.stillpoint.check.rounding.Rounded;

/** What several mistakes make of a right number. */
final class Distortion {

    private Distortion() {
    }

    /** The absolute value of a number that is stored. */
    static Rounded unsigned(Pass p, Rounded number) {
        Rounded stored = number.stored(p.format());
        return stored.sign() < 0 ? stored.negate() : stored;
    }

    /** -1, 0 or 1. */
    static Rounded signOnly(Pass p, Rounded number) {
        return Rounded.of(number.stored(p.format()).sign());
    }

    /** Held between -1 and 1. */
    static Rounded clipped(Pass p, Rounded number) {
        Rounded stored = number.stored(p.format());
        return stored.minus(Rounded.ONE).stored(p.format()).sign() > 0 ? Rounded.ONE
                : stored.plus(Rounded.ONE).stored(p.format()).sign() < 0 ? Rounded.ONE.negate() : stored;
    }

    static Rounded squared(Rounded number) {
        return number.times(number);
    }

    /** 1 minus a number. */
    static Rounded complement(Rounded number) {
        return Rounded.ONE.minus(number);
    }

    /** The sum over a range from 0. */
    static Rounded sum(int count, IntFunction<Rounded> part) {
        return Rounded.sum(IntStream.range(0, count).mapToObj(part).toList());
    }

    /** The mean over a range from 0. */
    static Rounded mean(int count, IntFunction<Rounded> part) {
        return sum(count, part).dividedBy(count);
    }
}
