package org.stillpoint.contract;

/** The words of the theorems about split units, identities and exchanged features. */
public final class Splits {

    private Splits() {
    }
}
