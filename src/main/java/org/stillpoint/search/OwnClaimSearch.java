package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.stillpoint.domain.MissingPlaceException;
import org.stillpoint.statement.Comparison;
import org.stillpoint.statement.Run;
import org.stillpoint.witness.Counterexample;

/**
 * Looks for the smallest counterexample to a claim of one's own. A training without a place that a fact of the claim names, such
 * as the second layer, is none that the claim speaks of: it does not meet what is given.
 */
public final class OwnClaimSearch {

    private final LongAdder meeting = new LongAdder();
    private final Search search;

    /** @param name of the file that keeps what is found, without its ending */
    public OwnClaimSearch(String name, OwnClaim claim) {
        OwnScope scope = claim.scope();
        List<OwnFamily> families = scope.starts().stream()
                .flatMap(start -> scope.trainings().stream().map(training -> new OwnFamily(claim, start, training))).toList();
        List<Search> each = families.stream().map(family -> new Search(name, claim.title(), scope.words(), scope.limits(),
                (size, draws) -> family.candidates(size, draws).map(candidate -> Block.ofOne(() -> contradicting(candidate))),
                (size, draws) -> trainings(family, size, draws))).toList();
        this.search = Search.joined(each);
    }

    /** The search through every candidate. */
    public Search search() {
        return search;
    }

    /** How many of the candidates that were decided meet what is given. */
    public long meeting() {
        return meeting.sum();
    }

    private Optional<Counterexample> contradicting(List<Counterexample> candidate) {
        Run run = candidate.get(0).run();
        try {
            if (!hold(candidate.get(0).statement().requires(run))) {
                return Optional.empty();
            }
            List<Counterexample> contradicting = candidate.stream().filter(each -> hold(each.statement().shows(run))).toList();
            meeting.increment();
            return contradicting.stream().findFirst();
        } catch (MissingPlaceException e) {
            return Optional.empty();
        }
    }

    private static Stream<Counterexample> trainings(OwnFamily family, Size size, Draws draws) {
        return family.candidates(size, draws).filter(OwnClaimSearch::hasEveryPlace).flatMap(List::stream);
    }

    private static boolean hasEveryPlace(List<Counterexample> candidate) {
        Run run = candidate.get(0).run();
        try {
            candidate.forEach(each -> {
                each.statement().requires(run);
                each.statement().shows(run);
            });
            return true;
        } catch (MissingPlaceException e) {
            return false;
        }
    }

    private static boolean hold(List<Comparison> comparisons) {
        return comparisons.stream().allMatch(Comparison::holds);
    }
}
