package org.stillpoint.cli;

import java.util.Optional;
import org.stillpoint.format.Json;
import org.stillpoint.search.RandomSearch;
import org.stillpoint.search.Search;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.ReplayFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code refute} answers.
 *
 * @param within the search of the scope
 * @param beyond the random search that went on from there, if one did
 */
record Refutation(Search search, Search.Outcome within, Optional<RandomSearch.Outcome> beyond) {

    Optional<Counterexample> counterexample() {
        return within.counterexample().or(() -> beyond.flatMap(RandomSearch.Outcome::counterexample));
    }

    /** @param file where the counterexample is saved, if there is one */
    ObjectNode json(Optional<String> file) {
        ObjectNode value = Json.object();
        value.put("claim", search.claim());
        value.put("scope", scope() + beyond.map(random -> "; then " + random.scope()).orElse(""));
        value.put("cases", within.cases() + beyond.map(RandomSearch.Outcome::tries).orElse(0));
        value.put("counterexample", file.orElse(null));
        return value;
    }

    /** @param file where the counterexample is saved, if there is one */
    String text(Optional<String> file) {
        String saved = file.map(name -> "; saved in " + name + "\n").orElse("\n");
        String scope = "scope: " + scope() + "\n";
        if (counterexample().isEmpty()) {
            return search.claim() + ": " + none() + "\n" + scope + beyond.map(random -> "beyond: none in " + random.scope() + "\n").orElse("");
        }
        Counterexample found = counterexample().get();
        return search.claim() + ": " + found.contradicts() + "\n" + ReplayFormat.summary(found) + scope
                + beyond.map(random -> none() + "\nfound as the last of " + random.scope() + ", and shrunk: a smaller one may exist beyond the scope")
                        .orElse("found as case " + within.cases() + ", no smaller one in the scope") + saved;
    }

    private String none() {
        return within.decided() ? "none in scope, " + within.cases() + " cases" : "none in the first " + within.cases() + " cases of the scope";
    }

    private String scope() {
        return within.scope() + (within.decided() ? "" : "; only the first " + within.cases() + " cases");
    }
}
