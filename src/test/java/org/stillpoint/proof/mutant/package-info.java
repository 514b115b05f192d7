/** Mistakes made on purpose: the prover stops at those in the kernel, and properties fail on those made for them. */
package org.stillpoint.proof.mutant;
