package org.stillpoint.modelfile.onnx.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.lint.evaluation.Closeness;
import org.stillpoint.lint.evaluation.Evaluation;
import org.stillpoint.lint.evaluation.Evaluator;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.FileBytes;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;
import tools.jackson.databind.JsonNode;

/**
 * Models that {@code src/test/models/onnx_graphs.py} has written become the layers that it says, and these compute what torch
 * computes.
 */
class TranslatedGraphsTest {

    private static final Path FOLDER = Path.of("src/test/resources/models/onnx-graphs");

    /** Of what torch computes in double precision where that rounds. */
    private static final BigFraction TOLERANCE = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(10));

    @TestFactory
    Stream<DynamicTest> aGraphBecomesLayersThatComputeTheSame() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
            assertThat(models).hasSizeGreaterThan(30);
            return models.stream().map(model -> DynamicTest.dynamicTest(model.getFileName().toString(), () -> check(model)));
        }
    }

    private static void check(Path file) throws IOException {
        String beside = file.toString().replace(".onnx", ".json");
        JsonNode expected = Json.read(Source.read(beside, InputStream.nullInputStream())).node();
        try (OnnxModel model = OnnxModel.read(FileBytes.open(file, file.toString()), Optional.empty())) {
            Network network = OnnxTranslation.of(model);

            assertThat(network.layers().stream().map(layer -> layer.getClass().getSimpleName()).toList())
                    .isEqualTo(expected.get("layers").valueStream().map(JsonNode::stringValue).toList());
            assertNamesLeadBack(network, model);
            for (String words : expected.get("opaque").valueStream().map(JsonNode::stringValue).toList()) {
                assertThat(network.layers())
                        .anyMatch(layer -> layer instanceof Layer.Opaque opaque && opaque.why().contains(words));
            }
            assertComputesTheSame(network, expected);
        }
    }

    /** Each name is one layer's, and that of the node's first output comes out of it. */
    private static void assertNamesLeadBack(Network network, OnnxModel model) {
        assertThat(network.layers()).extracting(Layer::name).doesNotHaveDuplicates();
        Set<String> outputs = new HashSet<>();
        model.proto().getGraph().getNodeList().forEach(node -> outputs.addAll(node.getOutputList()));
        assertThat(network.layers()).extracting(layer -> LayerNames.output(layer.name()))
                .filteredOn(name -> !name.contains("_branch.")).allMatch(outputs::contains);
    }

    private static void assertComputesTheSame(Network network, JsonNode expected) throws IOException {
        List<Tensor> inputs = network.inputs().stream().map(value -> tensor(expected.get("inputs").get(value.name()))).toList();
        if (expected.get("outputs").valueStream().allMatch(output -> output.get("closeness").stringValue().equals("DRAWN"))) {
            return;
        }
        Evaluation evaluation = Evaluator.evaluate(network, inputs, Limits.USUAL);
        for (JsonNode output : expected.get("outputs").valueStream().toList()) {
            boolean rounded = output.get("closeness").stringValue().equals("ROUNDED");
            Closeness closeness = rounded ? Closeness.EXACT : Closeness.valueOf(output.get("closeness").stringValue());
            String name = output.get("name").stringValue();
            Value value = network.outputs().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
            assertThat(evaluation.closeness(value)).as(value.name()).isEqualTo(closeness);
            if (closeness != Closeness.DRAWN) {
                assertSame(evaluation.of(value), tensor(output), closeness == Closeness.EXACT && !rounded, value.name());
            }
        }
    }

    private static void assertSame(Tensor made, Tensor expected, boolean exact, String name) {
        assertThat(made.shape()).as(name).isEqualTo(expected.shape());
        for (int i = 0; i < made.shape().entries(); i++) {
            BigFraction difference = made.entry(i).subtract(expected.entry(i)).abs();
            BigFraction allowed = exact ? BigFraction.ZERO : TOLERANCE;
            assertThat(difference).as("%s, entry %d", name, i).isLessThanOrEqualTo(allowed);
        }
    }

    private static Tensor tensor(JsonNode node) {
        Shape shape = new Shape(node.get("shape").valueStream().map(JsonNode::intValue).toList());
        return Tensor.of(shape, node.get("entries").valueStream().map(entry -> ExactNumber.parse(entry.stringValue()))
                .toArray(BigFraction[]::new));
    }
}
