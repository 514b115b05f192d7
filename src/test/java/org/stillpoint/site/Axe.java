package org.stillpoint.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.stillpoint.browser.Tab;
import tools.jackson.databind.JsonNode;

/** Deque's axe: what keeps people out of a page who do not see it, or see it badly, or have no mouse. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String FINDINGS = """
            .then(found => found.violations.map(finding => finding.id + ": " + finding.help + ": "
                + finding.nodes.slice(0, 3).map(node => node.target.join(" ") + " " + (node.any[0] || {message: ""}).message)
                    .join("; ")
                + (finding.nodes.length > 3 ? "; and " + (finding.nodes.length - 3) + " more" : "")))""";

    private Axe() {
    }

    /** All that it finds on the page that the tab shows, but for colours. */
    static List<String> findings(Tab tab) {
        tab.evaluate(SCRIPT);
        return run(tab, "rules: {\"color-contrast\": {enabled: false}}");
    }

    /** What it finds of colours, nine tenths of its work, once it has found everything else. */
    static List<String> colours(Tab tab) {
        return run(tab, "runOnly: [\"color-contrast\"]");
    }

    /** Without loading style sheets by scripts, which a page from a file may not. */
    private static List<String> run(Tab tab, String options) {
        String call = "axe.run(document, {resultTypes: [\"violations\"], preload: false, " + options + "})";
        return StreamSupport.stream(tab.evaluate(call + FINDINGS).spliterator(), false).map(JsonNode::asString).toList();
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
