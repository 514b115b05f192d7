package org.stillpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.enumeration.Ending;
import org.stillpoint.enumeration.Enumeration;
import org.stillpoint.enumeration.Problem;
import org.stillpoint.statement.Statements;
import org.stillpoint.witness.Counterexample;

/**
 * Every network that a training on one data set can start from, in the order of {@link Problem}, as one block of candidates.
 *
 * @param hits whether the trainings that end there are counterexamples
 * @param counterexample what a start is a counterexample to
 */
record EveryStart(Problem problem, Predicate<Ending> hits, Function<Network, Counterexample> counterexample) implements Block {

    static Search unitsBecomeMore() {
        String conditions = "labels 1 and -1, one output, one hidden layer of ReLU units, hinge loss, biases, batches of one sample, "
                + "every start with parameters that are zero or up to the height of data and rate";
        return new Search("SYM-5", "SYM-5", conditions, new Scope(2, 2, 2, 2, 1), (size, draws) -> fits(size)
                ? draws.of(size, 1 + size.samples() * size.inputs(), false).filter(draw -> draw.numbers().get(0).signum() > 0)
                        .map(draw -> onOneDataSet(size, draw)) : Stream.empty(), EveryStart::single);
    }

    private static boolean fits(Size size) {
        return size.layers() == 2 && size.steps() > 0;
    }

    private static Block onOneDataSet(Size size, Draw draw) {
        Pieces pieces = new Pieces(draw.numbers());
        Settings settings = Settings.defaults(size.steps()).withLearningRate(pieces.number());
        DataSet data = pieces.data(size, draw.labels());
        List<BigFraction> values = Stream.concat(Stream.of(BigFraction.ZERO), Numbers.alphabet(size.height()).stream()).toList();
        Problem problem = new Problem(size.widths().get(1), true, values, data, settings);
        return new EveryStart(problem, end -> end.units() > end.unitsAtStart(), start -> unitsIncrease(start, data, settings));
    }

    /** Candidates whose start is drawn too. */
    private static Stream<Counterexample> single(Size size, Draws draws) {
        int numbers = 1 + size.samples() * size.inputs() + Pieces.parameters(size.widths(), true);
        return fits(size) ? draws.anyLabels(size, numbers, (list, labels) -> {
            Pieces pieces = new Pieces(list);
            Settings settings = Settings.defaults(size.steps()).withLearningRate(pieces.number().abs());
            DataSet data = pieces.data(size, labels);
            return Stream.of(unitsIncrease(pieces.network(size.widths(), true), data, settings));
        }) : Stream.empty();
    }

    private static Counterexample unitsIncrease(Network start, DataSet data, Settings settings) {
        return new Counterexample("SYM-5", "The number of different units of a hidden layer never increases.", Optional.empty(),
                start, data, settings, Statements.distinctUnitsIncrease(settings.steps()));
    }

    @Override
    public long cases() {
        return problem.networks();
    }

    @Override
    public Optional<Hit> firstHit() {
        List<Ending> first = new ArrayList<>();
        new Enumeration(problem).run(end -> {
            if (hits.test(end) && (first.isEmpty() || end.first() < first.get(0).first())) {
                first.clear();
                first.add(end);
            }
        });
        return first.stream().findFirst().map(hit -> new Hit(hit.first() + 1, confirmed(hit)));
    }

    /** The counterexample as the reference engine computes it, if it ends where the hit does. */
    Counterexample confirmed(Ending hit) {
        hit.confirm(problem);
        Counterexample found = counterexample.apply(problem.network(hit.first()));
        if (!found.holds()) {
            throw new IllegalStateException("start " + hit.first()
                    + " is a counterexample in integers and none in the reference kernel");
        }
        return found;
    }
}
