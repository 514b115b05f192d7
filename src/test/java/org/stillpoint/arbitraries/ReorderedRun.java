package org.stillpoint.arbitraries;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A training whose samples come in another order, cut into one group or two.
 *
 * @param order the samples, from 0
 * @param cut the size of the first group, from 1
 */
public record ReorderedRun(TrainingRun run, List<Integer> order, int cut) implements Sample {

    public static Arbitrary<ReorderedRun> any() {
        return TrainingRun.from(Shape.withEveryActivation(), Networks::any).flatMap(run -> Combinators.combine(
                Indices.orders(run.data().size()), Arbitraries.integers().between(1, run.data().size()))
                .as((order, cut) -> new ReorderedRun(run, order, cut)));
    }

    /** The groups in turn, none of them empty. */
    public List<List<Integer>> groups() {
        return Stream.of(order.subList(0, cut), order.subList(cut, order.size())).filter(group -> !group.isEmpty()).toList();
    }

    /** The training on these samples only. */
    public TrainingRun on(List<Integer> samples) {
        return run.on(samples);
    }
}
