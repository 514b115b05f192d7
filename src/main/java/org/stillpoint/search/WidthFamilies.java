package org.stillpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.stillpoint.witness.Counterexample;

/** What is searched about split units, identities and exchanged features. */
final class WidthFamilies {

    private static final Scope SMALL = new Scope(2, 2, 2, 2, 2);

    static final List<Family> ALL = List.of(unequalShares(), moreOutputs(),
            swapped("DATA-1", "Features that the data does not tell apart come to differ in their weights.", false),
            swapped("DATA-1-batches", "Features that the data does not tell apart keep equal weights, whatever the batches.",
                    true));

    private WidthFamilies() {
    }

    /** Two hidden units with equal incoming weights, the second one with twice the outgoing weights: shares 1/3 and 2/3. */
    private static Family unequalShares() {
        return Recipe.of(1, size -> size.inputs() + 1, (size, pieces) -> {
            Vector row = pieces.vector(size.inputs());
            BigFraction weight = pieces.number();
            return Starts.plain(Activation.RELU, List.of(row, row), Vector.of(weight, BigFraction.TWO.multiply(weight)));
        }).and(size -> Starts.units(size) == 2).family("EMB-1", "EMB-1",
                "The halves of a split unit stay equal in their incoming weights, whatever their shares.",
                "no biases, a ReLU unit split into two with a third and two thirds of its outgoing weight, full batches", SMALL,
                List.of(Facts.equalUnits(0),
                        Facts.isZero(Facts.measured(Kind.OUTGOING_APART, BigFraction.TWO, 2, 1, 1, 0)),
                        Facts.isPositive(Facts.measured(Kind.OUTGOING_APART, 2, 1, 1, 0))),
                List.of(Facts.differentUnits(1)));
    }

    /** One input, two hidden units and two outputs. */
    private static Family moreOutputs() {
        String words = "From the partial identity start, units beyond the inputs stay zero, whatever the number of outputs.";
        return new Family("WIDTH-1", "WIDTH-1", words,
                "one input, one hidden layer of two ReLU units with kappa 1, two outputs, no biases, ones on the diagonal "
                        + "and zeros "
                        + "elsewhere, squared loss, full batches", SMALL, (size, draws) ->
                size.layers() != 2 || size.inputs() != 1 || Starts.units(size) != 2 || size.steps() != 1 ? Stream.empty()
                        : draws.anyLabels(size, 1 + 2 * size.samples(), (numbers, labels) ->
                        fromIdentity(size, new Pieces(numbers), labels, words)));
    }

    private static Stream<Counterexample> fromIdentity(Size size, Pieces pieces, List<BigFraction> labels, String words) {
        Settings settings = size.settings(pieces.number(), size.samples()).withLoss(Loss.SQUARED).withKappa(BigFraction.ONE);
        List<Vector> inputs = new ArrayList<>();
        List<Vector> targets = new ArrayList<>();
        labels.forEach(label -> {
            inputs.add(pieces.vector(1));
            targets.add(Vector.of(label, pieces.number()));
        });
        Layer hidden = new Layer(Matrix.of(Vector.of("1"), Vector.of("0")), Optional.empty(), Activation.RELU);
        Layer last = new Layer(Matrix.of(Vector.of("1", "0"), Vector.of("0", "1")), Optional.empty(),
                Activation.IDENTITY);
        return Family.candidate("WIDTH-1", words, Network.of(hidden, last), new DataSet(inputs, targets), settings, new Shows(
                List.of(Facts.is(weight(1, 1, 0), 1), Facts.isZero(weight(2, 1, 0))),
                List.of(Facts.isNotZero(weight(2, 1, 1))), Companions.NONE));
    }

    /** Two samples, of which each is the other one with its two features swapped, and one unit with equal weights. */
    private static Family swapped(String name, String words, boolean single) {
        return new Family(name, "DATA-1", words, "one hidden unit of ReLU, no biases, one output, hinge loss, rate 1, equal "
                + "weights into the unit, two samples that are each other with the features swapped, "
                + (single ? "batches of one sample" : "full batches"), SMALL, (size, draws) ->
                size.layers() != 2 || size.inputs() != 2 || Starts.units(size) != 1 || size.samples() != 2 || size.steps() != 2
                        ? Stream.empty() : draws.anyLabels(size, 4, (numbers, labels) -> labels.get(0).equals(labels.get(1))
                        ? onSwapped(size, new Pieces(numbers), labels.get(0), words, single) : Stream.empty()));
    }

    private static Stream<Counterexample> onSwapped(Size size, Pieces pieces, BigFraction label, String words, boolean single) {
        Settings settings = size.settings(BigFraction.ONE, single ? 1 : 2).withLoss(Loss.HINGE);
        Vector x = pieces.vector(2);
        DataSet data = new DataSet(List.of(x, Vector.of(x.get(1), x.get(0))), List.of(Vector.of(label), Vector.of(label)));
        Network start = Starts.plain(Activation.RELU, List.of(Vector.constant(2, pieces.number())), pieces.vector(1));
        return Family.candidate("DATA-1", words, start, data, settings, new Shows(
                List.of(new Fact(weight(1, 1, 0), Relation.EQUAL, weight(1, 2, 0))),
                List.of(new Fact(weight(1, 1, 2), Relation.DIFFERENT, weight(1, 2, 2))), Companions.NONE));
    }

    private static Side weight(int unit, int input, int step) {
        return Facts.measured(Kind.WEIGHT, unit, 1, input, step);
    }
}
