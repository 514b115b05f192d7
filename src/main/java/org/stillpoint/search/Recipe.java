package org.stillpoint.search;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Shows;
import org.stillpoint.witness.Counterexample;

/**
 * How the candidates of a family are made: a network with one hidden layer whose numbers are drawn or zero, data, a rate, and
 * facts that are the same for all candidates.
 *
 * @param fits the sizes that are looked at, besides having one hidden layer
 * @param numbers how many numbers the network and the companions take
 * @param network made of these numbers
 * @param companions of the training, made of the numbers that are left then
 */
record Recipe(Predicate<Size> fits, ToIntFunction<Size> numbers, BiFunction<Size, Pieces, Network> network, Loss loss,
              Batches batches, BiFunction<Size, Pieces, Companions> companions) {

    /** How the data is passed. */
    enum Batches {

        WHOLE(false, false), SINGLE(true, false), WHOLE_AND_BALANCED(false, true), SINGLE_AND_BALANCED(true, true);

        private final boolean single;
        private final boolean balanced;

        Batches(boolean single, boolean balanced) {
            this.single = single;
            this.balanced = balanced;
        }
    }

    static Recipe of(int steps, ToIntFunction<Size> numbers, BiFunction<Size, Pieces, Network> network) {
        return new Recipe(size -> size.steps() == steps, numbers, network, Loss.HINGE, Batches.WHOLE,
                (size, pieces) -> Companions.NONE);
    }

    /** Only sizes with at least so many units in the hidden layer. */
    Recipe withUnits(int units) {
        return and(size -> size.widths().get(1) >= units);
    }

    Recipe and(Predicate<Size> also) {
        return new Recipe(fits.and(also), numbers, network, loss, batches, companions);
    }

    /** Made of so many numbers. */
    Recipe with(ToIntFunction<Size> count) {
        return new Recipe(fits, count, network, loss, batches, companions);
    }

    Recipe withLoss(Loss other) {
        return new Recipe(fits, numbers, network, other, batches, companions);
    }

    Recipe withBatches(Batches other) {
        return new Recipe(fits, numbers, network, loss, other, companions);
    }

    Recipe comparedWith(BiFunction<Size, Pieces, Companions> others) {
        return new Recipe(fits, numbers, network, loss, batches, others);
    }

    Family family(String name, String claim, String words, String conditions, Scope scope, List<Fact> requires,
            List<Fact> shows) {
        return new Family(name, claim, words, "one hidden layer, labels 1 and -1, one output, " + loss.id() + " loss, "
                + conditions, scope, (size, draws) -> {
                    if (size.layers() != 2 || !fits.test(size)) {
                        return Stream.empty();
                    }
                    int count = 1 + size.samples() * size.inputs() + numbers.applyAsInt(size);
                    BiFunction<List<BigFraction>, List<BigFraction>, Stream<Counterexample>> make = (list, labels) -> {
                        Pieces pieces = new Pieces(list);
                        Settings settings = size.settings(pieces.number(), batches.single ? 1 : size.samples()).withLoss(loss);
                        DataSet data = pieces.data(size, labels);
                        Network start = network.apply(size, pieces);
                        return Family.candidate(claim, words, start, data, settings,
                                new Shows(requires, shows, companions.apply(size, pieces)));
                    };
                    return batches.balanced ? draws.balancedLabels(size, count, make) : draws.anyLabels(size, count, make);
                });
    }
}
