package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.witness.Counterexample;

/** A counterexample and the draw that it is made of. */
record Found(Draw draw, Counterexample counterexample) {

    /** The first counterexample among the candidates of a size that are made of one draw, as the reference kernel decides. */
    static Optional<Found> at(Search search, Size size, Draw draw) {
        return search.candidates(size, (of, numbers, balanced) ->
                        numbers == draw.numbers().size() && fits(draw.labels(), balanced) ? Stream.of(draw) : Stream.empty())
                .filter(Counterexample::holds).findFirst().map(hit -> new Found(draw, hit));
    }

    /** Whether labels may be drawn. */
    static boolean fits(List<BigFraction> labels, boolean balanced) {
        return !balanced || labels.stream().mapToInt(BigFraction::signum).sum() == 0;
    }
}
