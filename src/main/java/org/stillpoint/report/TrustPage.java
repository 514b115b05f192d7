package org.stillpoint.report;

import java.util.Map;
import java.util.Set;
import org.stillpoint.claims.BuiltCatalogue;

/** The inventory of what is assumed and not proved, the layers first, with its contents beside it. */
final class TrustPage {

    private TrustPage() {
    }

    /**
     * The text of the page by its path.
     *
     * @param trust the inventory, in Markdown
     * @param pages the paths of the site's other pages
     */
    static Map<String, String> render(BuiltCatalogue catalogue, String trust, Set<String> pages) {
        Markdown text = Markdown.of(trust, new RepositoryLinks("specs/README.md", "", pages));
        return Map.of("trust.html", new Page(catalogue, "", DocumentPage.STYLE).render("What is trusted", DocumentPage.of(text)));
    }
}
