package org.stillpoint.lint.finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Place;

/**
 * What a unit that is worth nothing is: the rule, and what says so in the first place.
 *
 * @param moves whether its zero weights are expected to move
 * @param isZero whether it is known to pass on zero
 */
record UnitCase(Rule rule, Known known, boolean moves, boolean isZero) {

    /** Units whose cases are alike are told of together. */
    record Alike(Rule rule, String tensor, Kind kind, boolean certified, Set<Condition> conditions, List<String> claims,
                 boolean isZero, boolean moves) {
    }

    Alike alike() {
        Fact fact = known.fact();
        return new Alike(rule, known.spot().tensor().name(), fact.kind(), fact.certified(), fact.conditions(), fact.claims(),
                isZero, moves);
    }

    /**
     * The case of a unit; empty if it is like most. That a bias is zero is no case.
     *
     * @param known all that is known of the unit
     */
    static Optional<UnitCase> of(List<Known> known, boolean hasZeroWeights) {
        Optional<Known> zero = first(known, Kind.STAYS_ZERO, Spot.Use.MAKES);
        Optional<Known> constant = first(known, Kind.ALWAYS_ZERO).or(() -> first(known, Kind.CONSTANT_NOW));
        if (hasZeroWeights) {
            zero = zero.or(() -> constant);
        }
        return made(Rule.ZERO_UNIT, zero, known)
                .or(() -> made(Rule.DEAD_UNIT, constant.filter(Known::isZero).or(() -> first(known, Kind.UNREAD_NOW)), known))
                .or(() -> made(Rule.CONSTANT_UNIT, constant, known))
                .or(() -> made(Rule.DEAD_UNIT, first(known, Kind.NEVER_CHANGES, Spot.Use.MAKES), known))
                .or(() -> made(Rule.ZERO_UNIT, first(known, Kind.STAYS_ZERO, Spot.Use.TREATS), known))
                .or(() -> made(Rule.DEAD_UNIT, first(known, Kind.NEVER_CHANGES, Spot.Use.TREATS), known))
                .or(() -> made(Rule.HARMLESS_ZERO, first(known, Kind.ZERO_BUT_MOVES)
                        .filter(each -> !each.isOf(Spot.Use.READS) && each.fact().place() != Place.BIAS), known));
    }

    private static Optional<UnitCase> made(Rule rule, Optional<Known> first, List<Known> known) {
        return first.map(each -> new UnitCase(rule, each,
                known.stream().anyMatch(other -> other.fact().kind() == Kind.ZERO_BUT_MOVES),
                known.stream().anyMatch(Known::isZero)));
    }

    private static Optional<Known> first(List<Known> known, Kind kind) {
        return known.stream().filter(each -> each.fact().kind() == kind).findFirst();
    }

    private static Optional<Known> first(List<Known> known, Kind kind, Spot.Use use) {
        return known.stream().filter(each -> each.fact().kind() == kind && each.isOf(use)).findFirst();
    }
}
