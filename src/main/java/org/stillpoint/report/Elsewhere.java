package org.stillpoint.report;

import java.util.Map;
import java.util.Optional;

/**
 * Pages that may or may not be in a site, so that no link leads to one that is not.
 *
 * @param pages the text of those that are, by their paths within the site
 */
record Elsewhere(Map<String, String> pages) {

    /** The way to a page from the site's root, empty if the site does not have it. */
    Optional<String> page(String path) {
        return pages.containsKey(path) ? Optional.of(path) : Optional.empty();
    }

    /** The way to a place in a page, empty if there is no such place. */
    Optional<String> place(String path, String id) {
        return page(path).filter(page -> pages.get(page).contains("id=\"" + id + "\"")).map(page -> page + "#" + id);
    }
}
