package org.stillpoint.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.stillpoint.statement.GradientEntriesDiffer;
import org.stillpoint.statement.LossDecreases;
import org.stillpoint.statement.LossIncreases;
import org.stillpoint.statement.LowerLossNearby;
import org.stillpoint.statement.MidpointLossAboveMean;
import org.stillpoint.statement.ReachesFullAccuracy;
import org.stillpoint.statement.RowEntries;
import org.stillpoint.statement.Statement;
import org.stillpoint.statement.StuckBelowFullAccuracy;
import org.stillpoint.statement.TwoCycle;
import org.stillpoint.statement.WeightChangesFromZero;
import org.stillpoint.statement.WeightsWithinARowDiffer;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Training;
import org.stillpoint.witness.Counterexample;

/** What is searched for each claim. */
final class Families {

    private static final int HALVINGS = 10;

    private static final String EQUAL = "labels 1 and -1, one output, at least one step, at least one hidden layer and two units in each, ";
    private static final String BALANCED = "as many labels 1 as -1, one output, ReLU in hidden layers, ";

    private static final List<Family> QUESTION = List.of(
            notConvex(), twoCycle(), useless(),
            zeroIsNoMinimum("Q-D", "The weights will be changed, but might converge to a local minimum."),
            zeroIsNoMinimum("ZERO-8", "The all-zero network is a local minimum of the loss, in which SGD is caught."),
            inRow("Q-3", "If all weights are equal, the gradient is identical in all dimensions.", GradientEntriesDiffer::new),
            inRow("Q-4", "If all weights are equal, they remain equal at all future steps.", WeightsWithinARowDiffer::new),
            learns(),
            loss("Q-6-better", "From equal weights, no training ever leads to a better loss.", new LossDecreases()),
            loss("Q-6-worse", "If the weights change, that leads to a better loss.", new LossIncreases()),
            zeroMoves("ZERO-2", "From all zeros, no weight ever changes.", true),
            zeroMoves("ZERO-3", "From all zeros and without biases, nothing ever changes.", false));

    static final List<Family> ALL = Stream.of(QUESTION, ZeroFamilies.ALL, PartialFamilies.ALL, SymmetryFamilies.ALL)
            .flatMap(List::stream).toList();

    private Families() {
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
                Statement statement = new MidpointLossAboveMean(pieces.network(size.widths(), false));
                return candidate(claim, words, network, data, settings(size, BigFraction.ONE, size.samples()), statement);
            });
        });
    }

    private static Family twoCycle() {
        String claim = "Q-A";
        String words = "Stochastic gradient descent with a fixed rate converges on every convex problem.";
        return new Family("Q-A-two-cycle", claim, words, "one layer without bias, starting at zero, squared loss, targets 1 and -1",
                new Scope(1, 1, 2, 1, 2), (size, draws) -> {
            if (size.layers() != 1 || size.steps() != 2) {
                return Stream.empty();
            }
            return draws.anyLabels(size, 1 + size.samples() * size.inputs(), (numbers, labels) -> {
                Pieces pieces = new Pieces(numbers);
                Settings settings = settings(size, pieces.number(), size.samples()).withLoss(Loss.SQUARED);
                return candidate(claim, words, Network.zeros(size.widths(), false), pieces.data(size, labels), settings, new TwoCycle());
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
                Settings settings = settings(size, pieces.number(), 1);
                DataSet data = pieces.data(size, labels);
                Statement statement = new StuckBelowFullAccuracy(pieces.network(size.widths(), true));
                return candidate(claim, words, Network.zeros(size.widths(), true), data, settings, statement);
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
                Settings settings = settings(size, pieces.number(), size.samples());
                DataSet data = pieces.data(size, labels);
                Network teacher = pieces.network(size.widths(), true);
                Network direction = oneUnit(size.widths(), pieces.vector(size.inputs()), pieces.number());
                Network zero = Network.zeros(size.widths(), true);
                BigFraction drop = Evaluation.meanLoss(zero, data, settings.loss())
                        .subtract(Evaluation.meanLoss(direction, data, settings.loss()));
                return candidate(claim, words, zero, data, settings, new LowerLossNearby(direction, HALVINGS, drop, teacher));
            });
        });
    }

    private static Family zeroMoves(String claim, String words, boolean bias) {
        return new Family(claim, claim, words, "labels 1 and -1, one output, ReLU in hidden layers, at least one of them, hinge loss, "
                + (bias ? "biases, " : "no biases, ") + "starting at zero, batches of one sample, any derivative of ReLU at 0",
                new Scope(3, 2, 2, 2, 1), (size, draws) -> size.layers() < 2 ? Stream.empty()
                : draws.anyLabels(size, 2 + size.samples() * size.inputs(), (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = settings(size, pieces.number(), 1).withKappa(pieces.number());
                    return candidate(claim, words, Network.zeros(size.widths(), bias), pieces.data(size, labels), settings,
                            new WeightChangesFromZero());
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

    private static Family inRow(String claim, String words, Function<RowEntries, Statement> statement) {
        return new Family(claim, claim, words, EQUAL + "hinge loss, no biases, full batches, two places in the first row of the first layer",
                new Scope(2, 2, 1, 2, 2), (size, draws) -> equalWeights(size, draws, Loss.HINGE, false, size.samples(),
                places(size.inputs(), size.steps()).map(statement), claim, words));
    }

    private static Stream<RowEntries> places(int columns, int step) {
        return IntStream.range(0, columns).boxed().flatMap(k -> IntStream.range(k + 1, columns)
                .mapToObj(l -> new RowEntries(step, 0, 0, k, l)));
    }

    private static Family learns() {
        String words = "From equal weights no learning can occur.";
        return new Family("Q-5", "Q-5", words, EQUAL + "hinge loss, at least two inputs, biases that start at zero, batches of one sample",
                new Scope(2, 2, 4, 2, 2), (size, draws) -> size.inputs() < 2 ? Stream.empty()
                : equalWeights(size, draws, Loss.HINGE, true, 1, Stream.of(new ReachesFullAccuracy()), "Q-5", words));
    }

    private static Family loss(String name, String words, Statement statement) {
        return new Family(name, "Q-6", words, EQUAL + "squared loss, no biases, full batches, every hidden unit active on all data before and "
                + "after, so that no kink and no dying unit explains it", new Scope(2, 2, 1, 2, 2),
                (size, draws) -> equalWeights(size, draws, Loss.SQUARED, false, size.samples(), Stream.of(statement), "Q-6", words)
                        .filter(Families::staysActive));
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
            Settings settings = settings(size, pieces.number(), batch).withLoss(loss);
            BigFraction weight = pieces.number();
            DataSet data = pieces.data(size, labels);
            Network network = bias ? Pieces.equalWeights(size.widths(), weight) : Network.constant(size.widths(), false, weight);
            return all.stream().flatMap(statement -> candidate(claim, words, network, data, settings, statement));
        });
    }

    static Settings settings(Size size, BigFraction rate, int batch) {
        return Settings.defaults(size.steps()).withLearningRate(rate).withBatchSize(batch);
    }

    /** One candidate, or none if the rate is not positive. */
    static Stream<Counterexample> candidate(String claim, String words, Network network, DataSet data, Settings settings,
                                                    Statement statement) {
        return settings.learningRate().signum() > 0
                ? Stream.of(new Counterexample(claim, words, Optional.empty(), network, data, settings, statement))
                : Stream.empty();
    }
}
