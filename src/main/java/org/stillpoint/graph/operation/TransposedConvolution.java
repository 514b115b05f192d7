package org.stillpoint.graph.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * What takes the error of a convolution to its input, as a forward operation: x (samples x channels x places), y (channels of
 * x x channels of the result in a group x entries); the result has {@code (places - 1) stride - 2 padding + dilation (entries
 * - 1) + 1} places along each axis, and those that are added (Zeiler, Krishnan, Taylor, Fergus, "Deconvolutional networks",
 * 2010).
 *
 * @param added at the end of each axis, from 0 to below its stride
 */
record TransposedConvolution(Kernels kernels, List<Integer> added) implements OfTwo, ShapeRule {

    TransposedConvolution {
        added = List.copyOf(added);
        Sliding sliding = kernels.sliding();
        List<Integer> places = added;
        if (added.size() != sliding.axes() || IntStream.range(0, sliding.axes())
                .anyMatch(axis -> places.get(axis) < 0 || places.get(axis) >= sliding.stride().get(axis))) {
            throw new DomainException("added places " + added + " with strides " + sliding.stride()
                    + ", expected for each axis one number from 0 to below its stride");
        }
    }

    @Override
    public Tensor result(Tensor x, Tensor y) {
        return kernels.byInput(of(List.of(x.shape(), y.shape())), y, x);
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shape x = operands.get(0);
        Shape y = operands.get(1);
        int axes = kernels.sliding().axes();
        if (x.axes() != axes + 2 || y.axes() != x.axes() || x.size(1) != y.size(0)) {
            throw new DomainException(this + " of shapes " + x + " and " + y + ", expected samples x channels and channels x"
                    + " channels, each with " + axes + " more axes");
        }
        Shape least = kernels.sliding().reached(Kernels.places(x), Kernels.places(y));
        return Shape.of(x.size(0), y.size(1) * kernels.groups()).followedBy(new Shape(IntStream.range(0, axes)
                .mapToObj(axis -> least.size(axis) + added.get(axis)).toList()));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "transposed convolution with " + kernels + ", added " + added;
    }
}
