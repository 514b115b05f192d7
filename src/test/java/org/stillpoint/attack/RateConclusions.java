package org.stillpoint.attack;

import java.util.List;

/** What the claims about scales and chains conclude. */
final class RateConclusions {

    static final List<Attack> ALL = List.of();

    private RateConclusions() {
    }
}
