package org.stillpoint.report;

import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.claims.BuiltCatalogue;

/** The pages about models of others, for as much as was written into the repository. */
final class ModelPages {

    private static final String MODELS = "models.html";
    private static final String FAULTY = "faulty-programs.html";

    private ModelPages() {
    }

    /** The text of each page by its path within the site. */
    static Map<String, String> render(BuiltCatalogue catalogue) {
        Map<String, String> pages = new TreeMap<>();
        Packed.file("models.json").map(LintedModels::read)
                .ifPresent(models -> pages.put(MODELS, ModelsPage.render(catalogue, models)));
        Packed.file("faulty.json").map(FaultyStarts::read)
                .ifPresent(starts -> pages.put(FAULTY, FaultyProgramsPage.render(catalogue, starts)));
        return pages;
    }
}
