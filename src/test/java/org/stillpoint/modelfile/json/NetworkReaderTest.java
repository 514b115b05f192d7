package org.stillpoint.modelfile.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.NetworkText;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

class NetworkReaderTest {

    private static final NetworkReader READER = new NetworkReader();

    @Test
    void numbersOfBinary64AreReadAsTheyAre() throws IOException {
        ModelFile model = read("{\"layers\":[{\"weights\":[[\"1/2\",0.125],[-3,\"0\"]],\"bias\":[\"1e3\",\"-1/1024\"],"
                + "\"activation\":\"relu\"},{\"weights\":[[1,\"4503599627370497\"]],\"activation\":\"identity\"}]}");

        assertThat(NetworkText.of(model.network().orElseThrow())).containsExactly(
                "in #0:2",
                "Dense layer 1: #0:2 -> #1:2 out=0 layer 1 weights",
                "Bias layer 1: #1:2 -> #1:2 layer 1 bias",
                "Pointwise layer 1: #1:2 -> #1:2 relu",
                "Dense layer 2: #1:2 -> #2:1 out=0 layer 2 weights",
                "out #2:1");
        assertThat(model.weights()).extracting(Weights::type).containsOnly("rational");
        assertThat(entries(model)).containsExactly(List.of("1/2", "1/8", "-3", "0"), List.of("1000", "-1/1024"),
                List.of("1", "4503599627370497"));
    }

    @Test
    void otherRationalsAreMultipliedAllByOneNumberAndPreactivationsDividedByIt() throws IOException {
        ModelFile model = read("{\"layers\":[{\"weights\":[[\"1/3\",\"1/6\"]],\"bias\":[\"-1/5\"],\"activation\":\"tanh\"},"
                + "{\"weights\":[[\"1/3\"],[\"2/6\"]],\"activation\":\"softmax\"}]}");

        assertThat(NetworkText.of(model.network().orElseThrow())).containsExactly(
                "in #0:2",
                "Dense layer 1: #0:2 -> #1:1 out=0 layer 1 weights",
                "Bias layer 1: #1:1 -> #1:1 layer 1 bias",
                "Pointwise layer 1: #1:1 -> #1:1 1 / 15 x + 0",
                "Pointwise layer 1: #1:1 -> #1:1 tanh",
                "Dense layer 2: #1:1 -> #2:2 out=0 layer 2 weights",
                "Pointwise layer 2: #2:2 -> #2:2 1 / 15 x + 0",
                "Softmax layer 2: #2:2 -> #2:2",
                "out #2:2");
        assertThat(model.weights()).extracting(Weights::type).containsOnly("rational, times 15");
        assertThat(entries(model)).containsExactly(List.of("5", "5/2"), List.of("-3"), List.of("5", "5"));
    }

    @Test
    void whatIsTooLongForThatIsNotAnalysedAndTheRestIs() throws IOException {
        ModelFile model = read("{\"layers\":[{\"weights\":[[\"1/3\"]],\"bias\":[\"1\"],\"activation\":\"relu\"},"
                + "{\"weights\":[[\"9007199254740993\"]],\"bias\":[\"1/3\"],\"activation\":\"identity\"}]}");

        assertThat(model.weights()).extracting(Weights::name).containsExactly("layer 1 weights", "layer 1 bias", "layer 2 bias");
        assertThat(model.notAnalysed()).containsExactly(new NotAnalysed("layer 2 weights",
                "its entry 9007199254740993, times 3 as all others, is none of the numbers of binary64"));
        assertThat(NetworkText.of(model.network().orElseThrow())).contains(
                "Opaque layer 2: #1:1 -> #2:1 (it has numbers that no binary64 holds, also when they are multiplied)",
                "Bias layer 2: #2:1 -> #2:1 layer 2 bias");
    }

    @Test
    void manyDifferentDenominatorsLeaveTheOtherTensorsAsTheyAre() throws IOException {
        ModelFile model = read("{\"layers\":[{\"weights\":[[\"1/1000000007\",\"1/998244353\"]],\"activation\":\"relu\"},"
                + "{\"weights\":[[\"1/2\"]],\"activation\":\"relu\"}]}");

        assertThat(entries(model)).containsExactly(List.of("1/2"));
        assertThat(model.notAnalysed()).extracting(NotAnalysed::tensor).containsExactly("layer 1 weights");
    }

    @Test
    void whatIsNoNetworkIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("{\"layers\":[{\"weights\":[[\"1/0\"]],\"activation\":\"relu\"}]}"))
                .isInstanceOf(FormatException.class).hasMessageStartingWith("net: /layers/0/weights/0/0: ");
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(FormatException.class).hasMessageStartingWith("net:1:");
        assertThatThrownBy(() -> read("{\"layers\":[{\"weights\":[[1e99999]],\"activation\":\"relu\"}]}"))
                .isInstanceOf(FormatException.class).hasMessageStartingWith("net:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-9999", "\"1e-9999\"", "1E+9999", "\"-1E9999\""})
    void numbersThatAreShortInTheFileOnlyAreRefusedIfTheyAreMany(String number) throws IOException {
        assertThat(read(row(number, 10)).notAnalysed()).hasSize(1);

        assertThatThrownBy(() -> read(row(number, 4_000))).isInstanceOf(FormatException.class)
                .hasMessage("net: numbers of about 39996004 digits if powers of ten are written out, expected at most 33554432");
    }

    private static String row(String number, int count) {
        return "{\"layers\":[{\"weights\":[[" + String.join(",", Collections.nCopies(count, number))
                + "]],\"activation\":\"relu\"}]}";
    }

    private static List<List<String>> entries(ModelFile model) throws IOException {
        List<List<String>> entries = new ArrayList<>();
        for (Weights weights : model.weights()) {
            entries.add(Expected.entries(weights));
        }
        return entries;
    }

    private static ModelFile read(String text) throws IOException {
        return READER.read(Bytes.of("net", text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }
}
