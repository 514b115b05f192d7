package org.stillpoint.modelfile.onnx.translation;

import java.util.List;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.onnx.OnnxGraph;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.Weights;

/** What is the same for all graphs of a model. */
record Setting(OnnxModel model, NetworkBuilder builder) {

    /** The version of the standard operators. */
    long opset() {
        return model.version("").orElse(1L);
    }

    /** The floating-point tensors of a graph and of those inside it. */
    List<Weights> within(OnnxGraph graph) {
        return model.weights(graph).stream().filter(Weights::isFloating).toList();
    }
}
