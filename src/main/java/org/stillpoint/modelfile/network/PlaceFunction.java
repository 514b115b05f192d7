package org.stillpoint.modelfile.network;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.operation.Sliding;

/**
 * What becomes of the places of a channel, of each channel in the same way. Places are all axes but the first, which counts
 * samples, and that of the channels, in their order.
 */
public sealed interface PlaceFunction {

    /** Whether a channel that has this number at all places, before, has it at all places after. */
    boolean keeps(BigFraction constant);

    /** The largest entry that a window sees; padding is seen by none. */
    record MaxPooling(List<Integer> window, Sliding sliding) implements PlaceFunction {

        public MaxPooling {
            window = List.copyOf(window);
        }

        @Override
        public boolean keeps(BigFraction constant) {
            return true;
        }
    }

    /**
     * The mean of what a window sees.
     *
     * @param countsPadding whether padding counts as zeros; else the mean is of what is seen beside it
     */
    record MeanPooling(List<Integer> window, Sliding sliding, boolean countsPadding) implements PlaceFunction {

        public MeanPooling {
            window = List.copyOf(window);
        }

        @Override
        public boolean keeps(BigFraction constant) {
            return constant.signum() == 0 || !countsPadding || sliding.padding().stream().allMatch(padding -> padding == 0);
        }
    }

    /**
     * The mean of all places, or the largest of them.
     *
     * @param largest whether it is that; else the mean
     * @param keepsAxes whether the axes of places stay, with size 1; else there are none after
     */
    record OverAll(boolean largest, boolean keepsAxes) implements PlaceFunction {

        @Override
        public boolean keeps(BigFraction constant) {
            return true;
        }
    }

    /** A number at new places, so many before and after those along each axis. */
    record Padding(List<Integer> before, List<Integer> after, BigFraction number) implements PlaceFunction {

        public Padding {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        @Override
        public boolean keeps(BigFraction constant) {
            return constant.equals(number);
        }
    }

    /** Each place so many times in a row along each axis: resizing by whole factors to the nearest. */
    record Repeating(List<Integer> times) implements PlaceFunction {

        public Repeating {
            times = List.copyOf(times);
        }

        @Override
        public boolean keeps(BigFraction constant) {
            return true;
        }
    }

    /**
     * The axes in another order.
     *
     * @param order which axis of the input each axis of the output is, the first one and that of the channels included
     */
    record Moved(List<Integer> order) implements PlaceFunction {

        public Moved {
            order = List.copyOf(order);
        }

        @Override
        public boolean keeps(BigFraction constant) {
            return true;
        }
    }
}
