package org.stillpoint.modelfile.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.FileBytes;
import org.stillpoint.modelfile.tensor.Weights;

/** Models that contradict themselves, or would take too much memory, are refused in one line that says where and why. */
class HostileOnnxTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNoModelIsRefused() {
        assertRefused(new byte[0], "a model without a graph, expected one");
        assertRefused(new byte[] {0}, "byte 0: a tag of 0, expected that of a field");
        assertRefused(new byte[] {0x0B}, "byte 0: onnx.ModelProto.ir_version of the wire type 3, expected 0");
        assertRefused(new byte[] {0x3A, 0x05, 0x01}, "byte 1: 5 bytes announced, expected at most the 1 that there are");
        assertRefused(new byte[] {0x08}, "byte 1: ends within a field, expected more bytes");
        assertRefused(new byte[] {0x38, 1}, "byte 0: onnx.ModelProto.graph of the wire type 0, expected 2");
        assertRefused(new byte[] {8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
                "byte 11: an integer of more than ten bytes, expected at most ten");
        assertRefused(new byte[] {8, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0},
                "byte 11: an integer of ten bytes that has not 64 bits, expected one that has");
    }

    @Test
    void shapesThatDoNotFitTheNumbersAreRefused() {
        assertTensorRefused(floats("w", 2, 3).addFloatData(1),
                "tensor \"w\": the shape 2 x 3 and 1 entries, expected 6");
        assertTensorRefused(floats("w", -1), "tensor \"w\": an axis of size -1, expected at least 0");
        assertTensorRefused(floats("w", 1L << 40, 1L << 40),
                "tensor \"w\": a tensor of the shape 1099511627776 x 1099511627776, expected fewer entries");
        assertTensorRefused(floats("w", 1L << 40).addFloatData(1),
                "tensor \"w\": the shape 1099511627776 and 1 entries, expected 1099511627776");
        assertTensorRefused(floats("w", 1).setRawData(ByteString.copyFrom(new byte[5])),
                "tensor \"w\": 5 bytes of raw_data, expected a multiple of 4");
    }

    @Test
    void numbersInTwoFieldsAreRefused() {
        assertTensorRefused(floats("w", 1).addFloatData(1).setRawData(ByteString.copyFrom(new byte[4])),
                "tensor \"w\": numbers in float_data and again in raw_data, expected them once");
        byte[] twice = join(floats("w", 1).setRawData(ByteString.copyFrom(new byte[4])).build().toByteArray(),
                floats("", 0).clearName().clearDims().setRawData(ByteString.copyFrom(new byte[4])).build().toByteArray());
        assertRefused(inGraph(GraphProto.INITIALIZER_FIELD_NUMBER, twice),
                "tensor \"w\": numbers in raw_data and again in raw_data, expected them once");
    }

    @Test
    void numbersInTheWrongFieldOrOutOfTheTypeAreRefused() {
        assertTensorRefused(floats("w", 1).addInt64Data(3),
                "tensor \"w\": entries of the type float32 in int64_data, expected them elsewhere");
        assertTensorRefused(floats("w", 2).setDataType(TensorProto.DataType.UINT8_VALUE).addInt32Data(3).addInt32Data(256),
                "tensor \"w\": a number between 3 and 256 in int32_data, expected numbers from 0 to 255 for uint8");
        assertTensorRefused(floats("w", 1).setDataType(TensorProto.DataType.FLOAT16_VALUE).addInt32Data(-1),
                "tensor \"w\": a number between -1 and -1 in int32_data, expected numbers from 0 to 65535 for float16");
    }

    @Test
    void namesThatAreThereTwiceAreRefused() {
        GraphProto.Builder graph = GraphProto.newBuilder().addInitializer(floats("w", 0)).addInitializer(floats("w", 0));
        assertRefused(graph, "two initialisers \"w\", expected one of each name");
        GraphProto.Builder made = GraphProto.newBuilder().addInitializer(floats("w", 0)).addNode(node("Constant", "w"));
        assertRefused(made, "node \"\" (Constant, number 0) makes \"w\", expected something that there is not yet");
        GraphProto.Builder twice = GraphProto.newBuilder().addNode(node("Constant", "y")).addNode(node("Constant", "y"));
        assertRefused(twice, "node \"\" (Constant, number 1) makes \"y\", expected something that there is not yet");
    }

    @Test
    void nodesThatWaitForEachOtherAreRefused() {
        GraphProto.Builder graph = GraphProto.newBuilder().addInput(ValueInfoProto.newBuilder().setName("x"))
                .addNode(node("Relu", "first", "x")).addNode(node("Add", "a", "b", "first").toBuilder().setName("one\nline"))
                .addNode(node("Relu", "b", "a"));
        assertRefused(graph, "node \"one?line\" (Add, number 1) waits for what is made of its own output,"
                + " expected a graph without cycles");
    }

    @Test
    void nodesThatWaitForAGraphInsideThemAreRefused() {
        GraphProto inside = GraphProto.newBuilder().addNode(node("Relu", "z", "y")).build();
        GraphProto.Builder graph = GraphProto.newBuilder().addNode(node("If", "y").toBuilder()
                .addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(inside)));
        assertRefused(graph, "node \"\" (If, number 0) waits for what is made of its own output,"
                + " expected a graph without cycles");
    }

    @Test
    void namesThatNobodyMakesAreRefused() {
        assertRefused(GraphProto.newBuilder().addNode(node("Relu", "y", "nothing")),
                "node \"\" (Relu, number 0) takes \"nothing\", expected what the graph is given or a node makes");
        assertRefused(GraphProto.newBuilder().addOutput(ValueInfoProto.newBuilder().setName("nothing")),
                "the output \"nothing\", expected what the graph is given or a node makes");
    }

    @Test
    void graphsInsideGraphsAreReadUpToThirtyAndRefusedWithoutEnd() throws IOException {
        try (OnnxModel model = read(nested(30))) {
            assertThat(model.main().nodes()).hasSize(1);
        }
        assertRefused(nested(40), "messages nested more than 96 deep, expected fewer");
        assertRefused(nested(300), "messages nested more than 96 deep, expected fewer");
    }

    private static GraphProto.Builder nested(int depth) {
        GraphProto.Builder graph = GraphProto.newBuilder();
        for (int i = 0; i < depth; i++) {
            graph = GraphProto.newBuilder().addNode(NodeProto.newBuilder().setOpType("If")
                    .addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(graph)));
        }
        return graph;
    }

    /** Of two bytes each, they would be some hundred bytes each in memory. */
    @Test
    void moreThanFitsIntoMemoryIsRefused() throws IOException {
        byte[] nodes = new byte[2 * 420_000];
        for (int i = 0; i < nodes.length; i += 2) {
            nodes[i] = GraphProto.NODE_FIELD_NUMBER << 3 | 2;
        }
        assertRefused(inModel(nodes), "more beside the numbers of tensors than fits into 134217728 bytes, expected less");
        byte[] ints = new byte[9_000_000];
        assertRefused(inGraph(GraphProto.NODE_FIELD_NUMBER, field(NodeProto.ATTRIBUTE_FIELD_NUMBER,
                field(AttributeProto.INTS_FIELD_NUMBER, ints))),
                "more beside the numbers of tensors than fits into 134217728 bytes, expected less");
        byte[] text = new byte[33 << 20];
        assertRefused(inGraph(GraphProto.DOC_STRING_FIELD_NUMBER, text),
                "a text or list of 34603008 bytes, expected a shorter one");
    }

    /** Else a long name, once in the file, would be in memory for each of many tensors. */
    @Test
    void longNamesDoNotBecomeManyLongNames() throws IOException {
        String name = "n".repeat(2_000);
        GraphProto.Builder inside = GraphProto.newBuilder();
        for (int i = 0; i < 1000; i++) {
            inside.addInitializer(floats("w" + i, 0));
        }
        GraphProto.Builder graph = GraphProto.newBuilder().addNode(NodeProto.newBuilder().setOpType("If").setName(name)
                .addAttribute(AttributeProto.newBuilder().setName(name).setG(inside)));
        graph.addInitializer(floats(name, 0).setDataType(TensorProto.DataType.INT8_VALUE));
        for (int i = 0; i < 1000; i++) {
            graph.addInitializer(floats("scale" + i).addFloatData(i));
            graph.addNode(node("QLinearMatMul", "y" + i, "scale0", "scale0", "", name, "scale" + i));
        }
        try (OnnxModel model = read(graph)) {
            assertThat(model.weights().stream().map(Weights::name).filter(one -> one.length() > 500)).containsExactly(name);
            assertThat(model.weights()).hasSize(1 + 1000 + 999 + 1000);
        }
    }

    @Test
    void aFieldThatStandsForNumbersIsRefused() {
        UnknownFieldSet marker = UnknownFieldSet.newBuilder().addField(Slimming.MARKER,
                UnknownFieldSet.Field.newBuilder().addVarint(0).build()).build();
        assertTensorRefused(floats("w", 0).setUnknownFields(marker), "a field 536870911, expected none of this number");
    }

    @Test
    void versionsAndDomainsThatNobodyKnowsAreRead() throws IOException {
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(999).setGraph(GraphProto.newBuilder()
                .addNode(node("Whatever", "y").toBuilder().setDomain("none.such")));
        model.addOpsetImportBuilder().setDomain("").setVersion(-5);
        try (OnnxModel read = OnnxFiles.of(model.build().toByteArray())) {
            assertThat(read.main().nodes()).hasSize(1);
            assertThat(read.version("")).hasValue(-5L);
        }
    }

    @Test
    void otherFilesAreReadWithinTheFolderOfTheModelOnly() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("models"));
        Files.write(folder.resolve("secret"), new byte[4]);
        Files.createDirectory(inside.resolve("below"));
        Files.createSymbolicLink(inside.resolve("link"), folder.resolve("secret"));
        Files.createSymbolicLink(inside.resolve("way"), folder);
        for (String location : List.of("../secret", "/etc/passwd", "below/../../secret", "link", "way/secret",
                folder.resolve("secret").toString(), "..\\secret")) {
            assertOutsideRefused(inside, Map.of("location", location), "leads out of the model's folder, expected a file in it");
        }
        assertOutsideRefused(inside, Map.of("location", "none"), "no such file that can be read, expected it beside the model");
        assertOutsideRefused(inside, Map.of("location", "a\0b"), "no such file that can be read, expected it beside the model");
        assertOutsideRefused(inside, Map.of("location", "below"), "is no file, expected one");
        assertOutsideRefused(inside, Map.of("location", ""), "is no file, expected one");
    }

    @Test
    void placesInOtherFilesAreWithinThem() throws IOException {
        Files.write(folder.resolve("data"), new byte[10]);
        assertOutsideRefused(folder, Map.of("location", "data", "offset", "7"),
                "4 bytes from byte 7, expected within its 10 bytes");
        assertOutsideRefused(folder, Map.of("location", "data", "offset", "9223372036854775807"),
                "4 bytes from byte 9223372036854775807, expected within its 10 bytes");
        assertOutsideRefused(folder, Map.of("location", "data", "offset", "-1"), "the offset \"-1\", expected at least 0");
        assertOutsideRefused(folder, Map.of("location", "data", "offset", "1e3"),
                "the offset \"1e3\", expected a number of bytes");
        assertOutsideRefused(folder, Map.of("location", "data", "length", "8"), "8 bytes, expected 4");
        assertOutsideRefused(folder, Map.of("offset", "0"), "numbers in another file without its name, expected a location");
    }

    @Test
    void aModelWithoutAFolderHasNoOtherFiles() {
        assertThatThrownBy(() -> OnnxFiles.of(ModelProto.newBuilder().setGraph(GraphProto.newBuilder()
                .addInitializer(outside(Map.of("location", "data")))).build().toByteArray()))
                .isInstanceOf(FormatException.class).hasMessage("some.onnx: tensor \"w\": numbers in \"data\":"
                        + " no folder to look in, expected the model as a file beside it");
    }

    @Test
    void aFileThatBecomesShorterIsToldOf() throws IOException {
        Files.write(folder.resolve("data"), new byte[4]);
        try (OnnxModel model = inFolder(folder, Map.of("location", "data"))) {
            Files.write(folder.resolve("data"), new byte[2]);

            assertThatThrownBy(() -> model.weights().get(0).entries().read(0, new long[1]))
                    .isInstanceOf(IOException.class).hasMessageStartingWith("some.onnx: ");
        }
    }

    @Test
    void aFileThatGoesAwayBeforeItIsReadIsToldOf() throws IOException {
        Files.write(folder.resolve("data"), new byte[4]);
        try (OnnxModel model = inFolder(folder, Map.of("location", "data"))) {
            Files.delete(folder.resolve("data"));

            assertThatThrownBy(() -> model.weights().get(0).entries().read(0, new long[1])).isInstanceOf(IOException.class)
                    .hasMessage("some.onnx: tensor \"w\": numbers in \"data\": cannot be read, expected a file that can be");
        }
    }

    @Test
    void otherFilesAreClosedWithTheModel() throws IOException {
        Files.write(folder.resolve("data"), new byte[4]);
        Weights weights;
        try (OnnxModel model = inFolder(folder, Map.of("location", "data"))) {
            weights = model.weights().get(0);
            weights.entries().read(0, new long[1]);
        }
        assertThatThrownBy(() -> weights.entries().read(0, new long[1])).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aFileThatManyTensorsNameWhollyIsRefused() throws IOException {
        Files.write(folder.resolve("data"), new byte[4]);
        GraphProto.Builder graph = GraphProto.newBuilder();
        for (int i = 0; i < 40; i++) {
            graph.addInitializer(outside(Map.of("location", "data")).setName("w" + i));
        }
        byte[] model = ModelProto.newBuilder().setGraph(graph).build().toByteArray();

        assertThatThrownBy(() -> OnnxModel.read(Bytes.of("some.onnx", model), Optional.of(folder)))
                .isInstanceOf(FormatException.class).hasMessageContaining("all its bytes more than 16 times");
    }

    private void assertOutsideRefused(Path folder, Map<String, String> entries, String expected) {
        assertThatThrownBy(() -> inFolder(folder, entries)).as("%s", entries)
                .isInstanceOf(FormatException.class).hasMessageStartingWith("some.onnx: tensor \"w\": numbers in ")
                .hasMessageContaining(expected);
    }

    private OnnxModel inFolder(Path folder, Map<String, String> entries) throws IOException {
        Path file = folder.resolve("some.onnx");
        Files.write(file, ModelProto.newBuilder().setGraph(GraphProto.newBuilder().addInitializer(outside(entries))).build()
                .toByteArray());
        return OnnxModel.read(FileBytes.open(file, "some.onnx"), Optional.of(folder));
    }

    private static TensorProto.Builder outside(Map<String, String> entries) {
        TensorProto.Builder tensor = floats("w", 1).setDataLocation(TensorProto.DataLocation.EXTERNAL);
        entries.forEach((key, value) ->
                tensor.addExternalData(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return tensor;
    }

    private static TensorProto.Builder floats(String name, long... sizes) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
        for (long size : sizes) {
            tensor.addDims(size);
        }
        return tensor;
    }

    private static NodeProto node(String type, String output, String... inputs) {
        return NodeProto.newBuilder().setOpType(type).addOutput(output).addAllInput(List.of(inputs)).build();
    }

    private static OnnxModel read(GraphProto.Builder graph) throws IOException {
        return OnnxFiles.of(ModelProto.newBuilder().setGraph(graph).build().toByteArray());
    }

    private static void assertTensorRefused(TensorProto.Builder tensor, String expected) {
        assertRefused(GraphProto.newBuilder().addInitializer(tensor), expected);
    }

    private static void assertRefused(GraphProto.Builder graph, String expected) {
        assertRefused(ModelProto.newBuilder().setGraph(graph).build().toByteArray(), expected);
    }

    /** In one line that begins with the file's name. */
    private static void assertRefused(byte[] model, String expected) {
        assertThatThrownBy(() -> OnnxFiles.of(model)).isInstanceOf(FormatException.class)
                .hasMessageStartingWith("some.onnx: ").hasMessageNotContainingAny("\n", "\r").hasMessageContaining(expected);
    }

    private static byte[] inModel(byte[] graph) {
        return field(ModelProto.GRAPH_FIELD_NUMBER, graph);
    }

    private static byte[] inGraph(int number, byte[] content) {
        return inModel(field(number, content));
    }

    private static byte[] field(int number, byte[] content) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.writeByteArray(number, content);
            coded.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
