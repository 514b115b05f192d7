package org.stillpoint.modelfile.onnx.translation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.onnx.reader.OnnxReader;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Bytes;

/** Graphs that no exporter writes become layers, or are refused in one line. */
class StrangeGraphsTest {

    private static final long[] EXTREME = {0, -1, 1, 2, 3, 7, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32};

    @Property(tries = 15)
    void aGraphWithChangedNodesIsReadOrRefused(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        for (byte[] model : Hostile.models("onnx-graphs", ".onnx").toList()) {
            for (int i = 0; i < 4; i++) {
                ModelProto.Builder changed = ModelProto.parseFrom(model).toBuilder();
                for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                    change(changed.getGraphBuilder(), random);
                }
                byte[] content = changed.build().toByteArray();
                Optional<String> refusal = Hostile.refusal(new OnnxReader(), content, Optional.empty());
                refusal.ifPresent(Hostile::assertOneLine);
                if (refusal.isEmpty()) {
                    assertThat(network(content).layers()).extracting(Layer::name).doesNotHaveDuplicates();
                }
            }
        }
    }

    private static void change(GraphProto.Builder graph, Random random) {
        NodeProto.Builder node = graph.getNodeBuilder(random.nextInt(graph.getNodeCount()));
        switch (random.nextInt(5)) {
            case 0 -> node.setOpType(graph.getNode(random.nextInt(graph.getNodeCount())).getOpType());
            case 1 -> {
                if (node.getInputCount() > 0) {
                    node.setInput(random.nextInt(node.getInputCount()), someName(graph, random));
                }
            }
            case 2 -> {
                if (node.getAttributeCount() > 0) {
                    AttributeProto.Builder attribute = node.getAttributeBuilder(random.nextInt(node.getAttributeCount()));
                    if (attribute.getIntsCount() > 0) {
                        attribute.setInts(random.nextInt(attribute.getIntsCount()), EXTREME[random.nextInt(EXTREME.length)]);
                    } else {
                        attribute.setType(AttributeType.INT).setI(EXTREME[random.nextInt(EXTREME.length)]);
                    }
                }
            }
            case 3 -> {
                if (graph.getInitializerCount() > 0) {
                    TensorProto.Builder tensor = graph.getInitializerBuilder(random.nextInt(graph.getInitializerCount()));
                    List<Long> dims = new ArrayList<>(tensor.getDimsList());
                    Collections.shuffle(dims, random);
                    tensor.clearDims().addAllDims(dims);
                }
            }
            default -> node.clearInput().addInput(someName(graph, random)).addInput(someName(graph, random));
        }
    }

    private static String someName(GraphProto.Builder graph, Random random) {
        NodeProto node = graph.getNode(random.nextInt(graph.getNodeCount()));
        return random.nextInt(8) == 0 ? "" : random.nextBoolean() && node.getInputCount() > 0
                ? node.getInput(random.nextInt(node.getInputCount()))
                : graph.getInitializerCount() > 0 ? graph.getInitializer(random.nextInt(graph.getInitializerCount())).getName()
                : node.getOutput(0);
    }

    /** Each sum says again that all channels so far belong together. */
    @Example
    void longChainsOfSumsAreTranslated() throws IOException {
        GraphProto.Builder graph = withInput();
        String sum = "h0";
        graph.addNode(node("MatMul", "h0", "x", "w"));
        for (int i = 1; i <= 5000; i++) {
            graph.addNode(node("MatMul", "h" + i, "x", "w")).addNode(node("Add", "s" + i, sum, "h" + i));
            sum = "s" + i;
        }

        Network network = read(graph);

        assertThat(network.layers()).hasSize(10001).noneMatch(Layer.Opaque.class::isInstance);
        assertThat(network.layers().stream().map(layer -> layer.outputs().get(0).channels()).distinct()).hasSize(1);
    }

    /** Two to the power of the number of nodes would be the number of channels. */
    @Example
    void channelsThatDoubleWithEachNodeAreNotFollowedFarther() throws IOException {
        GraphProto.Builder graph = withInput();
        graph.addNode(node("Relu", "c0", "x"));
        for (int i = 1; i <= 200; i++) {
            graph.addNode(node("Concat", "c" + i, "c" + (i - 1), "c" + (i - 1))
                    .addAttribute(AttributeProto.newBuilder().setName("axis").setType(AttributeType.INT).setI(1)));
        }

        assertThat(read(graph).layers()).anyMatch(Layer.Concatenation.class::isInstance)
                .anyMatch(layer -> layer instanceof Layer.Opaque opaque && opaque.why().contains("too many channels"));
    }

    @Example
    void longChainsOfFunctionsAreTranslated() throws IOException {
        GraphProto.Builder graph = withInput();
        String last = "x";
        for (int i = 0; i < 20000; i++) {
            graph.addNode(node(i % 2 == 0 ? "Relu" : "Mystery", "r" + i, last));
            last = "r" + i;
        }

        assertThat(read(graph).layers()).hasSizeGreaterThan(1);
    }

    @Example
    void branchesInsideBranchesAreTranslated() throws IOException {
        GraphProto inner = GraphProto.newBuilder().setName("g").addNode(node("Relu", "y", "x"))
                .addOutput(ValueInfoProto.newBuilder().setName("y")).build();
        for (int i = 0; i < 20; i++) {
            AttributeProto branch = AttributeProto.newBuilder().setName("then_branch").setType(AttributeType.GRAPH).setG(inner)
                    .build();
            inner = GraphProto.newBuilder().setName("g").addNode(node("If", "y", "w").addAttribute(branch))
                    .addOutput(ValueInfoProto.newBuilder().setName("y")).build();
        }
        GraphProto.Builder graph = withInput();
        inner.getNodeList().forEach(graph::addNode);

        assertThat(read(graph).layers()).hasSize(2);
    }

    private static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder().setOpType(operator).addOutput(output).addAllInput(List.of(inputs));
    }

    /** An input x of 2 channels, and a matrix w. */
    private static GraphProto.Builder withInput() throws IOException {
        ModelProto model = ModelProto.parseFrom(Hostile.models("onnx-graphs", "tied.onnx").findFirst().orElseThrow());
        return model.getGraph().toBuilder().clearNode().clearOutput();
    }

    private static Network read(GraphProto.Builder graph) throws IOException {
        return network(ModelProto.newBuilder().setIrVersion(8).setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13)).build().toByteArray());
    }

    private static Network network(byte[] model) throws IOException {
        try (ModelFile file = new OnnxReader().read(Bytes.of(Hostile.NAME, model), Optional.empty())) {
            return file.network().orElseThrow();
        }
    }
}
