package org.stillpoint.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import tools.jackson.databind.JsonNode;

/** A file's tree beside the computed one: shapes must agree, numbers are compared as numbers. */
public final class TreeComparison {

    private final List<Difference> differences = new ArrayList<>();

    private TreeComparison() {
    }

    /** @throws FormatException if the file has an object, an array or a number where the other has none */
    public static List<Difference> of(JsonCursor file, JsonNode computed) {
        TreeComparison comparison = new TreeComparison();
        comparison.compare(file, computed);
        return List.copyOf(comparison.differences);
    }

    private void compare(JsonCursor file, JsonNode computed) {
        if (computed.isObject()) {
            Set<String> keys = new HashSet<>(computed.propertyNames());
            file.allowing(keys);
            for (String key : computed.propertyNames()) {
                compare(file.field(key), computed.get(key));
            }
        } else if (computed.isArray()) {
            compareArrays(file, computed);
        } else if (isNumber(computed)) {
            if (file.number().compareTo(ExactNumber.parse(computed.asString())) != 0) {
                differences.add(new Difference(file.pointer(), file.node().asString(), computed.asString()));
            }
        } else if (!file.string().equals(computed.stringValue())) {
            differences.add(new Difference(file.pointer(), file.string(), computed.stringValue()));
        }
    }

    private void compareArrays(JsonCursor file, JsonNode computed) {
        if (!file.isArray()) {
            throw file.error("not an array, expected one");
        }
        if (file.node().size() != computed.size()) {
            differences.add(new Difference(file.pointer(), file.node().size() + " entries", computed.size() + " entries"));
        }
        for (int i = 0; i < Math.min(file.node().size(), computed.size()); i++) {
            compare(new JsonCursor(file.file(), file.pointer() + "/" + i, file.node().get(i)), computed.get(i));
        }
    }

    private static boolean isNumber(JsonNode node) {
        if (node.isNumber()) {
            return true;
        }
        try {
            ExactNumber.parse(node.asString());
            return true;
        } catch (DomainException e) {
            return false;
        }
    }
}
