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
 *
 * @param most groups of a family in one program
 */
record Plan(Understood network, Map<Integer, Traits> traits, int most) {

    private static final int SLOTS = 200_000;
    private static final int SLOTS_OF_A_BLOCK = 12;
    private static final int FEWEST = 4;
    private static final int ALL = 64;

    /** The most groups with which a program stays within its bounds, but a few at least. */
    static Plan of(Understood network, Map<Integer, Traits> traits) {
        int most = ALL;
        while (most > FEWEST && slots(network, most) > SLOTS) {
            most /= 2;
        }
        return new Plan(network, traits, most);
    }

    private static long slots(Understood network, int most) {
        long blocks = 0;
        for (Layer layer : network.layers()) {
            blocks += TensorUse.of(layer).stream().mapToLong(use -> Spots.of(use.channels()).stream()
                    .mapToLong(spots -> Math.min(most, spots.family().size())).sum()).reduce(1, (a, b) -> a * b);
        }
        return blocks * SLOTS_OF_A_BLOCK;
    }

    /** Cuts that tell apart channels with zeros in different places, as many as it takes. */
    List<Partition> zeros() {
        return rounds(traits.values().stream().collect(Collectors.toMap(family -> family.family().id(), family -> {
            List<int[]> groups = bySignature(family, Set.of());
            return groups.size() <= most ? List.of(List.of())
                    : chunks(groups.stream().map(List::of).toList(), most - 1);
        })));
    }

    /** Cuts with a group for each member of classes, by the number of their family. */
    List<Partition> twins(Map<Integer, List<int[]>> classes) {
        Map<Integer, List<List<int[]>>> isolated = new HashMap<>();
        if (classes.isEmpty()) {
            return List.of();
        }
        classes.forEach((family, members) -> isolated.put(family,
                chunks(members.stream().flatMap(each -> parts(each).stream()).toList(), most - 1)));
        return rounds(isolated);
    }

    /** A class as lists of single channels, each with the first one, none longer than what there is room for. */
    private List<List<int[]>> parts(int[] members) {
        List<List<int[]>> parts = new ArrayList<>();
        int room = most / 2;
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
        for (List<int[]> piece : pieces) {
            if (!chunk.isEmpty() && chunk.size() + piece.size() > room) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
            }
            for (int[] group : piece) {
                if (chunk.stream().noneMatch(other -> Arrays.equals(other, group))) {
                    chunk.add(group);
                }
            }
        }
        chunks.add(chunk);
        return chunks;
    }

    private List<Partition> rounds(Map<Integer, List<List<int[]>>> isolated) {
        int count = isolated.values().stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, count).mapToObj(round -> new Partition(traits.values().stream().collect(Collectors.toMap(
                family -> family.family().id(), family -> {
                    List<List<int[]>> own = isolated.getOrDefault(family.family().id(), List.of(List.of()));
                    return groups(family, own.get(Math.min(round, own.size() - 1)));
                })))).toList();
    }

    /** Some groups, and what remains by its zeros, or as one if those are too many. */
    private List<int[]> groups(Traits family, List<int[]> isolated) {
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
