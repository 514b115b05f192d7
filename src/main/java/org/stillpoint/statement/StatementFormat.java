package org.stillpoint.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.SettingsFormat;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Statements as JSON: the kind, what is given beside the training, and every comparison with both sides. */
public final class StatementFormat {

    private static final String KIND = "kind";
    public static final String PREMISES = "premises";
    public static final String CONCLUSIONS = "conclusions";
    private static final String LEFT = "left";
    private static final String RELATION = "relation";
    private static final String RIGHT = "right";
    private static final String WHAT = "what";
    private static final String VALUE = "value";
    private static final String POINTER = "pointer";
    private static final String STEP = "step";
    private static final String LAYER = "layer";
    private static final String ROW = "row";
    private static final String COLUMN = "column";
    private static final String OTHER_COLUMN = "other-column";
    private static final String OTHER = "other";
    private static final String TEACHER = "teacher";
    private static final String DIRECTION = "direction";
    private static final String HALVINGS = "halvings";
    private static final String DROP = "drop";
    private static final String WORDS = "words";
    private static final String PROPERTY = "property";
    private static final String MESSAGE = "message";
    private static final String REQUIRES = "requires";
    private static final String SHOWS = "shows";

    private StatementFormat() {
    }

    /** Reads what is given; premises and conclusions must be there, but only a replay looks at them. */
    public static Statement read(JsonCursor value) {
        value.field(PREMISES);
        value.field(CONCLUSIONS);
        JsonCursor kind = value.field(KIND);
        return switch (kind.string()) {
            case GradientEntriesDiffer.KIND -> new GradientEntriesDiffer(readEntries(value));
            case WeightsWithinARowDiffer.KIND -> new WeightsWithinARowDiffer(readEntries(value));
            case ReachesFullAccuracy.KIND -> with(value, new ReachesFullAccuracy());
            case WeightChangesFromZero.KIND -> with(value, new WeightChangesFromZero());
            case DifferentUnitsIncrease.KIND -> with(value, new DifferentUnitsIncrease());
            case ParametersMove.KIND -> with(value, new ParametersMove());
            case AllUnitsDiffer.KIND -> with(value, new AllUnitsDiffer());
            case LossDecreases.KIND -> with(value, new LossDecreases());
            case LossIncreases.KIND -> with(value, new LossIncreases());
            case MidpointLossAboveMean.KIND ->
                    new MidpointLossAboveMean(NetworkFormat.read(allowing(value, OTHER).field(OTHER)));
            case TwoCycle.KIND -> with(value, new TwoCycle());
            case StuckBelowFullAccuracy.KIND ->
                    new StuckBelowFullAccuracy(NetworkFormat.read(allowing(value, TEACHER).field(TEACHER)));
            case LowerLossNearby.KIND -> readNearby(value);
            case NumbersCompare.KIND -> readNumbers(value);
            case Shows.KIND -> readShows(value);
            case FalsifiedProperty.KIND -> new FalsifiedProperty(
                    allowing(value, PROPERTY, MESSAGE).field(PROPERTY).string(), value.field(MESSAGE).string());
            default -> throw kind.error("an unknown kind of statement, expected one such as " + GradientEntriesDiffer.KIND);
        };
    }

    private static JsonCursor allowing(JsonCursor value, String... keys) {
        Set<String> all = new HashSet<>(Set.of(KIND, PREMISES, CONCLUSIONS));
        all.addAll(List.of(keys));
        return value.allowing(all);
    }

    private static Statement with(JsonCursor value, Statement statement) {
        allowing(value);
        return statement;
    }

    private static RowEntries readEntries(JsonCursor value) {
        allowing(value, STEP, LAYER, ROW, COLUMN, OTHER_COLUMN);
        return new RowEntries(SettingsFormat.count(value.field(STEP)), SettingsFormat.count(value.field(LAYER)),
                SettingsFormat.count(value.field(ROW)), SettingsFormat.count(value.field(COLUMN)),
                SettingsFormat.count(value.field(OTHER_COLUMN)));
    }

    private static Statement readNearby(JsonCursor value) {
        allowing(value, DIRECTION, HALVINGS, DROP, TEACHER);
        int halvings = SettingsFormat.count(value.field(HALVINGS));
        if (halvings > LowerLossNearby.MAX_HALVINGS) {
            throw value.field(HALVINGS).error(halvings + " halvings, expected at most " + LowerLossNearby.MAX_HALVINGS);
        }
        BigFraction drop = value.field(DROP).number();
        return new LowerLossNearby(NetworkFormat.read(value.field(DIRECTION)), halvings, drop,
                NetworkFormat.read(value.field(TEACHER)));
    }

    private static Statement readNumbers(JsonCursor value) {
        allowing(value, WORDS, LEFT, RELATION, RIGHT);
        Fact fact = fact(value);
        return new NumbersCompare(value.field(WORDS).string(), fact.left(), fact.relation(), fact.right());
    }

    private static Statement readShows(JsonCursor value) {
        allowing(value, WORDS, REQUIRES, SHOWS, VariationFormat.VARIATION);
        return new Shows(value.field(WORDS).string(), readFacts(value.field(REQUIRES)), readFacts(value.field(SHOWS)),
                value.optionalField(VariationFormat.VARIATION).map(VariationFormat::read));
    }

    private static List<Fact> readFacts(JsonCursor value) {
        return value.isArray() && value.node().isEmpty() ? List.of()
                : value.elements().stream().map(each -> fact(each.allowing(Set.of(LEFT, RELATION, RIGHT)))).toList();
    }

    private static Fact fact(JsonCursor value) {
        JsonCursor relation = value.field(RELATION);
        return new Fact(readSide(value.field(LEFT)), relation.checked(() -> Relation.fromSymbol(relation.string())),
                readSide(value.field(RIGHT)));
    }

    private static Side readSide(JsonCursor value) {
        if (value.optionalField(POINTER).isPresent()) {
            return new Side.At(value.allowing(Set.of(POINTER)).field(POINTER).string());
        }
        if (value.optionalField(MeasureFormat.MEASURE).isPresent()) {
            return MeasureFormat.read(value);
        }
        value.allowing(Set.of(WHAT, VALUE));
        return new Side.Stated(value.field(WHAT).string(), value.field(VALUE).number());
    }

    /** What is given, without the comparisons. */
    public static ObjectNode writeGivens(Statement statement) {
        ObjectNode value = Json.object();
        value.put(KIND, statement.kind());
        if (statement instanceof GradientEntriesDiffer gradient) {
            writeEntries(value, gradient.entries());
        } else if (statement instanceof WeightsWithinARowDiffer weights) {
            writeEntries(value, weights.entries());
        } else if (statement instanceof MidpointLossAboveMean midpoint) {
            value.set(OTHER, NetworkFormat.write(midpoint.other()));
        } else if (statement instanceof StuckBelowFullAccuracy stuck) {
            value.set(TEACHER, NetworkFormat.write(stuck.teacher()));
        } else if (statement instanceof LowerLossNearby nearby) {
            value.set(DIRECTION, NetworkFormat.write(nearby.direction()));
            value.put(HALVINGS, nearby.halvings());
            value.set(DROP, Json.number(nearby.drop()));
            value.set(TEACHER, NetworkFormat.write(nearby.teacher()));
        } else if (statement instanceof NumbersCompare numbers) {
            value.put(WORDS, numbers.words());
            value.set(LEFT, write(numbers.left()));
            value.put(RELATION, numbers.relation().symbol());
            value.set(RIGHT, write(numbers.right()));
        } else if (statement instanceof Shows shows) {
            value.put(WORDS, shows.words());
            value.set(REQUIRES, writeFacts(shows.requires()));
            value.set(SHOWS, writeFacts(shows.shows()));
            shows.variation().ifPresent(variation -> value.set(VariationFormat.VARIATION, VariationFormat.write(variation)));
        } else if (statement instanceof FalsifiedProperty falsified) {
            value.put(PROPERTY, falsified.property());
            value.put(MESSAGE, falsified.message());
        }
        return value;
    }

    /** What is given, and every comparison as computed. */
    public static ObjectNode write(Statement statement, Run run) {
        ObjectNode value = writeGivens(statement);
        value.set(PREMISES, write(statement.premises(run)));
        value.set(CONCLUSIONS, write(statement.conclusions(run)));
        return value;
    }

    private static void writeEntries(ObjectNode value, RowEntries entries) {
        value.put(STEP, entries.step());
        value.put(LAYER, entries.layer());
        value.put(ROW, entries.row());
        value.put(COLUMN, entries.column());
        value.put(OTHER_COLUMN, entries.otherColumn());
    }

    private static ArrayNode writeFacts(List<Fact> facts) {
        ArrayNode array = Json.array();
        for (Fact fact : facts) {
            ObjectNode value = array.addObject();
            value.set(LEFT, write(fact.left()));
            value.put(RELATION, fact.relation().symbol());
            value.set(RIGHT, write(fact.right()));
        }
        return array;
    }

    private static ObjectNode write(Side side) {
        ObjectNode value = Json.object();
        if (side instanceof Side.At at) {
            value.put(POINTER, at.pointer());
            return value;
        }
        if (side instanceof Side.Measured measured) {
            return MeasureFormat.write(measured);
        }
        Side.Stated stated = (Side.Stated) side;
        return write(new Quantity(stated.what(), stated.value()));
    }

    private static ArrayNode write(List<Comparison> comparisons) {
        ArrayNode array = Json.array();
        for (Comparison comparison : comparisons) {
            ObjectNode value = array.addObject();
            value.set(LEFT, write(comparison.left()));
            value.put(RELATION, comparison.relation().symbol());
            value.set(RIGHT, write(comparison.right()));
        }
        return array;
    }

    private static ObjectNode write(Quantity quantity) {
        ObjectNode value = Json.object();
        value.put(WHAT, quantity.what());
        value.set(VALUE, Json.number(quantity.value()));
        return value;
    }
}
