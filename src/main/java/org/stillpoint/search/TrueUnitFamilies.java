package org.stillpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.search.Recipe.Batches;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Shows;

/** What would contradict a verdict about frozen parts and about equal or exchanged units that holds. */
final class TrueUnitFamilies {

    private static final Scope SMALL = new Scope(2, 2, 2, 2, 1);
    private static final String RELU = "ReLU in the hidden layer";

    static final List<Family> ALL = List.of(zeroFirstLayer(), deadUnit(), zeroFeature(), twinGradients(),
            twinsWithMomentumAndDecay(), exchanged(), exchangedFunction(), oneUnit(), halfspace(), twinsWithoutRounding());

    private TrueUnitFamilies() {
    }

    private static Fact changes(int steps) {
        return new Fact(Facts.measured(Kind.WEIGHT, 1, 1, 1, steps), Relation.DIFFERENT, Facts.measured(Kind.WEIGHT, 1, 1, 1, 0));
    }

    private static Family zeroFirstLayer() {
        return Recipe.of(2, Starts::units, (size, pieces) -> Starts.biased(Activation.RELU, Starts.zeroRows(size),
                        Starts.zero(size), pieces.vector(Starts.units(size)))).withBatches(Batches.SINGLE)
                .family("PART-2", "PART-2", "With kappa 0 a first layer of zeros freezes all but the output bias.",
                        "biases, all of them and the weights into the hidden layer zero, kappa 0, batches of one sample, " + RELU,
                        new Scope(2, 3, 2, 2, 1), List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0)),
                                Facts.isZero(Facts.measured(Kind.LARGEST_BIAS, 1, 0))),
                        List.of(Facts.isPositive(Facts.measured(Kind.INNER_CHANGE, 0, 2))));
    }

    private static Family deadUnit() {
        return anyNetwork(2).family("PART-8", "PART-8", "A unit of the first layer that is negative on all data never changes.",
                "no biases, full batches, " + RELU, SMALL,
                List.of(Facts.isNegative(Facts.measured(Kind.LARGEST_PREACTIVATION_OF_UNIT, 1, 1, 0))), List.of(changes(2)));
    }

    private static Recipe anyNetwork(int steps) {
        return Recipe.of(steps, size -> Starts.incoming(size) + Starts.units(size), (size, pieces) ->
                Starts.plain(Activation.RELU, Starts.rows(size, pieces), pieces.vector(Starts.units(size))));
    }

    private static Family zeroFeature() {
        String words = "The weights of a feature that is always zero never change.";
        return new Family("PART-9", "PART-9", words, "one hidden layer of ReLU, no biases, the first input always zero, "
                + "hinge loss, "
                + "full batches", SMALL, (size, draws) -> size.layers() != 2 || size.steps() == 0 ? Stream.empty()
                : draws.anyLabels(size, 1 + size.samples() * (size.inputs() - 1) + Pieces.parameters(size.widths(), false),
                (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), size.samples());
                    List<Vector> inputs = labels.stream().map(label -> withZeroFirst(pieces, size.inputs() - 1)).toList();
                    DataSet data = new DataSet(inputs, labels.stream().map(label -> Vector.of(label)).toList());
                    return Family.candidate("PART-9", words, pieces.network(size.widths(), false), data, settings,
                            Shows.of(List.of(), List.of(changes(size.steps()))));
                }));
    }

    private static Vector withZeroFirst(Pieces pieces, int others) {
        List<BigFraction> entries = new ArrayList<>(List.of(BigFraction.ZERO));
        Stream.generate(pieces::number).limit(others).forEach(entries::add);
        return new Vector(entries);
    }

    private static Recipe twins(int steps) {
        return Recipe.of(steps, size -> size.inputs() + 1, (size, pieces) ->
                Starts.plain(Activation.RELU, Starts.equalRows(size, pieces), Starts.constant(size, pieces.number())))
                .withUnits(2);
    }

    private static List<Fact> areTwins() {
        return List.of(Facts.equalUnits(0), Facts.equalOutgoing(0));
    }

    private static Family twinGradients() {
        return twins(1).family("SYM-1", "SYM-1", "Twins have equal gradients.",
                "no biases, equal hidden units, full batches, " + RELU,
                new Scope(2, 3, 1, 2, 1), areTwins(), List.of(new Fact(Facts.measured(Kind.GRADIENT, 1, 1, 1, 1),
                        Relation.DIFFERENT,
                        Facts.measured(Kind.GRADIENT, 2, 1, 1, 1))));
    }

    private static Family twinsWithMomentumAndDecay() {
        String words = "Twins stay twins, with momentum and weight decay too.";
        return new Family("SYM-2", "SYM-2", words, "labels 1 and -1, one output, hinge loss, no biases, two equal hidden "
                + "units of "
                + "ReLU, batches of one sample, any momentum and weight decay", SMALL,
                (size, draws) -> size.layers() != 2 || size.steps() == 0 || Starts.units(size) != 2 ? Stream.empty()
                : draws.anyLabels(size, 4 + (size.samples() + 1) * size.inputs(), (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), 1).withMomentum(pieces.number())
                            .withWeightDecay(pieces.number());
                    DataSet data = pieces.data(size, labels);
                    Network start = Starts.plain(Activation.RELU, Starts.equalRows(size, pieces),
                            Starts.constant(size, pieces.number()));
                    return Family.candidate("SYM-2", words, start, data, settings,
                            Shows.of(areTwins(), List.of(Facts.differentUnits(size.steps()))));
                }));
    }

    private static Family exchanged() {
        return anyNetwork(2).withUnits(2).withBatches(Batches.SINGLE).family("SYM-3", "SYM-3",
                "Exchanging two hidden units and then training is training and then exchanging them.",
                "no biases, batches of one sample, " + RELU, SMALL, List.of(),
                List.of(Facts.isPositive(Facts.measured(Kind.EXCHANGED_APART, 1, 2, 1, 2))));
    }

    private static Family exchangedFunction() {
        return anyNetwork(0).withUnits(2).family("SYM-4", "SYM-4", "Exchanging two hidden units does not change the output.",
                "no biases, " + RELU, new Scope(2, 2, 0, 2, 1), List.of(),
                List.of(Facts.isPositive(Facts.measured(Kind.EXCHANGED_OUTPUT_APART, 1, 2, 1))));
    }

    private static Family oneUnit() {
        return twins(2).withBatches(Batches.SINGLE).family("SYM-8", "SYM-8", "Equal units train as one unit does.",
                "no biases, equal hidden units, batches of one sample, " + RELU, new Scope(2, 3, 2, 2, 1), areTwins(),
                List.of(Facts.isPositive(Facts.measured(Kind.ONE_UNIT_APART, 2))));
    }

    /**
     * Where a halfspace is positive, a middle point is not negative between two positive ones, nor positive between two others.
     */
    private static Family halfspace() {
        String words = "Trained from equal units, a network does not tell the middle one of three points on a line from the "
                + "others.";
        return new Family("SYM-9", "SYM-9", words, "one input, three samples whose middle one has another label than the others, "
                + "equal hidden units of ReLU with equal biases, hinge loss, batches of one sample", new Scope(2, 2, 4, 3, 1),
                (size, draws) -> size.layers() != 2 || size.inputs() != 1 || size.samples() != 3 ? Stream.empty()
                : draws.anyLabels(size, 7, (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), 1);
                    BigFraction middle = pieces.number();
                    List<BigFraction> points = List.of(middle.subtract(pieces.number().abs()), middle,
                            middle.add(pieces.number().abs()));
                    Network start = Starts.biased(Activation.RELU, Starts.equalRows(size, pieces),
                            Starts.constant(size, pieces.number()), Starts.constant(size, pieces.number()));
                    return labels.get(0).equals(labels.get(2)) && !labels.get(0).equals(labels.get(1))
                            ? Family.candidate("SYM-9", words, start, onALine(points, labels), settings,
                            Shows.of(List.of(), List.of(Facts.is(Facts.measured(Kind.BEST_ACCURACY), 1)))) : Stream.empty();
                }));
    }

    private static DataSet onALine(List<BigFraction> points, List<BigFraction> labels) {
        return new DataSet(points.stream().map(point -> Vector.of(point)).toList(),
                labels.stream().map(label -> Vector.of(label)).toList());
    }

    private static Family twinsWithoutRounding() {
        return twins(2).and(size -> size.samples() == 2).family("SYM-14", "SYM-14", "Without rounding twins never part.",
                "no biases, equal hidden units, full batches, exact arithmetic, " + RELU, new Scope(2, 3, 2, 2, 1),
                areTwins(),
                List.of(Facts.differentUnits(2)));
    }
}
