package org.stillpoint.search;

import java.util.List;

/** What is searched about the last layer and what the loss tells it. */
final class HeadFamilies {

    static final List<Family> ALL = List.of();

    private HeadFamilies() {
    }
}
