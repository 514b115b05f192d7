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
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;

/** {@code gradients --at-kinks}. */
class AtKinksTest {

    /** f(x) = relu(w x) - relu(-w x) = w x, at w = 0. */
    private static final String DIFFERENCE = """
            {"layers": [{"weights": [[0]], "activation": "identity"},
                        {"weights": [[1], [-1]], "activation": "relu"},
                        {"weights": [[1, -1]], "activation": "identity"}]}""";

    /** f(x) = v relu(u x + b), at u = b = 0. */
    private static final String BIASED = """
            {"layers": [{"weights": [[0]], "bias": [0], "activation": "relu"}, {"weights": [[1]], "activation": "identity"}]}""";

    @TempDir
    private Path directory;
    private Path network;
    private Path data;

    @BeforeEach
    void writeFiles() throws Exception {
        network = Files.writeString(directory.resolve("network.json"), DIFFERENCE);
        data = Files.writeString(directory.resolve("data.csv"), "1,-1\n");
    }

    private CommandLineRun atKinks(Object... more) {
        return under("squared", more);
    }

    private CommandLineRun under(String loss, Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("gradients", "--at-kinks", "--network", network, "--data", data, "--loss", loss));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | the derivative is 1, but the gradient is 0 | 1",
        "1/2 | the gradient 1 is the derivative | 0", "1 | the derivative is 1, but the gradient is 2 | 1"})
    void reluOfWMinusReluOfMinusWHasADerivativeThatOnlyOneHalfGives(String kappa, String says, int exitCode) {
        assertThat(atKinks("--kappa", kappa)).isEqualTo(new CommandLineRun(exitCode, """
                mean loss: 1/2 (= 0.5)
                the loss is differentiable here: yes, as a function of all parameters
                /layers/0/weights/0/0: %s
                no kink matters to the other 4 parameters, where the gradient is the derivative
                """.formatted(says), ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | ; the gradient is the left one", "1 | , which is the gradient",
        "1/2 | ; the gradient 1/2 is their mean", "2 | ; the gradient 2 is neither, nor their mean"})
    void whereTheSidesDifferTheGradientIsComparedWithBothAndTheirMean(String kappa, String says) throws Exception {
        Files.writeString(network, BIASED);

        assertThat(atKinks("--kappa", kappa)).isEqualTo(new CommandLineRun(0, """
                mean loss: 1/2 (= 0.5)
                the loss is differentiable here: no: along 1 in /layers/0/weights/0/0 the left derivative is 0 and the right one 1
                KINK-3: hidden unit 1 is at its kink for x = (1), where the errors that come into it add up to 1
                /layers/0/weights/0/0: the left derivative is 0 and the right one 1%1$s
                /layers/0/bias/0: the left derivative is 0 and the right one 1%1$s
                no kink matters to the other parameter, where the gradient is the derivative
                """.formatted(says), ""));
    }

    @Test
    void errorsThatCancelLeaveALossWithoutAKink() throws Exception {
        Files.writeString(network, BIASED);
        Files.writeString(data, "1,-1\n1,1\n");

        assertThat(atKinks().out()).contains("here: yes,", "x = (1), where the errors that come into it add up to 0\n",
                "/layers/0/bias/0: the gradient 0 is the derivative\n");
    }

    /** f(x) = x, at which the hinge loss and the distance from the target 1 have their kinks. */
    @Test
    void theLossHasKinksToo() throws Exception {
        Files.writeString(network, "{\"layers\": [{\"weights\": [[1]], \"activation\": \"identity\"}]}");
        Files.writeString(data, "1,1\n");

        assertThat(under("hinge").out()).contains(
                "/layers/0/weights/0/0: the left derivative is -1 and the right one 0, which is the gradient\n");
        assertThat(under("absolute").out())
                .contains("the left derivative is -1 and the right one 1; the gradient 0 is their mean\n");
    }

    @Test
    void theResultIsThereAsJson() throws Exception {
        Files.writeString(network, BIASED);
        CommandLineRun run = atKinks("--json");
        JsonCursor json = Json.read(new Source("o", run.out()));

        assertThat(run.exitCode()).isZero();
        assertThat(json.field("loss").node()).hasToString("\"1/2\"");
        assertThat(json.field("atKinks").node()).hasToString("{\"differentiable\":false,"
                + "\"against\":{\"direction\":{\"/layers/0/weights/0/0\":\"1\"},\"left\":\"0\",\"right\":\"1\"},\"tried\":0,"
                + "\"units\":[{\"unit\":0,\"input\":[\"1\"],\"error\":\"1\"}],\"parameters\":["
                + "{\"pointer\":\"/layers/0/weights/0/0\",\"gradient\":\"0\","
                + "\"left\":\"0\",\"right\":\"1\",\"atKink\":true,\"is\":\"left\"},"
                + "{\"pointer\":\"/layers/0/bias/0\",\"gradient\":\"0\","
                + "\"left\":\"0\",\"right\":\"1\",\"atKink\":true,\"is\":\"left\"},"
                + "{\"pointer\":\"/layers/1/weights/0/0\",\"gradient\":\"0\","
                + "\"left\":\"0\",\"right\":\"0\",\"atKink\":false,\"is\":\"derivative\"}]}");
    }

    /** relu(relu(u x + b) + c), whose kink is behind another; the errors of the two samples cancel. */
    @Test
    void aKinkBehindAKinkIsDecidedToo() throws Exception {
        Files.writeString(network, """
                {"layers": [{"weights": [[0]], "bias": [0], "activation": "relu"},
                            {"weights": [[1]], "bias": [0], "activation": "relu"},
                            {"weights": [[1]], "activation": "identity"}]}""");
        Files.writeString(data, "1,-1\n1,1\n");

        assertThat(atKinks().out()).contains("here: yes,");
    }

    /** The same with eight units in each hidden layer, which can leave their kinks to very many combinations of sides. */
    @Test
    void whatIsNotDecidedIsCalledSo() throws Exception {
        String eight = "[1, 1, 1, 1, 1, 1, 1, 1]";
        String zeros = "[0, 0, 0, 0, 0, 0, 0, 0]";
        Files.writeString(network, """
                {"layers": [{"weights": [[0], [0], [0], [0], [0], [0], [0], [0]], "bias": %2$s, "activation": "relu"},
                            {"weights": [%1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s], "bias": %2$s, "activation": "relu"},
                            {"weights": [%1$s], "activation": "identity"}]}""".formatted(eight, zeros));
        Files.writeString(data, "1,-1\n1,1\n");

        assertThat(atKinks().out()).contains(
                "here: not decided, one kink is behind another; its derivative is linear along all of 64 directions");
        assertThat(atKinks("--json").out()).contains("\"differentiable\" : null", "\"against\" : null", "\"tried\" : 64");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--engine enclosure | --at-kinks with --engine enclosure, expected exact numbers",
        "--expect other.json | --at-kinks and --expect, expected one of them"})
    void whatHasNoExactDerivativesIsRefusedInOneLine(String options, String message) {
        CommandLineRun run = atKinks((Object[]) options.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: ").contains(message, "expected").containsOnlyOnce("\n");
    }

    @Test
    void aSmoothActivationOrLossIsRefusedByItsName() throws Exception {
        assertThat(under("logistic").err()).startsWith("stillpoint: --at-kinks with logistic, expected exact numbers");
        Files.writeString(network, DIFFERENCE.replaceFirst("identity", "tanh"));

        assertThat(atKinks()).isEqualTo(new CommandLineRun(2, "", "stillpoint: --at-kinks with tanh, expected exact numbers: "
                + "activations and a loss that are rational, on an exact engine\n"));
    }

    @Test
    void whatWouldTakeTooLongIsRefused() throws Exception {
        CommandLineRun.of("init", "--shape", "100,100,1", "--start", "zeros", "--out", network);
        Files.writeString(data, "0,".repeat(100) + "1\n");

        assertThat(atKinks().err()).isEqualTo("stillpoint: --at-kinks on 10201 parameters and 1 samples, "
                + "expected parameters times parameters times samples to be at most 100000000\n");
    }
}
