package org.stillpoint.attack;

import java.util.List;

/** What the claims about one-sided derivatives and kinks conclude. */
final class KinkConclusions {

    static final List<Attack> ALL = List.of();

    private KinkConclusions() {
    }
}
