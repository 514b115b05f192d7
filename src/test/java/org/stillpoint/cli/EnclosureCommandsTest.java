package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;

/** What {@code train}, {@code trace} and {@code gradients} say where numbers are enclosed: f(x) = sigmoid(w x) with w = 1. */
class EnclosureCommandsTest {

    /** sigmoid(1), by a table. */
    private static final String SIGMOID_OF_1 = "0.731058578630004879251159241821836274365144640165056519";

    @TempDir
    private Path directory;
    private Path network;
    private Path data;

    @BeforeEach
    void writeFiles() throws Exception {
        network = network("network.json", "[[1]]", "sigmoid");
        data = Files.writeString(directory.resolve("data.csv"), "1,0\n");
    }

    private Path network(String name, String weights, String activation) throws Exception {
        return Files.writeString(directory.resolve(name),
                "{\"layers\": [{\"weights\": " + weights + ", \"activation\": \"" + activation + "\"}]}");
    }

    private CommandLineRun run(String command, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(command, "--network", network, "--data", data));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    private static JsonCursor json(CommandLineRun run) {
        assertThat(run.err()).isEmpty();
        return Json.read(new Source("out", run.out()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 40})
    void anOutputIsEnclosedWithAsManyDigitsAsAreAskedFor(int digits) {
        JsonCursor output = json(run("trace", "--loss", "squared", "--json", "--digits", digits)).field("steps").elements().get(0)
                .field("samples").elements().get(0).field("output").elements().get(0);

        String low = output.field("low").string();
        String high = output.field("high").string();
        assertThat(low).isLessThan(SIGMOID_OF_1);
        assertThat(high).isGreaterThan(SIGMOID_OF_1);
        assertThat(output.field("high").number().subtract(output.field("low").number()))
                .isLessThanOrEqualTo(ExactNumber.parse("1e-" + digits));
    }

    @Test
    void textShowsADecimalWithWhatItMayBeOffBy() {
        String trace = run("trace", "--loss", "cross-entropy", "--digits", "10", "--learning-rate", "1").out();

        assertThat(trace).contains("layer 1: z = (1), a = (0.7310585786300 +- 1e-13), delta = (0.7310585786300 +- 1e-13)",
                "output (0.7310585786300 +- 1e-13), loss 1.313261687518 +- 1e-12")
                .endsWith("network after the step\n    layer 1: W = [(0.2689414213699 +- 1e-13)]\n");
    }

    @Test
    void thePageShowsTheSameInOnePiece() {
        String page = run("trace", "--loss", "cross-entropy", "--digits", "10", "--html").out();

        assertThat(page).contains("0.7310585786300\u00a0\u00b1\u00a01e\u201113", ">sigmoid</span>").doesNotContain("+-");
    }

    @Test
    void whatStaysExactIsWrittenAsEver() throws Exception {
        network = network("zero.json", "[[0]]", "sigmoid");

        JsonCursor first = json(run("train", "--loss", "squared", "--learning-rate", "1", "--steps", "1", "--json"));

        assertThat(first.field("network").field("layers").elements().get(0).field("weights").node()).hasToString("[[\"-1/8\"]]");
        assertThat(first.field("loss").node().isObject()).isTrue();
        assertThat(first.field("accuracyRule").string()).isEqualTo("threshold");
        assertThat(first.field("accuracy").string()).isEqualTo("1");
        assertThat(first.field("moved").elements().get(0).field("weights").number().intValue()).isEqualTo(1);
        assertThat(first.field("stopped").node().isNull()).isTrue();
    }

    /** Where exact numbers get longer threefold in each step. */
    @Test
    void aRationalNetworkIsEnclosedIfThatIsAskedFor() throws Exception {
        network = Files.writeString(directory.resolve("rational.json"), "{\"layers\": [{\"weights\": [[\"1/3\"]], "
                + "\"activation\": \"relu\"}, {\"weights\": [[\"1/7\"]], \"activation\": \"identity\"}]}");
        data = Files.writeString(directory.resolve("data.csv"), "1,2\n");
        Object[] hundred = {"--loss", "squared", "--steps", "100"};

        CommandLineRun exact = run("train", hundred);
        CommandLineRun enclosed = run("train", with(hundred, "--engine", "enclosure"));

        assertThat(exact.exitCode()).isEqualTo(1);
        assertThat(exact.out()).contains("of 100", "(--max-bits)");
        assertThat(enclosed.exitCode()).isZero();
        assertThat(enclosed.out()).contains("steps: 100\n", " +- 1e-");
    }

    private static Object[] with(Object[] options, Object... more) {
        List<Object> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void anExactGradientIsTheSameFromTheEnclosureEngine() throws Exception {
        network = network("rational.json", "[[\"1/3\"]]", "softsign");

        assertThat(run("gradients", "--loss", "squared", "--engine", "enclosure"))
                .isEqualTo(run("gradients", "--loss", "squared"));
    }

    @Test
    void adamWithItsRootsIsEnclosed() throws Exception {
        network = network("rational.json", "[[1]]", "identity");

        Object[] five = {"--loss", "squared", "--optimiser", "adam", "--steps", "5"};
        CommandLineRun exact = run("train", five);
        CommandLineRun enclosed = run("train", with(five, "--engine", "enclosure"));

        assertThat(exact.exitCode()).isEqualTo(2);
        assertThat(exact.err()).contains("(--engine enclosure encloses it)");
        assertThat(enclosed.exitCode()).isZero();
        assertThat(enclosed.out()).contains("steps: 5", "+- 1e-");
    }

    @Test
    void aPrecisionThatIsTooLittleKeepsTheStepsBeforeIt() throws Exception {
        network = Files.writeString(directory.resolve("rational.json"), "{\"layers\": [{\"weights\": [[\"1/3\"]], "
                + "\"activation\": \"tanh\"}, {\"weights\": [[\"1/7\"]], \"activation\": \"identity\"}]}");
        Files.writeString(data, "1,2\n");
        Path out = directory.resolve("out.json");
        Object[] options = {"--loss", "squared", "--steps", "400", "--max-precision", "110"};

        CommandLineRun text = run("train", with(options, "--out", out));
        JsonCursor stopped = Json.read(new Source("out", run("train", with(options, "--json")).out())).field("stopped");
        CommandLineRun trace = run("trace", options);

        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.out())
                .containsPattern("steps: \\d+\nstopped: after step \\d+ of 400: step \\d+ .*\\(--max-precision\\)\n");
        assertThat(stopped.field("bits").number()).isGreaterThan(stopped.field("limit").number());
        assertThat(stopped.field("limit").number().intValue()).isEqualTo(110);
        assertThat(Files.readString(out)).contains("\"low\"");
        assertThat(trace.exitCode()).isEqualTo(1);
        assertThat(trace.out()).contains("(--max-precision)\n");
    }

    @Test
    void aPrecisionThatIsTooLittleForTheStartIsRefused() {
        CommandLineRun run = run("train", "--loss", "squared", "--max-precision", "68");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("stillpoint: a precision of at most 68 bits, expected").containsOnlyOnce("\n");
    }

    @Test
    void aTrainedNetworkIsReadBackByTheMiddlesOfItsEnclosures() {
        Path out = directory.resolve("out.json");
        run("train", "--loss", "squared", "--steps", "1", "--out", out);
        network = out;

        CommandLineRun refused = run("gradients", "--loss", "squared");
        CommandLineRun taken = run("gradients", "--loss", "squared", "--midpoints");

        assertThat(refused).isEqualTo(new CommandLineRun(2, "", "stillpoint: " + out + ": /layers/0/weights/0/0: an enclosure, "
                + "expected an exact number; for a network --midpoints takes the middles, and the result is no longer exact\n"));
        assertThat(taken.exitCode()).isZero();
        assertThat(taken.err()).isEqualTo(out + ": --midpoints took the middles of 1 enclosure: the result is no longer exact\n");
    }

    /** The gradient by w is sigmoid(1)^2 (1 - sigmoid(1)) = 0.143734... under the squared loss with y = 0. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.14373484045721513 | 2 | 0", "0.14373484045721513 | 0 | 1", "0.1437348405 | 9 | 1"})
    void aGradientOfAnotherProgramIsComparedWithEveryNumberOfTheEnclosure(String weight, int ulps, int exitCode)
            throws Exception {
        Path expected = Files.writeString(directory.resolve("expected.json"),
                "{\"gradients\": {\"layers\": [{\"weights\": [[" + weight + "]]}]}}");

        CommandLineRun run = run("gradients", "--loss", "squared", "--expect", expected, "--ulps", ulps);

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    }
}
