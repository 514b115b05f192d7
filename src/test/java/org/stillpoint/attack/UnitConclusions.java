package org.stillpoint.attack;

import java.util.List;

/** What the claims about units and layers that never move conclude. */
final class UnitConclusions {

    static final List<Attack> ALL = List.of();

    private UnitConclusions() {
    }
}
