package org.stillpoint.engine;

/** How long the parameters are, and what is remembered of them: the longest numerator or denominator in lowest terms, in bits. */
public interface ParameterBits {

    /** A bound that costs next to nothing. */
    int atMost();

    /** The length itself. */
    int exact();
}
