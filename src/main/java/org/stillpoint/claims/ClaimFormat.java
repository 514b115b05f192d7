package org.stillpoint.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims to and from JSON. */
public final class ClaimFormat {

    private static final Set<String> KEYS = Set.of("id", "title", "statement", "latex", "verdict",
            "conditions", "condition", "exactly", "sources", "asked", "why", "restsOn", "evidence");

    private ClaimFormat() {
    }

    /**
     * Reads one claim.
     *
     * @throws FormatException if a key is missing or unknown, or a value is not what it should be
     */
    public static Claim read(JsonCursor value) {
        value.allowing(KEYS);
        return value.checked(() -> new Claim(
                text(value.field("id")),
                text(value.field("title")),
                text(value.field("statement")),
                text(value.field("latex")),
                verdict(value.field("verdict")),
                list(value.field("conditions"), ClaimFormat::condition),
                nullable(value.field("condition")),
                list(value.field("exactly"), ClaimFormat::statement),
                list(value.field("sources"), ClaimFormat::source),
                list(value.field("asked"), ClaimFormat::text),
                text(value.field("why")),
                list(value.field("restsOn"), ClaimFormat::text),
                new Grounds(list(value.field("evidence"), ClaimFormat::ground))));
    }

    /** The claim as {@link #read} accepts it. */
    public static ObjectNode write(Claim claim) {
        ObjectNode value = Json.object();
        value.put("id", claim.id());
        value.put("title", claim.title());
        value.put("statement", claim.statement());
        value.put("latex", claim.latex());
        value.put("verdict", claim.verdict().id());
        var conditions = value.putArray("conditions");
        claim.conditions().forEach(each -> conditions.add(each.id()));
        value.put("condition", claim.condition().orElse(null));
        var exactly = value.putArray("exactly");
        claim.exactly().forEach(statement -> exactly.add(write(statement)));
        value.set("sources", writeSources(claim));
        var asked = value.putArray("asked");
        claim.asked().forEach(asked::add);
        value.put("why", claim.why());
        var restsOn = value.putArray("restsOn");
        claim.restsOn().forEach(restsOn::add);
        var evidence = value.putArray("evidence");
        claim.grounds().all().forEach(ground -> evidence.add(write(ground)));
        return value;
    }

    /** The sources of a claim, each with its text and its address or null. */
    public static ArrayNode writeSources(Claim claim) {
        var sources = Json.array();
        claim.sources().forEach(s -> sources.addObject().put("text", s.text()).put("url", s.url().orElse(null)));
        return sources;
    }

    static Kind kind(JsonCursor value) {
        String id = value.string();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> value.error("unknown kind of evidence \"" + id
                        + "\", expected proof, property or witness"));
    }

    static String text(JsonCursor value) {
        String text = value.string();
        if (text.isBlank()) {
            throw value.error("an empty string, expected some text");
        }
        return text;
    }

    static <T> List<T> list(JsonCursor value, Function<JsonCursor, T> entry) {
        boolean empty = value.isArray() && value.node().isEmpty();
        return empty ? List.of() : value.elements().stream().map(entry).toList();
    }

    private static Verdict verdict(JsonCursor value) {
        return Verdict.fromId(value.string())
                .orElseThrow(() -> value.error("\"" + value.string()
                        + "\" is no verdict, expected true, false or conditional"));
    }

    private static Condition condition(JsonCursor value) {
        return Condition.fromId(value.string())
                .orElseThrow(() -> value.error("unknown condition \"" + value.string()
                        + "\", expected one such as weights-zero"));
    }

    private static Citation source(JsonCursor value) {
        value.allowing(Set.of("text", "url"));
        return new Citation(text(value.field("text")), nullable(value.field("url")));
    }

    private static FormalStatement statement(JsonCursor value) {
        value.allowing(Set.of("proof", "given", "then"));
        return new FormalStatement(text(value.field("proof")), list(value.field("given"), ClaimFormat::text),
                list(value.field("then"), ClaimFormat::text));
    }

    private static ObjectNode write(FormalStatement statement) {
        ObjectNode value = Json.object().put("proof", statement.proof());
        statement.given().forEach(value.putArray("given")::add);
        statement.then().forEach(value.putArray("then")::add);
        return value;
    }

    private static Ground ground(JsonCursor value) {
        value.allowing(Set.of("kind", "name", "shows", "of"));
        return new Ground(new EvidenceName(kind(value.field("kind")), text(value.field("name"))), shows(value.field("shows")),
                new Extent(text(value.field("of"))));
    }

    private static Shows shows(JsonCursor value) {
        return Shows.fromId(value.string())
                .orElseThrow(() -> value.error("\"" + value.string() + "\", expected establishes or refutes"));
    }

    private static ObjectNode write(Ground ground) {
        return Json.object().put("kind", ground.evidence().kind().id()).put("name", ground.evidence().name())
                .put("shows", ground.shows().id()).put("of", ground.of().words());
    }

    static Optional<String> nullable(JsonCursor value) {
        return value.node().isNull() ? Optional.empty() : Optional.of(text(value));
    }
}
