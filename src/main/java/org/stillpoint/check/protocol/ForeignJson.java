package org.stillpoint.check.protocol;

import java.math.BigDecimal;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of JSON that another program wrote: as strict and bounded as {@link Json}, but numbers keep their text, and a bare
 * {@code NaN}, {@code Infinity} or {@code -Infinity}, which Python writes, is read as a string.
 */
final class ForeignJson {

    private static final int MAX_NESTING = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(ExactNumber.MAX_LENGTH)
                    .maxNestingDepth(MAX_NESTING)
                    .maxTokenCount(Json.MAX_TOKENS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String name;
    private final JsonParser parser;

    private ForeignJson(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * Reads one JSON value and nothing after it.
     *
     * @param name what errors call the line
     * @throws FormatException if it is none
     */
    static JsonCursor read(String name, String line) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            return read(name, line, parser);
        }
    }

    private static JsonCursor read(String name, String line, JsonParser parser) {
        try {
            ForeignJson reading = new ForeignJson(name, parser);
            if (parser.nextToken() == null) {
                throw new FormatException(name + ": an empty line, expected one JSON object on each line of standard output");
            }
            JsonNode value = reading.value();
            if (parser.nextToken() != null) {
                throw reading.broken(line);
            }
            return new JsonCursor(name, "", value);
        } catch (JacksonException e) {
            throw new ForeignJson(name, parser).broken(line);
        }
    }

    private FormatException broken(String line) {
        return new FormatException(name + ": broken JSON near character " + parser.currentLocation().getColumnNr() + " of "
                + Foreign.quoted(line) + ", expected one JSON object on each line of standard output and nothing else there");
    }

    private JsonNode value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.set(key, value());
        }
        return object;
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private JsonNode number() {
        String text = parser.getString();
        if (AnswerFormat.isNotFinite(text)) {
            return NODES.stringNode(text);
        }
        try {
            return new Written(new BigDecimal(text), text);
        } catch (NumberFormatException e) {
            throw new FormatException(name + ": " + Foreign.quoted(text) + " is out of range, expected an exponent from -"
                    + Integer.MAX_VALUE + " to " + Integer.MAX_VALUE);
        }
    }

    /** A number that was read here, as the program wrote it. */
    static String text(JsonNode number) {
        return ((Written) number).text;
    }

    /** A number that knows how it was written. */
    private static final class Written extends DecimalNode {

        private static final long serialVersionUID = 1;

        private final String text;

        Written(BigDecimal value, String text) {
            super(value);
            this.text = text;
        }
    }
}
