package org.stillpoint.statement;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.statement.Measure.Kind;

/** What several searches, the decision table or files of the first schema show of a training of so many steps. */
public final class Statements {

    private Statements() {
    }

    /** From equal weights, the gradients of two inputs of a unit differ in a step. */
    public static Shows gradientsDiffer(int unit, int layer, int input, int other, int step) {
        return Shows.of(equalWeights(), List.of(differ(Kind.GRADIENT, unit, layer, input, other, step)));
    }

    /** From equal weights, the weights of two inputs of a unit differ after a step. */
    public static Shows weightsDiffer(int unit, int layer, int input, int other, int step) {
        return Shows.of(equalWeights(), List.of(differ(Kind.WEIGHT, unit, layer, input, other, step)));
    }

    private static Fact differ(Kind kind, int unit, int layer, int input, int other, int step) {
        return new Fact(Facts.measured(kind, unit, layer, input, step), Relation.DIFFERENT,
                Facts.measured(kind, unit, layer, other, step));
    }

    /** From equal weights and on balanced labels, training takes a network that is wrong on some sample to full accuracy. */
    public static Shows learns(int steps) {
        return Shows.of(together(equalWeights(), List.of(severalUnits()), balancedLabels(), List.of(Facts.notYetRight())),
                List.of(Facts.right(steps), weightChanges(steps)));
    }

    /** From equal weights, training changes weights, and the mean loss over all data in this way. */
    public static Shows lossBecomes(Relation relation, int steps) {
        return Shows.of(equalWeights(), List.of(weightChanges(steps),
                new Fact(Facts.measured(Kind.MEAN_LOSS, steps), relation, Facts.measured(Kind.MEAN_LOSS, 0))));
    }

    /** On balanced labels, two networks without any loss have one half way between them with some: the loss is not convex. */
    public static Shows lossHalfWay(Network other) {
        return new Shows(together(balancedLabels(), List.of(Facts.isZero(Facts.measured(Kind.MEAN_LOSS, 0)),
                Facts.isZero(Facts.measured(Kind.TEACHER_LOSS)))),
                List.of(Facts.isPositive(Facts.measured(Kind.LOSS_TOWARDS_TEACHER, BigFraction.ONE_HALF))),
                Companions.NONE.withTeacher(other));
    }

    /**
     * A network of one layer, which with a squared loss is a convex problem, returns to where it was after two steps of full
     * gradient descent without having stayed there, and so never converges.
     */
    public static Shows twoCycle() {
        return Shows.of(List.of(Facts.is(Facts.measured(Kind.LAYERS), 1), Facts.is(Facts.measured(Kind.BATCHES), 1),
                        Facts.isZero(Facts.measured(Kind.MOMENTUM)), Facts.isZero(Facts.measured(Kind.WEIGHT_DECAY)),
                        Facts.is(Facts.measured(Kind.STEPS), 2)),
                List.of(Facts.isPositive(Facts.measured(Kind.PARAMETER_CHANGE, 0, 1)),
                        Facts.isZero(Facts.measured(Kind.PARAMETER_CHANGE, 0, 2)),
                        Facts.isPositive(Facts.measured(Kind.MEAN_LOSS, 0)),
                        Facts.isPositive(Facts.measured(Kind.MEAN_LOSS, 1))));
    }

    /**
     * From all zeros, on balanced data that the shape can realize, training over every sample moves no weight and is never right.
     */
    public static Shows neverRight(Network teacher, int steps) {
        return new Shows(together(zeroAndRealizable(), List.of(Facts.isZero(Facts.measured(Kind.UNSEEN_BATCHES)))),
                List.of(Facts.isZero(Facts.measured(Kind.ANY_WEIGHT_CHANGE, 0, steps)),
                        Facts.isLess(Facts.measured(Kind.BEST_ACCURACY), 1)), Companions.NONE.withTeacher(teacher));
    }

    /** All parameters are zero, as many labels are 1 as -1, at least one, and a teacher classifies every sample correctly. */
    public static List<Fact> zeroAndRealizable() {
        return together(List.of(Facts.allZeroAtTheStart()), balancedLabels(),
                List.of(Facts.is(Facts.measured(Kind.TEACHER_ACCURACY), 1)));
    }

    /** From all zeros, training changes a weight of a network with a hidden layer. */
    public static Shows weightChangesFromZero(int steps) {
        return Shows.of(List.of(Facts.allZeroAtTheStart(), hasHiddenLayer()), List.of(weightChanges(steps)));
    }

    /** Without momentum, a training ends with more distinct units in the first hidden layer than it started with. */
    public static Shows distinctUnitsIncrease(int steps) {
        return Shows.of(List.of(hasHiddenLayer(), Facts.isZero(Facts.measured(Kind.MOMENTUM))),
                List.of(new Fact(Facts.measured(Kind.DISTINCT_UNITS, 1, steps), Relation.GREATER,
                        Facts.measured(Kind.DISTINCT_UNITS, 1, 0))));
    }

    /** Training changes a weight or a hidden bias. */
    public static Shows somethingMoves(int steps) {
        return Shows.of(List.of(), List.of(innerChange(steps)));
    }

    /**
     * Training changes a weight or a hidden bias, and ends with no two units of the first layer equal in incoming weights and
     * bias.
     */
    public static Shows allUnitsDiffer(int steps) {
        return Shows.of(List.of(severalUnits()), List.of(innerChange(steps),
                new Fact(Facts.measured(Kind.DISTINCT_INCOMING, 1, steps), Relation.EQUAL, Facts.measured(Kind.UNITS, 1))));
    }

    /** Training gives a unit of the first layer an outgoing weight to the first unit above. */
    public static Shows getsAnOutgoingWeight(int unit, int steps) {
        return Shows.of(List.of(Facts.isZero(Facts.measured(Kind.WEIGHT, 1, 2, unit, 0))),
                List.of(Facts.isNotZero(Facts.measured(Kind.WEIGHT, 1, 2, unit, steps))));
    }

    private static Fact innerChange(int steps) {
        return Facts.isPositive(Facts.measured(Kind.INNER_CHANGE, 0, steps));
    }

    private static Fact weightChanges(int steps) {
        return Facts.isPositive(Facts.measured(Kind.ANY_WEIGHT_CHANGE, 0, steps));
    }

    /** All weights of the start are one number other than zero; biases do not count. */
    private static List<Fact> equalWeights() {
        Side minimum = Facts.measured(Kind.MINIMUM_WEIGHT, 0);
        return List.of(new Fact(minimum, Relation.EQUAL, Facts.measured(Kind.MAXIMUM_WEIGHT, 0)), Facts.isNotZero(minimum));
    }

    /** As many samples of the one label as of the other, and at least one. */
    private static List<Fact> balancedLabels() {
        return List.of(Facts.isPositive(Facts.measured(Kind.SAMPLES_LABELLED)), Facts.balanced());
    }

    /** There is something to be equal. */
    private static Fact severalUnits() {
        return Facts.isGreater(Facts.measured(Kind.UNITS, 1), 1);
    }

    private static Fact hasHiddenLayer() {
        return Facts.isGreater(Facts.measured(Kind.LAYERS), 1);
    }

    @SafeVarargs
    private static List<Fact> together(List<Fact>... facts) {
        return Stream.of(facts).flatMap(List::stream).toList();
    }
}
