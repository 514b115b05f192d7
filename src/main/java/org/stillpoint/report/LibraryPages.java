package org.stillpoint.report;

import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.claims.BuiltCatalogue;

/** The pages about libraries, for as much as is known of them: what the profile adapters wrote is packed into the jar. */
final class LibraryPages {

    private static final String IMPLEMENTATIONS = "implementations.json";
    private static final String DRIFT = "drift.json";

    private LibraryPages() {
    }

    /** The text of each file by its path within the site. */
    static Map<String, String> render(BuiltCatalogue catalogue) {
        Map<String, String> pages = new TreeMap<>();
        Packed.file(IMPLEMENTATIONS).map(Implementations::read).ifPresent(implementations ->
                pages.put("implementations.html", ImplementationsPage.render(catalogue, implementations)));
        Packed.file(DRIFT).map(Drifts::read).ifPresent(drifts -> pages.put("drift.html", DriftPage.render(catalogue, drifts)));
        return pages;
    }

    /** A library with its type, which the name of some of them has already. */
    static String name(String library, String arithmetic) {
        return library.endsWith(arithmetic) ? library : library + ", " + arithmetic;
    }
}
