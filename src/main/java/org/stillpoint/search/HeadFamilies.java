package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
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
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Shows;
import org.stillpoint.training.Evaluation;

/** What is searched about the last layer and what the loss tells it: of what is true, none is found. */
final class HeadFamilies {

    private static final Scope SMALL = new Scope(2, 2, 2, 2, 1);

    static final List<Family> ALL = List.of(equalOutputRows(), flatLoss(), equalTargets(), flatAtZero());

    private HeadFamilies() {
    }

    /** The targets of a sample are f + d and f - d, so that the derivatives of the squared loss add up to 0. */
    private static Family equalOutputRows() {
        String words = "Equal rows of the last layer let no error through that adds up to zero over the outputs.";
        return new Family("HEAD-1", "HEAD-1", words, "one hidden layer of ReLU without biases, two outputs with equal rows, "
                + "squared "
                + "loss, targets that lie on both sides of the output at the same distance, full batches", new Scope(2, 2, 1, 2,
                        1),
                (size, draws) -> size.layers() != 2 || size.steps() == 0 ? Stream.empty()
                : draws.anyLabels(size, 1 + size.samples() * size.inputs() + Starts.incoming(size) + Starts.units(size),
                (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), size.samples()).withLoss(Loss.SQUARED);
                    List<Vector> inputs = pieces.data(size, labels).inputs();
                    Matrix hidden = new Matrix(Starts.rows(size, pieces));
                    Vector row = pieces.vector(Starts.units(size));
                    Network start = Network.of(new Layer(hidden, Optional.empty(), Activation.RELU),
                            new Layer(Matrix.of(row, row), Optional.empty(), Activation.IDENTITY));
                    List<Vector> targets = IntStream.range(0, inputs.size()).mapToObj(i -> around(
                            Evaluation.output(start, inputs.get(i)).get(0), labels.get(i))).toList();
                    return Family.candidate("HEAD-1", words, start, new DataSet(inputs, targets), settings,
                            Shows.of(List.of(), List.of(Facts.moves(1, 0, 1))));
                }));
    }

    private static Vector around(BigFraction output, BigFraction distance) {
        return Vector.of(output.add(distance), output.subtract(distance));
    }

    /** The hinge loss is flat where it is 0. */
    private static Family flatLoss() {
        return Recipe.of(2, size -> Starts.incoming(size) + Starts.units(size), (size, pieces) -> Starts.plain(Activation.RELU,
                        Starts.rows(size, pieces), pieces.vector(Starts.units(size)))).withBatches(Recipe.Batches.SINGLE)
                .family("HEAD-2", "HEAD-2", "Where the loss is flat at the outputs of the start, nothing ever moves.",
                        "no biases, ReLU, a hinge loss of 0 at the start, batches of one sample", SMALL,
                        List.of(Facts.isZero(Facts.measured(Kind.MEAN_LOSS, 0))),
                        List.of(Facts.isPositive(Facts.measured(Kind.PARAMETER_CHANGE, 0, 2))));
    }

    private static Family equalTargets() {
        String words = "Outputs that start with equal rows and have equal targets stay equal.";
        return new Family("HEAD-3", "HEAD-3", words, "one layer without bias, two outputs with equal rows and equal "
                + "targets, squared "
                + "loss, batches of one sample", new Scope(1, 2, 3, 3, 1), (size, draws) ->
                        size.layers() != 1 || size.steps() == 0
                ? Stream.empty() : draws.anyLabels(size, 1 + (size.samples() + 1) * size.inputs(), (numbers, labels) -> {
                    Pieces pieces = new Pieces(numbers);
                    Settings settings = size.settings(pieces.number(), 1).withLoss(Loss.SQUARED);
                    List<Vector> inputs = pieces.data(size, labels).inputs();
                    Vector row = pieces.vector(size.inputs());
                    Network start = Network.of(new Layer(Matrix.of(row, row), Optional.empty(), Activation.IDENTITY));
                    DataSet data = new DataSet(inputs, labels.stream().map(label -> Vector.of(label, label)).toList());
                    return Family.candidate("HEAD-3", words, start, data, settings, Shows.of(List.of(), List.of(
                            new Fact(Facts.measured(Kind.OUTPUT, 1, 1, size.steps()), Relation.DIFFERENT,
                                    Facts.measured(Kind.OUTPUT, 2, 1, size.steps())))));
                }));
    }

    /** At output 0 the squared loss is flat for the target 0, as the strict perceptron's is for every target. */
    private static Family flatAtZero() {
        String words = "Under a loss that is flat at output 0 nothing ever leaves zero.";
        return new Family("RATE-2", "RATE-2", words, "biases, starting at zero, ReLU in hidden layers, squared loss, "
                + "targets that are "
                + "0, batches of one sample, any weight decay", new Scope(3, 2, 3, 2, 1),
                (size, draws) -> size.steps() == 0 ? Stream.empty()
                : draws.of(size, 2 + size.samples() * size.inputs(), false).filter(draw -> draw.labels().stream()
                        .allMatch(label -> label.signum() > 0)).flatMap(draw -> {
                    Pieces pieces = new Pieces(draw.numbers());
                    Settings settings = size.settings(pieces.number(), 1).withLoss(Loss.SQUARED).withWeightDecay(pieces.number());
                    List<Vector> inputs = pieces.data(size, draw.labels()).inputs();
                    DataSet data = new DataSet(inputs, inputs.stream().map(input -> Vector.zeros(1)).toList());
                    return Family.candidate("RATE-2", words, Network.zeros(size.widths(), true), data, settings,
                            Shows.of(List.of(Facts.allZeroAtTheStart()), List.of(
                                    Facts.isPositive(Facts.measured(Kind.PARAMETER_CHANGE, 0, size.steps())))));
                }));
    }
}
