package org.stillpoint.graph.operation;

import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;

/** Which entries of a tensor are normalised together. */
sealed interface Blocks {

    /**
     * The block of each entry, from 0.
     *
     * @throws DomainException if a tensor of this shape has no such blocks
     */
    int[] of(Shape shape);

    /** Of (samples x channels x any more axes), each channel over all samples. */
    record Channels() implements Blocks {

        @Override
        public int[] of(Shape shape) {
            if (shape.axes() < 2) {
                throw new DomainException("a batch normalisation of the shape " + shape + ", expected samples x channels");
            }
            return blocks(shape, index -> index[1]);
        }

        @Override
        public String toString() {
            return "batch normalisation";
        }
    }

    /** Each index along an axis, over all others. */
    record Along(AlongAxis axis) implements Blocks {

        @Override
        public int[] of(Shape shape) {
            int along = axis.in(shape);
            return blocks(shape, index -> index[along]);
        }

        @Override
        public String toString() {
            return "normalisation " + axis;
        }
    }

    /** The last axes, for each place of those before. */
    record LastAxes(int axes) implements Blocks {

        public LastAxes {
            if (axes < 1) {
                throw new DomainException("a layer normalisation over " + axes + " axes, expected at least 1");
            }
        }

        @Override
        public int[] of(Shape shape) {
            if (shape.axes() < axes) {
                throw new DomainException("a layer normalisation over the last " + axes + " axes of the shape " + shape
                        + ", expected as many");
            }
            int size = shape.part(shape.axes() - axes, shape.axes()).entries();
            return IntStream.range(0, shape.entries()).map(place -> place / size).toArray();
        }

        @Override
        public String toString() {
            return "layer normalisation over the last " + axes;
        }
    }

    /**
     * Of (samples x channels x any more axes), each group of channels of each sample; each channel is in one of as many
     * groups.
     */
    record ChannelGroups(int groups) implements Blocks {

        public ChannelGroups {
            if (groups < 1) {
                throw new DomainException("a group normalisation with " + groups + " groups, expected at least 1");
            }
        }

        @Override
        public int[] of(Shape shape) {
            if (shape.axes() < 2 || shape.size(1) % groups != 0) {
                throw new DomainException("a group normalisation of the shape " + shape + ", expected samples x channels in "
                        + groups + " equal groups");
            }
            return blocks(shape, index -> index[0] * groups + index[1] / (shape.size(1) / groups));
        }

        @Override
        public String toString() {
            return "group normalisation with " + groups;
        }
    }

    private static int[] blocks(Shape shape, ToIntFunction<int[]> block) {
        return IntStream.range(0, shape.entries()).map(place -> block.applyAsInt(shape.index(place))).toArray();
    }
}
