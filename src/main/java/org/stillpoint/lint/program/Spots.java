package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.network.Channels;

/**
 * Where the channels of one family are among others.
 *
 * @param family that only depends on itself
 * @param places for each channel of the family its places, from 0
 */
record Spots(Channels.Own family, int[][] places) {

    /** The families of which channels are made, each as often as it is there. */
    static List<Spots> of(Channels channels) {
        if (channels instanceof Channels.Own own) {
            return List.of(new Spots(own, IntStream.range(0, own.size()).mapToObj(c -> new int[] {c}).toArray(int[][]::new)));
        }
        if (channels instanceof Channels.Flattened flattened) {
            int size = flattened.channels().size();
            return of(flattened.channels()).stream().map(spots -> spots.map(place -> IntStream.range(0, flattened.times())
                    .map(s -> flattened.channelsFirst() ? place * flattened.times() + s : s * size + place).toArray())).toList();
        }
        List<Spots> all = new ArrayList<>();
        int before = 0;
        for (Channels part : ((Channels.Joined) channels).parts()) {
            int offset = before;
            of(part).forEach(spots -> all.add(spots.map(place -> new int[] {offset + place})));
            before += part.size();
        }
        return all;
    }

    private interface Images {

        int[] of(int place);
    }

    private Spots map(Images images) {
        int[][] mapped = new int[places.length][];
        for (int c = 0; c < places.length; c++) {
            mapped[c] = IntStream.of(places[c]).flatMap(place -> IntStream.of(images.of(place))).toArray();
        }
        return new Spots(family, mapped);
    }
}
