package org.stillpoint.lint.evaluation;

import org.stillpoint.tensor.Tensor;

/** A tensor, and how close its entries are to what they are to be. */
record Computed(Tensor tensor, Closeness closeness) {
}
