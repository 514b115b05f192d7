package org.stillpoint.contract;

/** The words of the theorems about blocks inside any model. */
public final class Blocks {

    private Blocks() {
    }
}
