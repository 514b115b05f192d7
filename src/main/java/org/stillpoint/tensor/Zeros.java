package org.stillpoint.tensor;

/** A tensor of zeros, without its entries. */
public record Zeros(Shape shape) implements Content {

    @Override
    public boolean isZero() {
        return true;
    }
}
