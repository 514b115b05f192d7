/** The rules given to the prover, read from their text: definitions, axioms and lemmas. */
package org.stillpoint.proof.rules;
