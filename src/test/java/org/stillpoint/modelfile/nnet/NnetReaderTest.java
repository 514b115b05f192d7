package org.stillpoint.modelfile.nnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.NetworkText;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Bytes;

class NnetReaderTest {

    private static final NnetReader READER = new NnetReader();
    private static final String SMALL = "// words\n1,1,2,2,\n1,2,\n0,\n-1,\n1,\n0,0,\n1,1,\n1,\n2,\n3,\n4,\n";

    @ParameterizedTest
    @ValueSource(strings = {"small", "spelt"})
    void eachDecimalIsTheBinary64ThatToolsMakeOfIt(String model) throws IOException {
        Expected.assertReadsAsExpected(READER, "nnet/" + model + ".nnet");
    }

    @Test
    void layersAreUnitsTimesInputsWithReluBetweenThem() throws IOException {
        try (ModelFile model = Expected.read(READER, "nnet/small.nnet")) {
            assertThat(NetworkText.of(model.network().orElseThrow())).containsExactly(
                    "in #0:2",
                    "Dense layer 1: #0:2 -> #1:4 out=0 layer 1 weights",
                    "Bias layer 1: #1:4 -> #1:4 layer 1 bias",
                    "Pointwise layer 1: #1:4 -> #1:4 relu",
                    "Dense layer 2: #1:4 -> #2:3 out=0 layer 2 weights",
                    "Bias layer 2: #2:3 -> #2:3 layer 2 bias",
                    "Pointwise layer 2: #2:3 -> #2:3 relu",
                    "Dense layer 3: #2:3 -> #3:1 out=0 layer 3 weights",
                    "Bias layer 3: #3:1 -> #3:1 layer 3 bias",
                    "out #3:1");
            assertThat(model.network().orElseThrow().notAnalysed()).extracting(NotAnalysed::tensor).containsExactly(
                    "input minimums", "input maximums", "means of the inputs and the outputs",
                    "ranges of the inputs and the outputs");
        }
    }

    @Test
    void aFileMayEndWithBlankLinesAndLeaveOutTheLastCommas() throws IOException {
        String text = SMALL.replace(",\n", "\n") + "\r\n \n";

        assertThat(read(text).weights()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1,1,2,2,   | 1,1,1,     | line 3: sizes of layers, expected 2 from 1, the first 1 and the last 1",
        "1,1,2,2, | 9999999,1, | line 2: numbers of layers, inputs and outputs: \"9999999\", expected an integer from 0 to 999999",
        "1,1,2,2,   | 0,1,2,     | line 2: the numbers [0, 1, 2], expected those of layers, from 1 to 10000, inputs and outputs",
        "1,1,2,2,   | 2,         | line 2: the numbers [2], expected those of layers, from 1 to 10000, inputs and outputs",
        "0,0,       | 0,0,0,     | line 7: means of the inputs and the outputs: 3 numbers, expected 2",
        "0,0,       | 0,x,       | line 7: means of the inputs and the outputs: \"x\", expected a number",
        "0,0,       | 0,1e9999999999, | line 7: means of the inputs and the outputs: \"1e9999999999\", expected a number",
        "3,         | 3,3,       | line 11: bias of unit 0 of layer 1: 2 numbers, expected 1",
        "2,2,       | 2,,        | line 3: sizes of layers: \"\", expected an integer from 0 to 999999"})
    void aLineThatIsWrongIsNamed(String line, String wrong, String message) {
        String text = SMALL.replaceFirst("\n" + line + "\n", "\n" + wrong + "\n").replaceFirst("1,2,\n0", line.equals("2,2,")
                ? "1,2,,\n0" : "1,2,\n0");

        assertThatThrownBy(() -> read(text)).isInstanceOf(FormatException.class).hasMessage("small: " + message);
    }

    @Test
    void aFileThatIsCutOffSaysWhatIsMissing() {
        assertThatThrownBy(() -> read(SMALL.substring(0, SMALL.length() - 3))).isInstanceOf(FormatException.class)
                .hasMessage("small: ends after line 11, expected bias of unit 1 of layer 1");
        assertThatThrownBy(() -> read("// words\n1,900000,900000,2\n900000,900000\n")).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> read(SMALL + "5,\n"))
                .hasMessage("small: line 13: \"5,\" behind the last layer, expected the end");
    }

    private static ModelFile read(String text) throws IOException {
        return READER.read(Bytes.of("small", text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }
}
