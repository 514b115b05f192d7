package org.stillpoint.graph.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import org.stillpoint.graph.certificate.TrainingQuestion;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.PerceptronProgram;
import org.stillpoint.graph.training.TrainingProgram;

/** What people ask about starts, asked of programs with a slot for each number. */
class FieldProgramsTest {

    private static final Path FILE = Path.of("src/test/resources/field/cases.json");
    private static final int STEPS = 4;

    private static List<JsonCursor> cases() throws IOException {
        return Json.read(new Source(FILE.toString(), Files.readString(FILE))).field("cases").elements();
    }

    /** The columns: how many parameters never change, and how many of the others move in a run. */
    @ParameterizedTest
    @CsvSource({"zero-convolution, 0, 2", "two-zero-convolutions, 3, 1", "lora-both-zero, 4, 0", "lora-b-zero, 0, 4",
        "zero-last-layer, 0, 2", "zero-first-layer, 10, 2", "dead-pixels, 2, 4", "softmax-regression, 0, 6",
        "different-outgoing-weights, 0, 9", "random-hidden-biases, 0, 7", "xor-dead-unit, 4, 5", "xor-zero-one-targets, 6, 0",
        "perceptron-rate, 0, 3", "zero-inputs, 8, 1"})
    void whatIsFoundNeverChangesAndTheRestMoves(String id, int unchanged, int moved) throws IOException {
        JsonCursor json = cases().stream().filter(each -> each.field("id").string().equals(id)).findFirst().orElseThrow();

        Examination seen = Examination.of(architecture(json), STEPS);

        assertThat(seen.confirmed()).isTrue();
        assertThat(seen.unchanged()).hasSize(unchanged);
        assertThat(seen.moved()).hasSize(moved);
    }

    @Test
    void everyCaseIsDecided() throws IOException {
        assertThat(cases()).hasSize(14);
    }

    private static Architecture architecture(JsonCursor json) {
        DataSet data = DataFormat.read(json.field("data"));
        JsonCursor said = json.field("settings");
        Settings settings = Settings.defaults(STEPS).withLoss(Loss.fromId(said.field("loss").string()))
                .withBatchSize(said.optionalField("batch-size").map(size -> size.node().asInt()).orElse(1));
        PerceptronProgram perceptron =
                PerceptronProgram.of(NetworkFormat.read(json.field("network")), data, settings, Optimisers.descent());
        TrainingProgram program = perceptron.program();
        List<Map<String, ?>> batches = IntStream.range(0, settings.batches(data.size()))
                .<Map<String, ?>>mapToObj(step -> perceptron.fed(step, Map.of("rate", settings.learningRate()))).toList();
        return new Architecture(json.field("id").string(), "", "", program, TrainingQuestion.about(program).fedOneOf(batches),
                program.feed(step -> batches.get(step % batches.size())));
    }
}
