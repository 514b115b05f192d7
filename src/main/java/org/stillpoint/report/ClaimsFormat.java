package org.stillpoint.report;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;

/** The formats in which claims are printed. */
public enum ClaimsFormat {
    TEXT(ClaimsText::render),
    JSON(ClaimsJson::render),
    BIBTEX(ClaimsBibtex::render),
    LATEX(ClaimsLatex::render),
    MARKDOWN(ClaimsMarkdown::render);

    private final BiFunction<BuiltCatalogue, List<? extends BuiltClaim>, String> rendering;

    ClaimsFormat(BiFunction<BuiltCatalogue, List<? extends BuiltClaim>, String> rendering) {
        this.rendering = rendering;
    }

    /** The word by which the command line knows the format. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The text of some claims, ending with a line break.
     *
     * @param catalogue the one that holds them; if it is unbound, the text says so
     * @param claims one or more
     */
    public String render(BuiltCatalogue catalogue, List<? extends BuiltClaim> claims) {
        return rendering.apply(catalogue, claims);
    }
}
