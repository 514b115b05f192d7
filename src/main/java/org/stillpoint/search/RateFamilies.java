package org.stillpoint.search;

import java.util.List;

/** What is searched about scales and chains. */
final class RateFamilies {

    static final List<Family> ALL = List.of();

    private RateFamilies() {
    }
}
