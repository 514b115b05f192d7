/**
 * Real numbers enclosed with proof: balls in fixed point, rounded outward, and elementary functions whose errors are bounded
 * where they stand; after F. Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval arithmetic" (IEEE
 * Transactions on Computers, 2017).
 */
package org.stillpoint.enclosure;
