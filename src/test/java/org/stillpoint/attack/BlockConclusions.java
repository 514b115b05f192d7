package org.stillpoint.attack;

import java.util.List;

/** What the claims about blocks inside any model conclude. */
final class BlockConclusions {

    static final List<Attack> ALL = List.of(
            new Attack("BLOCK-1", "0e11acfb", ZeroConclusions::onlyTheOutputBiasMoves));

    private BlockConclusions() {
    }
}
