package org.stillpoint.lint.simplification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.network.Channels;

/**
 * One of the channels that belong together.
 *
 * @param family the id of the channels
 * @param index from 0
 */
record Unit(int family, int index) {

    /** Which unit each feature of a value is of, in their order. */
    static List<Unit> of(Channels channels) {
        if (channels instanceof Channels.Own own) {
            return IntStream.range(0, own.size()).mapToObj(index -> new Unit(own.id(), index)).toList();
        }
        if (channels instanceof Channels.Joined joined) {
            return joined.parts().stream().flatMap(part -> of(part).stream()).toList();
        }
        Channels.Flattened flattened = (Channels.Flattened) channels;
        List<Unit> units = of(flattened.channels());
        List<Unit> features = new ArrayList<>();
        if (flattened.channelsFirst()) {
            units.forEach(unit -> features.addAll(Collections.nCopies(flattened.times(), unit)));
        } else {
            IntStream.range(0, flattened.times()).forEach(time -> features.addAll(units));
        }
        return features;
    }

    /** The same channels in other numbers. */
    static Channels resized(Channels channels, Map<Integer, Integer> sizes) {
        if (channels instanceof Channels.Own own) {
            return new Channels.Own(own.id(), sizes.getOrDefault(own.id(), own.size()));
        }
        if (channels instanceof Channels.Joined joined) {
            return new Channels.Joined(joined.parts().stream().map(part -> resized(part, sizes)).toList());
        }
        Channels.Flattened flattened = (Channels.Flattened) channels;
        return new Channels.Flattened(resized(flattened.channels(), sizes), flattened.times(), flattened.channelsFirst());
    }
}
