package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.modelfile.tensor.Weights;

/** Facts that grow together while several programs are looked at: of each unit what was said first stays. */
final class Found {

    /** An axis of a tensor, which several layers may use. */
    private record Axis(String layer, Weights weights, int axis) {

        static Axis of(TensorUse use) {
            return new Axis(use.layer().name(), use.weights(), use.axis());
        }
    }

    private record About(Axis axis, Kind kind) {
    }

    /** What units have to have in common for one fact. */
    private record Key(About about, int part, boolean certified, Set<Condition> conditions, List<String> claims,
                       Optional<String> value) {
    }

    private record Entry(TensorUse use, TreeSet<Integer> indices, String explanation) {
    }

    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final Map<About, Set<Integer>> covered = new HashMap<>();

    /** Adds those of the units of which this is not known yet. */
    void add(Kind kind, TensorUse use, List<Integer> indices, boolean certified, Set<Condition> conditions, List<String> claims,
             Optional<String> value, Supplier<String> explanation) {
        About about = new About(Axis.of(use), kind);
        Set<Integer> known = covered.computeIfAbsent(about, key -> new HashSet<>());
        List<Integer> fresh = indices.stream().filter(index -> !known.contains(index)).toList();
        if (!fresh.isEmpty()) {
            known.addAll(fresh);
            put(new Key(about, 0, certified, Set.copyOf(conditions), claims, value), use, fresh, explanation);
        }
    }

    /** Adds units that belong together, such as those of a class, which are no fact with others. */
    void addTogether(Kind kind, TensorUse use, List<Integer> indices, boolean certified, Set<Condition> conditions,
                     List<String> claims, Supplier<String> explanation) {
        put(new Key(new About(Axis.of(use), kind), 1 + indices.get(0), certified, Set.copyOf(conditions), claims,
                Optional.empty()), use, indices, explanation);
    }

    private void put(Key key, TensorUse use, List<Integer> indices, Supplier<String> explanation) {
        entries.computeIfAbsent(key, any -> new Entry(use, new TreeSet<>(), explanation.get())).indices.addAll(indices);
    }

    /** Whether this is known of all these units. */
    boolean has(Kind kind, TensorUse use, List<Integer> indices) {
        return covered.getOrDefault(new About(Axis.of(use), kind), Set.of()).containsAll(indices);
    }

    /** All facts, in the order in which they were found, without those of units taken that follow from all units made. */
    List<Fact> facts(Places places) {
        List<Fact> facts = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (!followsFromAll(key, entry)) {
                facts.add(new Fact(key.about.kind, entry.use.units(List.copyOf(entry.indices)), places.of(entry.use.layer()),
                        key.certified, key.conditions, key.claims, key.value, entry.explanation));
            }
        });
        return facts;
    }

    private boolean followsFromAll(Key key, Entry entry) {
        return !entry.use.incoming() && key.about.kind != Kind.EQUAL_NOW && entries.entrySet().stream().anyMatch(other ->
                other.getKey().about.kind == key.about.kind && other.getValue().use.incoming()
                        && other.getKey().about.axis.weights.equals(key.about.axis.weights)
                        && key.conditions.containsAll(other.getKey().conditions)
                        && other.getValue().use.units(List.copyOf(other.getValue().indices)).areAll());
    }
}
