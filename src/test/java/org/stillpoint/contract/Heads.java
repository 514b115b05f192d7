package org.stillpoint.contract;

/** The words of the theorems about the last layer and what the loss tells it. */
public final class Heads {

    private Heads() {
    }
}
