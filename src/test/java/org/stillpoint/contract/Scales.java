package org.stillpoint.contract;

/** The words of the theorems about scales and chains. */
public final class Scales {

    private Scales() {
    }
}
