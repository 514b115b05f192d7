package org.stillpoint.attack;

import java.util.List;

/** What the claims about the last layer and what the loss tells it conclude. */
final class HeadConclusions {

    static final List<Attack> ALL = List.of();

    private HeadConclusions() {
    }
}
