package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Training;
import org.stillpoint.training.TrainingResult;

class CommandsTest {

    /** f(x) = relu(x1 + 2 x2) + 2 relu(-x1) + 1/2. */
    private static final String NETWORK = """
            {"layers": [{"weights": [[1, 2], [-1, 0]], "bias": [0, 0], "activation": "relu"},
                        {"weights": [[1, 2]], "bias": [0.5], "activation": "identity"}]}""";
    private static final String DATA = "x1,x2,label\n1,1,1\n-1,0,-1\n0,-1,-1\n";

    @TempDir
    private Path directory;
    private Path network;
    private Path data;

    @BeforeEach
    void writeFiles() throws Exception {
        network = Files.writeString(directory.resolve("network.json"), NETWORK);
        data = Files.writeString(directory.resolve("data.csv"), DATA);
    }

    private static JsonCursor json(CommandLineRun run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return Json.read(new Source("output", run.out()));
    }

    @Test
    void trainAnswersTheNetworkTheStepsTheLossAndTheAccuracy() {
        JsonCursor result = json(CommandLineRun.of("train", "--network", network, "--data", data, "--loss", "squared",
                "--learning-rate", "0.05", "--epochs", "3", "--batch-size", "2", "--momentum", "1/2", "--weight-decay", "1e-2",
                "--kappa", "1/3", "--json"));

        TrainingResult expected = Training.train(NetworkFormat.read(new Source("n", NETWORK)), DataFormat.read(new Source("d", DATA)),
                new Settings(Loss.SQUARED, new BigFraction(1, 20), 6, 2, new BigFraction(1, 2), new BigFraction(1, 100),
                        new BigFraction(1, 3)));
        assertThat(NetworkFormat.read(result.field("network"))).isEqualTo(expected.network());
        assertThat(result.field("steps").number()).isEqualTo(new BigFraction(6));
        assertThat(result.field("loss").number()).isEqualTo(expected.loss());
        assertThat(expected.accuracy()).contains(new Accuracy(AccuracyRule.SIGN, result.field("accuracy").number()));
        assertThat(result.field("accuracyRule").string()).isEqualTo("sign");
        // the weight that is 0 sees x2 = 0 only: the unit is dead on the other samples
        assertThat(result.field("moved").node()).hasToString("[{\"layer\":1,\"weights\":3,\"of\":4,\"bias\":2,\"ofBias\":2},"
                + "{\"layer\":2,\"weights\":2,\"of\":2,\"bias\":1,\"ofBias\":1}]");
        assertThat(result.field("stopped").node().isNull()).isTrue();
        assertThat(result.node().propertyNames())
                .containsExactly("network", "steps", "loss", "accuracy", "accuracyRule", "moved", "stopped");
    }

    /** One hidden unit with pre-activation -2 and output weight 1, so that the output is the activation and the gradient its derivative. */
    @ParameterizedTest
    @CsvSource({"identity, -2, 1", "relu, 0, 0", "leaky-relu, -1/50, 1/100", "abs, 2, -1", "hard-tanh, -1, 0",
            "softsign, -2/3, 1/9", "rational-sigmoid, 1/6, 1/18"})
    void everyActivationIsReadAndTraced(String activation, String value, String derivative) throws Exception {
        Path one = Files.writeString(directory.resolve("one.json"), """
                {"layers": [{"weights": [[-2]], "bias": [0], "activation": "%s"}, {"weights": [[1]], "activation": "identity"}]}"""
                .formatted(activation));
        Path sample = Files.writeString(directory.resolve("one.csv"), "1,-3\n");

        JsonCursor step = json(CommandLineRun.of("trace", "--network", one, "--data", sample, "--loss", "absolute", "--steps", "1", "--json"))
                .field("steps").elements().get(0);

        JsonCursor traced = step.field("samples").elements().get(0);
        assertThat(traced.field("output").elements().get(0).string()).isEqualTo(value);
        assertThat(traced.field("deltas").elements().get(0).elements().get(0).string()).isEqualTo(derivative);
        assertThat(step.field("network").field("layers").elements().get(0).field("activation").string()).isEqualTo(activation);
    }

    @Test
    void trainTakesOneEpochOfSingleSamplesWithHingeLossUnlessToldOtherwise() {
        CommandLineRun plain = CommandLineRun.of("train", "--network", network, "--data", data, "--json");

        assertThat(plain).isEqualTo(CommandLineRun.of("train", "--network", network, "--data", data, "--json", "--steps", "3",
                "--loss", "hinge", "--learning-rate", "1/10", "--batch-size", "1", "--kappa", "0", "--momentum", "0"));
        assertThat(plain.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"perceptron", "hinge", "squared", "absolute"})
    void trainAnswersTheSameWithEveryEngine(String loss) {
        CommandLineRun fast = CommandLineRun.of("train", "--network", network, "--data", data, "--loss", loss, "--epochs", "3", "--json");

        assertThat(fast.exitCode()).isZero();
        for (String engine : List.of("fast", "reference")) {
            assertThat(CommandLineRun.of("train", "--network", network, "--data", data, "--loss", loss, "--epochs", "3", "--json",
                    "--engine", engine)).isEqualTo(fast);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"softsign", "rational-sigmoid"})
    void trainSaysWhenItUsedTheReferenceInstead(String activation) throws Exception {
        Path smooth = Files.writeString(directory.resolve("smooth.json"), NETWORK.replace("relu", activation));

        CommandLineRun fast = CommandLineRun.of("train", "--network", smooth, "--data", data, "--json");
        CommandLineRun reference = CommandLineRun.of("train", "--network", smooth, "--data", data, "--json", "--engine", "reference");

        assertThat(fast).isEqualTo(new CommandLineRun(0, reference.out(),
                "the fast engine does not support these activations: trained on the reference engine\n"));
        assertThat(reference.err()).isEmpty();
        assertThat(fast.out()).contains(activation);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 40, 60})
    void trainStopsAtTheSameStepWithEveryEngine(int maxBits) {
        CommandLineRun fast = CommandLineRun.of("train", "--network", network, "--data", data, "--loss", "squared", "--steps", "7",
                "--learning-rate", "1/1000", "--max-bits", maxBits);

        assertThat(fast.exitCode()).isEqualTo(1);
        assertThat(fast.err()).isEmpty();
        assertThat(fast.out()).contains(" of 7: step ").contains(" bits, the limit is " + maxBits + " (--max-bits)\n");
        assertThat(CommandLineRun.of("train", "--network", network, "--data", data, "--loss", "squared", "--steps", "7",
                "--learning-rate", "1/1000", "--max-bits", maxBits, "--engine", "reference")).isEqualTo(fast);
    }

    /** One weight, x = 1, y = 0: each step of rate 1/2 halves it, 1, 1/2, 1/4, ... */
    private Object[] halving(String command, Object... more) throws Exception {
        Path one = Files.writeString(directory.resolve("one.json"), "{\"layers\": [{\"weights\": [[1]], \"activation\": \"identity\"}]}");
        Path zeros = Files.writeString(directory.resolve("zeros.csv"), "1,0\n1,0\n");
        return Stream.concat(Stream.of(command, "--network", one, "--data", zeros, "--loss", "squared", "--learning-rate", "1/2",
                "--steps", "9"), Stream.of(more)).toArray();
    }

    @Test
    void trainKeepsWhatItHasWhenItReachesTheLimitOfBits() throws Exception {
        Path out = directory.resolve("kept.json");
        CommandLineRun run = CommandLineRun.of(halving("train", "--max-bits", "4", "--out", out));

        assertThat(run).isEqualTo(new CommandLineRun(1, """
                steps: 3
                stopped: after step 3 of 9: step 4 has numbers of 5 bits, the limit is 4 (--max-bits)
                mean loss: 1/128 (about 0.0078)
                accuracy: 1 by the rule threshold
                parameters changed: 1 of 1
                moved in layer 1: weights 1 of 1, no bias
                """, ""));
        assertThat(NetworkFormat.read(new Source("kept", Files.readString(out))).parameters()).containsExactly(new BigFraction(1, 8));
        assertThat(CommandLineRun.of("symmetry", "--network", out, "--max-bits", "4").exitCode()).isZero();
    }

    @Test
    void trainSaysWhereItStoppedAsJson() throws Exception {
        JsonCursor result = Json.read(new Source("output", CommandLineRun.of(halving("train", "--max-bits", "4", "--json")).out()));

        assertThat(result.field("steps").node()).hasToString("3");
        assertThat(result.field("loss").string()).isEqualTo("1/128");
        assertThat(result.field("stopped").node()).hasToString("{\"step\":4,\"bits\":5,\"limit\":4}");
    }

    @Test
    void traceKeepsTheStepsWithinTheLimitOfBits() throws Exception {
        CommandLineRun text = CommandLineRun.of(halving("trace", "--max-bits", "4"));
        CommandLineRun json = CommandLineRun.of(halving("trace", "--max-bits", "4", "--json"));
        CommandLineRun page = CommandLineRun.of(halving("trace", "--max-bits", "4", "--html"));
        String why = "stopped: after step 3 of 9: step 4 has numbers of 5 bits, the limit is 4 (--max-bits)";

        assertThat(List.of(text, json, page)).allMatch(run -> run.exitCode() == 1 && run.err().isEmpty());
        assertThat(text.out()).contains("\nstep 3\n").doesNotContain("\nstep 4\n").endsWith("W = [(1/8)]\n\n" + why + "\n");
        assertThat(page.out()).contains("Step 3 of 3", "<p>" + why + "</p>").doesNotContain("Step 4");
        JsonCursor trace = Json.read(new Source("output", json.out()));
        assertThat(trace.node().propertyNames()).containsExactly("steps", "stopped");
        assertThat(trace.field("steps").elements()).hasSize(3);
        assertThat(trace.field("stopped").node()).hasToString("{\"step\":4,\"bits\":5,\"limit\":4}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "reference"})
    void exclusiveOrWithoutAnErrorIsRightOnEverySample(String engine) throws Exception {
        Path solution = Files.writeString(directory.resolve("solution.json"), """
                {"layers": [{"weights": [[1, 1], [1, 1]], "bias": [0, -1], "activation": "relu"},
                            {"weights": [[1, -2]], "bias": [0], "activation": "identity"}]}""");
        Path xor = Files.writeString(directory.resolve("xor.csv"), "0,0,0\n0,1,1\n1,0,1\n1,1,0\n");

        assertThat(CommandLineRun.of("train", "--network", solution, "--data", xor, "--loss", "squared", "--epochs", "5",
                "--engine", engine)).isEqualTo(new CommandLineRun(0, """
                steps: 20
                mean loss: 0
                accuracy: 1 by the rule threshold
                parameters changed: 0 of 9
                moved in layer 1: weights 0 of 4, bias 0 of 2
                moved in layer 2: weights 0 of 2, bias 0 of 1
                """, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "reference"})
    void oneHotTargetsAreRightWhereTheHotOutputIsTheOnlyLargest(String engine) throws Exception {
        Path identity = Files.writeString(directory.resolve("identity.json"),
                "{\"layers\": [{\"weights\": [[1, 0], [0, 1]], \"activation\": \"identity\"}]}");
        Path oneHot = Files.writeString(directory.resolve("one-hot.json"),
                "{\"inputs\": [[2, 1], [1, 1], [1, 2]], \"targets\": [[1, 0], [1, 0], [1, 0]]}");

        JsonCursor result = json(CommandLineRun.of("train", "--network", identity, "--data", oneHot, "--loss", "absolute",
                "--steps", "0", "--engine", engine, "--json"));

        assertThat(result.field("accuracy").string()).isEqualTo("1/3");
        assertThat(result.field("accuracyRule").string()).isEqualTo("argmax");
    }

    @Test
    void targetsThatAreNoLabelsHaveNoAccuracy() throws Exception {
        Path halves = Files.writeString(directory.resolve("halves.csv"), "1,1,1/2\n0,1,1\n");
        Object[] training = {"train", "--network", network, "--data", halves, "--loss", "squared"};

        assertThat(CommandLineRun.of(training).out()).contains("\naccuracy: none, the targets are no labels\n");
        JsonCursor result = json(CommandLineRun.of(Stream.concat(Stream.of(training), Stream.of("--json")).toArray()));
        assertThat(result.field("accuracy").node().isNull()).isTrue();
        assertThat(result.field("accuracyRule").node().isNull()).isTrue();
    }

    @Test
    void trainSaysLineByLineWhatCameOut() {
        assertThat(CommandLineRun.of("train", "--network", network, "--data", data, "--steps", "0").out()).isEqualTo("""
                steps: 0
                mean loss: 5/3 (about 1.6667)
                accuracy: 1/3 (about 0.3333) by the rule sign
                parameters changed: 0 of 9
                moved in layer 1: weights 0 of 4, bias 0 of 2
                moved in layer 2: weights 0 of 2, bias 0 of 1
                """);
    }

    @Test
    void trainReadsTheNetworkFromStandardInputAndWritesTheTrainedOne() throws Exception {
        Path out = directory.resolve("trained.json");
        CommandLineRun run = CommandLineRun.withInput(NETWORK, "train", "--network", "-", "--data", data, "--out", out, "--json");

        assertThat(NetworkFormat.read(new Source("out", Files.readString(out))))
                .isEqualTo(NetworkFormat.read(json(run).field("network")));
    }

    @Test
    void gradientsAnswersTheMeanGradientInTheShapeOfTheNetwork() {
        JsonCursor result = json(CommandLineRun.of("gradients", "--network", network, "--data", data, "--loss", "squared", "--json"));

        // the residuals are 5/2, 7/2 and 3/2
        assertThat(result.node().propertyNames()).containsExactly("loss", "gradients");
        assertThat(result.field("loss").number()).isEqualTo(new BigFraction(83, 24));
        List<JsonCursor> layers = result.field("gradients").field("layers").elements();
        assertThat(layers).hasSize(2);
        assertThat(layers.get(0).field("weights").matrix().rowCount()).isEqualTo(2);
        assertThat(layers.get(1).field("weights").matrix()).hasToString("[[5/2, 7/6]]");
        assertThat(layers.get(1).field("bias").vector()).hasToString("[5/2]");
        assertThat(CommandLineRun.of("gradients", "--network", network, "--data", data, "--loss", "squared").out())
                .contains("layer 2: dW = [(5/2, 7/6)], db = (5/2)");
    }

    @Test
    void traceTellsEveryStepAsJson() {
        JsonCursor step = json(CommandLineRun.of("trace", "--network", network, "--data", data, "--loss", "squared", "--steps", "2",
                "--json")).field("steps").elements().get(0);
        JsonCursor sample = step.field("samples").elements().get(0);

        assertThat(step.node().propertyNames()).containsExactly("batch", "samples", "gradients", "network");
        assertThat(step.field("batch").vector()).hasToString("[0]");
        assertThat(sample.field("preactivations").elements()).extracting(z -> z.vector().toString()).containsExactly("[3, -1]", "[7/2]");
        assertThat(sample.field("activations").elements()).extracting(a -> a.vector().toString()).containsExactly("[3, 0]");
        assertThat(sample.field("deltas").elements()).extracting(d -> d.vector().toString()).containsExactly("[5/2, 0]", "[5/2]");
        assertThat(sample.field("output").vector()).hasToString("[7/2]");
        assertThat(sample.field("loss").number()).isEqualTo(new BigFraction(25, 8));
        assertThat(NetworkFormat.read(step.field("network")).parameters()).contains(new BigFraction(3, 4));
    }

    @Test
    void traceCanBeReadByHand() {
        assertThat(CommandLineRun.of("trace", "--network", network, "--data", data, "--loss", "squared", "--steps", "1").out())
                .isEqualTo("""
                        start
                          layer 1: W = [(1, 2), (-1, 0)], b = (0, 0)
                          layer 2: W = [(1, 2)], b = (1/2)

                        step 1
                          sample 1: x = (1, 1), y = (1)
                            layer 1: z = (3, -1), a = (3, 0), delta = (5/2, 0)
                            layer 2: z = (7/2), delta = (5/2)
                            output (7/2), loss 25/8
                          mean gradient
                            layer 1: dW = [(5/2, 5/2), (0, 0)], db = (5/2, 0)
                            layer 2: dW = [(15/2, 0)], db = (5/2)
                          network after the step
                            layer 1: W = [(3/4, 7/4), (-1, 0)], b = (-1/4, 0)
                            layer 2: W = [(1/4, 2)], b = (1/4)
                        """);
    }

    @Test
    void traceMakesAPageThatNeedsNothingElse() {
        Path out = directory.resolve("trace.html");
        CommandLineRun run = CommandLineRun.of("trace", "--network", network, "--data", data, "--steps", "2", "--html", "--out", out);

        assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(out).content().startsWith("<!DOCTYPE html>").contains("Step 2 of 2", "(7/2)", "<svg class=\"network\"", "<script>")
                .doesNotContain("http:", "https:", "src=", "href=");
    }

    @Test
    void symmetryAnswersTheClassesOfEachHiddenLayer() throws Exception {
        Path zeros = Files.writeString(directory.resolve("zeros.json"),
                Json.write(NetworkFormat.write(Network.zeros(List.of(2, 3, 1), true))));

        assertThat(json(CommandLineRun.of("symmetry", "--network", zeros, "--json")).field("layers").node()).hasToString(
                "[{\"units\":3,\"classes\":[[0,1,2]],\"distinct\":1}]");
        assertThat(CommandLineRun.of("symmetry", "--network", zeros).out())
                .startsWith("hidden layer 1: 3 units, 1 distinct; classes {1 2 3}\n")
                .contains("ZERO-2: ", "SYM-2, layer 1, units {1 2 3}: ");
        assertThat(CommandLineRun.of("symmetry", "--network", network).out())
                .contains("2 units, 2 distinct; classes {1} {2}").doesNotContain("ZERO-", "SYM-2");
    }

    @Test
    void symmetrySaysWhichClaimsApplyToWhichUnitsAndInputs() throws Exception {
        Path first = Files.writeString(directory.resolve("first.json"), """
                {"layers": [{"weights": [[0, 0], [0, 0]], "bias": [0, 0], "activation": "relu"},
                            {"weights": [[1, 2]], "bias": [0], "activation": "identity"}]}""");
        Path zero = Files.writeString(directory.resolve("zero.csv"), "1,0,1\n2,0,-1\n");

        assertThat(json(CommandLineRun.of("symmetry", "--network", first, "--data", zero, "--json")).field("consequences").elements())
                .extracting(each -> each.node().toString()).contains(
                        "{\"claim\":\"PART-2\",\"layer\":1,\"units\":[0,1],\"says\":\"with ReLU'(0) = 0 and without weight decay nothing but "
                                + "the output bias ever changes\"}",
                        "{\"claim\":\"PART-9\",\"layer\":1,\"units\":[],\"inputs\":[1],\"says\":\"zero on every sample: without weight decay "
                                + "their columns of weights never change\"}",
                        "{\"claim\":\"SYM-5\",\"layer\":null,\"units\":[],\"says\":\"without momentum the number of distinct units of a layer "
                                + "never increases\"}");
        assertThat(CommandLineRun.of("symmetry", "--network", first, "--data", zero).out())
                .contains("\nPART-2, layer 1, units {1 2}: ", "\nPART-9, layer 1, inputs {2}: ", "\nSYM-5: ")
                .doesNotContain("--data");
        assertThat(CommandLineRun.of("symmetry", "--network", first).out()).contains("\nPART-2, ", "\n--data FILE adds ")
                .doesNotContain("PART-9");
    }

    @Test
    void generateWritesTheSameBytesForTheSameSeed() throws Exception {
        Path out = directory.resolve("generated.json");
        Path teacher = directory.resolve("teacher.json");
        Object[] request = {"generate", "--shape", "3,4,1", "--samples", "10", "--seed", "5", "--balanced", "--no-bias"};
        CommandLineRun toFile = CommandLineRun.of("generate", "--shape", "3,4,1", "--samples", "10", "--seed", "5", "--balanced",
                "--no-bias", "--out", out, "--teacher", teacher);

        assertThat(toFile).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(CommandLineRun.of(request).out()).isEqualTo(Files.readString(out)).isEqualTo(CommandLineRun.of(request).out());
        DataSet generated = DataFormat.read(new Source("g.json", Files.readString(out)));
        assertThat(Evaluation.accuracy(NetworkFormat.read(new Source("t.json", Files.readString(teacher))), generated))
                .contains(new Accuracy(AccuracyRule.SIGN, BigFraction.ONE));
    }

    @Test
    void generateWritesCsvForANameThatSaysSo() throws Exception {
        Path json = directory.resolve("g.json");
        Path csv = directory.resolve("g.csv");
        for (Path out : List.of(json, csv)) {
            CommandLineRun.of("generate", "--shape", "2,2,1", "--samples", "6", "--seed", "-1", "--out", out);
        }

        assertThat(DataFormat.read(new Source("g.csv", Files.readString(csv))))
                .isEqualTo(DataFormat.read(new Source("g.json", Files.readString(json))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "train", "gradients", "trace", "symmetry", "generate"})
    void everyCommandExplainsItself(String command) {
        CommandLineRun run = CommandLineRun.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: stillpoint " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theProgramSaysItsVersionAndItsCommands() {
        assertThat(CommandLineRun.of("--version").out()).startsWith("stillpoint ");
        assertThat(CommandLineRun.of("--help").out()).contains("init", "train", "gradients", "trace", "symmetry", "generate");
    }
}
