package org.stillpoint.search;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Statement;
import org.stillpoint.witness.Counterexample;

/**
 * The candidates that a search looks at.
 *
 * @param name of the file that keeps the first hit, without its ending
 * @param claim the claim it is about
 * @param contradicts what a hit contradicts, one sentence
 * @param conditions what all candidates have in common, in words
 * @param scope how far the search goes unless told otherwise
 * @param candidates those of a size made of draws, in the order of these; none for a size that does not fit
 */
record Family(String name, String claim, String contradicts, String conditions, Scope scope,
              BiFunction<Size, Draws, Stream<Counterexample>> candidates) {

    /** One candidate, or none if the rate is not positive. */
    static Stream<Counterexample> candidate(String claim, String words, Network network, DataSet data, Settings settings,
                                            Statement statement) {
        return settings.learningRate().signum() > 0
                ? Stream.of(new Counterexample(claim, words, Optional.empty(), network, data, settings, statement))
                : Stream.empty();
    }

    /** The search through these candidates one by one. */
    Search search() {
        return new Search(name, claim, conditions, scope, (size, draws) -> candidates.apply(size, draws).map(Block::of),
                candidates);
    }
}
