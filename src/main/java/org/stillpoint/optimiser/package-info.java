/**
 * Rules that move parameters by their gradients, each with its whole state as exact numbers. Where a rule takes a square root, a
 * root that is not rational is refused, never rounded.
 */
package org.stillpoint.optimiser;
