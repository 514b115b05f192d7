package org.stillpoint.lint.data;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Place;

/**
 * What is known of units whatever the data are, so that it is not told of them on data once more.
 *
 * @param facts about the same network
 */
record Told(List<Fact> facts) {

    private static final Set<Kind> ZERO_WEIGHTS = EnumSet.of(Kind.STAYS_ZERO, Kind.ZERO_BUT_MOVES);
    private static final Set<Kind> CONSTANT = EnumSet.of(Kind.CONSTANT_NOW, Kind.ALWAYS_ZERO);
    private static final Set<Kind> EQUAL = EnumSet.of(Kind.STAY_EQUAL, Kind.EQUAL_NOW);

    Told {
        facts = facts.stream().filter(fact -> fact.units().incoming()).toList();
    }

    /** Whether a unit is zero in what makes it, or constant. */
    boolean isConstant(OnData units, int unit) {
        return Stream.concat(of(units, CONSTANT), of(units, ZERO_WEIGHTS).filter(fact -> fact.place() != Place.BIAS))
                .anyMatch(fact -> fact.units().indices().contains(unit));
    }

    /** Whether these units are equal. */
    boolean areEqual(OnData units, List<Integer> alike) {
        return of(units, EQUAL).anyMatch(fact -> fact.units().indices().containsAll(alike));
    }

    private Stream<Fact> of(OnData units, Set<Kind> kinds) {
        return facts.stream().filter(fact -> kinds.contains(fact.kind()) && units.isOf(fact.units().tensor()));
    }
}
