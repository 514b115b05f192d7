package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/** The error g of a convolution of x by the kernels y, as one of y. */
record ConvolutionKernelError(Kernels kernels) implements OfThree {

    @Override
    public Tensor result(Tensor g, Tensor x, Tensor y) {
        return kernels.byKernel(x, y.shape(), g);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "convolution with " + kernels + ", back to its kernels";
    }
}
