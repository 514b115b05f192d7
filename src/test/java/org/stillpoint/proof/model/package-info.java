/** The model of the theory: terms of the prover are computed with the words of {@code org.stillpoint.contract}. */
package org.stillpoint.proof.model;
