package org.stillpoint.statement;

import java.util.List;
import java.util.Set;

/**
 * Any two numbers of the training compare in a way that the claim rules out.
 *
 * @param words what that shows, one sentence
 */
public record NumbersCompare(String words, Side left, Relation relation, Side right) implements Statement {

    static final String KIND = "numbers-compare";

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
        return List.of();
    }

    @Override
    public List<Comparison> conclusions(Run run) {
        return List.of(new Fact(left, relation, right).comparison(run));
    }
}
