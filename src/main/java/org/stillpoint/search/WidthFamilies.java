package org.stillpoint.search;

import java.util.List;

/** What is searched about split units, identities and exchanged features. */
final class WidthFamilies {

    static final List<Family> ALL = List.of();

    private WidthFamilies() {
    }
}
