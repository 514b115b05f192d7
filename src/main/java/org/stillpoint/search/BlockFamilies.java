package org.stillpoint.search;

import java.util.List;

/** What is searched about blocks inside any model. */
final class BlockFamilies {

    static final List<Family> ALL = List.of();

    private BlockFamilies() {
    }
}
