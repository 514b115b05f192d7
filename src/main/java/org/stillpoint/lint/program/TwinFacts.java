package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.graph.model.Node;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.program.Examination.Verdict;
import org.stillpoint.lint.program.TensorBlocks.Cell;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;

/** What is found of units that are equal coming in: which stay equal, and which pass on the same now. */
final class TwinFacts {

    /** A program with more slots is not explained. */
    private static final int EXPLAINED = 10_000;

    private final Understood network;
    private final Map<Integer, Traits> traits;
    private final Found found;
    private final Claims claims;
    private final Map<Integer, Equal> byFamily = new LinkedHashMap<>();

    /** Pairs of channels of a family that are equal: for ever, by the number of the verdict that says so, and now. */
    private record Equal(Map<Integer, List<int[]>> forEver, Map<Set<Condition>, List<int[]>> now,
                         Map<List<Integer>, Supplier<String>> why, List<Set<Condition>> conditions) {
    }

    TwinFacts(Understood network, Map<Integer, Traits> traits, Found found, Claims claims) {
        this.network = network;
        this.traits = traits;
        this.found = found;
        this.claims = claims;
    }

    /** Classes that are worth a group for each member, by the number of their family, once it is known what stays zero. */
    Map<Integer, List<int[]>> candidates() {
        Set<Integer> fed = families(Stream.concat(network.inputs().stream(), network.layers().stream()
                .filter(Layer.Opaque.class::isInstance).flatMap(layer -> layer.outputs().stream())));
        Set<Integer> left = families(Stream.concat(network.outputs().stream(), network.layers().stream()
                .filter(Layer.Opaque.class::isInstance).flatMap(layer -> layer.inputs().stream())));
        Map<Integer, List<int[]>> candidates = new HashMap<>();
        traits.forEach((id, family) -> {
            if (!fed.contains(id)) {
                List<int[]> classes = family.equalIncoming().stream()
                        .flatMap(members -> worthwhile(family, members, left)).toList();
                if (!classes.isEmpty()) {
                    candidates.put(id, classes);
                }
            }
        });
        return candidates;
    }

    private static Set<Integer> families(Stream<Value> values) {
        return values.flatMap(value -> Spots.of(value.channels()).stream()).map(spots -> spots.family().id())
                .collect(Collectors.toSet());
    }

    /**
     * Units without incoming weights are the same for a simpler reason; what is of interest of them is whether they stay twins.
     *
     * @param left families whose errors come from what is not understood, of which nobody knows that they are equal
     */
    private Stream<int[]> worthwhile(Traits family, int[] members, Set<Integer> left) {
        Optional<TensorUse> kernel = primary(family.family().id());
        if (kernel.isEmpty()) {
            return Stream.empty();
        }
        boolean zero = family.isZeroIncoming(members[0]);
        List<int[]> alike = family.equalIn(members, family.outgoing());
        if (!zero) {
            return alike.size() == 1 && alike.get(0).length == members.length ? Stream.of(members)
                    : Stream.concat(Stream.of(members), alike.stream());
        }
        return left.contains(family.family().id()) ? Stream.empty() : alike.stream()
                .filter(twins -> !found.has(Kind.STAYS_ZERO, kernel.get(), indices(kernel.get(), family, twins)));
    }

    /** The axis by which units of a family are told: of a matrix or kernels if there is one that makes them. */
    private Optional<TensorUse> primary(int family) {
        List<TensorUse> uses = uses(family).filter(TensorUse::incoming).toList();
        return uses.stream().filter(use -> use.layer().isMixing()).findFirst().or(() -> uses.stream().findFirst());
    }

    private Stream<TensorUse> uses(int family) {
        return network.layers().stream().flatMap(layer -> TensorUse.of(layer).stream())
                .filter(use -> Spots.of(use.channels()).stream().anyMatch(spots -> spots.family().id() == family));
    }

    private static List<Integer> indices(TensorUse use, Traits family, int[] members) {
        Spots spots = Spots.of(use.channels()).stream().filter(each -> each.family().id() == family.family().id()).findFirst()
                .orElseThrow();
        return Arrays.stream(members).mapToObj(c -> spots.places()[c][0]).sorted().toList();
    }

    /** Adds what an examination says of the channels that have a group each. */
    void add(Examination examination, Map<Integer, List<int[]>> candidates) {
        candidates.forEach((id, classes) -> {
            Traits family = traits.get(id);
            Equal equal = byFamily.computeIfAbsent(id, key -> new Equal(new HashMap<>(), new LinkedHashMap<>(), new HashMap<>(),
                    examination.verdicts().stream().map(Verdict::conditions).toList()));
            Set<Integer> single = examination.partition().groups(family.family()).stream().filter(group -> group.length == 1)
                    .map(group -> group[0]).collect(Collectors.toSet());
            for (int[] members : classes) {
                int[] there = Arrays.stream(members).filter(single::contains).toArray();
                examination.nows().forEach(now -> equal.now.computeIfAbsent(now.conditions(), key -> new ArrayList<>())
                        .addAll(pairs(there, channel -> now(examination, now, family, channel))));
                for (int v = 0; v < examination.verdicts().size(); v++) {
                    Verdict verdict = examination.verdicts().get(v);
                    List<int[]> known = equal.forEver.computeIfAbsent(v, key -> new ArrayList<>());
                    pairs(there, channel -> forEver(examination, verdict, family, channel)).forEach(pair -> {
                        known.add(pair);
                        equal.why.putIfAbsent(List.of(pair[0], pair[1]), () -> why(examination, verdict, id, pair));
                    });
                }
            }
        });
    }

    /** Each member with the first one that it is equal to: of which the same is known. */
    private static List<int[]> pairs(int[] members, IntFunction<List<Integer>> known) {
        Map<List<Integer>, Integer> firsts = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int member : members) {
            Integer first = firsts.putIfAbsent(known.apply(member), member);
            if (first != null) {
                pairs.add(new int[] {first, member});
            }
        }
        return pairs;
    }

    /** The classes of what a channel is in the values. */
    private List<Integer> now(Examination examination, Verdict now, Traits family, int channel) {
        return Stream.concat(network.inputs().stream(), network.layers().stream().flatMap(layer -> layer.outputs().stream()))
                .flatMap(value -> {
                    List<Node> nodes = now.graph().value(value);
                    List<int[]> groups = examination.partition().groups(value.channels());
                    return Spots.of(value.channels()).stream().filter(spots -> spots.family().equals(family.family()))
                            .map(spots -> now.classOf(nodes.get(group(groups, spots, channel))));
                }).toList();
    }

    private static int group(List<int[]> groups, Spots spots, int channel) {
        int place = spots.places()[channel][0];
        return IntStream.range(0, groups.size()).filter(group -> IntStream.of(groups.get(group)).anyMatch(c -> c == place))
                .findFirst().orElseThrow();
    }

    /** The classes of what a channel has in the tensors. */
    private List<Integer> forEver(Examination examination, Verdict verdict, Traits family, int channel) {
        return uses(family.family().id()).flatMap(use -> cells(examination, use, family, channel)
                .map(cell -> verdict.classOf(verdict.graph().parameter(use.weights(), cell)))).toList();
    }

    /** The blocks of a channel, in the order of all others. */
    private static Stream<Cell> cells(Examination examination, TensorUse use, Traits family, int channel) {
        TensorBlocks blocks = examination.blocks().get(use.weights());
        int axis = IntStream.range(0, blocks.uses().size()).filter(i -> blocks.uses().get(i).axis() == use.axis()).findFirst()
                .orElseThrow();
        List<int[]> groups = blocks.groups().get(axis);
        return Spots.of(use.channels()).stream().filter(spots -> spots.family().equals(family.family()))
                .flatMap(spots -> blocks.of(axis, group(groups, spots, channel)).stream());
    }

    /** Long sums have long explanations, which nobody reads. */
    private String why(Examination examination, Verdict verdict, int family, int[] pair) {
        if (verdict.program().size() > EXPLAINED) {
            return "";
        }
        TensorUse use = primary(family).orElseThrow();
        return ExplanationText.of(verdict.findings(), verdict.findings().whyEqual(
                slot(examination, verdict, use, family, pair[0]), slot(examination, verdict, use, family, pair[1])));
    }

    private int slot(Examination examination, Verdict verdict, TensorUse use, int family, int channel) {
        Cell first = cells(examination, use, traits.get(family), channel).findFirst().orElseThrow();
        return verdict.slot(verdict.graph().parameter(use.weights(), first));
    }

    /** Puts pairs together to classes, when all examinations were looked at. */
    void finish() {
        byFamily.forEach((id, equal) -> {
            Traits family = traits.get(id);
            TensorUse use = primary(id).orElseThrow();
            Set<Set<Integer>> told = new HashSet<>();
            for (Set<Condition> conditions : equal.conditions) {
                List<int[]> so = IntStream.range(0, equal.conditions.size())
                        .filter(v -> conditions.containsAll(equal.conditions.get(v))).boxed()
                        .flatMap(v -> equal.forEver.getOrDefault(v, List.of()).stream()).toList();
                for (Set<Integer> members : classes(so)) {
                    if (told.stream().noneMatch(before -> before.containsAll(members))) {
                        told.add(members);
                        Supplier<String> why = equal.why.entrySet().stream()
                                .filter(entry -> members.containsAll(entry.getKey())).findFirst().orElseThrow().getValue();
                        found.addTogether(Kind.STAY_EQUAL, use, indices(use, family, array(members)), true, conditions,
                                claims.stayEqual(use), why);
                    }
                }
            }
            equal.now.forEach((conditions, pairs) -> {
                for (Set<Integer> members : classes(pairs)) {
                    if (told.stream().noneMatch(before -> before.containsAll(members))
                            && !family.isZeroIncoming(members.iterator().next())) {
                        told.add(members);
                        found.addTogether(Kind.EQUAL_NOW, use, indices(use, family, array(members)), true, conditions,
                                List.of("GRAPH-2"), () -> "");
                    }
                }
            });
        });
    }

    private static int[] array(Set<Integer> members) {
        return members.stream().mapToInt(i -> i).toArray();
    }

    private static List<Set<Integer>> classes(List<int[]> pairs) {
        List<Set<Integer>> classes = new ArrayList<>();
        for (int[] pair : pairs) {
            Set<Integer> merged = new TreeSet<>(Set.of(pair[0], pair[1]));
            classes.removeIf(members -> {
                boolean meets = members.contains(pair[0]) || members.contains(pair[1]);
                if (meets) {
                    merged.addAll(members);
                }
                return meets;
            });
            classes.add(merged);
        }
        return classes;
    }
}
