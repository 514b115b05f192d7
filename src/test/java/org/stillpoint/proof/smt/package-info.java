/** Checks the mathematics of the theory again without KeY: Z3, over the real numbers, for sizes from 1 to 4. */
package org.stillpoint.proof.smt;
