package org.stillpoint.proof.coq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A theorem that Coq proves too.
 *
 * @param contract KeY's contract
 * @param premises what Coq proves for it, each with the axioms that Coq assumes: the lemmas that KeY's proof ends in, or the
 *     theorem itself if that uses
 *         none of its own
 */
record CoqTheorem(String contract, SortedMap<String, SortedSet<String>> premises) {

    private static final String FILE = "expected-premises.txt";
    private static final String COMMENT = "#";
    private static final String LEMMA = "lemma";
    private static final String NONE = "none";

    CoqTheorem {
        premises = Collections.unmodifiableSortedMap(new TreeMap<>(premises));
    }

    /**
     * The theorems that {@code expected-premises.txt} lists: a line for a contract, and an indented line for each of its lemmas.
     */
    static List<CoqTheorem> all() {
        List<CoqTheorem> theorems = new ArrayList<>();
        String contract = "";
        SortedMap<String, SortedSet<String>> premises = new TreeMap<>();
        for (String line : CoqFiles.read(FILE).lines().filter(line -> !line.isBlank() && !line.startsWith(COMMENT)).toList()) {
            if (line.startsWith(" ")) {
                String[] parts = line.strip().split(": ");
                premises.put(parts[0], parts[1].equals(NONE) ? new TreeSet<>() : new TreeSet<>(List.of(parts[1].split(" "))));
            } else {
                addTo(theorems, contract, premises);
                contract = line.strip();
                premises.clear();
            }
        }
        addTo(theorems, contract, premises);
        return List.copyOf(theorems);
    }

    private static void addTo(List<CoqTheorem> theorems, String contract, SortedMap<String, SortedSet<String>> premises) {
        if (!contract.isEmpty()) {
            theorems.add(new CoqTheorem(contract, premises));
        }
    }

    /** The lemmas that KeY's proof ends in. */
    Set<String> lemmas() {
        return premises.keySet().stream().filter(name -> name.startsWith(LEMMA)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The axioms that Coq assumes for the theorem. */
    SortedSet<String> axioms() {
        SortedSet<String> axioms = new TreeSet<>();
        premises.values().forEach(axioms::addAll);
        return axioms;
    }

    /** What stands on the page of KeY's saved proof in the row of this name, as a list. */
    SortedSet<String> onKeysPage(String row) {
        String start = "| " + row + " | ";
        return CoqFiles.readPage(contract).lines().filter(line -> line.startsWith(start)).findFirst()
                .map(line -> new TreeSet<>(List.of(line.substring(start.length(), line.lastIndexOf(" |")).split(", "))))
                .orElseGet(TreeSet::new);
    }
}
