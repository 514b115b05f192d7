/**
 * Witnesses as files, counterexamples of claims and examples of cells of the decision table: what is given, the trace in full,
 * and the facts that are shown, with both sides as exact numbers; replaying a file computes every number in it again.
 */
package org.stillpoint.witness;
