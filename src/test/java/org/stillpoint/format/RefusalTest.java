package org.stillpoint.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;

class RefusalTest {

    private static final String ONE_LAYER = "{\"layers\": [{\"weights\": [[\"1\"]], \"activation\": \"identity\"}]}";

    static Stream<Arguments> brokenNetworks() {
        return Stream.of(
                Arguments.of("", "n.json:1:1: nothing there"),
                Arguments.of("{\"layers\": [\n  1,\n  x]}", "n.json:3:"),
                Arguments.of("{\"layers\": [NaN]}", "n.json:1:"),
                Arguments.of("{\"layers\": [1, 2", "n.json:1:"),
                Arguments.of("{\"layers\": [1],\n\"layers\": [1]}", "n.json:2:"),
                Arguments.of(ONE_LAYER + "\n{}", "n.json:2:"),
                Arguments.of("[".repeat(200), "n.json:1:"),
                Arguments.of("{\"layers\": [" + "9".repeat(30_000) + "]}", "n.json:1:"),
                Arguments.of("[]", "n.json: an array, expected an object"),
                Arguments.of("{}", "n.json: no \"layers\", expected one"),
                Arguments.of("{\"layers\": {}}", "n.json: /layers: an object, expected an array"),
                Arguments.of("{\"layers\": []}", "n.json: /layers: an empty array, expected at least one entry"),
                Arguments.of("{\"layers\": [], \"x/y\": 1}", "n.json: /x~1y: unknown key, expected one of layers"),
                Arguments.of("{\"\\u202e\\n" + "x".repeat(150) + "\": 1}",
                        "n.json: /??" + "x".repeat(118) + "...: unknown key, expected one of layers"),
                Arguments.of(layer("\"weights\": [[1]]"), "n.json: /layers/0: no \"activation\", expected one"),
                Arguments.of(layer("\"activation\": \"identity\""), "n.json: /layers/0: no \"weights\", expected one"),
                Arguments.of(layer("\"weights\": [[1]], \"activation\": 1"),
                        "n.json: /layers/0/activation: a number, expected a string"),
                Arguments.of(layer("\"weights\": [[1]], \"activation\": \"Tanh\""),
                        "n.json: /layers/0/activation: unknown activation \"Tanh\", expected one of identity, relu"),
                Arguments.of(layer("\"weights\": [[1]], \"activation\": \"leaky-relu:1/0\""),
                        "n.json: /layers/0/activation: \"1/0\" has denominator zero, expected a positive one"),
                Arguments.of("{\"layers\": [{\"weights\": [[1]], \"activation\": \"softmax\"}, "
                        + "{\"weights\": [[1]], \"activation\": \"identity\"}]}",
                        "n.json: /layers: layer 1 has activation softmax, expected it on the last layer only"),
                Arguments.of(layer("\"weights\": [[1]], \"biases\": [1], \"activation\": \"identity\""),
                        "n.json: /layers/0/biases: unknown key, expected one of activation, bias, weights"),
                Arguments.of(weights("[[1, 2], [3]]"),
                        "n.json: /layers/0/weights: a ragged matrix: row 2 has length 1, expected 2 as in row 1"),
                Arguments.of(weights("[[]]"), "n.json: /layers/0/weights/0: an empty array, expected at least one entry"),
                Arguments.of(weights("[1]"), "n.json: /layers/0/weights/0: a number, expected an array"),
                Arguments.of(weights("[[true]]"), "n.json: /layers/0/weights/0/0: a truth value, expected a number"),
                Arguments.of(weights("[[null]]"), "n.json: /layers/0/weights/0/0: null, expected a number"),
                Arguments.of(weights("[[1, \"1/0\"]]"),
                        "n.json: /layers/0/weights/0/1: \"1/0\" has denominator zero, expected a positive one"),
                Arguments.of(weights("[[\"NaN\"]]"), "n.json: /layers/0/weights/0/0: \"NaN\" is not an exact number"),
                Arguments.of(weights("[[1e999999999]]"), "n.json: /layers/0/weights/0/0: "),
                Arguments.of(weights("[[1e-999999999]]"), "n.json: /layers/0/weights/0/0: "),
                Arguments.of(weights("[[\"1e999999999\"]]"), "n.json: /layers/0/weights/0/0: "),
                Arguments.of(weights("[[1e99999999999999999999]]"), "n.json"),
                Arguments.of(weights("[[\"" + "9".repeat(30_000) + "\"]]"),
                        "n.json: /layers/0/weights/0/0: a number of 30000 characters, expected at most 20000"),
                Arguments.of(layer("\"weights\": [[1]], \"bias\": [1, 2], \"activation\": \"identity\""),
                        "n.json: /layers/0/bias: a bias of length 2, expected 1, one for each unit"),
                Arguments.of(layer("\"weights\": [[1]], \"bias\": null, \"activation\": \"identity\""),
                        "n.json: /layers/0/bias: null, expected an array"),
                Arguments.of("{\"layers\": [{\"weights\": [[1]], \"activation\": \"relu\"},"
                        + "{\"weights\": [[1, 2]], \"activation\": \"identity\"}]}",
                        "n.json: /layers: layer 2 takes 2 inputs, expected 1, the units of layer 1"));
    }

    private static String layer(String members) {
        return "{\"layers\": [{" + members + "}]}";
    }

    private static String weights(String matrix) {
        return layer("\"weights\": " + matrix + ", \"activation\": \"identity\"");
    }

    @ParameterizedTest
    @MethodSource("brokenNetworks")
    void aBrokenNetworkIsRefusedInOneLineThatSaysWhere(String text, String start) {
        assertThatThrownBy(() -> NetworkFormat.read(new Source("n.json", text))).isInstanceOf(FormatException.class)
                .message().startsWith(start).contains("expected").doesNotContain("\n").hasSizeLessThan(400);
    }

    static Stream<Arguments> brokenData() {
        return Stream.of(
                Arguments.of("d.json", "{\"inputs\": [[1]]}", "d.json: no \"targets\", expected one"),
                Arguments.of("d.json", "{\"inputs\": [[1]], \"targets\": [1], \"labels\": []}", "d.json: /labels: unknown key"),
                Arguments.of("d.json", "{\"inputs\": [[1], [2]], \"targets\": [1]}",
                        "d.json: 2 inputs and 1 targets, expected one target for each sample"),
                Arguments.of("d.json", "{\"inputs\": [[1], [2, 3]], \"targets\": [1, 1]}",
                        "d.json: input 2 has length 2, expected 1 as in input 1"),
                Arguments.of("d.json", "{\"inputs\": [[1], [2]], \"targets\": [1, [1, 2]]}",
                        "d.json: target 2 has length 2, expected 1 as in target 1"),
                Arguments.of("d.json", "1,2\n", "d.json:1:"),
                Arguments.of("-", "{\"inputs\": 1}", "-: /inputs: a number, expected an array"),
                Arguments.of("d.csv", "", "d.csv:1:1: no samples, expected"),
                Arguments.of("d.csv", "a,b,label\n", "d.csv:1:1: no samples, expected"),
                Arguments.of("d.csv", "a,b,label\n1,2,1\n1,x,1\n", "d.csv:3:2: \"x\" is not an exact number, expected"),
                Arguments.of("d.csv", "1,b,1\n", "d.csv:1:2: \"b\" is not an exact number, expected"),
                Arguments.of("d.csv", "1,2,1\n1,2\n", "d.csv:2:2: 2 fields, expected 3 as in the first line"),
                Arguments.of("d.csv", "1,2,1\n1,2,3,4\n", "d.csv:2:3: 4 fields, expected 3 as in the first line"),
                Arguments.of("d.csv", "1\n2\n", "d.csv:1:1: one field, expected the inputs and, last, the target"),
                Arguments.of("d.csv", "1,1/0\n", "d.csv:1:2: \"1/0\" has denominator zero, expected a positive one"),
                Arguments.of("d.csv", "1,\n", "d.csv:1:2: \"\" is not an exact number, expected"),
                Arguments.of("d.csv", "1,\"2\n", "d.csv:1:1: broken CSV"),
                Arguments.of("d.csv", "1,2\n" + "1,".repeat(20_000) + "1\n", "d.csv:2:1: broken CSV"),
                Arguments.of("d.csv", ("1,".repeat(9_999) + "1\n").repeat(201),
                        "d.csv:201:1: more than 2000000 fields up to here"));
    }

    @ParameterizedTest
    @MethodSource("brokenData")
    void brokenDataIsRefusedInOneLineThatSaysWhere(String name, String text, String start) {
        assertThatThrownBy(() -> DataFormat.read(new Source(name, text))).isInstanceOf(FormatException.class)
                .message().startsWith(start).contains("expected").doesNotContain("\n").hasSizeLessThan(400);
    }

    @Test
    void csvMayHaveAHeaderSpacesAndWindowsLineEnds() {
        DataSet expected = new DataSet(List.of(Vector.of("1/10", "2")), List.of(Vector.of("-1")));

        assertThat(DataFormat.read(new Source("d.csv", "a,b,label\r\n0.1, 2 ,-1\r\n"))).isEqualTo(expected);
        assertThat(DataFormat.read(new Source("-", "0.1,2,-1"))).isEqualTo(expected);
    }

    @Test
    void jsonNumbersAreReadAsTheDecimalsTheyAre() {
        assertThat(DataFormat.read(new Source("-", "{\"inputs\": [[0.1, 1e-3, -2, \"3/4\"]], \"targets\": [[1, 0.50]]}")))
                .isEqualTo(new DataSet(List.of(Vector.of("1/10", "1/1000", "-2", "3/4")),
                        List.of(Vector.of("1", "1/2"))));
    }

    @Test
    void filesThatCannotBeReadAreRefused(@TempDir Path directory) throws Exception {
        InputStream nothing = InputStream.nullInputStream();
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, 0});

        assertThatThrownBy(() -> Source.read(directory.resolve("none").toString(), nothing))
                .isInstanceOf(FormatException.class).hasMessageContaining("no such file, expected");
        assertThatThrownBy(() -> Source.read(directory.toString(), nothing))
                .isInstanceOf(FormatException.class).hasMessageContaining("cannot be read, expected");
        assertThatThrownBy(() -> Source.read(binary.toString(), nothing))
                .isInstanceOf(FormatException.class).hasMessageContaining("not UTF-8, expected");
        assertThatThrownBy(() -> Source.read("-", endless())).isInstanceOf(FormatException.class)
                .hasMessageContaining("expected at most");
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) ' ');
                return length;
            }
        };
    }

    @Test
    void standardInputIsReadForADash() {
        assertThat(Source.read("-", new ByteArrayInputStream("\uFEFFx".getBytes(StandardCharsets.UTF_8))).text()).isEqualTo("x");
    }

    @Test
    void aFileIsReplacedAsAWholeAndNothingElseIsLeft(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("f"), "before");
        OutputFile.write(file.toString(), "after");

        assertThat(file).hasContent("after");
        assertThat(directory.toFile().list()).containsExactly("f");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsRefused(@TempDir Path directory) {
        assertThatThrownBy(() -> OutputFile.write(directory.toString(), "x")).isInstanceOf(FormatException.class)
                .hasMessageContaining("is a directory, expected a file");
        assertThatThrownBy(() -> OutputFile.write(directory.resolve("none/f").toString(), "x"))
                .isInstanceOf(FormatException.class).hasMessageContaining("cannot be written, expected");
    }
}
