package org.stillpoint.statement;

import java.util.List;

/**
 * A training of a certain kind in which certain numbers compare in a certain way.
 *
 * @param requires what the claim presupposes
 * @param shows what the claim rules out, for a false one, or an instance of what it says
 */
public record Shows(List<Fact> requires, List<Fact> shows, Companions companions) implements Statement {

    public Shows {
        requires = List.copyOf(requires);
        shows = List.copyOf(shows);
    }

    /** Facts of a training that is compared with nothing. */
    public static Shows of(List<Fact> requires, List<Fact> shows) {
        return new Shows(requires, shows, Companions.NONE);
    }

    @Override
    public List<Comparison> requires(Run run) {
        return requires.stream().map(fact -> fact.comparison(run)).toList();
    }

    @Override
    public List<Comparison> shows(Run run) {
        return shows.stream().map(fact -> fact.comparison(run)).toList();
    }
}
