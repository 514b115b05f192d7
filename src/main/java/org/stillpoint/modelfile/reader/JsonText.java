package org.stillpoint.modelfile.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import org.stillpoint.modelfile.tensor.Bytes;

/** JSON in model files: strict, bounded in length and depth, with every number kept exact. */
public final class JsonText {

    /** The longest description of a model, in bytes or characters. */
    public static final int MAX_LENGTH = 1 << 23;

    private static final int MAX_MESSAGE = 400;

    private JsonText() {
    }

    /**
     * Reads bytes that are one JSON value in UTF-8.
     *
     * @param most the longest that is read, in bytes
     * @throws FormatException if they are not, or are too long
     */
    public static JsonCursor read(Bytes bytes, int most) throws IOException {
        if (bytes.size() > most) {
            throw new FormatException(bytes.name() + ": JSON of " + bytes.size() + " bytes, expected at most " + most);
        }
        try {
            return read(bytes.name(), StandardCharsets.UTF_8.newDecoder()
                    .decode(bytes.read(0, (int) bytes.size(), ByteOrder.BIG_ENDIAN)).toString());
        } catch (CharacterCodingException e) {
            throw new FormatException(bytes.name() + ": not UTF-8, expected JSON in UTF-8");
        }
    }

    /**
     * Reads text that is one JSON value.
     *
     * @param name what errors call it by
     * @throws FormatException if it is not, or is too long
     */
    public static JsonCursor read(String name, String text) {
        try {
            return Json.read(new Source(name, text));
        } catch (FormatException e) {
            String message = e.getMessage();
            throw new FormatException(message.substring(0, Math.min(message.length(), MAX_MESSAGE)).replaceAll("\\p{Cc}", "?"));
        }
    }
}
