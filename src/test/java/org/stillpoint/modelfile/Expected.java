package org.stillpoint.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.FileBytes;
import org.stillpoint.modelfile.tensor.Weights;
import tools.jackson.databind.JsonNode;

/** Models that other tools wrote, each with what is in it beside it: {@code src/test/models} says how both are made. */
public final class Expected {

    private static final Path MODELS = Path.of("src/test/resources/models");

    private Expected() {
    }

    /**
     * Reads a model and compares every entry of every tensor, in the file's order, with the fraction that Python wrote.
     *
     * @param file below the folder of models
     */
    public static void assertReadsAsExpected(ModelReader reader, String file) throws IOException {
        JsonNode expected = Json.read(Source.read(MODELS.resolve(file + ".expected.json").toString(),
                InputStream.nullInputStream())).node();
        try (ModelFile model = read(reader, file)) {
            List<Tensor> tensors = new ArrayList<>();
            for (Weights weights : model.weights()) {
                tensors.add(new Tensor(weights.name(), weights.type(), weights.dimensions().sizes(), entries(weights)));
            }
            assertThat(tensors).isNotEmpty().isEqualTo(expected.get("tensors").valueStream().map(Expected::tensor).toList());
            assertThat(model.notAnalysed()).extracting(NotAnalysed::tensor)
                    .isEqualTo(expected.get("notAnalysed").valueStream().map(JsonNode::stringValue).toList());
        }
    }

    /** Opens a model below the folder of models. */
    public static ModelFile read(ModelReader reader, String file) throws IOException {
        return reader.read(FileBytes.open(MODELS.resolve(file), file), Optional.empty());
    }

    /** All entries, as Python wrote them: fractions in lowest terms, infinities, and NaN. */
    public static List<String> entries(Weights weights) throws IOException {
        long[] codes = new long[Math.toIntExact(weights.dimensions().entries())];
        weights.entries().read(0, codes);
        List<String> entries = new ArrayList<>();
        for (long code : codes) {
            entries.add(text(code));
        }
        return entries;
    }

    private static String text(long code) {
        if (code == Code.NOT_A_NUMBER) {
            return "NaN";
        }
        if (!Code.isFinite(code)) {
            return code < 0 ? "-Infinity" : "Infinity";
        }
        return ExactNumber.write(Code.number(code));
    }

    private static Tensor tensor(JsonNode node) {
        return new Tensor(node.get("name").stringValue(), node.get("type").stringValue(),
                node.get("shape").valueStream().map(JsonNode::longValue).toList(),
                node.get("entries").valueStream().map(JsonNode::stringValue).toList());
    }

    private record Tensor(String name, String type, List<Long> shape, List<String> entries) {
    }
}
