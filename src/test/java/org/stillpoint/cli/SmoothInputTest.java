package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be asked of smooth networks ends in one line that says where, before anything is computed. */
class SmoothInputTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFiles() throws Exception {
        network("sigmoid", "{\"weights\": [[1, 1]], \"activation\": \"sigmoid\"}");
        network("softmax", "{\"weights\": [[1, 1], [1, 0]], \"activation\": \"softmax\"}");
        network("relu", "{\"weights\": [[1, 1]], \"activation\": \"relu\"}, {\"weights\": [[1]], \"activation\": \"relu\"}");
        network("hidden-softmax",
                "{\"weights\": [[1, 1]], \"activation\": \"softmax\"}, {\"weights\": [[1]], \"activation\": \"sigmoid\"}");
        network("unknown", "{\"weights\": [[1, 1]], \"activation\": \"swish\"}");
        network("no-slope", "{\"weights\": [[1, 1]], \"activation\": \"leaky-relu:1/0\"}");
        network("nonsense-slope", "{\"weights\": [[1, 1]], \"activation\": \"leaky-relu:nonsense\"}");
        network("nan", "{\"weights\": [[1, \"NaN\"]], \"activation\": \"sigmoid\"}");
        network("bare-nan", "{\"weights\": [[1, NaN]], \"activation\": \"sigmoid\"}");
        network("infinite", "{\"weights\": [[1, \"-Infinity\"]], \"activation\": \"sigmoid\"}");
        network("enclosed", "{\"weights\": [[1, {\"low\": \"0.1\", \"high\": \"0.2\"}]], \"activation\": \"identity\"}");
        Files.writeString(directory.resolve("labels.csv"), "1,2,1\n3,4,-1\n");
        Files.writeString(directory.resolve("shares.csv"), "1,2,0\n3,4,0.25\n");
        Files.writeString(directory.resolve("above.csv"), "x1,x2,p\n1,2,1\n3,4,1.5\n");
        Files.writeString(directory.resolve("sums.json"),
                "{\"inputs\": [[1, 2], [3, 4]], \"targets\": [[1, 0], [\"1/2\", \"1/3\"]]}");
        Files.writeString(directory.resolve("negative.json"), "{\"inputs\": [[1, 2]], \"targets\": [[2, -1]]}");
    }

    private void network(String name, String layers) throws Exception {
        Files.writeString(directory.resolve(name + ".json"), "{\"layers\": [" + layers + "]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sigmoid shares.csv --digits 0                | 0 digits, expected from 1 to 1000",
        "sigmoid shares.csv --digits 100000           | 100000 digits, expected from 1 to 1000",
        "relu labels.csv --digits 0                   | 0 digits, expected from 1 to 1000",
        "sigmoid shares.csv --digits 1e3              | '--digits': \"1e3\" is not a 32-bit integer, expected one such as 10",
        "sigmoid shares.csv --max-precision 1         | a precision of 1 bits, expected from 64 to",
        "sigmoid shares.csv --digits 1000 --max-precision 3000 | a precision of at most 3000 bits for 1000 digits, expected at least 33",
        "sigmoid shares.csv --engine fast             | --engine fast with sigmoid, which is not exact over the rationals, expected",
        "relu labels.csv --loss logistic --engine reference | --engine reference with logistic, which is not exact over the rationals",
        "relu labels.csv --engine double              | unknown engine \"double\", expected one of reference, fast, enclosure",
        "sigmoid labels.csv                           | labels.csv:2:3: sample 2 has target -1, expected a probability from 0 to 1",
        "sigmoid above.csv                            | above.csv:3:3: sample 2 has target 3/2, expected a probability from 0 to 1",
        "softmax negative.json                        | negative.json: /targets/0: sample 1 has target 2, expected a probability from 0 to 1",
        "softmax sums.json                            | sums.json: /targets/1: sample 2 has a target whose entries sum to 5/6, expected 1",
        "sigmoid shares.csv --loss logistic           | shares.csv:1:3: sample 1 has target 0, expected 1 or -1",
        "relu shares.csv                              | relu.json: /layers/1/activation: the cross-entropy loss behind a last layer of relu,"
                + " expected sigmoid or softmax",
        "hidden-softmax shares.csv                    | hidden-softmax.json: /layers: layer 1 has activation softmax, expected it on the",
        "unknown shares.csv                           | unknown.json: /layers/0/activation: unknown activation \"swish\", expected one of "
                + "identity, relu, leaky-relu, abs, hard-tanh, softsign, rational-sigmoid, sigmoid, tanh, softplus, elu, silu, gelu, softmax",
        "no-slope shares.csv                          | no-slope.json: /layers/0/activation: \"1/0\" has denominator zero, expected",
        "nonsense-slope shares.csv                    | nonsense-slope.json: /layers/0/activation: \"nonsense\" is not an exact number, expected",
        "nan shares.csv                               | nan.json: /layers/0/weights/0/1: \"NaN\" is not an exact number, expected",
        "bare-nan shares.csv                          | bare-nan.json:1:",
        "infinite shares.csv                          | infinite.json: /layers/0/weights/0/1: \"-Infinity\" is not an exact number, expected",
        "enclosed labels.csv                          | enclosed.json: /layers/0/weights/0/1: an enclosure, expected an exact number"})
    void isRefusedInOneLineThatSaysWhereByEachCommand(String arguments, String message) {
        for (String command : List.of("train", "trace", "gradients")) {
            CommandLineRun run = run(command, arguments);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("stillpoint: ").contains(message, "expected").containsOnlyOnce("\n");
        }
    }

    private CommandLineRun run(String command, String arguments) {
        String[] words = arguments.split(" ");
        List<Object> all = new ArrayList<>(List.of(command, "--network", directory.resolve(words[0] + ".json"),
                "--data", directory.resolve(words[1])));
        all.addAll(List.of(words).subList(2, words.length));
        if (!all.contains("--loss")) {
            all.addAll(List.of("--loss", "cross-entropy"));
        }
        return CommandLineRun.of(all.toArray());
    }

    @ParameterizedTest
    @CsvSource({"enclosed.json, enclosed.json: --midpoints took the middles of 1 enclosure: the result is no longer exact\\n",
        "softmax.json, ''"})
    void theMiddlesOfEnclosuresAreTakenIfAskedForAndThatIsSaid(String network, String said) {
        CommandLineRun run = CommandLineRun.of("symmetry", "--network", directory.resolve(network), "--midpoints");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo(said.isEmpty() ? "" : directory.resolve(said.replace("\\n", "\n")).toString());
    }

    @ParameterizedTest
    @CsvSource({"'', 2, 'v.json: /layers/0/weights/0/1: an enclosure, expected an exact number'",
        "--midpoints, 0, 'v.json: --midpoints took the middles of 1 enclosure'"})
    void aVelocityWithEnclosuresIsTreatedAsANetwork(String option, int exitCode, String said) throws Exception {
        network("network", "{\"weights\": [[1, 1]], \"activation\": \"identity\"}");
        Files.copy(directory.resolve("enclosed.json"), directory.resolve("v.json"));
        List<Object> arguments = new ArrayList<>(List.of("train", "--network", directory.resolve("network.json"), "--data",
                directory.resolve("labels.csv"), "--momentum", "1/2", "--velocity", directory.resolve("v.json")));
        if (!option.isEmpty()) {
            arguments.add(option);
        }

        CommandLineRun run = CommandLineRun.of(arguments.toArray());

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).contains(said).containsOnlyOnce("\n");
    }
}
