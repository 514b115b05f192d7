/**
 * Counterexamples as files: what is given, the trace in full, and the contradicted statement with both sides as exact numbers; replaying
 * a file computes every number in it again.
 */
package org.stillpoint.witness;
