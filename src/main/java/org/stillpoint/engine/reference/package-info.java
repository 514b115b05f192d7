/**
 * The engine that all others are held to: domain values become arrays, and {@link org.stillpoint.kernel}, which is proved, does
 * the arithmetic on them.
 */
package org.stillpoint.engine.reference;
