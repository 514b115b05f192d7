package org.stillpoint.statement;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.statement.Measure.Kind;

/** Facts, and what they are made of. Layers, units and inputs count from 1. */
public final class Facts {

    private Facts() {
    }

    public static Side measured(Kind kind, Integer... places) {
        return measured(kind, BigFraction.ONE, places);
    }

    public static Side measured(Kind kind, BigFraction factor, Integer... places) {
        return new Side.Measured(new Measure(kind, List.of(places), factor), false);
    }

    /** As {@link #measured}, in the training with the variation. */
    public static Side varied(Kind kind, Integer... places) {
        return new Side.Measured(new Measure(kind, List.of(places), BigFraction.ONE), true);
    }

    public static Fact is(Side side, int number) {
        return new Fact(side, Relation.EQUAL, stated(number));
    }

    public static Fact isLess(Side side, int number) {
        return new Fact(side, Relation.LESS, stated(number));
    }

    public static Fact isGreater(Side side, int number) {
        return new Fact(side, Relation.GREATER, stated(number));
    }

    private static Side stated(int number) {
        return new Side.Stated(new BigFraction(number));
    }

    public static Fact isZero(Side side) {
        return is(side, 0);
    }

    public static Fact isPositive(Side side) {
        return isGreater(side, 0);
    }

    public static Fact isNegative(Side side) {
        return isLess(side, 0);
    }

    public static Fact isNotZero(Side side) {
        return new Fact(side, Relation.DIFFERENT, stated(0));
    }

    public static Fact allZeroAtTheStart() {
        return isZero(measured(Kind.LARGEST_PARAMETER, 0));
    }

    /** No weight of the layer changes between the two steps. */
    public static Fact still(int layer, int from, int to) {
        return isZero(measured(Kind.WEIGHT_CHANGE, layer, from, to));
    }

    /** Some weight of the layer changes between the two steps. */
    public static Fact moves(int layer, int from, int to) {
        return isPositive(measured(Kind.WEIGHT_CHANGE, layer, from, to));
    }

    /** The first two units of the first layer have equal incoming weights and bias. */
    public static Fact equalUnits(int step) {
        return isZero(measured(Kind.INCOMING_APART, 2, 1, 1, step));
    }

    /** The first two units of the first layer differ in incoming weights or bias. */
    public static Fact differentUnits(int step) {
        return isPositive(measured(Kind.INCOMING_APART, 2, 1, 1, step));
    }

    public static Fact equalOutgoing(int step) {
        return isZero(measured(Kind.OUTGOING_APART, 2, 1, 1, step));
    }

    public static Fact right(int step) {
        return is(measured(Kind.ACCURACY, step), 1);
    }

    public static Fact notYetRight() {
        return isLess(measured(Kind.ACCURACY, 0), 1);
    }

    /** As many samples of the one label as of the other. */
    public static Fact balanced() {
        return new Fact(measured(Kind.SAMPLES_LABELLED), Relation.EQUAL, measured(Kind.SAMPLES_LABELLED, BigFraction.MINUS_ONE));
    }
}
