/** A second prover for the theory of values: what KeY loaded and what the kernel computes, written for Coq, and Coq run on it. */
package org.stillpoint.proof.coq;
