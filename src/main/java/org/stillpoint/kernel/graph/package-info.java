/**
 * A training step as a straight-line program: slots of operations on values of any kind, run again and again. One theorem about
 * it, which uses no law of arithmetic, speaks of every architecture and every optimiser. Each method has a contract in the words
 * of {@code specs/}, and a proof; whoever calls a method has to see to what its contract requires.
 */
package org.stillpoint.kernel.graph;
