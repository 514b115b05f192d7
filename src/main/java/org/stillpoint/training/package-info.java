/**
 * Forward passes, gradients and training: the only bridge from the domain to {@link org.stillpoint.kernel}, which does all the arithmetic.
 */
package org.stillpoint.training;
