package org.stillpoint.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Vector;
import tools.jackson.databind.JsonNode;

/**
 * A value inside a JSON file that knows where it is; each question ends with a {@link FormatException} if the value is not of the
 * kind.
 */
public record JsonCursor(String file, String pointer, JsonNode node) {

    /** The member with this key, which must be there. */
    public JsonCursor field(String key) {
        return optionalField(key).orElseThrow(() -> error("no \"" + key + "\", expected one"));
    }

    /** The member with this key, if it is there. */
    public Optional<JsonCursor> optionalField(String key) {
        requireKind(node.isObject(), "an object");
        return Optional.ofNullable(node.get(key))
                .map(value -> new JsonCursor(file, pointer + "/" + escape(key), value));
    }

    /** Refuses every key but these. */
    public JsonCursor allowing(Set<String> keys) {
        requireKind(node.isObject(), "an object");
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                throw new JsonCursor(file, pointer + "/" + escape(Quoted.plain(key)), node)
                        .error("unknown key, expected one of " + String.join(", ", keys.stream().sorted().toList()));
            }
        }
        return this;
    }

    /** The entries of an array with at least one. */
    public List<JsonCursor> elements() {
        requireKind(node.isArray(), "an array");
        if (node.isEmpty()) {
            throw error("an empty array, expected at least one entry");
        }
        List<JsonCursor> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(new JsonCursor(file, pointer + "/" + elements.size(), element));
        }
        return elements;
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** Whether this is what {@link Json} makes of a number that is not known exactly. */
    boolean isEnclosure() {
        return node.isObject() && Set.copyOf(node.propertyNames()).equals(Set.of(Json.LOW, Json.HIGH));
    }

    public String string() {
        requireKind(node.isString(), "a string");
        return node.stringValue();
    }

    /** An exact number: a JSON integer or decimal, or a string with a literal. */
    public BigFraction number() {
        if (isEnclosure()) {
            throw error("an enclosure, expected an exact number; for a network --midpoints takes the middles, and the result is "
                    + "no longer exact");
        }
        requireKind(node.isNumber() || node.isString(), "a number");
        return checked(() -> ExactNumber.parse(node.isString() ? node.stringValue() : node.decimalValue().toString()));
    }

    public Vector vector() {
        List<BigFraction> entries = elements().stream().map(JsonCursor::number).toList();
        return new Vector(entries);
    }

    /** An array of rows of one length. */
    public Matrix matrix() {
        List<Vector> rows = elements().stream().map(JsonCursor::vector).toList();
        return checked(() -> new Matrix(rows));
    }

    /** Makes a domain value; what is wrong with it is reported as wrong here. */
    public <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (DomainException e) {
            throw error(e.getMessage());
        }
    }

    /** An error about this value, to be thrown. */
    public FormatException error(String message) {
        return new FormatException(file + ": " + (pointer.isEmpty() ? "" : pointer + ": ") + message);
    }

    private void requireKind(boolean holds, String expected) {
        if (!holds) {
            throw error(kind() + ", expected " + expected);
        }
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case BOOLEAN -> "a truth value";
            case NUMBER -> "a number";
            case STRING, BINARY -> "a string";
            case NULL, MISSING -> "null";
        };
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
