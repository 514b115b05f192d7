/** The proofs kept in {@code proofs/}: of the present source, and replayed step by step. */
package org.stillpoint.proof.saved;
