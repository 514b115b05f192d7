package org.stillpoint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The style sheets, scripts and pictures of the site's pages: files in the site's root, of which each has one job. */
final class Assets {

    private static final List<String> NAMES = List.of(
            "benchmarks.css",
            "catalogue.css",
            "catalogue.js",
            "claim.css",
            "claim.js",
            "decision.css",
            "decision.js",
            "document.css",
            "finder.js",
            "frame.js",
            "gallery.css",
            "graph.css",
            "graph.js",
            "handout.css",
            "home.css",
            "icon.svg",
            "network.css",
            "player.css",
            "player.js",
            "proofs.css",
            "proofs.js",
            "style.css",
            "words.css");

    private Assets() {
    }

    /** The text of each by its name. */
    static Map<String, String> all() {
        return NAMES.stream().collect(Collectors.toMap(Function.identity(), Assets::text));
    }

    private static String text(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
