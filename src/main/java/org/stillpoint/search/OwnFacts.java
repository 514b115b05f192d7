package org.stillpoint.search;

import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.FactFormat;
import org.stillpoint.statement.Measure;
import org.stillpoint.statement.Place;
import org.stillpoint.statement.RunFormat;
import org.stillpoint.statement.Side;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as counterexample files spell them out, but a step or a layer may be {@value #LAST}, the last one
 * of each candidate.
 *
 * @param cursor the array in the file
 */
record OwnFacts(JsonCursor cursor) {

    static final int MAX_FACTS = 20;
    static final String LAST = "last";

    private static final List<String> SIDES = List.of("left", "right");
    private static final List<Place> STEPS = List.of(Place.STEP, Place.FROM, Place.TO);
    private static final List<String> PARTS = List.of(RunFormat.NETWORK, RunFormat.DATA, RunFormat.SETTINGS, RunFormat.TRACE);

    /** @throws FormatException if the value is no array of facts, or one of them speaks of what a candidate never has */
    OwnFacts {
        List<Fact> facts = of(cursor, 1, 1);
        if (facts.size() > MAX_FACTS) {
            throw cursor.error(facts.size() + " facts, expected at most " + MAX_FACTS);
        }
        for (int i = 0; i < facts.size(); i++) {
            JsonCursor fact = cursor.elements().get(i);
            requireOfATrainingAlone(facts.get(i).left(), fact.field(SIDES.get(0)));
            requireOfATrainingAlone(facts.get(i).right(), fact.field(SIDES.get(1)));
        }
    }

    private static void requireOfATrainingAlone(Side side, JsonCursor cursor) {
        if (side instanceof Side.At at) {
            requireInAFile(at.pointer(), cursor.field("pointer"));
        } else if (side instanceof Side.Measured measured) {
            requirePlaces(measured.measure(), cursor);
            if (measured.varied() || measured.measure().kind().hasCompanion()) {
                throw cursor.error("a measure that compares a training with something, expected one of the training alone");
            }
        }
    }

    private static void requirePlaces(Measure measure, JsonCursor cursor) {
        for (int i = 0; i < measure.places().size(); i++) {
            Place place = measure.kind().places().get(i);
            if (measure.places().get(i) < (STEPS.contains(place) ? 0 : 1)) {
                throw cursor.field(place.id()).error(place.id() + " " + measure.places().get(i) + ", expected one from 1");
            }
        }
    }

    private static void requireInAFile(String pointer, JsonCursor cursor) {
        if (PARTS.stream().noneMatch(part -> pointer.startsWith("/" + part + "/"))) {
            throw cursor.error("no pointer into a counterexample file, expected one that begins with /"
                    + String.join("/, /", PARTS) + "/");
        }
    }

    /** The facts about a candidate with so many layers and steps. */
    List<Fact> of(int layers, int steps) {
        return of(cursor, layers, steps);
    }

    private static List<Fact> of(JsonCursor cursor, int layers, int steps) {
        JsonNode facts = cursor.node().deepCopy();
        if (facts instanceof ArrayNode array) {
            array.valueStream().flatMap(OwnFacts::sides).forEach(side -> {
                STEPS.forEach(place -> replaceLast(side, place.id(), steps));
                replaceLast(side, Place.LAYER.id(), layers);
            });
        }
        return FactFormat.read(new JsonCursor(cursor.file(), cursor.pointer(), facts));
    }

    private static Stream<ObjectNode> sides(JsonNode fact) {
        return SIDES.stream().map(fact::get).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    private static void replaceLast(ObjectNode side, String key, int place) {
        if (side.has("measure") && side.has(key) && side.get(key).isString() && side.get(key).stringValue().equals(LAST)) {
            side.put(key, place);
        }
    }
}
