package org.stillpoint.tensor;

/**
 * The entries of a tensor, which may be elsewhere, as in a file. Two are equal only if they have the same entries in the same
 * shape.
 */
public interface Content {

    Shape shape();

    /** Whether every entry is 0. */
    boolean isZero();
}
