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

/**
 * {@code --optimiser} with its constants and {@code --velocity}: one weight w on x = 1 under the squared loss, so that the
 * gradient is w - y.
 */
class OptimiserOptionsTest {

    private static final String NETWORK = """
            {"layers": [{"weights": [["%s"]], "activation": "identity"}]}""";
    private static final String NOT_SUPPORTED =
            "the fast engine does not support this optimiser: trained on the reference engine\n";

    @TempDir
    private Path directory;
    private Path network;
    private Path data;

    @BeforeEach
    void writeFiles() throws Exception {
        network = Files.writeString(directory.resolve("network.json"), NETWORK.formatted("1"));
        data = Files.writeString(directory.resolve("data.csv"), "1,0\n");
    }

    private CommandLineRun train(String options) {
        return run("train", options + " --json");
    }

    private CommandLineRun run(String command, String options) {
        List<Object> arguments = new ArrayList<>(List.of(command, "--network", network, "--data", data, "--loss", "squared"));
        for (String option : options.split(" ")) {
            arguments.add(option.endsWith(".json") ? directory.resolve(option) : option);
        }
        return CommandLineRun.of(arguments.toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "nesterov --momentum 1/2 --learning-rate 1/2, 0, 1, -1/16",
        "nesterov --weight-decay 1 --learning-rate 1/4, 0, 1, 1/4",
        "adagrad --epsilon 1 --learning-rate 1, '-3;-19/4', 0, -17/12",
        "rmsprop --epsilon 1 --rho 3/4 --learning-rate 1, '-2;-2', 0, -3/2",
        "adam --epsilon 1 --beta1 1/2 --beta2 1/2 --learning-rate 1, '-5;-11/6', 0, -17/12"})
    void twoStepsEndWhereTheyEndWhenWorkedOutByHand(String options, String targets, String start, String end) throws Exception {
        Files.writeString(network, NETWORK.formatted(start));
        Files.writeString(data, "1," + targets.replace(";", "\n1,") + "\n");

        CommandLineRun fast = train("--steps 2 --optimiser " + options);
        CommandLineRun traced = run("trace", "--steps 2 --optimiser " + options);

        assertThat(fast).isEqualTo(new CommandLineRun(0, train("--steps 2 --engine reference --optimiser " + options).out(),
                NOT_SUPPORTED));
        assertThat(fast.out()).contains("\"weights\" : [ [ \"" + end + "\" ] ]");
        assertThat(traced.out()).contains("step 2").endsWith("layer 1: W = [(" + end + ")]\n");
        assertThat(traced.err()).isEmpty();
    }

    /**
     * The first step of each is the gradient over its size, so that no root is irrational: 1 / (1 + epsilon), or 1 / (1/3 +
     * epsilon).
     */
    @ParameterizedTest
    @CsvSource({"adagrad, --epsilon 1/100000000", "rmsprop --rho 8/9, --epsilon 1e-8",
            "adam, --epsilon 1e-8 --beta1 9/10 --beta2 999/1000"})
    void constantsHaveTheirUsualValuesUnlessGiven(String optimiser, String constants) {
        CommandLineRun usual = train("--steps 1 --optimiser " + optimiser);

        assertThat(usual.exitCode()).isZero();
        assertThat(usual).isEqualTo(train("--steps 1 --optimiser " + optimiser + " " + constants));
        assertThat(usual).isNotEqualTo(train("--steps 1 --optimiser " + optimiser + " --epsilon 1/10"));
    }

    /** s = 1/10 needs the root of 10: rho is 9/10. */
    @Test
    void rmsPropKeepsNineTenthsUnlessToldOtherwise() {
        assertThat(train("--steps 1 --optimiser rmsprop").err()).contains("step 1: the square root of 1/10 is not rational");
    }

    @Test
    void sgdIsTheOptimiserUnlessToldOtherwise() {
        assertThat(train("--steps 3 --optimiser sgd")).isEqualTo(train("--steps 3"));
        assertThat(train("--steps 3").err()).isEmpty();
    }

    @Test
    void aStepThatNeedsARootThatIsNotRationalEndsInOneLine() {
        CommandLineRun run = train("--steps 2 --optimiser adagrad --learning-rate 0 --out out.json");

        assertThat(run).isEqualTo(new CommandLineRun(2, "",
                "stillpoint: step 2: the square root of 2 is not rational, expected a step whose "
                + "roots are: numbers here are exact rationals, and this one would have to be rounded "
                + "(--engine enclosure encloses it)\n"));
        assertThat(directory.resolve("out.json")).doesNotExist();
    }

    @Test
    void aLongNumberUnderTheRootIsNotWrittenOut() throws Exception {
        Files.writeString(network, NETWORK.formatted("1e-100"));

        assertThat(train("--steps 1 --optimiser rmsprop").err())
                .contains("the square root of a fraction of 204 characters is not rational").containsOnlyOnce("\n");
    }

    /** The velocity is 1, 4/3, 13/9, 40/27 while the weight stays 1. */
    @ParameterizedTest
    @ValueSource(strings = {"--engine fast", "--engine reference", "--optimiser nesterov"})
    void whatIsRememberedIsBoundedToo(String how) {
        CommandLineRun stopped = train("--steps 4 --learning-rate 0 --momentum 1/3 --max-bits 5 " + how);

        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.out()).contains("\"steps\" : 3", "\"step\" : 4", "\"bits\" : 6", "\"limit\" : 5");
    }

    /** v = 1/2 * 2 + 1, down by 1/2 * 2. */
    @ParameterizedTest
    @ValueSource(strings =
            {"{\"layers\": [{\"weights\": [[2]]}]}", "{\"layers\": [{\"weights\": [[\"2\"]], \"activation\": \"identity\"}]}"})
    void trainingGoesOnWithTheVelocityOfAFile(String velocity) throws Exception {
        Files.writeString(directory.resolve("v.json"), velocity);
        String options = "--steps 1 --learning-rate 1/2 --momentum 1/2 --velocity v.json";

        CommandLineRun fast = train(options);

        assertThat(fast.out()).contains("\"weights\" : [ [ \"0\" ] ]");
        assertThat(fast.err()).isEmpty();
        assertThat(train(options + " --engine reference")).isEqualTo(fast);
        assertThat(train(options + " --optimiser nesterov").out()).isEqualTo(fast.out());
        assertThat(run("trace", options).out()).endsWith("layer 1: W = [(0)]\n");
    }

    @Test
    void theVelocityCanComeFromStandardInput() {
        Object[] arguments = {"train", "--network", network, "--data", data, "--loss", "squared", "--momentum", "1/2",
                "--velocity", "-"};

        assertThat(CommandLineRun.withInput("{\"layers\": [{\"weights\": [[2]]}]}", arguments).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[]                                                                    | /layers: an empty array",
        "[{\"weights\": [[1]]}, {\"weights\": [[1]]}]                          | /layers: 2 layers, expected 1, as in the network",
        "[{\"weights\": [[1, 2]], \"bias\": [0]}]                              | /layers/0/weights: 1 rows of 2 numbers, expected 1 of 1",
        "[{\"weights\": [[1], [1, 2]], \"bias\": [0]}]                         | /layers/0/weights: a ragged matrix",
        "[{\"weights\": [[1]]}]                                                | /layers/0: no \"bias\", expected one",
        "[{\"weights\": [[1]], \"bias\": [0, 0]}]                              | /layers/0/bias: a bias of length 2, expected 1, as in the network",
        "[{\"weights\": [[1]], \"bias\": [\"x\"]}]                             | /layers/0/bias/0: \"x\" is not an exact number",
        "[{\"weights\": [[1]], \"bias\": [0], \"activation\": \"relu\"}]       | /layers/0/activation: another activation, expected none or identity",
        "[{\"weights\": [[1]], \"bias\": [0], \"speed\": 1}]                   | /layers/0/speed: unknown key"})
    void aVelocityOfAnotherShapeIsRefusedWhereItDiffers(String layers, String message) throws Exception {
        Files.writeString(network, "{\"layers\": [{\"weights\": [[1]], \"bias\": [0], \"activation\": \"identity\"}]}");
        Path velocity = Files.writeString(directory.resolve("v.json"), "{\"layers\": " + layers + "}");

        assertRefused(train("--momentum 1/2 --velocity v.json"), "stillpoint: " + velocity + ": " + message);
    }

    @Test
    void aVelocityForABiasThatIsNotThereIsRefused() throws Exception {
        Files.writeString(directory.resolve("v.json"), "{\"layers\": [{\"weights\": [[1]], \"bias\": [0]}]}");

        assertRefused(train("--momentum 1/2 --velocity v.json"), "/layers/0/bias: a bias, expected none, as in the network");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--optimiser lion                              | '--optimiser': unknown optimiser \"lion\", expected one of sgd, nesterov, adagrad,",
        "--beta1 1/2                                   | --beta1 is not an option of sgd, expected none or any of --momentum,",
        "--epsilon 1                                   | --epsilon is not an option of sgd",
        "--optimiser nesterov --rho 1/2                | --rho is not an option of nesterov",
        "--optimiser adam --momentum 0                 | --momentum is not an option of adam, expected none or any of --beta1, --beta2,",
        "--optimiser adam --weight-decay 1             | --weight-decay is not an option of adam",
        "--optimiser adagrad --beta2 1/2               | --beta2 is not an option of adagrad",
        "--optimiser rmsprop --velocity v.json         | --velocity is not an option of rmsprop",
        "--optimiser adam --beta1 1                    | a beta of 1, expected one from 0 to below 1",
        "--optimiser rmsprop --rho -1/2                | a rho of -1/2, expected one from 0 to below 1",
        "--optimiser adagrad --epsilon 0               | an epsilon of 0, expected one above 0",
        "--optimiser adagrad --epsilon NaN             | \"NaN\" is not an exact number",
        "--velocity none.json                          | --velocity has no effect without momentum, expected a --momentum that is not 0",
        "--momentum 1/2 --velocity none.json           | none.json: no such file"})
    void anOptionThatDoesNotBelongOrIsOutOfRangeIsRefused(String options, String message) {
        assertRefused(train(options), message);
        assertRefused(run("trace", options), message);
    }

    @Test
    void standardInputIsReadOnce() {
        assertRefused(CommandLineRun.withInput("", "train", "--network", network, "--data", "-", "--momentum", "1/2",
                "--velocity", "-"), "expected");
        assertRefused(CommandLineRun.withInput(NETWORK.formatted("1"), "train", "--network", "-", "--data", data, "--loss",
                "squared",
                "--momentum", "1/2", "--velocity", "-"),
                "--velocity is - and so is --network, expected standard input for one of them only");
    }

    private static void assertRefused(CommandLineRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: ").contains(message, "expected").containsOnlyOnce("\n");
    }
}
