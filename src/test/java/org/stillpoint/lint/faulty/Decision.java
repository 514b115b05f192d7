package org.stillpoint.lint.faulty;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Place;
import org.stillpoint.lint.program.Facts;

/**
 * What is decided of a start.
 *
 * @param word stuck, if a certificate says that weights never move or units stay equal; harmless, if there are zeros beside those
 *     of biases and no certificate; else not decided
 */
record Decision(String word, String says) {

    private static final int NAMED = 3;

    static Decision of(Facts facts) {
        List<Fact> certified = facts.facts().stream().filter(Fact::certified).toList();
        List<String> stuck = new ArrayList<>();
        add(stuck, "zero, and never move", certified, Kind.STAYS_ZERO);
        add(stuck, "never change, without weight decay", certified, Kind.NEVER_CHANGES);
        add(stuck, "units that stay equal", certified, Kind.STAY_EQUAL);
        if (!stuck.isEmpty()) {
            return new Decision("stuck", String.join("; ", stuck));
        }
        List<Fact> zeros = facts.facts().stream()
                .filter(fact -> fact.kind() == Kind.ZERO_BUT_MOVES && fact.place() != Place.BIAS).toList();
        return zeros.isEmpty() ? new Decision("not decided", "no weights but biases are zero, no units equal")
                : new Decision("harmless", "zero, and move: " + names(zeros));
    }

    private static void add(List<String> stuck, String what, List<Fact> facts, Kind kind) {
        List<Fact> these = facts.stream().filter(fact -> fact.kind() == kind).toList();
        if (!these.isEmpty()) {
            stuck.add(what + ": " + names(these));
        }
    }

    private static String names(List<Fact> facts) {
        List<String> names = facts.stream().map(fact -> fact.units().tensor().name()).distinct().sorted().toList();
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }
}
