package org.stillpoint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Variations of a training as JSON. */
public final class VariationFormat {

    private static final String KAPPA = "kappa";
    private static final String WRITTEN = "error-written-at-kinks";
    private static final String MASKS = "masks";

    private VariationFormat() {
    }

    public static Variation read(JsonCursor value) {
        if (value.optionalField(KAPPA).isPresent()) {
            return new Variation.Kappa(value.allowing(Set.of(KAPPA)).field(KAPPA).number());
        }
        if (value.optionalField(WRITTEN).isPresent()) {
            return new Variation.WrittenErrors(value.allowing(Set.of(WRITTEN)).field(WRITTEN).number());
        }
        List<List<Vector>> steps = new ArrayList<>();
        for (JsonCursor step : value.allowing(Set.of(MASKS)).field(MASKS).elements()) {
            steps.add(step.elements().stream().map(JsonCursor::vector).toList());
        }
        return new Variation.Masks(steps);
    }

    static ObjectNode write(Variation variation) {
        ObjectNode value = Json.object();
        if (variation instanceof Variation.Kappa kappa) {
            value.set(KAPPA, Json.number(kappa.kappa()));
        } else if (variation instanceof Variation.WrittenErrors errors) {
            value.set(WRITTEN, Json.number(errors.written()));
        } else if (variation instanceof Variation.Masks masks) {
            ArrayNode steps = value.putArray(MASKS);
            masks.steps().forEach(step -> {
                ArrayNode layers = steps.addArray();
                step.forEach(mask -> {
                    ArrayNode units = layers.addArray();
                    mask.entries().forEach(number -> units.add(Json.number(number)));
                });
            });
        }
        return value;
    }
}
