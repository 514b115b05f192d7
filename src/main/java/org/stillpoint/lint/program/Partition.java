package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.network.Channels;

/**
 * A cut of each family of channels into groups, from which those of joined and flattened channels follow. A family that is not
 * named is one group.
 */
final class Partition {

    private final Map<Integer, List<int[]>> families;
    private final Map<Channels, List<int[]>> groups = new HashMap<>();

    /** @param families by its number, groups that have each channel once, ascending */
    Partition(Map<Integer, List<int[]>> families) {
        this.families = Map.copyOf(families);
    }

    /** The groups of channels, as places from 0, in the order in which the blocks of tensors have them. */
    List<int[]> groups(Channels channels) {
        List<int[]> known = groups.get(channels);
        if (known == null) {
            known = made(channels);
            groups.put(channels, known);
        }
        return known;
    }

    private List<int[]> made(Channels channels) {
        if (channels instanceof Channels.Own own) {
            return families.getOrDefault(own.id(), List.of(IntStream.range(0, own.size()).toArray()));
        }
        if (channels instanceof Channels.Flattened flattened) {
            return groups(flattened.channels()).stream().map(group -> flattened(flattened, group)).toList();
        }
        List<int[]> all = new ArrayList<>();
        int before = 0;
        for (Channels part : ((Channels.Joined) channels).parts()) {
            int offset = before;
            groups(part).forEach(group -> all.add(IntStream.of(group).map(place -> offset + place).toArray()));
            before += part.size();
        }
        return all;
    }

    /** The order is that of flattening the group itself. */
    private static int[] flattened(Channels.Flattened flattened, int[] group) {
        int times = flattened.times();
        int size = flattened.channels().size();
        return flattened.channelsFirst()
                ? IntStream.of(group).flatMap(c -> IntStream.range(0, times).map(s -> c * times + s)).toArray()
                : IntStream.range(0, times).flatMap(s -> IntStream.of(group).map(c -> s * size + c)).toArray();
    }
}
