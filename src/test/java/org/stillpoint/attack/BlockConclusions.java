package org.stillpoint.attack;

import java.util.List;

/** What the claims about blocks inside any model conclude. */
final class BlockConclusions {

    static final List<Attack> ALL = List.of();

    private BlockConclusions() {
    }
}
