package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/** The weights of a fully connected layer or a convolution, pair of channels by pair of channels. */
final class Mixing {

    private final Layer.WithKernel layer;
    private final long[] codes;
    private final int outStride;
    private final int inStride;
    private final int[] offsets;

    private Mixing(Layer.WithKernel layer, long[] codes) {
        this.layer = layer;
        this.codes = codes;
        this.outStride = (int) weights().dimensions().stride(layer.outAxis());
        this.inStride = (int) weights().dimensions().stride(layer.inAxis());
        this.offsets = offsets(weights().dimensions(), layer.outAxis(), layer.inAxis());
    }

    static Mixing of(Layer.WithKernel layer, Tensors tensors) throws IOException {
        return new Mixing(layer, tensors.codes(layer.kernel()));
    }

    private static int[] offsets(Dimensions dimensions, int outAxis, int inAxis) {
        int[] offsets = {0};
        for (int axis = 0; axis < dimensions.axes(); axis++) {
            if (axis != outAxis && axis != inAxis) {
                int stride = (int) dimensions.stride(axis);
                int size = (int) dimensions.size(axis);
                offsets = Arrays.stream(offsets).flatMap(offset -> IntStream.range(0, size).map(i -> offset + i * stride))
                        .toArray();
            }
        }
        return offsets;
    }

    Weights weights() {
        return layer.kernel();
    }

    int out() {
        return (int) weights().dimensions().size(layer.outAxis());
    }

    /** Where the entries between two channels stand. */
    IntStream places(int out, int in) {
        int from = first(out, in);
        return Arrays.stream(offsets).map(offset -> from + offset);
    }

    private int first(int out, int in) {
        return out * outStride + in * inStride;
    }

    boolean isZero(int out, int in) {
        int from = first(out, in);
        for (int offset : offsets) {
            if (codes[from + offset] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether all that is made of a channel of the input is nothing. */
    boolean isUnread(int in) {
        for (int out = 0; out < out(); out++) {
            if (!isZero(out, in)) {
                return false;
            }
        }
        return true;
    }

    /** The sum of all entries between two channels. */
    BigFraction sum(int out, int in) {
        return places(out, in).mapToObj(place -> Code.number(codes[place])).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /**
     * Whether it makes constants of constants, also of other ones than 0: a convolution with padding does not, at the border, nor
     * does a transposed one, whose windows may overlap more or less.
     */
    boolean keepsConstants() {
        return layer instanceof Layer.Dense || layer instanceof Layer.Convolution convolution
                && convolution.sliding().padding().stream().allMatch(padding -> padding == 0);
    }
}
