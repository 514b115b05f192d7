/**
 * Gradient descent without fractions: integers over common denominators, no greatest common divisor while it runs, lowest terms
 * only at the end. It is fast and not proved; it is trusted as far as it agrees with {@link org.stillpoint.kernel}, which a suite
 * of properties checks.
 */
package org.stillpoint.engine.fast;
