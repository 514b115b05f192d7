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

/** {@code --kink}, on a network whose every pre-activation is on a kink. */
class KinkOptionsTest {

    /** f(x) = |relu(x)|; on x = 0 with y = -1 the derivative of |f - y| is 1, and each delta that of the layer above times the kink's. */
    private static final String NETWORK = """
            {"layers": [{"weights": [[1]], "bias": [0], "activation": "relu"},
                        {"weights": [[1]], "bias": [0], "activation": "abs"},
                        {"weights": [[1]], "bias": [0], "activation": "identity"}]}""";

    @TempDir
    private Path directory;
    private Path network;
    private Path data;

    @BeforeEach
    void writeFiles() throws Exception {
        network = Files.writeString(directory.resolve("network.json"), NETWORK);
        data = Files.writeString(directory.resolve("data.csv"), "0,-1\n");
    }

    private CommandLineRun gradients(Object... more) {
        return run("gradients", more);
    }

    private CommandLineRun run(String command, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(command, "--network", network, "--data", data, "--loss", "absolute"));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    @ParameterizedTest
    @CsvSource({"relu=1/2, 1/14, 1/7", "abs=1/3, 1/21, 1/3", "'relu=1/2,abs=1/3', 1/6, 1/3", "'abs=-1,relu=0.5', -1/2, -1", "hard-tanh=5, 1/49, 1/7"})
    void eachLayerHasTheDerivativeOfItsActivationAndKappaWithoutOne(String kinks, String first, String second) {
        assertThat(gradients("--kappa", "1/7", "--kink", kinks).out()).contains(
                "layer 1: dW = [(0)], db = (" + first + ")\n", "layer 2: dW = [(0)], db = (" + second + ")\n");
    }

    @Test
    void theOptionCanBeGivenOncePerActivation() {
        assertThat(gradients("--kink", "relu=1/2", "--kink", "abs=1/3")).isEqualTo(gradients("--kink", "relu=1/2,abs=1/3"));
    }

    @ParameterizedTest
    @CsvSource({"1, hard-tanh=1, 1", "1, hard-tanh=0, 0", "-1, hard-tanh=1/2, 1/2", "1, relu=0, 1"})
    void hardTanhHasItsOwnDerivativeAtExactlyOneAndMinusOne(String x, String kink, String derivative) throws Exception {
        Files.writeString(network, """
                {"layers": [{"weights": [[1]], "bias": [0], "activation": "hard-tanh"}, {"weights": [[1]], "activation": "identity"}]}""");
        Files.writeString(data, x + ",-2\n");

        assertThat(gradients("--kappa", "1/7", "--kink", kink).out()).contains("db = (" + derivative + ")\n");
    }

    @Test
    void trainAndTraceMoveByTheSameDerivatives() {
        for (String engine : List.of("fast", "reference")) {
            CommandLineRun trained = run("train", "--learning-rate", "1", "--kink", "relu=1/2,abs=1/3", "--json", "--engine", engine);

            assertThat(trained.out()).contains("\"-1/6\"", "\"-1/3\"", "\"-1\"");
        }
        assertThat(run("trace", "--kink", "relu=1/2,abs=1/3").out()).contains("delta = (1/6)", "delta = (1/3)", "delta = (1)");
    }

    @ParameterizedTest
    @CsvSource({"rely=0, unknown activation \"rely\"", "relu, no = in \"relu\"", "relu=x, \"x\" is not an exact number",
            "'relu=0,relu=0', --kink names relu twice", "softsign=0, softsign has no kink", "identity=0, identity has no kink",
            "'', no = in \"\"", "'relu=0,,abs=1', no = in \"\"", "relu=1/0, has denominator zero"})
    void anythingElseIsRefusedInOneLine(String kinks, String message) {
        for (String command : List.of("train", "trace", "gradients")) {
            CommandLineRun run = run(command, "--kink", kinks);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("stillpoint: ").contains(message, "expected").containsOnlyOnce("\n");
        }
    }
}
