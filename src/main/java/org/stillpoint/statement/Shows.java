package org.stillpoint.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A training of a certain kind in which certain numbers compare in a certain way. The file spells out which.
 *
 * @param words what that shows, one sentence
 * @param requires what the claim presupposes
 * @param shows what the claim rules out, for a false one, or an instance of what it says
 * @param variation the same training with one thing different, if there is something to compare with
 */
public record Shows(String words, List<Fact> requires, List<Fact> shows, Optional<Variation> variation) implements Statement {

    static final String KIND = "shows";

    public Shows {
        requires = List.copyOf(requires);
        shows = List.copyOf(shows);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> claims() {
        return Set.of();
    }

    @Override
    public List<Comparison> premises(Run run) {
        return comparisons(requires, run);
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return comparisons(shows, run);
    }

    private List<Comparison> comparisons(List<Fact> facts, Run run) {
        Run varied = variation.map(run::varied).orElse(run);
        return facts.stream().map(fact -> fact.comparison(varied)).toList();
    }
}
