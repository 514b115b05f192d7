package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * The convolution, without turning the kernel round, of x (samples x channels x places) by the kernels y (channels of the
 * result x channels of x in a group x entries), over any number of axes of places; the result is (samples x channels x
 * places). The channels of both are in as many groups, and a channel of the result sees those of its group (LeCun, Bottou,
 * Bengio, Haffner, "Gradient-based learning applied to document recognition", 1998; groups: Krizhevsky, Sutskever, Hinton,
 * 2012; dilation: Yu, Koltun, 2016).
 */
record Convolution(Kernels kernels) implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        return kernels.byResult(x, y);
    }

    @Override
    public Shape of(List<Shape> operands) {
        return kernels.result(operands.get(0), operands.get(1));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "convolution with " + kernels;
    }
}
