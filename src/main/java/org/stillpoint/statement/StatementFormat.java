package org.stillpoint.statement;

import java.util.Optional;
import java.util.Set;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import tools.jackson.databind.node.ObjectNode;

/** Statements as JSON: the kind, what is given beside the training, and facts with both sides as they were computed. */
public final class StatementFormat {

    /** The facts that must hold first. */
    public static final String REQUIRES = "requires";
    /** The facts that are shown. */
    public static final String SHOWS = "shows";

    private static final String KIND = "kind";
    private static final String FALSIFIED_PROPERTY = "falsified-property";
    private static final String VARIATION = "variation";
    private static final String DIRECTION = "direction";
    private static final String TEACHER = "teacher";
    private static final String PROPERTY = "property";
    private static final String MESSAGE = "message";

    private StatementFormat() {
    }

    /** Reads what is given; what was computed is left to a replay. */
    public static Statement read(JsonCursor value) {
        JsonCursor kind = value.field(KIND);
        return switch (kind.string()) {
            case SHOWS -> {
                value.allowing(Set.of(KIND, VARIATION, DIRECTION, TEACHER, REQUIRES, SHOWS));
                yield new Shows(FactFormat.readComputed(value.field(REQUIRES)), FactFormat.readComputed(value.field(SHOWS)),
                        readCompanions(value));
            }
            case FALSIFIED_PROPERTY -> {
                value.allowing(Set.of(KIND, PROPERTY, MESSAGE));
                yield new FalsifiedProperty(value.field(PROPERTY).string(), value.field(MESSAGE).string());
            }
            default -> throw kind.error("an unknown kind of statement, expected " + SHOWS + " or " + FALSIFIED_PROPERTY);
        };
    }

    private static Companions readCompanions(JsonCursor value) {
        return new Companions(value.optionalField(VARIATION).map(VariationFormat::read),
                value.optionalField(DIRECTION).map(RunFormat::readNetwork),
                value.optionalField(TEACHER).map(RunFormat::readNetwork));
    }

    /** What is given, without what was computed. */
    public static ObjectNode writeGivens(Statement statement) {
        return write(statement, Optional.empty());
    }

    /** What is given, and every number as computed. */
    public static ObjectNode write(Statement statement, Run run) {
        return write(statement, Optional.of(run));
    }

    private static ObjectNode write(Statement statement, Optional<Run> run) {
        ObjectNode value = Json.object();
        if (statement instanceof Shows shows) {
            value.put(KIND, SHOWS);
            Companions companions = shows.companions();
            companions.variation().ifPresent(variation -> value.set(VARIATION, VariationFormat.write(variation)));
            companions.direction().ifPresent(direction -> value.set(DIRECTION, NetworkFormat.write(direction)));
            companions.teacher().ifPresent(teacher -> value.set(TEACHER, NetworkFormat.write(teacher)));
            value.set(REQUIRES, FactFormat.write(shows.requires(), run));
            value.set(SHOWS, FactFormat.write(shows.shows(), run));
        } else if (statement instanceof FalsifiedProperty falsified) {
            value.put(KIND, FALSIFIED_PROPERTY);
            value.put(PROPERTY, falsified.property());
            value.put(MESSAGE, falsified.message());
        }
        return value;
    }
}
