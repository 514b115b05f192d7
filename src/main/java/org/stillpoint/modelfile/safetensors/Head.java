package org.stillpoint.modelfile.safetensors;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Dimensions;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** The JSON of a safetensors file, read token by token, so that it takes no more memory than the tensors that it describes. */
final class Head {

    private static final int MAX_TENSORS = 100_000;
    private static final int MAX_NESTING = 3;
    private static final int MAX_DIGITS = 19;
    private static final String METADATA = "__metadata__";
    private static final Pattern WHERE_IT_BEGAN = Pattern.compile(" \\(start marker|\\R");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(MAX_DIGITS).maxNestingDepth(MAX_NESTING).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final JsonParser parser;
    private final List<Described> tensors = new ArrayList<>();
    private String where = "";

    private Head(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads all tensors in their order.
     *
     * @throws FormatException if it is no JSON object of tensors, or one name is there twice
     */
    static List<Described> read(String file, byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text(file, json))) {
            Head head = new Head(file, parser);
            try {
                head.readAll();
            } catch (JacksonException e) {
                throw head.broken(e);
            }
            return head.tensors;
        }
    }

    /** Decoded here, as a parser of bytes would guess another encoding from some. */
    private static String text(String file, byte[] json) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw new FormatException(file + ": head: not UTF-8, expected JSON in UTF-8");
        }
    }

    private void readAll() {
        require(parser.nextToken() == JsonToken.START_OBJECT, "an object of tensors");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            where = ": " + Quoted.of(name);
            parser.nextToken();
            if (name.equals(METADATA)) {
                readMetadata();
            } else {
                require(tensors.size() < MAX_TENSORS, "at most " + MAX_TENSORS + " tensors");
                tensors.add(tensor(name));
            }
            where = "";
        }
        require(parser.nextToken() == null, "nothing behind the object");
    }

    private void readMetadata() {
        require(parser.currentToken() == JsonToken.START_OBJECT, "an object of strings");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            require(parser.nextToken() == JsonToken.VALUE_STRING, "an object of strings");
        }
    }

    private Described tensor(String name) {
        require(parser.currentToken() == JsonToken.START_OBJECT, "an object with dtype, shape and data_offsets");
        Optional<String> type = Optional.empty();
        Optional<Dimensions> dimensions = Optional.empty();
        List<Long> offsets = List.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "dtype" -> {
                    require(parser.currentToken() == JsonToken.VALUE_STRING, "a string for dtype");
                    type = Optional.of(parser.getString());
                }
                case "shape" -> dimensions = Optional.of(dimensions(integers(Dimensions.MAX_AXES)));
                case "data_offsets" -> offsets = integers(2);
                default -> throw error(Quoted.of(key) + ", expected dtype, shape and data_offsets");
            }
        }
        require(type.isPresent() && dimensions.isPresent() && offsets.size() == 2 && offsets.get(0) <= offsets.get(1),
                "dtype, shape, and data_offsets that are not in the wrong order");
        return new Described(name, type.get(), dimensions.get(), offsets.get(0), offsets.get(1));
    }

    private Dimensions dimensions(List<Long> sizes) {
        try {
            return new Dimensions(sizes);
        } catch (FormatException e) {
            throw error(e.getMessage());
        }
    }

    private List<Long> integers(int most) {
        String expected = "an array of at most " + most + " integers from 0";
        require(parser.currentToken() == JsonToken.START_ARRAY, expected);
        List<Long> integers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT && integers.size() < most
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER && parser.getLongValue() >= 0, expected);
            integers.add(parser.getLongValue());
        }
        return integers;
    }

    private void require(boolean holds, String expected) {
        if (!holds) {
            throw error("something else, expected " + expected);
        }
    }

    private FormatException error(String what) {
        return new FormatException(file + ": head" + where + ": " + what);
    }

    private FormatException broken(JacksonException e) {
        TokenStreamLocation place = Optional.ofNullable(e.getLocation()).orElseGet(parser::currentLocation);
        return new FormatException(file + ": head" + where + ": broken JSON at character " + place.getCharOffset()
                + " of the head, expected one object: " + Quoted.plain(WHERE_IT_BEGAN.split(e.getOriginalMessage(), 2)[0]));
    }
}
