package org.stillpoint.format;

import java.util.List;
import org.stillpoint.kink.AtKinks;
import org.stillpoint.kink.Direction;
import org.stillpoint.kink.ParameterAtKinks;
import org.stillpoint.kink.UnitAtKink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a gradient is at kinks, as JSON. */
public final class AtKinksFormat {

    private AtKinksFormat() {
    }

    /**
     * {@code "differentiable"} is null where that is not decided, and {@code "tried"} then the number of directions along which
     * nothing speaks against it; {@code "against"} is null or a direction that does. {@code "units"} is null where KINK-3 does
     * not apply.
     */
    public static ObjectNode write(AtKinks atKinks) {
        ObjectNode value = Json.object();
        value.put("differentiable", atKinks.differentiability().answer().orElse(null));
        value.set("against", atKinks.differentiability().against().<JsonNode>map(against -> write(atKinks, against))
                .orElse(value.nullNode()));
        value.put("tried", atKinks.differentiability().tried());
        value.set("units", atKinks.units().<JsonNode>map(AtKinksFormat::write).orElse(value.nullNode()));
        ArrayNode parameters = value.putArray("parameters");
        atKinks.parameters().forEach(parameter -> parameters.add(write(parameter)));
        return value;
    }

    private static ObjectNode write(AtKinks atKinks, Direction against) {
        ObjectNode value = Json.object();
        ObjectNode direction = value.putObject("direction");
        for (int i = 0; i < against.entries().size(); i++) {
            if (against.entries().get(i).signum() != 0) {
                direction.set(atKinks.parameters().get(i).pointer(), Json.number(against.entries().get(i)));
            }
        }
        value.set("left", Json.number(against.left()));
        value.set("right", Json.number(against.right()));
        return value;
    }

    private static ArrayNode write(List<UnitAtKink> units) {
        ArrayNode value = Json.array();
        for (UnitAtKink unit : units) {
            ObjectNode entry = value.addObject();
            entry.put("unit", unit.unit());
            entry.set("input", Json.vector(unit.input()));
            entry.set("error", Json.number(unit.error()));
        }
        return value;
    }

    private static ObjectNode write(ParameterAtKinks parameter) {
        ObjectNode value = Json.object();
        value.put("pointer", parameter.pointer());
        value.set("gradient", Json.number(parameter.gradient()));
        value.set("left", Json.number(parameter.left()));
        value.set("right", Json.number(parameter.right()));
        value.put("atKink", parameter.atKink());
        value.put("is", parameter.is().id());
        return value;
    }
}
