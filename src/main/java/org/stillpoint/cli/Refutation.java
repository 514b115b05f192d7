package org.stillpoint.cli;

import java.util.Optional;
import org.stillpoint.format.Json;
import org.stillpoint.search.RandomSearch;
import org.stillpoint.search.Scope;
import org.stillpoint.search.Search;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.ReplayFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code refute} answers.
 *
 * @param claim what was asked for; the search may be that of another claim which decides it too
 * @param scope how far the search was to go
 * @param within the search of the scope
 * @param meeting how many of its cases meet what is given, of a claim of one's own that none of them contradicts
 * @param beyond the random search that went on from there, if one did
 */
record Refutation(String claim, Search search, Scope scope, Search.Result within, Optional<Long> meeting,
                  Optional<RandomSearch.Beyond> beyond) {

    Optional<Counterexample> counterexample() {
        return within.counterexample().or(() -> beyond.flatMap(RandomSearch.Beyond::counterexample));
    }

    /** @param file where the counterexample is saved, if there is one */
    ObjectNode json(Optional<String> file) {
        ObjectNode value = Json.object();
        value.put("claim", claim);
        value.put("scope", within.scope() + (within.decided() ? "" : "; only the first " + within.cases() + " cases")
                + beyond.map(random -> "; then " + random.scope()).orElse(""));
        value.put("cases", within.cases() + beyond.map(RandomSearch.Beyond::tries).orElse(0));
        value.put("counterexample", file.orElse(null));
        meeting.ifPresent(number -> value.put("meetGiven", number));
        return value;
    }

    /** @param file where the counterexample is saved, if there is one */
    String text(Optional<String> file) {
        String by = claim.equals(search.claim()) ? "" : claim + ", by the search for ";
        return by + search.claim() + ": " + counterexample().map(hit -> hit.contradicts() + "\n" + ReplayFormat.summary(hit))
                .orElseGet(() -> none() + "\n")
                + field("candidates", search.conditions())
                + field("scope", "up to " + scope.words())
                + field("order", Search.ORDER)
                + counterexample().map(hit -> inScope()).orElse("")
                + beyond.map(Refutation::randomly).orElse("")
                + file.map(name -> field("saved in", name)).orElse("");
    }

    private String none() {
        return (within.decided() ? "none in the scope, " + within.cases() + " cases"
                : "none in the first " + within.cases() + " cases of the scope")
                + meeting.map(number -> ", of which " + number + " meet what is given").orElse("");
    }

    private String inScope() {
        return field("in the scope", beyond.isPresent()
                ? "none in " + (within.decided() ? "" : "the first ") + within.cases() + " cases"
                : "found as case " + within.cases() + ", no smaller one in the scope");
    }

    private static String randomly(RandomSearch.Beyond random) {
        return field("beyond the scope", random.counterexample().isPresent()
                ? "found as random candidate " + random.tries() + " and shrunk; a smaller one may exist beyond the scope"
                : "none in " + random.candidates() + ", which is not exhaustive")
                + field("  seed", String.valueOf(random.seed()))
                + field("  sizes", "up to " + random.sizes())
                + field("  length of numbers", random.length());
    }

    private static String field(String label, String value) {
        return label + ": " + value + "\n";
    }
}
