package org.stillpoint.check.verdict;

import java.util.List;
import java.util.Optional;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.question.Ability;

/**
 * What is to be said of a program.
 *
 * @param seed of the random cases
 * @param cases those that it answered
 * @param wrong those of them that it answered wrongly
 * @param unsupported those to which it said that it does not do that
 * @param conventions its own, with those that no answered case shows
 * @param laws by claim
 * @param memory empty if its answers do not depend on earlier requests
 * @param diagnosis the mistakes that explain most; empty if it is right, or nothing explains even half of the wrong cases
 * @param shape what the differences look like, a sentence each, without full stops; empty if it is right or the
 *     diagnosis explains all
 * @param smallest present if it is wrong
 * @param drifts how twins part in its own training, which is no mistake; empty if none was followed
 */
public record Verdict(Ability ability, long seed, int cases, int wrong, int unsupported, List<ShownConvention> conventions,
                      List<LawCount> laws, Optional<Memory> memory, Optional<Explanation> diagnosis, List<String> shape,
                      Optional<Smallest> smallest, List<Drift> drifts) {

    public Verdict {
        conventions = List.copyOf(conventions);
        laws = List.copyOf(laws);
        shape = List.copyOf(shape);
        drifts = List.copyOf(drifts);
    }

    /** The same with what became of twins. */
    public Verdict withDrifts(List<Drift> followed) {
        return new Verdict(ability, seed, cases, wrong, unsupported, conventions, laws, memory, diagnosis, shape, smallest,
                followed);
    }

    public boolean isRight() {
        return wrong == 0 && memory.isEmpty();
    }

    /** The way that the program has of a convention; empty if no answered case shows it. */
    public Optional<String> wayOf(Convention convention) {
        return conventions.stream().filter(shown -> shown.convention() == convention).findFirst().flatMap(ShownConvention::way);
    }

    /** How it writes numbers. */
    public NumberText numbers() {
        return new NumberText(ability.arithmetic());
    }
}
