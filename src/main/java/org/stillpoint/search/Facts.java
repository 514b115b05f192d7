package org.stillpoint.search;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Measure;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Side;

/** What candidates of a family require and show. */
final class Facts {

    private static final Side ZERO = new Side.Stated("zero", BigFraction.ZERO);

    private Facts() {
    }

    static Side measured(Kind kind, Integer... places) {
        return measured(kind, BigFraction.ONE, places);
    }

    static Side measured(Kind kind, BigFraction factor, Integer... places) {
        return new Side.Measured(new Measure(kind, List.of(places), factor), false);
    }

    static Side varied(Kind kind, Integer... places) {
        return new Side.Measured(new Measure(kind, List.of(places), BigFraction.ONE), true);
    }

    static Fact isZero(Side side) {
        return new Fact(side, Relation.EQUAL, ZERO);
    }

    static Fact isPositive(Side side) {
        return new Fact(side, Relation.GREATER, ZERO);
    }

    static Fact isNegative(Side side) {
        return new Fact(side, Relation.LESS, ZERO);
    }

    static Fact isNotZero(Side side) {
        return new Fact(side, Relation.DIFFERENT, ZERO);
    }

    static Fact allZeroAtTheStart() {
        return isZero(measured(Kind.LARGEST_PARAMETER, 0));
    }

    /** No weight of the layer, from 0, changes between the two steps. */
    static Fact still(int layer, int from, int to) {
        return isZero(measured(Kind.WEIGHT_CHANGE, layer, from, to));
    }

    /** Some weight of the layer, from 0, changes between the two steps. */
    static Fact moves(int layer, int from, int to) {
        return isPositive(measured(Kind.WEIGHT_CHANGE, layer, from, to));
    }

    /** The first two units of the first layer have equal incoming weights and bias. */
    static Fact equalUnits(int step) {
        return isZero(measured(Kind.INCOMING_APART, 1, 0, 0, step));
    }

    /** The first two units of the first layer differ in incoming weights or bias. */
    static Fact differentUnits(int step) {
        return isPositive(measured(Kind.INCOMING_APART, 1, 0, 0, step));
    }

    static Fact equalOutgoing(int step) {
        return isZero(measured(Kind.OUTGOING_APART, 1, 0, 0, step));
    }
}
