package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {

    private static final String NETWORK = "{\"layers\": [{\"weights\": [[1, 1]], \"bias\": [0], \"activation\": \"identity\"}]}";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFiles() throws Exception {
        Files.writeString(directory.resolve("network.json"), NETWORK);
        Files.writeString(directory.resolve("broken.json"), "{\"layers\": [\n  {\"weights\" [[1]]}]}");
        Files.writeString(directory.resolve("ragged.json"),
                "{\"layers\": [{\"weights\": [[1, 1], [1]], \"activation\": \"identity\"}]}");
        Files.writeString(directory.resolve("data.csv"), "1,2,1\n3,4,-1\n");
        Files.writeString(directory.resolve("wide.csv"), "1,2,3,1\n");
        Files.writeString(directory.resolve("word.csv"), "1,2,1\n1,two,1\n");
        Files.writeString(directory.resolve("zero.csv"), "x1,x2,label\n1,2,1\n\n3,4,0\n");
        Files.writeString(directory.resolve("half.json"), "{\"inputs\": [[1, 2], [3, 4]], \"targets\": [-1, \"1/2\"]}");
        Files.writeString(directory.resolve("two-outputs.json"),
                "{\"layers\": [{\"weights\": [[1, 1], [1, 0]], \"activation\": \"identity\"}]}");
        Files.writeString(directory.resolve("one-hot.json"), "{\"inputs\": [[1, 2]], \"targets\": [[1, 0]]}");
        Files.writeString(directory.resolve("long-target.csv"), "1,2," + "7".repeat(1000) + "\n");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("no command, expected one of init, train,"),
                refusal("unknown command \"learn\"", "learn"),
                refusal("unknown command \"trin\" (did you mean train?), expected one of init, train,", "trin"),
                refusal("unexpected argument \"more\", expected usage", train("more")),
                refusal("missing required options: '--network=FILE'", "train"),
                refusal("unknown option \"--epoch\" (did you mean --epochs?), expected usage",
                        "train", "--network", "network.json", "--data", "data.csv", "--epoch", "1"),
                refusal("network.json: no such file", "symmetry", "--network", "none/network.json"),
                refusal("broken.json:2:", "train", "--network", "broken.json", "--data", "data.csv"),
                refusal("ragged.json: /layers/0/weights: a ragged matrix", "train", "--network", "ragged.json", "--data",
                        "data.csv"),
                refusal("wide.csv: an input has length 3, expected 2", "train", "--network", "network.json", "--data",
                        "wide.csv"),
                refusal("word.csv:2:2: \"two\" is not an exact number",
                        "train", "--network", "network.json", "--data", "word.csv"),
                refusal("'--learning-rate': \"1/0\" has denominator zero", train("--learning-rate", "1/0")),
                refusal("'--kappa': \"NaN\" is not an exact number", train("--kappa", "NaN")),
                refusal("'--loss': unknown loss \"logit\", expected one of perceptron", train("--loss", "logit")),
                refusal("'--engine': unknown engine \"double\", expected one of reference, fast", train("--engine", "double")),
                refusal("'--steps': \"x\" is not a 32-bit integer, expected one such as 10", train("--steps", "x")),
                refusal("-1 steps, expected 0 or more", train("--steps", "-1")),
                refusal("a batch size of 0, expected 1 or more", train("--batch-size", "0")),
                refusal("--steps=N, --epochs=N are mutually exclusive", train("--steps", "1", "--epochs", "1")),
                refusal("10 steps, expected at most 9 (--max-steps)", train("--steps", "10", "--max-steps", "9")),
                refusal("2000000000 epochs are 4000000000 steps, expected at most", train("--epochs", "2000000000")),
                refusal("3 parameters, expected at most 2 (--max-parameters)", train("--max-parameters", "2")),
                refusal("2 samples, expected at most 1 (--max-samples)", train("--max-samples", "1")),
                refusal("a number with more than 2 bits, expected at most 2 (--max-bits)", train("--max-bits", "2")),
                refusal("zero.csv:4:3: sample 2 has target 0, expected 1 or -1, the labels of the hinge loss",
                        "train", "--network", "network.json", "--data", "zero.csv"),
                refusal("zero.csv:4:3: sample 2 has target 0, expected 1 or -1, the labels of the perceptron loss",
                        "gradients", "--network", "network.json", "--data", "zero.csv", "--loss", "perceptron"),
                refusal("half.json: /targets/1: sample 2 has target 1/2, expected 1 or -1, the labels of the hinge loss",
                        "trace", "--network", "network.json", "--data", "half.json"),
                refusal("one-hot.json: /targets/0: sample 1 has target 0, expected 1 or -1, the labels of the hinge loss",
                        "train", "--network", "two-outputs.json", "--data", "one-hot.json"),
                refusal("zero.csv:4:3: sample 2 has target 0, expected 1 or -1, the labels of the logistic loss",
                        "train", "--network", "network.json", "--data", "zero.csv", "--loss", "logistic"),
                refusal("network.json: /layers/0/activation: the cross-entropy loss behind a last layer of identity, expected "
                        + "sigmoid or softmax",
                        train("--loss", "cross-entropy")),
                refusal("long-target.csv:1:3: sample 1 has target 7777777777777777777777777777777777777777..., expected",
                        "train", "--network", "network.json", "--data", "long-target.csv"),
                refusal("--out is -, expected a file", "train", "--network", "network.json", "--data", "data.csv", "--out", "-"),
                refusal("expected standard input for one of them only", "train", "--network", "-", "--data", "-"),
                refusal("a trace of 133 steps with 9 numbers each, expected at most 100 numbers", "trace", "--network",
                        "network.json", "--data", "data.csv", "--steps", "133", "--max-numbers", "100", "--batch-size", "1"),
                refusal("are mutually exclusive", "trace", "--network", "network.json", "--data", "data.csv", "--json", "--html"),
                refusal("an even number", generate("10,10,1", "7", "--balanced")),
                refusal("2 outputs in the shape 10,10,2, expected 1", generate("10,10,2", "8")),
                refusal("0 samples, expected 1 or more", generate("10,10,1", "0")),
                refusal("the shape 10 has too few widths, expected at least two: inputs,hidden...,1", generate("10", "2")),
                refusal("the shape 10,-3,1 has a width below 1, expected widths of at least 1", generate("10,-3,1", "2")),
                refusal("gives one label only", generate("3,1,1", "2", "--no-bias")),
                refusal("parameters, expected at most 20000 (--max-parameters)", generate("100000,100000,1", "2")),
                refusal("parameters, expected at most 20000 (--max-parameters)", generate("2147483647,2147483647,1", "2")),
                refusal("samples, expected at most 20000", generate("3,1", "2000000000")),
                refusal("'--shape'", generate("3,x,1", "2")),
                refusal("'--start': unknown start \"zero\", expected one of zeros, equal,", init("3,2,1", "zero")),
                refusal("missing required option: '--start=NAME'", "init", "--shape", "3,2,1"),
                refusal("the shape 3 has too few widths, expected at least two: inputs,hidden...,outputs", init("3", "zeros")),
                refusal("the shape 3,0,1 has a width below 1, expected widths of at least 1", init("3,0,1", "random")),
                refusal("parameters, expected at most 20000 (--max-parameters)", init("2147483647,2147483647,1", "random")),
                refusal("--value 2 with --start zeros, expected it with --start equal only",
                        init("3,2,1", "zeros", "--value", "2")),
                refusal("'--value': \"1/0\" has denominator zero", init("3,2,1", "equal", "--value", "1/0")),
                refusal("expected --start biases without --no-bias", init("3,2,1", "biases", "--no-bias")),
                refusal("hidden biases only, of shape 3,1, expected a hidden layer", init("3,1", "biases")),
                refusal("twins of shape 3,1,1, expected a hidden layer of 2 units or more", init("3,1,1", "twins")),
                refusal("layer 1 has activation softmax, expected it on the last layer only",
                        init("3,2,1", "zeros", "--activation", "softmax")),
                refusal("'--activation': unknown activation \"step\", expected one of identity",
                        init("3,2,1", "zeros", "--activation", "step")),
                refusal("wide.csv: an input has length 3, expected 2", symmetry("wide.csv")),
                refusal("none.csv: no such file", symmetry("none.csv")),
                refusal("2 samples, expected at most 1 (--max-samples)", symmetry("data.csv", "--max-samples", "1")),
                refusal("expected standard input for one of them only", "symmetry", "--network", "-", "--data", "-"),
                refusal("both go to standard output", generate("3,1", "2", "--teacher", "-")),
                refusal("missing required option: '--seed=N'", "exercises"),
                refusal("'--seed': \"x\" is not a 64-bit integer", "exercises", "--seed", "x"),
                refusal("0 problems, expected from 1 to 50", "exercises", "--seed", "1", "--problems", "0"),
                refusal("51 problems, expected from 1 to 50", "exercises", "--seed", "1", "--problems", "51", "--files", "new"),
                refusal("'--topic': unknown topic \"zero\", expected one of zeros, symmetry, backpropagation, kinks, mixed",
                        "exercises", "--seed", "1", "--topic", "zero"),
                refusal("'--format': unknown format \"pdf\", expected one of latex, markdown, html",
                        "exercises", "--seed", "1", "--format", "pdf"),
                refusal("cannot be made, expected a place for a directory",
                        "exercises", "--seed", "1", "--files", "network.json"),
                refusal("missing required parameter: 'ID'", "handout"));
    }

    private static Arguments refusal(String message, String... arguments) {
        return Arguments.of(message, List.of(arguments));
    }

    private static String[] train(String... more) {
        return Stream.concat(Stream.of("train", "--network", "network.json", "--data", "data.csv", "--out", "out.json"),
                Stream.of(more)).toArray(String[]::new);
    }

    private static String[] init(String shape, String start, String... more) {
        return Stream.concat(Stream.of("init", "--shape", shape, "--start", start, "--out", "out.json"), Stream.of(more))
                .toArray(String[]::new);
    }

    private static String[] symmetry(String data, String... more) {
        return Stream.concat(Stream.of("symmetry", "--network", "network.json", "--data", data), Stream.of(more))
                .toArray(String[]::new);
    }

    private static String[] generate(String shape, String samples, String... more) {
        return Stream.concat(Stream.of("generate", "--shape", shape, "--samples", samples, "--seed", "1"), Stream.of(more))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void badInputEndsWithOneLineAndExitCode2AndNoFile(String message, List<String> arguments) {
        List<String> files = List.of(directory.toFile().list());
        CommandLineRun run = CommandLineRun.of(inDirectory(arguments).toArray());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: ").endsWith("\n").containsOnlyOnce("\n").contains(message, "expected");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrderElementsOf(files);
    }

    private List<String> inDirectory(List<String> arguments) {
        List<String> located = new ArrayList<>();
        for (String argument : arguments) {
            boolean isFile = argument.endsWith(".json") || argument.endsWith(".csv");
            located.add(isFile ? directory.resolve(argument).toString() : argument);
        }
        return located;
    }

    @Test
    void aFailedTrainingLeavesTheFileThatWasThere() throws Exception {
        Path out = Files.writeString(directory.resolve("out.json"), "precious");
        CommandLineRun run = CommandLineRun.of(inDirectory(List.of("train", "--network", "network.json", "--data", "zero.csv",
                "--out", "out.json")).toArray());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(out).hasContent("precious");
    }

    @Test
    void anOutputThatCannotBeWrittenIsRefused() {
        CommandLineRun run = CommandLineRun.of("symmetry", "--network", directory.resolve("network.json"),
                "--out", directory.resolve("none/out.txt"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be written, expected").containsOnlyOnce("\n");
    }

    @Test
    void aLineBreakInAFileNameDoesNotBreakTheLine() {
        assertThat(CommandLineRun.of("symmetry", "--network", "no\nsuch\nfile").err()).containsOnlyOnce("\n");
    }
}
