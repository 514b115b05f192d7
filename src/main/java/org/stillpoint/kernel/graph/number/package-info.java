/**
 * Operations on numbers, each a class that the prover shows to keep the contract of an operation: what it returns depends on the
 * values of its operands only, and is zero, or its first operand, where it says so.
 */
package org.stillpoint.kernel.graph.number;
