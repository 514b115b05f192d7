package org.stillpoint.search;

import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Shows;

/**
 * A claim that somebody states in a file.
 *
 * @param title what it is called
 * @param says the claim itself, one sentence
 * @param scope which trainings it speaks of, and how far they are searched
 * @param given what it presupposes of a training
 * @param claimed what is claimed of a training that meets what is given
 * @param always whether each of that is claimed to hold always; else all of it together is claimed never to happen
 */
public record OwnClaim(String title, String says, OwnScope scope, OwnFacts given, OwnFacts claimed, boolean always) {

    /** What contradicts the claim on a training with so many layers and steps, one being enough. */
    List<Shows> contradictions(int layers, int steps) {
        List<Fact> facts = claimed.of(layers, steps);
        List<List<Fact>> contradictions = always ? facts.stream().flatMap(OwnClaim::opposites).toList() : List.of(facts);
        return contradictions.stream().map(shows -> Shows.of(given.of(layers, steps), shows)).toList();
    }

    private static Stream<List<Fact>> opposites(Fact fact) {
        return fact.relation().opposites().stream().map(other -> List.of(new Fact(fact.left(), other, fact.right())));
    }
}
