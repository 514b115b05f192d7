package org.stillpoint.modelfile.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

class SafetensorsReaderTest {

    private static final SafetensorsReader READER = new SafetensorsReader();

    @ParameterizedTest
    @ValueSource(strings = {"all-types", "planted", "later"})
    void everyEntryIsTheNumberThatWasWritten(String model) throws IOException {
        Expected.assertReadsAsExpected(READER, "safetensors/" + model + ".safetensors");
    }

    @Test
    void tensorsOfTypesThatAreNotReadAreListed() throws IOException {
        try (ModelFile model = Expected.read(READER, "safetensors/all-types.safetensors")) {
            assertThat(model.notAnalysed())
                    .containsExactly(new NotAnalysed("small.float", "is stored as F8_E4M3, a type that is not read"));
        }
    }

    @Test
    void integersThatNoCodeStandsForAreNoticedWhereTheyAreRead() throws IOException {
        byte[] content = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong((1L << 53) + 1).array();
        byte[] file = file("{\"n\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}", content);
        try (ModelFile model = READER.read(Bytes.of("big", file), Optional.empty())) {
            Weights weights = model.weights().get(0);

            assertThatThrownBy(() -> weights.entries().read(0, new long[1])).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void theHeadMayBeFollowedBySpacesAndHaveItsTensorsInAnyOrder() throws IOException {
        byte[] file = file("{\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[2,3]},"
                + "\"a\":{\"data_offsets\":[0,2],\"shape\":[2],\"dtype\":\"U8\"}}   \n", new byte[] {1, 2, 3});
        try (ModelFile model = READER.read(Bytes.of("two", file), Optional.empty())) {
            assertThat(model.weights()).extracting(Weights::name).containsExactly("b", "a");
            assertThat(Expected.entries(model.weights().get(0))).containsExactly("3");
            assertThat(Expected.entries(model.weights().get(1))).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[] | head: something else, expected an object of tensors",
            "{ | head: broken JSON at character 1 of the head",
            "{} {} | head: something else, expected nothing behind",
            "{\"w\":1} | head: \"w\": something else, expected an object with",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[1]}} | \"w\": something else, expected dtype, shape",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1]}} | \"w\": something else, expected dtype, shape",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1,0]}} | not in the wrong order",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[-1],\"data_offsets\":[0,1]}} | expected an array of at most 32 integers from 0",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[1.0],\"data_offsets\":[0,1]}} | expected an array of at most 32 integers from 0",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[9223372036854775808],\"data_offsets\":[0,1]}} | expected an array of at most 32",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[9223372036854775807,2],\"data_offsets\":[0,1]}} | expected fewer entries",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[4294967296,2147483647],\"data_offsets\":[0,1]}} | expected 4294967296 x 21",
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,1]}} | has 1 bytes, expected 1 of 4 each",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}} | is at bytes 0 to 2 of 1",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[1,1]}} | expected it to begin at 0",
            "{} | 1 bytes behind the head, expected 0",
            "{\"w\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},\"w\":{}} | broken JSON",
            "{\"w\":{\"dtype\":\"U8\",\"dtype\":\"U8\"}} | broken JSON",
            "{\"w\":{\"dtype\":\"U8\",\"layout\":\"x\"}} | \"layout\", expected dtype, shape and data_offsets",
            "{\"w\":{\"dtype\":null}} | expected a string for dtype",
            "{\"__metadata__\":{\"a\":1}} | \"__metadata__\": something else, expected an object of strings",
            "{\"__metadata__\":[]} | expected an object of strings",
            "{\"w\":{\"shape\":[[[1]]]}} | broken JSON"})
    void whatCannotBeIsRefusedInOneLine(String head, String message) {
        assertThat(refusal(file(head, new byte[1]))).hasValueSatisfying(line -> {
            Hostile.assertOneLine(line);
            assertThat(line).contains(message);
        });
    }

    @Test
    void aTensorThatOverlapsAnotherIsRefused() {
        String head = "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]}}";

        assertThat(refusal(file(head, new byte[3]))).contains(Hostile.NAME
                + ": tensor \"b\": is at bytes 1 to 3 of 3, expected it to begin at 2, where the one before ends, and to end"
                + " within them");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 3, 1L << 40})
    void aHeadThatIsLongerThanTheFileIsRefused(long length) {
        byte[] file = file("{}", new byte[0]);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length);

        assertThat(refusal(file)).contains(Hostile.NAME + ": a head of " + Long.toUnsignedString(length)
                + " bytes, expected at most 2");
    }

    @Test
    void namesThatNobodyCanReadAreShownShortAndPlain() {
        assertThat(refusal(file("{\"" + "x".repeat(500) + "\\n\\u0007\":1}", new byte[0])))
                .hasValueSatisfying(Hostile::assertOneLine);
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefusedInOneLine() throws IOException {
        for (byte[] whole : Hostile.models("safetensors", ".safetensors").toList()) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(refusal(Arrays.copyOf(whole, length))).as("%d bytes", length)
                        .hasValueSatisfying(Hostile::assertOneLine);
            }
        }
    }

    @Test
    void aHundredThousandTensorsAreRead() throws IOException {
        String head = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"" + i + "\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[" + i + "," + (i + 1) + "]}")
                .collect(Collectors.joining(",", "{", "}"));
        try (ModelFile model = READER.read(Bytes.of("many", file(head, new byte[100_000])), Optional.empty())) {
            assertThat(model.weights()).hasSize(100_000);
        }
        String more = head.replace("}}", "},\"more\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}");
        assertThat(refusal(file(more, new byte[100_000])))
                .contains(Hostile.NAME + ": head: \"more\": something else, expected at most 100000 tensors");
    }

    /** Of every encoding that a parser of JSON may guess, only UTF-8 is one. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "ISO-8859-1", "UTF-16"})
    void otherEncodingsAreRefused(String charset) {
        byte[] text = "{\"größe\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}".getBytes(Charset.forName(charset));
        byte[] file = ByteBuffer.allocate(Long.BYTES + text.length).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text)
                .array();

        assertThat(refusal(file)).hasValueSatisfying(Hostile::assertOneLine);
    }

    @Test
    void bracketsWithoutEndAreRefused() {
        assertThat(refusal(file("{\"w\":" + String.join("", Collections.nCopies(1_000_000, "[")), new byte[0])))
                .hasValueSatisfying(Hostile::assertOneLine);
    }

    @Test
    void filesAreRecognisedByTheirNameOrTheirBeginning() {
        byte[] file = file("{}", new byte[0]);

        assertThat(READER.recognises("model.safetensors", new byte[0])).isTrue();
        assertThat(READER.recognises("-", file)).isTrue();
        assertThat(READER.recognises("-", "{\"layers\": {}".getBytes(StandardCharsets.US_ASCII))).isFalse();
        assertThat(READER.recognises("-", new byte[8])).isFalse();
    }

    private static Optional<String> refusal(byte[] content) {
        return Hostile.refusal(READER, content, Optional.empty());
    }

    static byte[] file(String head, byte[] content) {
        byte[] text = head.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + content.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length).put(text).put(content).array();
    }
}
