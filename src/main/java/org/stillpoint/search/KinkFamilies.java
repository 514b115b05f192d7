package org.stillpoint.search;

import java.util.List;

/** What is searched about one-sided derivatives and kinks. */
final class KinkFamilies {

    static final List<Family> ALL = List.of();

    private KinkFamilies() {
    }
}
