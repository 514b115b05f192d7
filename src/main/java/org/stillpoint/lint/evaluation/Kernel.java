package org.stillpoint.lint.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;

/**
 * How the entries of kernels stand in their tensor.
 *
 * @param entries of the window, without axes for a fully connected layer
 * @param outStride how far apart those of neighbouring channels of the output are
 * @param inStride the same of the input
 * @param offsets of the entries of the window, in row-major order
 */
record Kernel(Shape entries, int out, int in, int outStride, int inStride, int[] offsets) {

    static Kernel of(Layer.WithKernel layer) {
        return of(layer.kernel(), layer.outAxis(), layer.inAxis());
    }

    private static Kernel of(Weights weights, int outAxis, int inAxis) {
        Dimensions dimensions = weights.dimensions();
        if (outAxis < 0 || inAxis < 0 || outAxis >= dimensions.axes() || inAxis >= dimensions.axes() || outAxis == inAxis
                || dimensions.entries() > Integer.MAX_VALUE || dimensions.sizes().contains(0L)) {
            throw new DomainException("kernels " + weights.name() + " of " + dimensions + ", expected channels along the axes "
                    + outAxis + " and " + inAxis);
        }
        List<Integer> axes = IntStream.range(0, dimensions.axes()).filter(axis -> axis != outAxis && axis != inAxis).boxed()
                .toList();
        Shape entries = new Shape(axes.stream().map(axis -> (int) dimensions.size(axis)).toList());
        int[] offsets = IntStream.range(0, entries.entries()).map(place -> {
            int[] index = entries.index(place);
            return IntStream.range(0, index.length).map(i -> index[i] * (int) dimensions.stride(axes.get(i))).sum();
        }).toArray();
        return new Kernel(entries, (int) dimensions.size(outAxis), (int) dimensions.size(inAxis),
                (int) dimensions.stride(outAxis), (int) dimensions.stride(inAxis), offsets);
    }

    /** Where the first entry for a pair of channels stands. */
    int at(int out, int in) {
        return out * outStride + in * inStride;
    }
}
