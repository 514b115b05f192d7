package org.stillpoint.modelfile.network;

import java.util.List;

/**
 * What the units of a value are: channels of a convolution, features of a fully connected layer. Values whose channels belong
 * together one by one, as those that are added, have equal ones.
 */
public sealed interface Channels {

    /** How many there are. */
    int size();

    /**
     * Channels that only depend on themselves.
     *
     * @param id no others of the network have it
     */
    record Own(int id, int size) implements Channels {
    }

    /** One after the other, as a concatenation has them. */
    record Joined(List<Channels> parts) implements Channels {

        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public int size() {
            return parts.stream().mapToInt(Channels::size).sum();
        }
    }

    /**
     * Each channel so many times, as flattened pictures have it.
     *
     * @param times how many features a channel becomes
     * @param channelsFirst whether channel c is the features {@code c times + s}; else it is {@code s channels + c}
     */
    record Flattened(Channels channels, int times, boolean channelsFirst) implements Channels {

        @Override
        public int size() {
            return channels.size() * times;
        }
    }
}
