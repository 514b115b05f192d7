package org.stillpoint.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.search.Recipe.Batches;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Shows;
import org.stillpoint.statement.Side;
import org.stillpoint.statement.Statement;
import org.stillpoint.witness.Counterexample;

/** What would contradict a verdict about starts at zero that holds: nothing is found, unless the engine or the claim is wrong. */
final class TrueZeroFamilies {

    private static final Scope SMALL = new Scope(2, 2, 3, 3, 1);
    private static final Scope DEEP = new Scope(3, 2, 2, 2, 1);
    private static final String HIDDEN = "labels 1 and -1, one output, ReLU in hidden layers, at least one of them, ";
    private static final String NOTHING_LEARNT = "On no balanced data set does SGD from all zeros come to the correct labels.";

    static final List<Family> ALL = List.of(
            fromZero("ZERO-1", "At zero only the output bias has a gradient.", new Scope(2, 2, 1, 3, 1), size -> moves(1, size)),
            fromZero("ZERO-4", "Trained from zero, a network gives the same output for every input.", SMALL,
                    TrueZeroFamilies::twoOutputs),
            balanced("ZERO-5", "Trained from zero, a network is right on at most half of a balanced set.",
                    new Scope(3, 2, 3, 2, 1),
                    size -> shown(Facts.measured(Kind.ACCURACY, size.steps()), Relation.GREATER, BigFraction.ONE_HALF)),
            fromZero("ZERO-6", "However deep the network, from all zeros only output biases ever move.", DEEP,
                    size -> moves(size.steps(), size)),
            twoOutputs(), balancedBatches(), mistakes(), withMomentumAndDecay(), wordVectors(),
            fromZero("Q-B", "SGD does not change the weights of a network that starts at zero.", SMALL,
                    size -> shown(List.of(Facts.isPositive(Facts.measured(Kind.ANY_WEIGHT_CHANGE, 0, size.steps()))))),
            balanced("Q-C", NOTHING_LEARNT, new Scope(2, 2, 3, 4, 1),
                    size -> shown(Facts.measured(Kind.BEST_ACCURACY), Relation.EQUAL,
                    BigFraction.ONE)));

    private TrueZeroFamilies() {
    }

    /** What a run from zero of a size would show. */
    private interface OfSize {

        Optional<Statement> of(Size size);
    }

    private static Optional<Statement> shown(List<Fact> facts) {
        return Optional.of(Shows.of(List.of(Facts.allZeroAtTheStart()), facts));
    }

    private static Optional<Statement> shown(Side side, Relation relation, BigFraction number) {
        return shown(List.of(new Fact(side, relation, new Side.Stated(number))));
    }

    private static Optional<Statement> moves(int steps, Size size) {
        return size.steps() < steps ? Optional.empty()
                : shown(List.of(Facts.isPositive(Facts.measured(Kind.INNER_CHANGE, 0, steps))));
    }

    private static Optional<Statement> twoOutputs(Size size) {
        return size.samples() < 2 ? Optional.empty() : shown(List.of(new Fact(Facts.measured(Kind.OUTPUT, 1, 1, size.steps()),
                Relation.DIFFERENT, Facts.measured(Kind.OUTPUT, 1, 2, size.steps()))));
    }

    private static Family fromZero(String claim, String words, Scope scope, OfSize shows) {
        return fromZero(claim, words, scope, false, shows);
    }

    private static Family balanced(String claim, String words, Scope scope, OfSize shows) {
        return fromZero(claim, words, scope, true, shows);
    }

    private static Family fromZero(String claim, String words, Scope scope, boolean balanced, OfSize shows) {
        String conditions = HIDDEN + (balanced ? "as many labels 1 as -1, " : "")
                + "hinge loss, biases, starting at zero, batches of one sample, any derivative of ReLU at 0";
        return new Family(claim, claim, words, conditions, scope, (size, draws) -> {
            Optional<Statement> statement = shows.of(size);
            if (size.layers() < 2 || size.steps() == 0 || statement.isEmpty()) {
                return Stream.empty();
            }
            BiFunction<List<BigFraction>, List<BigFraction>, Stream<Counterexample>> make =
                    (numbers, labels) -> {
                        Pieces pieces = new Pieces(numbers);
                        Settings settings = size.settings(pieces.number(), 1).withKappa(pieces.number());
                        return Family.candidate(claim, words, Network.zeros(size.widths(), true), pieces.data(size, labels),
                                settings, statement.get());
                    };
            int count = 2 + size.samples() * size.inputs();
            return balanced ? draws.balancedLabels(size, count, make) : draws.anyLabels(size, count, make);
        });
    }

    private static Family twoOutputs() {
        String words = "With several outputs too, from all zeros only output biases ever move.";
        return new Family("ZERO-7", "ZERO-7", words, "two outputs, one hidden layer of ReLU, biases, starting at zero, "
                + "squared loss, "
                + "full batches", SMALL, (size, draws) -> size.layers() != 2 || size.steps() == 0 ? Stream.empty()
                : draws.anyLabels(size, 1 + size.samples() * (size.inputs() + 1), (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), size.samples()).withLoss(Loss.SQUARED);
                    List<Vector> inputs = pieces.data(size, labels).inputs();
                    List<Vector> targets = labels.stream().map(label -> Vector.of(label, pieces.number())).toList();
                    return Family.candidate("ZERO-7", words, Network.zeros(List.of(size.inputs(), Starts.units(size), 2), true),
                            new DataSet(inputs, targets), settings, moves(size.steps(), size).orElseThrow());
                }));
    }

    private static Family balancedBatches() {
        return Recipe.of(2, Starts::units, (size, pieces) -> Starts.biased(Activation.RELU, Starts.zeroRows(size),
                        pieces.vector(Starts.units(size)), Starts.zero(size))).withBatches(Batches.WHOLE_AND_BALANCED)
                .family("ZERO-9", "ZERO-9", "Under full batches of balanced labels nothing at all moves from zero weights.",
                        "hidden biases, everything else zero, as many labels 1 as -1, ReLU, full batches",
                        new Scope(2, 3, 2, 2, 1),
                        List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 1, 0)),
                                Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 2, 0)), Facts.balanced()),
                        List.of(Facts.isPositive(Facts.measured(Kind.PARAMETER_CHANGE, 0, 2))));
    }

    private static Family mistakes() {
        String words = "The perceptron from zero makes at most (R/gamma)^2 mistakes.";
        return new Family("ZERO-11", "ZERO-11", words, "one layer without bias, starting at zero, perceptron loss, batches "
                + "of one "
                + "sample, data and a teacher that classifies them", new Scope(1, 2, 8, 3, 1),
                (size, draws) -> size.layers() != 1 || size.steps() == 0 ? Stream.empty()
                : draws.anyLabels(size, 1 + (size.samples() + 1) * size.inputs(), (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), 1).withLoss(Loss.PERCEPTRON);
                    DataSet data = pieces.data(size, labels);
                    Companions teacher = Companions.NONE.withTeacher(pieces.network(size.widths(), false));
                    Statement statement = new Shows(
                            List.of(Facts.allZeroAtTheStart(), Facts.is(Facts.measured(Kind.TEACHER_ACCURACY), 1)),
                            List.of(new Fact(Facts.measured(Kind.MISTAKES), Relation.GREATER,
                                    Facts.measured(Kind.MISTAKE_BOUND))), teacher);
                    return Family.candidate("ZERO-11", words, Network.zeros(size.widths(), false), data, settings, statement);
                }));
    }

    private static Family withMomentumAndDecay() {
        String words = "Momentum and weight decay do not make anything but the output bias move from zero.";
        return new Family("ZERO-12", "ZERO-12", words, HIDDEN + "hinge loss, biases, starting at zero, batches of one "
                + "sample, any "
                + "momentum and weight decay", SMALL, (size, draws) -> size.layers() < 2 || size.steps() == 0 ? Stream.empty()
                : draws.anyLabels(size, 3 + size.samples() * size.inputs(), (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), 1).withMomentum(pieces.number())
                            .withWeightDecay(pieces.number());
                    return Family.candidate("ZERO-12", words, Network.zeros(size.widths(), true), pieces.data(size, labels),
                            settings, moves(size.steps(), size).orElseThrow());
                }));
    }

    private static Family wordVectors() {
        String words = "Word and context vectors that are all zero never move.";
        return new Family("ZERO-15", "ZERO-15", words, "one linear hidden layer, no biases, starting at zero, each input 1 "
                + "in one "
                + "place and 0 in all others, hinge loss, batches of one sample", new Scope(2, 4, 4, 4, 2),
                (size, draws) -> size.layers() != 2 || size.steps() == 0 || size.samples() > size.inputs() ? Stream.empty()
                : draws.anyLabels(size, 1, (numbers, labels) -> {
                    List<Vector> inputs = IntStream.range(0, size.samples()).mapToObj(i -> oneHot(size.inputs(), i)).toList();
                    DataSet data = new DataSet(inputs, labels.stream().map(label -> Vector.of(label)).toList());
                    Network zero = Network.of(
                            new Layer(Matrix.constant(Starts.units(size), size.inputs(), BigFraction.ZERO), Optional.empty(),
                                    Activation.IDENTITY),
                            new Layer(Matrix.of(Starts.zero(size)), Optional.empty(), Activation.IDENTITY));
                    return Family.candidate("ZERO-15", words, zero, data, size.settings(numbers.get(0), 1),
                            shown(List.of(Facts.isPositive(Facts.measured(Kind.PARAMETER_CHANGE, 0, size.steps()))))
                                    .orElseThrow());
                }));
    }

    private static Vector oneHot(int length, int place) {
        List<BigFraction> entries = new ArrayList<>(Collections.nCopies(length, BigFraction.ZERO));
        entries.set(place, BigFraction.ONE);
        return new Vector(entries);
    }
}
