package org.stillpoint.modelfile.onnx.translation;

import java.util.List;
import java.util.Optional;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** What is known of a tensor of the graph. */
sealed interface Known {

    /**
     * It depends on what is fed, and its channels are known.
     *
     * @param sizes of its axes, if it is known how many there are
     */
    record Stream(Value value, Optional<List<Size>> sizes) implements Known {

        public Stream {
            sizes = sizes.map(List::copyOf);
        }

        Channels channels() {
            return value.channels();
        }

        int count() {
            return value.channels().size();
        }

        /** The axis of the channels, counted from the first. */
        int fromFront() {
            return value.axis() >= 0 ? value.axis() : value.axis() + axes();
        }

        /** The axis of the channels, counted from the last, which is -1. */
        int fromEnd() {
            return value.axis() < 0 ? value.axis() : value.axis() - axes();
        }

        /** How many axes there are. */
        int axes() {
            return knownSizes().size();
        }

        List<Size> knownSizes() {
            return sizes.orElseThrow(() -> new NotUnderstood("nobody knows how many axes " + value.name() + " has"));
        }

        /** An axis of the file's, below 0 if it is counted from the end, counted from the first. */
        int axis(long ofFile) {
            return NotUnderstood.axis(ofFile, axes());
        }
    }

    /**
     * A tensor of the file.
     *
     * @param seenAs its sizes where it is used, with the same entries in the same order
     * @param transposed whether, of its two axes, the last one comes first where it is used; then seenAs is so too
     * @param maybeTrained whether it may be a parameter; else it is certainly a constant
     */
    record Tensor(Weights weights, List<Long> seenAs, boolean transposed, boolean maybeTrained) implements Known {

        public Tensor {
            seenAs = List.copyOf(seenAs);
        }

        static Tensor of(Weights weights, boolean maybeTrained) {
            return new Tensor(weights, weights.dimensions().sizes(), false, maybeTrained);
        }

        long entries() {
            return weights.dimensions().entries();
        }

        /** Whether it is used just as it stands in the file. */
        boolean isPlain() {
            return !transposed && seenAs.equals(weights.dimensions().sizes());
        }

        /** The same entries in the same order as a tensor of other sizes. */
        Tensor seen(List<Long> sizes) {
            NotUnderstood.unless(!transposed, "of a transposed tensor");
            return new Tensor(weights, sizes, false, maybeTrained);
        }
    }

    /**
     * Integers such as those of shapes.
     *
     * @param scalar whether it is a number, not a list of one
     */
    record Numbers(List<Size> entries, boolean scalar) implements Known {

        public Numbers {
            entries = List.copyOf(entries);
        }
    }

    /** Integers that are the shape of something, of which nothing else is known. */
    record SomeShape() implements Known {
    }

    /** Nothing; a layer without rules stands for how it is made, if anything that matters is in that. */
    record Unknown() implements Known {
    }
}
