package org.stillpoint.contract;

/** The words of the theorems about units and layers that never move. */
public final class StillUnits {

    private StillUnits() {
    }
}
