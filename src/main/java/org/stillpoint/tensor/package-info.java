/**
 * Tensors of exact rationals. Libraries of tensors calculate in floating point; none that is looked after has entries that are
 * fractions of any length.
 */
package org.stillpoint.tensor;
