package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/** The error x of a product with copies of y and z, as one of y. */
record ProductSumsLike() implements OfThree {

    @Override
    public Tensor result(Tensor x, Tensor y, Tensor z) {
        return Broadcast.sums(new Broadcast(new Product()).result(x, z), y.shape());
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || z;
    }

    @Override
    public String toString() {
        return "product with copies, back";
    }
}
