package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Shows;
import org.stillpoint.witness.Counterexample;

/** The candidates for a counterexample to a claim of one's own that start and are trained in one way. */
record OwnFamily(OwnClaim claim, OwnStart start, OwnTraining training) {

    /** Those of a size made of draws, in their order; each is a training with all that would contradict the claim on it. */
    Stream<List<Counterexample>> candidates(Size size, Draws draws) {
        if (!claim.scope().allows(size) || !start.suits(size.widths())) {
            return Stream.empty();
        }
        int numbers = beforeTheStart(size) + start.numbers(size.widths());
        List<Shows> contradictions = claim.contradictions(size.layers(), size.steps());
        return draws.of(size, numbers, claim.scope().balanced()).flatMap(draw -> candidate(size, draw, contradictions).stream());
    }

    /** How many numbers the training and the data take. */
    private int beforeTheStart(Size size) {
        return training.numbers() + size.samples() * size.inputs();
    }

    private Optional<List<Counterexample>> candidate(Size size, Draw draw, List<Shows> contradictions) {
        Pieces pieces = new Pieces(draw.numbers());
        Settings settings = training.settings(size, pieces);
        DataSet data = pieces.data(size, draw.labels());
        List<BigFraction> rest = draw.numbers().subList(beforeTheStart(size), draw.numbers().size());
        Optional<Network> network = settings.learningRate().signum() > 0 ? start.network(size.widths(), rest) : Optional.empty();
        return network.map(from -> contradictions.stream().map(shows ->
                new Counterexample(claim.title(), claim.says(), Optional.empty(), from, data, settings, shows)).toList());
    }
}
