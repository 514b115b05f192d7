package org.stillpoint.attack;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.Situations;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Condition;

/**
 * What a claim concludes of every situation that meets its conditions.
 *
 * @param claim its identifier
 * @param words of its statement and of what else its file says of when it holds, as {@link Words} shortens them: a conclusion is
 *     written for these words, and has to be looked at again where they change
 * @param conclusion what must be true
 */
record Attack(String claim, String words, Predicate<Situation> conclusion) {

    static List<Attack> all() {
        return Stream.of(ZeroConclusions.ALL, PartConclusions.ALL, SymmetryConclusions.ALL, LawConclusions.ALL,
                        KinkConclusions.ALL, BlockConclusions.ALL)
                .flatMap(List::stream).toList();
    }

    static Attack on(String claim) {
        return all().stream().filter(attack -> attack.claim.equals(claim)).findFirst().orElseThrow();
    }

    /** What the claim's file says that it presupposes. */
    List<Condition> conditions(Catalogue catalogue) {
        return catalogue.find(claim).orElseThrow().conditions();
    }

    /** The first situation, of as many, that meets the conditions and not the conclusion. */
    Optional<Situation> counterexample(List<Condition> conditions, Situations draws, int tries) {
        return IntStream.range(0, tries).mapToObj(i -> Impositions.draw(conditions, draws)).filter(conclusion.negate())
                .findFirst();
    }
}
