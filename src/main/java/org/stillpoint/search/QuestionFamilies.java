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
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Shows;
import org.stillpoint.statement.Side;
import org.stillpoint.statement.Statement;
import org.stillpoint.statement.Statements;
import org.stillpoint.training.Training;
import org.stillpoint.witness.Counterexample;

/** What is searched for what the question asks, and for what it says of zero. */
final class QuestionFamilies {

    private static final int HALVINGS = 10;

    private static final String EQUAL =
            "labels 1 and -1, one output, at least one step, at least one hidden layer and two units in each, ";
    private static final String BALANCED = "as many labels 1 as -1, one output, ReLU in hidden layers, ";

    static final List<Family> ALL = List.of(
            notConvex(), twoCycle(), useless(),
            zeroIsNoMinimum("Q-D", "The weights will be changed, but might converge to a local minimum."),
            zeroIsNoMinimum("ZERO-8", "The all-zero network is a local minimum of the loss, in which SGD is caught."),
            inRow("Q-3", "If all weights are equal, the gradient is identical in all dimensions.", Statements::gradientsDiffer),
            inRow("Q-4", "If all weights are equal, they remain equal at all future steps.", Statements::weightsDiffer),
            learns(),
            loss("Q-6-better", "From equal weights, no training ever leads to a better loss.", Relation.LESS),
            loss("Q-6-worse", "If the weights change, that leads to a better loss.", Relation.GREATER),
            zeroMoves("ZERO-2", "From all zeros, no weight ever changes.", true),
            zeroMoves("ZERO-3", "From all zeros and without biases, nothing ever changes.", false));

    private QuestionFamilies() {
    }

    private static Family notConvex() {
        String claim = "Q-A";
        String words = "The loss is convex in the weights.";
        return new Family("Q-A-not-convex", claim, words, BALANCED + "hinge loss, no biases, pairs of networks",
                new Scope(2, 2, 0, 2, 1), (size, draws) -> {
            if (size.steps() != 0) {
                return Stream.empty();
            }
            int parameters = Pieces.parameters(size.widths(), false);
            return draws.balancedLabels(size, size.samples() * size.inputs() + 2 * parameters, (numbers, labels) -> {
                Pieces pieces = new Pieces(numbers);
                DataSet data = pieces.data(size, labels);
                Network network = pieces.network(size.widths(), false);
                Statement statement = Statements.lossHalfWay(pieces.network(size.widths(), false));
                return Family.candidate(claim, words, network, data, size.settings(BigFraction.ONE, size.samples()), statement);
            });
        });
    }

    private static Family twoCycle() {
        String claim = "Q-A";
        String words = "Stochastic gradient descent with a fixed rate converges on every convex problem.";
        return new Family("Q-A-two-cycle", claim, words,
                "one layer without bias, starting at zero, squared loss, targets 1 and -1",
                new Scope(1, 1, 2, 1, 2), (size, draws) -> {
            if (size.layers() != 1 || size.steps() != 2) {
                return Stream.empty();
            }
            return draws.anyLabels(size, 1 + size.samples() * size.inputs(), (numbers, labels) -> {
                Pieces pieces = new Pieces(numbers);
                Settings settings = size.settings(pieces.number(), size.samples()).withLoss(Loss.SQUARED);
                return Family.candidate(claim, words, Network.zeros(size.widths(), false), pieces.data(size, labels), settings,
                        Statements.twoCycle());
            });
        });
    }

    private static Family useless() {
        String claim = "Q-A";
        String words = "Stochastic gradient descent always converges to the correct weights, from all zeros too.";
        return new Family("Q-A-useless", claim, words,
                BALANCED + "hinge loss, biases, starting at zero, batches of one sample, data and a teacher that classifies them",
                new Scope(2, 2, 2, 2, 1), (size, draws) -> {
            int numbers = 1 + size.samples() * size.inputs() + Pieces.parameters(size.widths(), true);
            return draws.balancedLabels(size, numbers, (list, labels) -> {
                Pieces pieces = new Pieces(list);
                Settings settings = size.settings(pieces.number(), 1);
                DataSet data = pieces.data(size, labels);
                Statement statement = Statements.neverRight(pieces.network(size.widths(), true), size.steps());
                return Family.candidate(claim, words, Network.zeros(size.widths(), true), data, settings, statement);
            });
        });
    }

    private static Family zeroIsNoMinimum(String claim, String words) {
        return new Family(claim, claim, words, BALANCED + "hinge loss, one hidden layer, biases, starting at zero, full batches, "
                + "data, a teacher that classifies them, and a direction that moves the weights of one hidden unit",
                new Scope(2, 2, 1, 2, 1), (size, draws) -> {
            if (size.layers() != 2 || size.steps() == 0) {
                return Stream.empty();
            }
            int numbers = 1 + size.samples() * size.inputs() + Pieces.parameters(size.widths(), true) + size.inputs() + 1;
            return draws.balancedLabels(size, numbers, (list, labels) -> {
                Pieces pieces = new Pieces(list);
                Settings settings = size.settings(pieces.number(), size.samples());
                DataSet data = pieces.data(size, labels);
                Network teacher = pieces.network(size.widths(), true);
                Network direction = oneUnit(size.widths(), pieces.vector(size.inputs()), pieces.number());
                Network zero = Network.zeros(size.widths(), true);
                return Family.candidate(claim, words, zero, data, settings, lowerNearby(size.steps(), direction, teacher));
            });
        });
    }

    /**
     * Training changes nothing, and at eps times the direction the loss is lower by eps squared times one number, for smaller and
     * smaller eps.
     */
    private static Statement lowerNearby(int steps, Network direction, Network teacher) {
        Side drop = Facts.measured(Kind.LOSS_QUOTIENT_BY_DISTANCE);
        List<Fact> shows = new ArrayList<>(List.of(Facts.isZero(Facts.measured(Kind.PARAMETER_CHANGE, 0, steps)),
                Facts.isNegative(drop)));
        BigFraction eps = BigFraction.ONE;
        for (int halving = 0; halving < HALVINGS; halving++) {
            eps = eps.divide(2);
            shows.add(new Fact(Facts.measured(Kind.LOSS_QUOTIENT_BY_DISTANCE, eps), Relation.EQUAL, drop));
        }
        return new Shows(Statements.zeroAndRealizable(), shows, Companions.NONE.withDirection(direction).withTeacher(teacher));
    }

    private static Family zeroMoves(String claim, String words, boolean bias) {
        return new Family(claim, claim, words,
                "labels 1 and -1, one output, ReLU in hidden layers, at least one of them, hinge loss, "
                + (bias ? "biases, " : "no biases, ") + "starting at zero, batches of one sample, any derivative of ReLU at 0",
                new Scope(3, 2, 2, 2, 1), (size, draws) -> size.layers() < 2 ? Stream.empty()
                : draws.anyLabels(size, 2 + size.samples() * size.inputs(), (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), 1).withKappa(pieces.number());
                    return Family.candidate(claim, words, Network.zeros(size.widths(), bias), pieces.data(size, labels), settings,
                            Statements.weightChangesFromZero(size.steps()));
                }));
    }

    /** All zeros but the weights into and out of the first hidden unit. */
    private static Network oneUnit(List<Integer> widths, Vector incoming, BigFraction outgoing) {
        int units = widths.get(1);
        List<Vector> rows = new ArrayList<>(Collections.nCopies(units, Vector.zeros(widths.get(0))));
        rows.set(0, incoming);
        List<BigFraction> last = new ArrayList<>(Collections.nCopies(units, BigFraction.ZERO));
        last.set(0, outgoing);
        return Network.of(
                new Layer(new Matrix(rows), Optional.of(Vector.zeros(units)), Activation.RELU),
                new Layer(Matrix.of(new Vector(last)), Optional.of(Vector.zeros(1)), Activation.IDENTITY));
    }

    /** Says that two inputs of a unit of a layer differ in a step, or after it. */
    private interface OfInputs {

        Statement of(int unit, int layer, int input, int other, int step);
    }

    private static Family inRow(String claim, String words, OfInputs statement) {
        return new Family(claim, claim, words,
                EQUAL + "hinge loss, no biases, full batches, two places in the first row of the first layer",
                new Scope(2, 2, 1, 2, 2), (size, draws) -> equalWeights(size, draws, Loss.HINGE, false, size.samples(),
                pairs(size.inputs(), (k, l) -> statement.of(1, 1, k, l, size.steps())), claim, words));
    }

    private static Stream<Statement> pairs(int inputs, BiFunction<Integer, Integer, Statement> statement) {
        return IntStream.rangeClosed(1, inputs).boxed().flatMap(k -> IntStream.rangeClosed(k + 1, inputs)
                .mapToObj(l -> statement.apply(k, l)));
    }

    private static Family learns() {
        String words = "From equal weights no learning can occur.";
        return new Family("Q-5", "Q-5", words,
                EQUAL + "hinge loss, at least two inputs, biases that start at zero, batches of one sample",
                new Scope(2, 2, 4, 2, 2), (size, draws) -> size.inputs() < 2 ? Stream.empty()
                : equalWeights(size, draws, Loss.HINGE, true, 1, Stream.of(Statements.learns(size.steps())), "Q-5", words));
    }

    private static Family loss(String name, String words, Relation relation) {
        return new Family(name, "Q-6", words,
                EQUAL + "squared loss, no biases, full batches, every hidden unit active on all data before and "
                + "after, so that no kink and no dying unit explains it", new Scope(2, 2, 1, 2, 2),
                (size, draws) -> equalWeights(size, draws, Loss.SQUARED, false, size.samples(),
                        Stream.of(Statements.lossBecomes(relation, size.steps())), "Q-6", words)
                        .filter(QuestionFamilies::staysActive));
    }

    private static boolean staysActive(Counterexample candidate) {
        Settings oneMore = candidate.settings().withSteps(candidate.settings().steps() + 1);
        return Training.trace(candidate.network(), candidate.data(), oneMore).steps().stream()
                .flatMap(step -> step.samples().stream())
                .flatMap(sample -> sample.preactivations().subList(0, sample.preactivations().size() - 1).stream())
                .flatMap(layer -> layer.entries().stream()).allMatch(z -> z.signum() > 0);
    }

    private static Stream<Counterexample> equalWeights(Size size, Draws draws, Loss loss, boolean bias, int batch,
                                                       Stream<? extends Statement> statements, String claim, String words) {
        List<Integer> hidden = size.widths().subList(1, size.layers());
        if (hidden.isEmpty() || hidden.contains(1) || size.steps() == 0) {
            return Stream.empty();
        }
        List<? extends Statement> all = statements.toList();
        return draws.anyLabels(size, 2 + size.samples() * size.inputs(), (numbers, labels) -> {
            Pieces pieces = new Pieces(numbers);
            Settings settings = size.settings(pieces.number(), batch).withLoss(loss);
            BigFraction weight = pieces.number();
            DataSet data = pieces.data(size, labels);
            Network network = bias ? Pieces.equalWeights(size.widths(), weight) : Network.constant(size.widths(), false, weight);
            return all.stream().flatMap(statement -> Family.candidate(claim, words, network, data, settings, statement));
        });
    }
}
