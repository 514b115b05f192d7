package org.stillpoint.claims;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the proofs of a build rest on, also through the lemmas and the contracts that they use. */
public final class ProofBasis {

    private final Map<String, Set<ProofFigures>> proofs = new HashMap<>();

    /** The basis of the proofs among some evidence. */
    public ProofBasis(Collection<EvidenceRecord> evidence) {
        for (EvidenceRecord record : evidence) {
            if (record.figures() instanceof ProofFigures proof) {
                proofs.computeIfAbsent(subject(record.name()), any -> new HashSet<>()).add(proof);
            }
        }
    }

    /** A lemma by induction is proved in two parts, which have its name before a comma. */
    private static String subject(String name) {
        return name.replaceFirst(",.*", "");
    }

    /**
     * The axioms of arithmetic that a proof uses, or a lemma or contract that it rests on.
     *
     * @throws IllegalArgumentException if something that it rests on was not proved
     */
    public SortedSet<String> axioms(String proof) {
        SortedSet<String> axioms = new TreeSet<>();
        Set<String> seen = new HashSet<>(List.of(subject(proof)));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (!proofs.containsKey(next)) {
                throw new IllegalArgumentException(next + " was not proved in this build, and " + proof + " rests on it");
            }
            for (ProofFigures figures : proofs.get(next)) {
                axioms.addAll(figures.axioms());
                Stream.of(figures.lemmas(), figures.contracts()).flatMap(List::stream).filter(seen::add).forEach(open::push);
            }
        }
        return axioms;
    }
}
