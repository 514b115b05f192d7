package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.SettingsFormat;
import tools.jackson.databind.node.ObjectNode;

/** Measured numbers as JSON: {@code {"measure": "weight-change", "layer": 1, "from": 0, "to": 1}}. */
final class MeasureFormat {

    static final String MEASURE = "measure";
    private static final String FACTOR = "factor";
    private static final String VARIED = "varied";
    private static final String TRAINING = "training";

    private MeasureFormat() {
    }

    /**
     * Reads a measured number.
     *
     * @param beside keys that may stand there too
     * @param fromZero whether layers and units count from 0, as they did in the first schema
     */
    static Side.Measured read(JsonCursor value, Set<String> beside, boolean fromZero) {
        JsonCursor name = value.field(MEASURE);
        Measure.Kind kind = name.checked(() -> Measure.Kind.fromId(name.string()));
        Set<String> keys = new HashSet<>(beside);
        keys.addAll(Set.of(MEASURE, TRAINING));
        kind.places().forEach(place -> keys.add(place.id()));
        if (kind.hasFactor()) {
            keys.add(FACTOR);
        }
        value.allowing(keys);
        List<Integer> places = new ArrayList<>();
        kind.places().forEach(place -> places.add(SettingsFormat.count(value.field(place.id()))
                + (fromZero && place.countedFromZeroAtFirst() ? 1 : 0)));
        BigFraction factor = kind.hasFactor() ? value.field(FACTOR).number() : BigFraction.ONE;
        boolean varied = isVaried(value);
        return value.checked(() -> new Side.Measured(new Measure(kind, places, factor), varied));
    }

    private static boolean isVaried(JsonCursor value) {
        Optional<JsonCursor> training = value.optionalField(TRAINING);
        training.filter(which -> !which.string().equals(VARIED)).ifPresent(which -> {
            throw which.error("an unknown training, expected " + VARIED);
        });
        return training.isPresent();
    }

    static ObjectNode write(Side.Measured side) {
        Measure measure = side.measure();
        ObjectNode value = Json.object();
        value.put(MEASURE, measure.kind().id());
        for (int i = 0; i < measure.places().size(); i++) {
            value.put(measure.kind().places().get(i).id(), measure.places().get(i));
        }
        if (measure.kind().hasFactor()) {
            value.set(FACTOR, Json.number(measure.factor()));
        }
        if (side.varied()) {
            value.put(TRAINING, VARIED);
        }
        return value;
    }
}
