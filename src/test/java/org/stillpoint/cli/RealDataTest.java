package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.Evaluation;

/** The program on the question's own network, and on published data. */
class RealDataTest {

    private static final Path DATA = Path.of("src", "test", "resources", "data");
    private static final Path IRIS = DATA.resolve("iris-setosa-versicolor.csv");
    private static final Path BREAST_CANCER = DATA.resolve("breast-cancer-wisconsin.csv");

    @TempDir
    private Path directory;

    private record Trained(Network network, BigFraction accuracy) {

        static Trained of(CommandLineRun run) {
            assertThat(run.err()).isEmpty();
            JsonCursor result = Json.read(new Source("output", run.out()));
            return new Trained(NetworkFormat.read(result.field("network")), result.field("accuracy").number());
        }

        Vector outputBias() {
            return network.layers().get(network.layers().size() - 1).bias().orElseThrow();
        }
    }

    private Path write(Network network) throws Exception {
        return Files.writeString(directory.resolve("network.json"), Json.write(NetworkFormat.write(network)));
    }

    private static BigFraction share(int right, int all) {
        return new BigFraction(right, all);
    }

    @ParameterizedTest
    @CsvSource({"1, hinge", "3, hinge", "1, perceptron", "3, squared"})
    void onTheNetworkOfTheQuestionTenEpochsFromZeroChangeNoWeight(int batchSize, String loss) throws Exception {
        Path data = directory.resolve("data.json");
        CommandLineRun.of("generate", "--shape", "10,10,1", "--samples", "100", "--seed", "42", "--balanced", "--out", data);
        for (boolean bias : List.of(true, false)) {
            Network zeros = Network.zeros(List.of(10, 10, 1), bias);
            Trained trained = Trained.of(CommandLineRun.of("train", "--network", write(zeros), "--data", data, "--epochs", "10",
                    "--batch-size", batchSize, "--loss", loss, "--json"));

            if (bias) {
                assertOnlyTheOutputBiasMoved(trained.network());
                assertThat(trained.accuracy()).isEqualTo(
                        trained.outputBias().get(0).signum() == 0 ? BigFraction.ZERO : share(1, 2));
            } else {
                assertThat(trained.network()).isEqualTo(zeros);
                assertThat(trained.accuracy()).isEqualTo(BigFraction.ZERO);
            }
        }
    }

    private static void assertOnlyTheOutputBiasMoved(Network trained) {
        List<BigFraction> parameters = trained.parameters();
        assertThat(parameters.subList(0, parameters.size() - 1)).containsOnly(BigFraction.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void onIrisTrainingFromZeroIsStuckWhateverTheEpochs(int epochs) throws Exception {
        for (int batchSize : List.of(1, 7, 100)) {
            Trained trained = Trained.of(CommandLineRun.of("train", "--network", write(Network.zeros(List.of(4, 10, 1), true)),
                    "--data", IRIS, "--epochs", epochs, "--batch-size", batchSize, "--json"));

            assertOnlyTheOutputBiasMoved(trained.network());
            assertThat(trained.accuracy()).isEqualTo(trained.outputBias().get(0).signum() == 0 ? BigFraction.ZERO : share(1, 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "3, 2", "6, 2"})
    void onIrisTrainingFromDistinctUnitsClassifiesEverySample(int seed, int epochs) {
        Path start = directory.resolve("start.json");
        CommandLineRun.of("generate", "--shape", "4,10,1", "--samples", "2", "--seed", seed, "--teacher", start,
                "--out", directory.resolve("unused.json"));
        BigFraction before = Trained.of(CommandLineRun.of("train", "--network", start, "--data", IRIS, "--steps", "0", "--json"))
                .accuracy();
        BigFraction after = Trained.of(CommandLineRun.of("train", "--network", start, "--data", IRIS, "--epochs", epochs,
                "--json")).accuracy();

        assertThat(before).isLessThan(share(3, 5));
        assertThat(after).isEqualTo(BigFraction.ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/4", "-1", "1"})
    void onIrisEqualUnitsStayEqualWhileTheyLearn(String value) throws Exception {
        Network start = Network.constant(List.of(4, 10, 1), true, Vector.of(value).get(0));
        for (int steps : List.of(20, 40, 60)) {
            Network trained = Trained.of(CommandLineRun.of("train", "--network", write(start), "--data", IRIS, "--steps", steps,
                    "--batch-size", "3", "--learning-rate", "1/100", "--json")).network();

            Layer hidden = trained.layers().get(0);
            assertThat(trained).isNotEqualTo(start);
            assertThat(Set.copyOf(hidden.weights().rows())).hasSize(1);
            assertThat(Set.copyOf(hidden.bias().orElseThrow().entries())).hasSize(1);
            assertThat(Set.copyOf(trained.layers().get(1).weights().row(0).entries())).hasSize(1);
            assertThat(UnitClasses.of(trained).get(0).distinct()).isEqualTo(1);
        }
    }

    @Test
    void onIrisTheEntriesOfARowDoNotStayEqual() throws Exception {
        Network trained = Trained.of(CommandLineRun.of("train", "--network",
                write(Network.constant(List.of(4, 10, 1), true, share(1, 4))), "--data", IRIS, "--json")).network();

        assertThat(new HashSet<>(trained.layers().get(0).weights().row(0).entries())).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 569", "10, 57", "569, 3"})
    void onBreastCancerFromZeroOnlyTheOutputBiasMovesAndTheOutputIsConstant(int batchSize, int steps) throws Exception {
        Trained trained = Trained.of(CommandLineRun.of("train", "--network", write(Network.zeros(List.of(30, 10, 1), true)),
                "--data", BREAST_CANCER, "--batch-size", batchSize, "--steps", steps, "--json"));
        DataSet data = DataFormat.read(Source.read(BREAST_CANCER.toString(), System.in));

        assertOnlyTheOutputBiasMoved(trained.network());
        assertThat(trained.outputBias()).isNotEqualTo(Vector.of("0"));
        assertThat(data.size()).isEqualTo(569);
        assertThat(data.inputs()).allSatisfy(
                input -> assertThat(Evaluation.output(trained.network(), input)).isEqualTo(trained.outputBias()));
        assertThat(trained.accuracy()).isEqualTo(trained.outputBias().get(0).signum() > 0 ? share(357, 569) : share(212, 569));
    }
}
