package org.stillpoint.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as JSON: two sides and a relation. A side is a measure with its places, a JSON pointer, or just a value. Facts of a
 * training that has run say beside a measure and a pointer which value was computed, and of a measure what it is in words.
 */
public final class FactFormat {

    private static final String LEFT = "left";
    private static final String RELATION = "relation";
    private static final String RIGHT = "right";
    private static final String POINTER = "pointer";
    private static final String WHAT = "what";
    private static final String VALUE = "value";

    private FactFormat() {
    }

    /** How facts are written. */
    private enum Style {

        /** Before any training. */
        GIVEN(Set.of(), Set.of()),
        /** With what was computed. */
        COMPUTED(Set.of(WHAT, VALUE), Set.of()),
        /** In the first schema, before any training: layers and units count from 0, and values have words. */
        FIRST(Set.of(), Set.of(WHAT));

        private final Set<String> besideNumbersOfATraining;
        private final Set<String> besideValues;

        Style(Set<String> besideNumbersOfATraining, Set<String> besideValues) {
            this.besideNumbersOfATraining = besideNumbersOfATraining;
            this.besideValues = besideValues;
        }
    }

    /** Facts that no training has been asked for yet. */
    public static List<Fact> read(JsonCursor value) {
        return read(value, Style.GIVEN);
    }

    /** Facts of a training; what was computed is left to a replay. */
    public static List<Fact> readComputed(JsonCursor value) {
        return read(value, Style.COMPUTED);
    }

    /** Facts as the first schema has them, in which layers and units count from 0. */
    public static List<Fact> readOfFirstSchema(JsonCursor value) {
        return read(value, Style.FIRST);
    }

    /** The one fact that some statements of the first schema consist of, among keys of theirs. */
    public static Fact readOneOfFirstSchema(JsonCursor value) {
        return fact(value, Style.FIRST);
    }

    private static List<Fact> read(JsonCursor value, Style style) {
        return value.isArray() && value.node().isEmpty() ? List.of()
                : value.elements().stream().map(each -> fact(each.allowing(Set.of(LEFT, RELATION, RIGHT)), style)).toList();
    }

    private static Fact fact(JsonCursor value, Style style) {
        JsonCursor relation = value.field(RELATION);
        return new Fact(side(value.field(LEFT), style), relation.checked(() -> Relation.fromSymbol(relation.string())),
                side(value.field(RIGHT), style));
    }

    private static Side side(JsonCursor value, Style style) {
        if (value.optionalField(POINTER).isPresent()) {
            return new Side.At(value.allowing(and(style.besideNumbersOfATraining, POINTER)).field(POINTER).string());
        }
        if (value.optionalField(MeasureFormat.MEASURE).isPresent()) {
            return MeasureFormat.read(value, style.besideNumbersOfATraining, style == Style.FIRST);
        }
        return new Side.Stated(value.allowing(and(style.besideValues, VALUE)).field(VALUE).number());
    }

    private static Set<String> and(Set<String> keys, String key) {
        Set<String> all = new HashSet<>(keys);
        all.add(key);
        return all;
    }

    /** What is given. */
    public static ArrayNode write(List<Fact> facts) {
        return write(facts, Optional.empty());
    }

    /** What is given, and the numbers of a training if there is one. */
    static ArrayNode write(List<Fact> facts, Optional<Run> run) {
        ArrayNode array = Json.array();
        for (Fact fact : facts) {
            ObjectNode value = array.addObject();
            value.set(LEFT, write(fact.left(), run));
            value.put(RELATION, fact.relation().symbol());
            value.set(RIGHT, write(fact.right(), run));
        }
        return array;
    }

    private static ObjectNode write(Side side, Optional<Run> run) {
        ObjectNode value = writeGiven(side);
        run.map(side::quantity).ifPresent(computed -> {
            computed.what().filter(words -> side instanceof Side.Measured).ifPresent(words -> value.put(WHAT, words));
            value.set(VALUE, Json.number(computed.value()));
        });
        return value;
    }

    private static ObjectNode writeGiven(Side side) {
        if (side instanceof Side.Measured measured) {
            return MeasureFormat.write(measured);
        }
        ObjectNode value = Json.object();
        if (side instanceof Side.At at) {
            value.put(POINTER, at.pointer());
        } else if (side instanceof Side.Stated stated) {
            value.set(VALUE, Json.number(stated.value()));
        }
        return value;
    }
}
