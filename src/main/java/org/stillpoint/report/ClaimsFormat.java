package org.stillpoint.report;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.Build;

/** The formats in which claims are printed. */
public enum ClaimsFormat {
    TEXT(ClaimsText::render),
    JSON(ClaimsJson::render),
    BIBTEX(ClaimsBibtex::render),
    LATEX(ClaimsLatex::render),
    MARKDOWN(ClaimsMarkdown::render);

    private final BiFunction<Build, List<BoundClaim>, String> rendering;

    ClaimsFormat(BiFunction<Build, List<BoundClaim>, String> rendering) {
        this.rendering = rendering;
    }

    /** The word by which the command line knows the format. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The text of some claims, ending with a line break.
     *
     * @param build the build that established them
     * @param claims one or more
     */
    public String render(Build build, List<BoundClaim> claims) {
        return rendering.apply(build, claims);
    }
}
