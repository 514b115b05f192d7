package org.stillpoint.symmetry;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;

/**
 * Two linear layers on one-hot words of a vocabulary of two or more: column k of the first is the vector of word k, the second
 * holds the vectors of the contexts.
 *
 * <p>ZERO-15: "stuck if both tables are zero, for every loss, momentum and decay. If only the contexts are zero, the first step
 * on a single word moves those with g not 0, if the rate and the vector of the word are not zero. An absent word stays where it
 * is without weight decay, which shrinks it".
 */
final class WordVectors implements Rule {

    private static final String CLAIM = "ZERO-15";

    @Override
    public Stream<Consequence> apply(Situation situation) {
        return situation.data().filter(data -> LinearFactors.areFactors(situation) && isOneHot(data)).stream()
                .flatMap(data -> Stream.concat(ofTables(situation), ofAbsentWords(data)));
    }

    private static Stream<Consequence> ofTables(Situation situation) {
        if (!situation.last().weights().isZero()) {
            return Stream.empty();
        }
        return Stream.of(Consequence.ofNetwork(CLAIM, situation.weightsAreZero()
                ? "the vectors of words and of contexts are all zero and never move, whatever the loss"
                : "the vectors of contexts are zero: those with an error move in the first step, along the vector of the word"));
    }

    private static Stream<Consequence> ofAbsentWords(DataSet data) {
        List<Integer> absent = IntStream.range(0, data.inputWidth())
                .filter(k -> data.inputs().stream().allMatch(input -> input.get(k).signum() == 0)).boxed().toList();
        return absent.isEmpty() ? Stream.empty() : Stream.of(Consequence.ofInputs(CLAIM, absent,
                "these words never occur, so that their vectors never move without weight decay"));
    }

    private static boolean isOneHot(DataSet data) {
        return data.inputWidth() > 1 && data.inputs().stream().allMatch(WordVectors::isOneHot);
    }

    private static boolean isOneHot(Vector input) {
        return input.entries().stream().filter(BigFraction.ONE::equals).count() == 1
                && input.entries().stream().filter(entry -> entry.signum() != 0).count() == 1;
    }
}
