package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.lint.report.Schemas;
import tools.jackson.databind.JsonNode;

/** What {@code lint} does beside looking at weights: on data, by exact training, and smaller models. */
class LintOptionsTest {

    private static final String MODELS = "src/test/resources/models/";
    private static final String PICTURES = MODELS + "simplify/pictures.onnx";

    /** On the data below unit 1 is dead, unit 2 constant, and units 0 and 3 are equal; no other data says so. */
    private static final String NETWORK = """
            {"layers": [{"weights": [["1", "0", "2"], ["-1", "-1", "3"], ["0", "0", "5"], ["0", "1/2", "4"]],
                         "bias": ["0", "-1", "3", "0"], "activation": "relu"},
                        {"weights": [["1", "2", "3", "4"]], "bias": ["0"], "activation": "identity"}]}
            """;
    private static final String JSON_DATA = """
            {"inputs": [["1", "2", "0"], ["2", "4", "0"], ["3", "6", "0"]], "targets": ["1", "0", "1"]}
            """;

    @TempDir
    private Path directory;
    private Path network;

    @BeforeEach
    void writeNetwork() throws IOException {
        network = written("network.json", NETWORK);
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static JsonNode json(CommandLineRun run) {
        return Json.read(new Source("out", run.out())).node();
    }

    /** An array of float64 with rows of three, as NumPy writes it. */
    private Path array(String name, double... entries) throws IOException {
        byte[] head = ("{'descr': '<f8', 'fortran_order': False, 'shape': (" + entries.length / 3 + ", 3), }\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(10 + head.length + entries.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) head.length).put(head);
        for (double entry : entries) {
            bytes.putDouble(entry);
        }
        return Files.write(directory.resolve(name), bytes.array());
    }

    private void assertPlantedUnitsAreFound(Path data) {
        CommandLineRun run = CommandLineRun.of("lint", network, "--data", data, "--format", "json");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Schemas.wrongAsFindings(json(run))).isEmpty();
        assertThat(json(run).at("/files/0/findings").valueStream().map(finding -> finding.get("id").stringValue() + " "
                + finding.get("units") + " " + finding.get("certificate"))).containsExactly("dead-unit [1] false",
                "zero-input [2] false", "twin-units [0,3] false", "constant-unit [2] false", "harmless-zero [] false");
    }

    @Test
    void unitsAreDeadConstantOrEqualOnDataOfEachForm() throws IOException {
        assertPlantedUnitsAreFound(written("data.json", JSON_DATA));
        assertPlantedUnitsAreFound(written("data.csv", "1,2,0,1\n2,4,0,0\n3,6,0,1\n"));
        assertPlantedUnitsAreFound(array("data.npy", 1, 2, 0, 2, 4, -0.0, 3, 6, 0));
    }

    @Test
    void withoutDataNothingIsFoundThere() {
        assertThat(CommandLineRun.of("lint", network).exitCode()).isZero();
    }

    @Test
    void textSaysThatNoCertificateSpeaksOfData() throws IOException {
        assertThat(CommandLineRun.of("lint", network, "--data", written("data.json", JSON_DATA)).out())
                .contains("warning: zero-input, input 2", "note: twin-units, units 0, 3",
                        "what the model computes of the data; no certificate says that it stays so",
                                "the 3 samples that were given")
                .doesNotContain("checker accepted", "heuristic");
    }

    @Test
    void findingsOnDataAreSarifToo() throws IOException {
        CommandLineRun run = CommandLineRun.of("lint", network, "--data", written("data.json", JSON_DATA), "--format", "sarif");

        assertThat(Schemas.wrongAsSarif(json(run))).isEmpty();
        assertThat(json(run).at("/runs/0/results").size()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data.json | {\"inputs\": [[1, 2], [3, 4]], \"targets\": [1, 0]} | expected samples along the first axis and 3 features",
        "data.json | {\"inputs\": [[\"1\", \"2\", \"3\"]], \"targets\": [\"1\"]} | expected two samples at least",
        "data.json | {\"inputs\": [[1, 2, 3], [1, 2, 3]], \"targets\": [1, 0]} | samples that are all the same",
        "data.json | {\"inputs\": [[\"NaN\", \"2\", \"3\"]], \"targets\": [\"1\"]} | not an exact number",
        "data.json | {} | inputs",
        "data.csv | 1,2,nan,1 | expected",
        "data.npy | no array | no npy file",
        "data.npy | {\"layers\": []} | expected"})
    void dataThatCannotBeUsedIsRefusedInOneLine(String name, String content, String message) throws IOException {
        CommandLineRun run = CommandLineRun.of("lint", network, "--data", written(name, content));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: " + directory).contains(message).hasLineCount(1);
    }

    @Test
    void arraysWithEntriesThatAreNoNumbersAndOtherFilesWithTheirNameAreRefused() throws IOException {
        Path model = Files.copy(Path.of(MODELS + "numpy/stored.npz"), directory.resolve("model.npy"));

        assertThat(CommandLineRun.of("lint", network, "--data", array("nan.npy", 1, 2, Double.NaN, 2, 3, 4))).isEqualTo(
                new CommandLineRun(2, "", "stillpoint: " + directory.resolve("nan.npy")
                        + ": infinite or no numbers among the entries, expected numbers\n"));
        assertThat(CommandLineRun.of("lint", network, "--data", model).err()).contains("of the format npz, expected an array");
        assertThat(CommandLineRun.of("lint", network, "--data", directory.resolve("gone.npy")).err()).contains("no such file")
                .hasLineCount(1);
    }

    @Test
    void ofSeveralModelsThatTheDataDoesNotFitIsNamedAndTheOtherReported() throws IOException {
        CommandLineRun tensors = CommandLineRun.of("lint", MODELS + "safetensors/planted.safetensors", network, "--data",
                array("data.npy", 1, 2, 0, 2, 4, 0, 3, 6, 0), "--format", "json", "--demonstrate");

        assertThat(tensors.exitCode()).isEqualTo(2);
        assertThat(json(tensors).at("/files").size()).isEqualTo(1);
        assertThat(tensors.err()).contains("planted.safetensors: the file does not say how its tensors are used",
                network + ": trained exactly for 3 steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pictures", "inputs", "computed", "reshaped"})
    void aModelIsWrittenInWhichNothingIsLeftThatCouldGo(String name) {
        Path out = directory.resolve("smaller.onnx");
        CommandLineRun run = CommandLineRun.of("lint", MODELS + "simplify/" + name + ".onnx", "--simplify", out);
        CommandLineRun again = CommandLineRun.of("lint", out, "--simplify", directory.resolve("again.onnx"));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(out + ": ");
        assertThat(again.out()).contains("again.onnx: the same model, nothing could be taken away");
        assertThat(CommandLineRun.of("lint", out, "--format", "json").err()).isEmpty();
    }

    @Test
    void whatWasTakenAwayIsSaidAndNotFoundAgain() {
        Path out = directory.resolve("smaller.onnx");

        assertThat(CommandLineRun.of("lint", PICTURES, "--simplify", out).out())
                .contains("4 units taken away, 85 parameters, 76 multiply-adds less", "hidden: equal to others", ": unit 4\n",
                        "both files are the same function", "equal, fraction for fraction");
        assertThat(CommandLineRun.of("lint", PICTURES).exitCode()).isEqualTo(1);
        assertThat(CommandLineRun.of("lint", out).exitCode()).isZero();
        assertThat(CommandLineRun.of("lint", out).out()).contains("nothing to look at in 105 parameters");
    }

    @Test
    void besideJsonWhatWasDoneGoesToStandardError() {
        CommandLineRun run = CommandLineRun.of("lint", PICTURES, "--simplify", directory.resolve("smaller.onnx"), "--demonstrate",
                "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Schemas.wrongAsFindings(json(run))).isEmpty();
        assertThat(run.err()).contains("4 units taken away").contains(PICTURES + ": ");
    }

    @Test
    void findingsAreToldEvenIfTheSmallerModelCannotBeWritten() {
        Path out = directory.resolve("smaller.onnx");
        CommandLineRun run = CommandLineRun.of("lint", MODELS + "keras/perceptron.h5", "--simplify", out);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("3 things to look at");
        assertThat(run.err()).isEqualTo("stillpoint: " + MODELS
                + "keras/perceptron.h5: of the format keras-h5, expected an ONNX file, "
                + "as only those are written\n");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "src/test/resources/models/onnx/planted.onnx --simplify DIR/x.onnx | --simplify with 2 files, expected one file",
        "--simplify - | --simplify with -, expected one file",
        "--simplify DIR/none/x.onnx | cannot be written",
        "--simplify DIR | is a directory",
        "--simplify src/test/resources/models/simplify/pictures.onnx | is a file that is read",
        "--simplify src/test/resources/../resources/models/simplify/pictures.onnx | is a file that is read",
        "--html src/test/resources/models/simplify/pictures.onnx | is a file that is read",
        "--data DIR/network.json --html DIR/network.json | is a file that is read",
        "--simplify DIR/x --html DIR/x | for --html and for --simplify, expected two files",
        "- --data - | - twice, expected standard input once"})
    void placesThatMakeNoSenseAreRefusedInOneLine(String options, String message) throws IOException {
        byte[] before = Files.readAllBytes(Path.of(PICTURES));
        CommandLineRun run = CommandLineRun.of(("lint " + PICTURES + " " + options.replace("DIR", directory.toString()))
                .split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: ").contains(message).hasLineCount(1);
        assertThat(Files.readAllBytes(Path.of(PICTURES))).isEqualTo(before);
    }

    @Test
    void whatIsSaidOfAModelThatIsReadBitByBitIsSeenToHold() {
        assertThat(CommandLineRun.of("lint", MODELS + "keras/perceptron.h5", "--demonstrate").out())
                .contains("perceptron.h5: trained exactly for ", "  held: what is said of perceptron/first/kernel")
                .doesNotContain("DID NOT HOLD");
    }

    @Test
    void aNetworkOfZerosIsSeenToMoveItsLastBiasOnly() throws IOException {
        Path zeros = written("zeros.json", """
                {"layers": [{"weights": [["0", "0"], ["0", "0"]], "bias": ["0", "0"], "activation": "relu"},
                            {"weights": [["0", "0"]], "bias": ["0"], "activation": "identity"}]}
                """);

        assertThat(CommandLineRun.of("lint", zeros, "--demonstrate").out()).endsWith("""
                  held: what is said of layer 1 weights, layer 1 bias, layer 2 weights
                  moved, as said: zeros of layer 2 bias
                  of 1 weight that may move, 1 moved
                """);
    }

    @Test
    void twinsAreSeenToStayEqual() throws IOException {
        Path twins = written("twins.json", """
                {"layers": [{"weights": [["1", "2"], ["1", "2"], ["3", "1"]], "bias": ["1", "1", "0"], "activation": "tanh"},
                            {"weights": [["2", "2", "1"]], "bias": ["1"], "activation": "identity"}]}
                """);

        assertThat(CommandLineRun.of("lint", twins, "--demonstrate").out()).contains("held: what is said of layer 1 weights")
                .contains("of 13 weights that may move, 13 moved").doesNotContain("DID NOT HOLD");
    }

    @Test
    void whatCannotBeTrainedIsSaidAndIsNoMistake() {
        CommandLineRun run = CommandLineRun.of("lint", MODELS + "nnet/small.nnet", MODELS + "pytorch/tensor.pt", "--demonstrate");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("small.nnet: trained exactly", "tensor.pt: not trained, as the file does not say");
    }
}
