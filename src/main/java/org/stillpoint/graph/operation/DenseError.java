package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/**
 * How the error x of a fully connected layer, whose input is y, goes to its matrix.
 *
 * @param unitsOutFirst whether that is units out x units in
 */
record DenseError(boolean unitsOutFirst) implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Tensor matrix = DenseProduct.rows(x).transpose().matrixProduct(DenseProduct.rows(y));
        return unitsOutFirst ? matrix : matrix.transpose();
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return new DenseProduct(unitsOutFirst) + ", back to the matrix";
    }
}
