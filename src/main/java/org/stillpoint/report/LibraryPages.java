package org.stillpoint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.format.Source;

/** The pages about libraries, for as much as is known of them: what the profile adapters wrote is packed into the jar. */
final class LibraryPages {

    private static final String IMPLEMENTATIONS = "implementations.json";
    private static final String DRIFT = "drift.json";

    private LibraryPages() {
    }

    /** The text of each file by its path within the site. */
    static Map<String, String> render(BuiltCatalogue catalogue) {
        Map<String, String> pages = new TreeMap<>();
        packed(IMPLEMENTATIONS).map(Implementations::read).ifPresent(implementations ->
                pages.put("implementations.html", ImplementationsPage.render(catalogue, implementations)));
        packed(DRIFT).map(Drifts::read).ifPresent(drifts -> pages.put("drift.html", DriftPage.render(catalogue, drifts)));
        return pages;
    }

    /** What leads to each page, by its path. */
    static Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        packed(IMPLEMENTATIONS).ifPresent(source -> links.put("implementations.html", "Implementations"));
        packed(DRIFT).ifPresent(source -> links.put("drift.html", "Drift"));
        return links;
    }

    private static Optional<Source> packed(String file) {
        try (InputStream in = LibraryPages.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty()
                    : Optional.of(new Source(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A library with its type, which the name of some of them has already. */
    static String name(String library, String arithmetic) {
        return library.endsWith(arithmetic) ? library : library + ", " + arithmetic;
    }
}
