package org.stillpoint.modelfile.onnx.translation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stillpoint.modelfile.Hostile;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.onnx.OnnxGraph;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

/** A tensor that a node takes and a gradient may reach is in a layer, if only in one without rules. */
class NoTensorIsLostTest {

    private static final Path EXTERNAL = Path.of("src/test/resources/models/onnx");

    @Test
    void everyFloatingPointTensorThatANodeTakesIsInALayer() throws IOException {
        int taken = 0;
        for (String folder : List.of("onnx", "onnx-graphs")) {
            for (byte[] content : Hostile.models(folder, ".onnx").toList()) {
                try (OnnxModel model = OnnxModel.read(Bytes.of(Hostile.NAME, content), Optional.of(EXTERNAL))) {
                    Network network = OnnxTranslation.of(model);
                    Set<String> inLayers = names(network, false);
                    Set<String> constants = network.notAnalysed().stream()
                            .filter(one -> one.why().startsWith("taken as a constant")).map(NotAnalysed::tensor)
                            .collect(Collectors.toSet());
                    Set<String> lost = new TreeSet<>(taken(model, model.main()));
                    taken += lost.size();
                    lost.removeAll(inLayers);
                    lost.removeAll(constants);

                    assertThat(lost).as("%s, %s", folder, model.proto().getGraph().getName()).isEmpty();
                }
            }
        }
        assertThat(taken).isGreaterThan(100);
    }

    /** A gradient comes to it from both. */
    @Test
    void aTensorThatALayerWithoutRulesSharesIsInThatToo() throws IOException {
        byte[] content = Hostile.models("onnx-graphs", "tied.onnx").findFirst().orElseThrow();
        ModelProto.Builder changed = ModelProto.parseFrom(content).toBuilder();
        changed.getGraphBuilder().addNode(NodeProto.newBuilder().setOpType("Mystery").addInput("o").addInput("w").addOutput("m"));

        Bytes bytes = Bytes.of(Hostile.NAME, changed.build().toByteArray());
        Network network = OnnxTranslation.of(OnnxModel.read(bytes, Optional.empty()));

        assertThat(names(network, true)).containsExactly("w");
        assertThat(network.layers()).filteredOn(Layer.Dense.class::isInstance).hasSize(2)
                .allMatch(layer -> layer.weights().get(0).name().equals("w"));
        assertThat(network.layers().get(3).inputs()).containsExactly(network.layers().get(2).outputs().get(0));
    }

    /** A number that is trained, and bounds something too. */
    @Test
    void aTensorThatIsTakenAsAConstantTooIsInALayerWithoutRules() throws IOException {
        byte[] content = Hostile.models("onnx-graphs", "trained-scalars.onnx").findFirst().orElseThrow();
        ModelProto.Builder changed = ModelProto.parseFrom(content).toBuilder();
        changed.getGraphBuilder()
                .addNode(NodeProto.newBuilder().setOpType("Clip").addInput("o").addInput("").addInput("s").addOutput("bounded"));

        Bytes bytes = Bytes.of(Hostile.NAME, changed.build().toByteArray());
        Network network = OnnxTranslation.of(OnnxModel.read(bytes, Optional.empty()));

        assertThat(names(network, true)).containsExactly("s");
        assertThat(network.layers()).anyMatch(layer -> layer instanceof Layer.Scale scale && scale.factors().name().equals("s"));
    }

    private static Set<String> names(Network network, boolean opaqueOnly) {
        return network.layers().stream().filter(layer -> !opaqueOnly || layer instanceof Layer.Opaque)
                .flatMap(layer -> layer.weights().stream()).map(Weights::name).collect(Collectors.toSet());
    }

    /** Numbers without axes may be constants, and so is what says how places are resized. */
    private static Set<String> taken(OnnxModel model, OnnxGraph graph) {
        Set<String> taken = new HashSet<>();
        for (NodeProto node : graph.nodes()) {
            if (!node.getOutputList().stream().allMatch(graph::isConstant)
                    && !Set.of("Shape", "Resize", "Upsample").contains(node.getOpType())) {
                node.getInputList().stream().flatMap(input -> graph.weights(input).stream())
                        .filter(weights -> weights.isFloating() && weights.dimensions().axes() > 0).map(Weights::name)
                        .forEach(taken::add);
            }
            for (Map.Entry<String, OnnxGraph> inner : graph.inner(node).entrySet()) {
                taken.addAll(taken(model, inner.getValue()));
            }
        }
        return taken;
    }
}
