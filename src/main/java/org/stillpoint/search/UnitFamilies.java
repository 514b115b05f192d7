package org.stillpoint.search;

import java.util.List;

/** What is searched about units and layers that never move. */
final class UnitFamilies {

    static final List<Family> ALL = List.of();

    private UnitFamilies() {
    }
}
