package org.stillpoint.witness.search;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.Searched;

/** Looks for the smallest counterexample of one kind. */
public final class Search {

    private static final String ORDER = "smallest first by depth, sum of widths, widths, samples, steps, height, "
            + "then numbers in the order 1, -1, 2, -2, 1/2, -1/2, ...";

    private final Family family;

    private Search(Family family) {
        this.family = family;
    }

    /** Every search there is. */
    public static List<Search> all() {
        return Families.ALL.stream().map(Search::new).toList();
    }

    /** The name of the file that keeps what it finds, without its ending. */
    public String name() {
        return family.name();
    }

    /** The claim it is about. */
    public String claim() {
        return family.claim();
    }

    /** The scope it goes through unless told otherwise. */
    public Scope scope() {
        return family.scope();
    }

    /** Looks at every candidate in the scope until one is a counterexample. */
    public Outcome run(Scope scope) {
        return run(scope, cases -> { });
    }

    /** As {@link #run(Scope)}, telling the listener the number of candidates before it looks at each. */
    public Outcome run(Scope scope, LongConsumer listener) {
        long[] cases = {0};
        Optional<Counterexample> hit = scope.sizes().flatMap(family.candidates())
                .peek(candidate -> listener.accept(++cases[0])).filter(Counterexample::holds).findFirst();
        String words = family.conditions() + "; depth,width,steps,samples,height up to " + scope + "; " + ORDER;
        return new Outcome(words, cases[0], hit.map(found -> found.foundBy(new Searched(words, cases[0]))));
    }

    /**
     * What a search ends with.
     *
     * @param scope what was searched, in words
     * @param cases the candidates looked at
     * @param counterexample the smallest one, if there is one in the scope
     */
    public record Outcome(String scope, long cases, Optional<Counterexample> counterexample) {
    }
}
