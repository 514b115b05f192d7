package org.stillpoint.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;

/**
 * Claims of one's own as JSON: {@code {"title": ..., "says": ..., "scope": {...}, "given": [...], "never": [...]}}, or
 * {@code "always"} in place of {@code "never"}.
 */
public final class OwnClaimFormat {

    /** How the names of such files end. */
    public static final String SUFFIX = ".claim.json";

    static final String TITLE = "title";
    static final String SAYS = "says";
    static final String SCOPE = "scope";
    static final String GIVEN = "given";
    static final String NEVER = "never";
    static final String ALWAYS = "always";
    static final Set<String> KEYS = Set.of(TITLE, SAYS, SCOPE, GIVEN, NEVER, ALWAYS);

    static final int MAX_LETTERS = 200;

    private static final String IDENTIFIER = "[A-Z]+-[0-9A-Za-z-]+";

    private OwnClaimFormat() {
    }

    /** @throws FormatException if the file is no claim */
    public static OwnClaim read(Source source) {
        JsonCursor value = Json.read(source).allowing(KEYS);
        String title = title(value.field(TITLE));
        String says = line(value.field(SAYS));
        OwnScope scope = OwnScopeFormat.read(value.field(SCOPE));
        OwnFacts given = new OwnFacts(value.field(GIVEN));
        Optional<JsonCursor> never = value.optionalField(NEVER);
        Optional<JsonCursor> always = value.optionalField(ALWAYS);
        if (never.isPresent() == always.isPresent()) {
            throw value.error((never.isPresent() ? "both" : "neither") + " \"" + NEVER + "\" and \"" + ALWAYS
                    + "\", expected one of them");
        }
        JsonCursor claimed = never.or(() -> always).orElseThrow();
        claimed.elements();
        return new OwnClaim(title, says, scope, given, new OwnFacts(claimed), always.isPresent());
    }

    /** A claim to begin with, which runs, with everything in it that a claim can say of its scope. */
    public static String template() {
        try (InputStream in = OwnClaimFormat.class.getResourceAsStream("template.claim.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found must not be taken for a counterexample to a claim of the catalogue. */
    private static String title(JsonCursor value) {
        String title = line(value);
        if (title.matches(IDENTIFIER)) {
            throw value.error("\"" + title + "\" reads as a claim of the catalogue, expected words");
        }
        return title;
    }

    private static String line(JsonCursor value) {
        String text = value.string();
        if (text.isBlank() || text.length() > MAX_LETTERS || text.chars().anyMatch(Character::isISOControl)) {
            throw value.error("no line of text, expected one of 1 to " + MAX_LETTERS + " characters");
        }
        return text;
    }
}
