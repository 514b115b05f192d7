package org.stillpoint.engine.fast;

/**
 * What a step of small integers multiplies with besides its coefficients.
 *
 * @param scale q, what denominators grow by
 * @param scaleExponents q as powers of the base
 * @param momentum of velocities, over q
 * @param decay of weights, over q
 * @param remembers whether there are velocities
 * @param moves whether the learning rate is not 0
 */
record LinearRule(long scale, int[] scaleExponents, long momentum, long decay, boolean remembers, boolean moves) {
}
