/**
 * Training over the reals: every number is exact or enclosed by a ball that provably holds it. Backpropagation is written once,
 * for any {@link org.stillpoint.engine.enclosure.Field}; runs differ in which numbers they calculate with.
 */
package org.stillpoint.engine.enclosure;
