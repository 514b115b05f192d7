package org.stillpoint.modelfile.keras;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.stillpoint.modelfile.network.Value;

/**
 * A value on its way from layer to layer, with what is known of its sizes. Some values are only made when somebody takes them and
 * knows how many channels they must have, because the configuration does not say.
 */
final class Flow {

    /** A size that is not known. */
    static final int UNKNOWN = -1;

    private final Optional<List<Integer>> sizes;
    private IntFunction<Value> maker;
    private Value value;

    private Flow(Value value, IntFunction<Value> maker, Optional<List<Integer>> sizes) {
        this.value = value;
        this.maker = maker;
        this.sizes = sizes;
    }

    /**
     * @param sizes of all axes but that of the samples, with the channels where they are; empty if not even their number is
     *     known
     */
    static Flow of(Value value, Optional<List<Integer>> sizes) {
        return new Flow(value, null, sizes);
    }

    /** @param maker makes it, from the number of its channels */
    static Flow madeBy(IntFunction<Value> maker, Optional<List<Integer>> sizes) {
        return new Flow(null, maker, sizes);
    }

    /** The value, which has so many channels if that was open. */
    Value withChannels(int channels) {
        if (value == null) {
            value = maker.apply(channels);
            maker = null;
        }
        return value;
    }

    /** The value; if it is open how many channels it has, one that stands for all of them. */
    Value value() {
        return withChannels(1);
    }

    Optional<List<Integer>> sizes() {
        return sizes;
    }

    /** How many axes of places there are, if that is known. */
    Optional<Integer> placeAxes() {
        return sizes.map(known -> known.size() - 1);
    }

    /** The sizes of the places. */
    Optional<List<Integer>> places() {
        return sizes.map(known -> channelsLast() ? known.subList(0, known.size() - 1) : known.subList(1, known.size()));
    }

    boolean channelsLast() {
        return value().axis() < 0;
    }

    /** Whether an axis, counted as Keras does, is that of the channels. */
    boolean isChannelAxis(int axis) {
        int last = sizes.map(List::size).orElse(Integer.MAX_VALUE);
        return channelsLast() ? axis == -1 || axis == last : axis == value().axis() || axis == value().axis() - last - 1;
    }
}
