package org.stillpoint.attack;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.Situations;
import org.stillpoint.kernel.Parameters;

/**
 * A condition as something that can be imposed on a situation, and looked up in one.
 *
 * @param impose makes it hold, where it can
 */
record Imposition(BiFunction<Situation, Situations, Situation> impose, Predicate<Situation> holds) {

    /** A condition that is left to chance: it is drawn until it holds. */
    static Imposition drawn(Predicate<Situation> holds) {
        return new Imposition((situation, draws) -> situation, holds);
    }

    static Imposition of(UnaryOperator<Situation> impose, Predicate<Situation> holds) {
        return new Imposition((situation, draws) -> impose.apply(situation), holds);
    }

    /** A condition on the parameters at the start: what would make it hold changes nothing. */
    static Imposition onStart(BiFunction<Situation, Parameters, Parameters> change) {
        return of(s -> s.withParameters(change.apply(s, s.parameters())),
                s -> Parts.same(s.parameters(), change.apply(s, s.parameters())));
    }

    /** A condition on the velocity at the start: what would make it hold changes nothing. */
    static Imposition onVelocity(BiFunction<Situation, Parameters, Parameters> change) {
        return of(s -> s.withVelocity(change.apply(s, s.training().velocity())),
                s -> Parts.same(s.training().velocity(), change.apply(s, s.training().velocity())));
    }

    /** The same where this holds too. */
    Imposition where(Predicate<Situation> also) {
        return new Imposition((s, draws) -> also.test(s) ? impose.apply(s, draws) : s, s -> also.test(s) && holds.test(s));
    }
}
