/** Proves the contracts of the kernel with KeY, and checks that neither the proofs nor the rules they use are empty. */
package org.stillpoint.proof;
