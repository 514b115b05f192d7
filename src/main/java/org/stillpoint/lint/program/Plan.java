package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.network.Layer;

/**
 * Which cuts of the channels are worth a program. Any cut is sound; a finer one only finds more. Channels with zeros in the same
 * places are a group together, as what is zero of them is so as a block; channels that may be twins need a group each. Where they
 * are more than a program may have, they come in rounds, each class with its first member in all of them.
 */
final class Plan {

    private static final int SLOTS_OF_A_BLOCK = 12;
    private static final int MOST = 1024;
    private static final int FEWEST = 4;

    private final Understood network;
    private final Map<Integer, Traits> traits;
    private final Bounds bounds;

    /**
     * Cuts to look at, one after the other.
     *
     * @param leftOut by the number of a family how many of its channels are told apart in none of them, though they should be
     */
    record Rounds(List<Partition> partitions, Map<Integer, Integer> leftOut) {
    }

    /**
     * How much may be spent.
     *
     * @param slots of a program, about
     * @param rounds programs for each purpose
     */
    record Bounds(int slots, int rounds) {

        static final Bounds USUAL = new Bounds(200_000, 24);
    }

    Plan(Understood network, Map<Integer, Traits> traits, Bounds bounds) {
        this.network = network;
        this.traits = traits;
        this.bounds = bounds;
    }

    /** Cuts that tell apart channels with zeros in different places. */
    Rounds zeros() {
        Map<Integer, Integer> wanted = new HashMap<>();
        traits.forEach((id, family) -> wanted.put(id, bySignature(family, Set.of()).size()));
        int most = most(wanted);
        Map<Integer, List<List<int[]>>> isolated = new HashMap<>();
        traits.forEach((id, family) -> {
            if (wanted.get(id) > most) {
                isolated.put(id, chunks(bySignature(family, Set.of()).stream().map(List::of).toList(), most - 1));
            }
        });
        return rounds(isolated, most);
    }

    /** Cuts with a group for each member of classes, by the number of their family; none if there are no classes. */
    Rounds twins(Map<Integer, List<int[]>> classes) {
        if (classes.isEmpty()) {
            return new Rounds(List.of(), Map.of());
        }
        Map<Integer, Integer> wanted = new HashMap<>();
        traits.forEach((id, family) -> wanted.put(id, bySignature(family, Set.of()).size()
                + classes.getOrDefault(id, List.of()).stream().mapToInt(members -> members.length).sum()));
        int most = most(wanted);
        Map<Integer, List<List<int[]>>> isolated = new HashMap<>();
        classes.forEach((family, members) -> isolated.put(family,
                chunks(members.stream().flatMap(each -> parts(each, most - 1).stream()).toList(), most - 1)));
        return rounds(isolated, most);
    }

    /** The most groups of a family with which a program stays within its bound, but a few at least. */
    private int most(Map<Integer, Integer> wanted) {
        int most = MOST;
        while (most > FEWEST && slots(wanted, most) > bounds.slots()) {
            most /= 2;
        }
        return most;
    }

    private long slots(Map<Integer, Integer> wanted, int most) {
        long blocks = 0;
        for (Layer layer : network.layers()) {
            blocks += TensorUse.of(layer).stream().mapToLong(use -> Spots.of(use.channels()).stream()
                    .mapToLong(spots -> Math.min(most, wanted.getOrDefault(spots.family().id(), 1))).sum())
                    .reduce(1, (a, b) -> a * b);
        }
        return blocks * SLOTS_OF_A_BLOCK;
    }

    /** A class as lists of single channels, each with the first one, none longer than what there is room for. */
    private static List<List<int[]>> parts(int[] members, int room) {
        List<List<int[]>> parts = new ArrayList<>();
        for (int from = 1; from < members.length; from += room - 1) {
            int to = Math.min(members.length, from + room - 1);
            parts.add(IntStream.concat(IntStream.of(members[0]), Arrays.stream(members, from, to)).mapToObj(c -> new int[] {c})
                    .toList());
        }
        return parts;
    }

    /** Lists one after the other as long as there is room. A group that is in one already is not added again. */
    private static List<List<int[]>> chunks(List<List<int[]>> pieces, int room) {
        List<List<int[]>> chunks = new ArrayList<>();
        List<int[]> chunk = new ArrayList<>();
        Set<Integer> firsts = new HashSet<>();
        for (List<int[]> piece : pieces) {
            if (!chunk.isEmpty() && chunk.size() + piece.size() > room) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                firsts.clear();
            }
            for (int[] group : piece) {
                if (firsts.add(group[0])) {
                    chunk.add(group);
                }
            }
        }
        chunks.add(chunk);
        return chunks;
    }

    private Rounds rounds(Map<Integer, List<List<int[]>>> isolated, int most) {
        int count = isolated.values().stream().mapToInt(List::size).max().orElse(1);
        List<Partition> partitions = IntStream.range(0, Math.min(count, bounds.rounds())).mapToObj(round ->
                new Partition(traits.values().stream().collect(Collectors.toMap(family -> family.family().id(), family -> {
                    List<List<int[]>> own = isolated.getOrDefault(family.family().id(), List.of(List.of()));
                    return groups(family, own.get(Math.min(round, own.size() - 1)), most);
                })))).toList();
        Map<Integer, Integer> leftOut = new LinkedHashMap<>();
        isolated.forEach((family, chunks) -> {
            Set<Integer> seen = members(chunks.subList(0, Math.min(chunks.size(), bounds.rounds())));
            long missing = members(chunks).stream().filter(channel -> !seen.contains(channel)).count();
            if (missing > 0) {
                leftOut.put(family, Math.toIntExact(missing));
            }
        });
        return new Rounds(partitions, leftOut);
    }

    private static Set<Integer> members(List<List<int[]>> chunks) {
        return chunks.stream().flatMap(List::stream).flatMapToInt(IntStream::of).boxed().collect(Collectors.toSet());
    }

    /** Some groups, and what remains by its zeros, or as one if those are too many. */
    private static List<int[]> groups(Traits family, List<int[]> isolated, int most) {
        Set<Integer> gone = new HashSet<>();
        isolated.forEach(group -> IntStream.of(group).forEach(gone::add));
        List<int[]> rest = bySignature(family, gone);
        List<int[]> groups = new ArrayList<>(isolated);
        if (rest.size() > Math.max(1, most - isolated.size())) {
            groups.add(IntStream.range(0, family.size()).filter(c -> !gone.contains(c)).toArray());
        } else {
            groups.addAll(rest);
        }
        return groups;
    }

    /** The largest group comes last. */
    private static List<int[]> bySignature(Traits family, Set<Integer> without) {
        Map<List<Boolean>, List<Integer>> groups = new LinkedHashMap<>();
        for (int c = 0; c < family.size(); c++) {
            if (!without.contains(c)) {
                groups.computeIfAbsent(family.zeros(c), key -> new ArrayList<>()).add(c);
            }
        }
        return groups.values().stream().sorted(Comparator.comparingInt(List::size))
                .map(members -> members.stream().mapToInt(i -> i).toArray()).toList();
    }
}
