package org.stillpoint.lint.simplification.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.finding.Saving;
import org.stillpoint.lint.simplification.Removal;
import org.stillpoint.lint.simplification.Rounding;
import org.stillpoint.lint.simplification.Simplification;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.onnx.translation.OnnxTranslation;
import org.stillpoint.modelfile.tensor.FileBytes;

/** Models that src/test/models/simplify.py has written lose what was planted in them, and nothing else. */
class OnnxSimplificationTest {

    private static final Path FOLDER = Path.of("src/test/resources/models/simplify");

    @TempDir
    private Path folder;

    @Test
    void whatWasPlantedIsTakenOutOfThePictureModel() throws IOException {
        Written written = written("pictures");

        assertThat(written.simplification().removals()).extracting(Removal::reason, Removal::tensor, Removal::unit)
                .containsExactlyInAnyOrder(tuple(Removal.Reason.UNREAD, "filters", 1),
                tuple(Removal.Reason.CONSTANT, "filters", 2),
                        tuple(Removal.Reason.CONSTANT, "hidden", 3), tuple(Removal.Reason.TWIN, "hidden", 4));
        assertThat(written.agreement().orElseThrow().isExact()).isTrue();
        assertThat(dimensions(graph(out()))).containsAllEntriesOf(Map.of("filters", List.of(2L, 2L, 3L, 3L),
                "gamma", List.of(2L), "mean", List.of(2L), "depthwise", List.of(2L, 1L, 3L, 3L), "depthwise.bias", List.of(2L),
                "mix", List.of(4L, 2L, 1L, 1L), "mix.bias", List.of(4L), "hidden", List.of(3L, 4L), "hidden.bias", List.of(3L),
                "last", List.of(3L, 3L)));
    }

    /** Two filters with 4 numbers of their normalisation, 9 + 1 behind and 4 in the next layer; a constant and a twin. */
    @Test
    void whatIsSavedIsTheDifferenceOfAllTensors() throws IOException {
        Written written = written("pictures");

        long before = parameters(FOLDER.resolve("pictures.onnx"));
        long after = parameters(out());
        assertThat(written.simplification().saves().parameters()).isEqualTo(before - after)
                .isEqualTo(2 * (18 + 4 + 9 + 1 + 4) + 2 * (4 + 1 + 3) - 3);
    }

    @Test
    void aDepthwiseConvolutionHasAsManyGroupsAsChannels() throws IOException {
        written("pictures");

        NodeProto convolution = node(graph(out()), "second");
        assertThat(convolution.getAttributeList()).filteredOn(attribute -> attribute.getName().equals("group"))
                .extracting(AttributeProto::getI).containsExactly(2L);
    }

    @Test
    void aConstantBeforeAProductWithoutBiasBecomesANodeThatAddsIt() throws IOException {
        written("pictures");

        GraphProto graph = graph(out());
        NodeProto add = node(graph, "y");
        assertThat(add.getOpType()).isEqualTo("Add");
        assertThat(node(graph, add.getInput(0)).getOpType()).isEqualTo("MatMul");
        assertThat(dimensions(graph)).containsEntry(add.getInput(1), List.of(3L));
    }

    @Test
    void sizesThatTheFileTellsAreTheNewOnes() throws IOException {
        written("pictures");

        assertThat(graph(out()).getValueInfoList()).extracting(ValueInfoProto::getName, OnnxSimplificationTest::channels)
                .contains(tuple("filtered", 2L), tuple("pooled", 2L), tuple("mixed", 4L), tuple("after", 3L));
    }

    private static long channels(ValueInfoProto info) {
        return info.getType().getTensorType().getShape().getDim(1).getDimValue();
    }

    @Test
    void whatIsNotTouchedStaysAsItStands() throws IOException {
        written("pictures");

        ModelProto before = ModelProto.parseFrom(Files.readAllBytes(FOLDER.resolve("pictures.onnx")));
        ModelProto after = ModelProto.parseFrom(Files.readAllBytes(out()));
        assertThat(after.toBuilder().clearGraph().build()).isEqualTo(before.toBuilder().clearGraph().build());
        assertThat(after.getGraph().getInputList()).isEqualTo(before.getGraph().getInputList());
        assertThat(after.getGraph().getOutputList()).isEqualTo(before.getGraph().getOutputList());
        for (String output : List.of("filtered", "normalised", "first", "mixed", "flat", "before", "after")) {
            assertThat(node(after.getGraph(), output)).isEqualTo(node(before.getGraph(), output));
        }
        assertThat(tensor(after.getGraph(), "mix.bias")).isEqualTo(tensor(before.getGraph(), "mix.bias"));
    }

    @Test
    void numbersOfChannelsInConstantsOfReshapesBecomeTheNewOnes() throws IOException {
        Written written = written("reshaped");

        assertThat(written.simplification().saves()).isEqualTo(new Saving(20, 18));
        assertThat(written.agreement()).isPresent();
        GraphProto graph = graph(out());
        assertThat(tensor(graph, node(graph, "flat").getInput(1)).getRawData().toByteArray())
                .containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, 4, 0, 0, 0, 0, 0, 0, 0);
        assertThat(graph.getValueInfoList()).extracting(ValueInfoProto::getName).contains("filtered").doesNotContain("bias.seen");
        assertThat(dimensions(graph)).containsEntry("bias", List.of(1L)).doesNotContainKeys("bias.sizes", "flat.sizes");
    }

    @Test
    void initialisersThatAreInputsTooHaveTheirNewSizesInBoth() throws IOException {
        written("inputs");

        assertThat(graph(out()).getInputList()).filteredOn(input -> input.getName().equals("in"))
                .extracting(OnnxSimplificationTest::channels).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"computed", "elsewhere", "healthy"})
    void aModelStaysAsItIsIfNothingCanGo(String name) throws IOException {
        Written written = written(name);

        assertThat(written.simplification().removals()).isEmpty();
        assertThat(ModelProto.parseFrom(Files.readAllBytes(out())))
                .isEqualTo(ModelProto.parseFrom(Files.readAllBytes(FOLDER.resolve(name + ".onnx"))));
    }

    @Test
    void aModelThatIsTooLargeToBeComputedIsComparedLayerByLayerOnly() throws IOException {
        try (OnnxModel model = open(FOLDER.resolve("pictures.onnx"))) {
            Written written = OnnxSimplification.write(model, out().toString(), Rounding.NEVER,
                    new OnnxSimplification.Check(1, 1, new Limits(1000, 10, 1000)));

            assertThat(written.agreement()).isEmpty();
            assertThat(written.notComputed().orElseThrow()).contains("more than 10 operations");
        }
    }

    /** Each is what someone who forgets a part of the way back would write. */
    @Test
    void aFileThatIsNotTheSmallerModelIsNoticed() throws IOException {
        try (OnnxModel model = open(FOLDER.resolve("pictures.onnx"))) {
            Simplification simplification = OnnxSimplification.plan(model, Rounding.NEVER);
            Network before = simplification.before();
            written("pictures");
            try (OnnxModel again = open(out())) {
                assertThat(SameLayers.difference(simplification.after(), OnnxTranslation.of(again))).isEmpty();
                assertThat(SameLayers.difference(before, OnnxTranslation.of(again))).isPresent();
            }
        }
        for (String forgotten : List.of("mix.bias", "gamma", "last")) {
            ModelProto.Builder wrong = ModelProto.parseFrom(Files.readAllBytes(out())).toBuilder();
            for (TensorProto.Builder tensor : wrong.getGraphBuilder().getInitializerBuilderList()) {
                if (tensor.getName().equals(forgotten)) {
                    byte[] raw = tensor.getRawData().toByteArray();
                    raw[3] ^= 1;
                    tensor.setRawData(ByteString.copyFrom(raw));
                }
            }
            Path file = Files.write(folder.resolve("wrong.onnx"), wrong.build().toByteArray());
            try (OnnxModel model = open(FOLDER.resolve("pictures.onnx")); OnnxModel again = open(file)) {
                assertThat(SameLayers.difference(OnnxSimplification.plan(model, Rounding.NEVER).after(),
                        OnnxTranslation.of(again)))
                        .as(forgotten).isPresent();
            }
        }
    }

    @Test
    void nothingIsLeftBehindWhereItCannotBeWritten() throws IOException {
        Path copy = Files.copy(FOLDER.resolve("pictures.onnx"), folder.resolve("model.onnx"));
        try (OnnxModel model = open(copy)) {
            assertThatThrownBy(() ->
                    OnnxSimplification.write(model, copy.toString(), Rounding.NEVER, OnnxSimplification.Check.USUAL))
                    .isInstanceOf(FormatException.class).hasMessage(copy + ": is the model that is read, expected another file");
            Path nowhere = folder.resolve("nowhere/out.onnx");
            assertThatThrownBy(() ->
                    OnnxSimplification.write(model, nowhere.toString(), Rounding.NEVER, OnnxSimplification.Check.USUAL))
                    .isInstanceOf(FormatException.class)
                    .hasMessage(nowhere + ": cannot be written, expected a place that can be written to");
            assertThatThrownBy(() ->
                    OnnxSimplification.write(model, folder.toString(), Rounding.NEVER, OnnxSimplification.Check.USUAL))
                    .isInstanceOf(FormatException.class).hasMessage(folder + ": is a directory, expected a file");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(copy);
        }
    }

    private Path out() {
        return folder.resolve("out.onnx");
    }

    private Written written(String name) throws IOException {
        try (OnnxModel model = open(FOLDER.resolve(name + ".onnx"))) {
            return OnnxSimplification.write(model, out().toString(), Rounding.NEVER, OnnxSimplification.Check.USUAL);
        }
    }

    private static OnnxModel open(Path file) throws IOException {
        return OnnxModel.read(FileBytes.open(file, file.toString()), Optional.empty());
    }

    private static GraphProto graph(Path file) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph();
    }

    private static NodeProto node(GraphProto graph, String output) {
        return graph.getNodeList().stream().filter(node -> node.getOutputList().contains(output)).findFirst().orElseThrow();
    }

    private static TensorProto tensor(GraphProto graph, String name) {
        return graph.getInitializerList().stream().filter(tensor -> tensor.getName().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, List<Long>> dimensions(GraphProto graph) {
        return graph.getInitializerList().stream().collect(Collectors.toMap(TensorProto::getName, TensorProto::getDimsList));
    }

    /** Of all tensors of numbers that are not sizes. */
    private static long parameters(Path file) throws IOException {
        return graph(file).getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE)
                .mapToLong(tensor -> tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b)).sum();
    }
}
