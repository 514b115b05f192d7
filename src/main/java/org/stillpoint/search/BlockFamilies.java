package org.stillpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Shows;

/**
 * What is searched about blocks inside any model. Under the squared loss and from an output of zero, the error is minus the
 * target.
 */
final class BlockFamilies {

    private static final Scope SMALL = new Scope(2, 2, 2, 2, 2);
    private static final Scope ONE_STEP = new Scope(2, 2, 1, 2, 1);

    static final List<Family> ALL = List.of(
            zeroBlock(),
            zeroConvolution("BLOCK-2-moves", "One step never makes a zero convolution's weight non-zero.",
                    Facts.moves(1, 0, 1)),
            zeroConvolution("BLOCK-2-stuck", "As long as the input is not zero, one step makes a zero convolution's weight "
                    + "non-zero.",
                    Facts.isZero(Facts.measured(Kind.PARAMETER_CHANGE, 0, 1))),
            zeroLastLayer(), reset());

    private BlockFamilies() {
    }

    private static Family zeroBlock() {
        return Recipe.of(2, size -> 0, (size, pieces) -> Starts.zeros(size, Activation.RELU)).withLoss(Loss.SQUARED)
                .family("BLOCK-1", "BLOCK-1", "Something in a block of zeros moves below its last bias.",
                        "biases, starting at zero, ReLU in the hidden layer, full batches", SMALL,
                        List.of(Facts.allZeroAtTheStart()),
                        List.of(Facts.isPositive(Facts.measured(Kind.INNER_CHANGE, 0, 2))));
    }

    private static Family zeroLastLayer() {
        return Recipe.of(1, size -> Starts.incoming(size) + Starts.units(size), (size, pieces) ->
                        Starts.biased(Activation.RELU, Starts.rows(size, pieces), pieces.vector(Starts.units(size)),
                                Starts.zero(size)))
                .withLoss(Loss.SQUARED)
                .family("BLOCK-3", "BLOCK-3", "Something below a last layer of zeros moves in the first step.",
                        "biases, weights into the output that are zero, ReLU in the hidden layer, full batches", ONE_STEP,
                        List.of(Facts.isZero(Facts.measured(Kind.LARGEST_WEIGHT, 2, 0))),
                        List.of(Facts.moves(1, 0, 1)));
    }

    private static Family zeroConvolution(String name, String words, Fact shown) {
        String claim = "BLOCK-2";
        List<Fact> requires = List.of(Facts.is(Facts.measured(Kind.LAYERS), 1), Facts.is(Facts.measured(Kind.BATCHES), 1),
                Facts.allZeroAtTheStart());
        List<Fact> shows = new ArrayList<>(List.of(Facts.isPositive(Facts.measured(Kind.MEAN_LOSS, 0)), shown));
        return new Family(name, claim, words,
                "one layer without bias, starting at zero, squared loss, targets 1 and -1, full batches, no input that is zero",
                new Scope(1, 2, 1, 2, 1), (size, draws) -> {
            if (size.layers() != 1 || size.steps() != 1) {
                return Stream.empty();
            }
            return draws.anyLabels(size, 1 + size.samples() * size.inputs(), (numbers, labels) -> {
                Pieces pieces = new Pieces(numbers);
                Settings settings = size.settings(pieces.number(), size.samples()).withLoss(Loss.SQUARED);
                DataSet data = pieces.data(size, labels);
                return data.inputs().stream().anyMatch(BlockFamilies::isZero) ? Stream.empty()
                        : Family.candidate(claim, words, Network.zeros(size.widths(), false), data, settings,
                                new Shows(requires, shows, Companions.NONE));
            });
        });
    }

    /** Where all parameters are zero, the weights have gradient zero: what moves them is what momentum remembers. */
    private static Family reset() {
        String claim = "STATE-1";
        String words = "A network whose parameters are all zero is where one that starts at zero is.";
        List<Fact> requires = List.of(Facts.is(Facts.measured(Kind.LAYERS), 2), Facts.isPositive(Facts.measured(Kind.MOMENTUM)),
                Facts.isZero(Facts.measured(Kind.WEIGHT_DECAY)), Facts.isZero(Facts.measured(Kind.LARGEST_PARAMETER, 1)));
        List<Fact> shows = List.of(Facts.moves(1, 1, 2), Facts.moves(2, 1, 2));
        return new Family(claim, claim, words,
                "one hidden layer of ReLU, one output, no biases, labels 1 and -1, hinge loss, full batches, momentum 1/2",
                new Scope(2, 1, 2, 1, 1), (size, draws) -> {
            if (size.layers() != 2 || size.steps() != 2) {
                return Stream.empty();
            }
            int count = 1 + size.samples() * size.inputs() + Pieces.parameters(size.widths(), false);
            return draws.anyLabels(size, count, (numbers, labels) -> {
                Pieces pieces = new Pieces(numbers);
                Settings settings = size.settings(pieces.number(), size.samples()).withMomentum(BigFraction.ONE_HALF);
                DataSet data = pieces.data(size, labels);
                return Family.candidate(claim, words, pieces.network(size.widths(), false), data, settings,
                        new Shows(requires, shows, Companions.NONE));
            });
        });
    }

    private static boolean isZero(Vector vector) {
        return vector.entries().stream().allMatch(entry -> entry.signum() == 0);
    }
}
