package org.stillpoint.contract;

/** The words of the theorems about one-sided derivatives and kinks. */
public final class Directions {

    private Directions() {
    }
}
