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
import org.stillpoint.claims.EvidenceRecord.Kind;

/** What the proofs of a build rest on, also through the lemmas and the contracts that they use. */
public final class ProofBasis {

    private final Map<String, Set<EvidenceRecord>> proofs = new HashMap<>();

    /** The basis of the proofs among some evidence. */
    public ProofBasis(Collection<EvidenceRecord> evidence) {
        evidence.stream().filter(record -> record.kind() == Kind.PROOF)
                .forEach(record -> proofs.computeIfAbsent(subject(record.name()), any -> new HashSet<>()).add(record));
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
            for (EvidenceRecord record : proofs.get(next)) {
                axioms.addAll(names(record, "axioms"));
                Stream.of("lemmas", "contracts").flatMap(key -> names(record, key).stream()).filter(seen::add).forEach(open::push);
            }
        }
        return axioms;
    }

    private static List<String> names(EvidenceRecord record, String key) {
        String names = record.detail().getOrDefault(key, "");
        return names.isEmpty() ? List.of() : List.of(names.split(", "));
    }
}
