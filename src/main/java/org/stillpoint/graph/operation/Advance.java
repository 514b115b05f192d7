package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/**
 * {@code x + z y}, or {@code x - z y}: x and y of equal shapes, z a number. What descent does to a parameter with its gradient
 * and the rate; a velocity or a decay is added so.
 */
record Advance(boolean back) implements OfThree {

    @Override
    public Tensor result(Tensor x, Tensor y, Tensor z) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        Shapes.requireNumber(this, z.shape());
        Tensor step = y.times(z.number());
        return back ? x.minus(step) : x.plus(step);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && (y || z);
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return y || z;
    }

    @Override
    public String toString() {
        return back ? "descent" : "advance";
    }
}
