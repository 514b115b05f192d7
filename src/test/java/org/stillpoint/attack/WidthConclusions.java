package org.stillpoint.attack;

import java.util.List;

/** What the claims about split units, identities and exchanged features conclude. */
final class WidthConclusions {

    static final List<Attack> ALL = List.of();

    private WidthConclusions() {
    }
}
