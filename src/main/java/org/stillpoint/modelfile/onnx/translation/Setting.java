package org.stillpoint.modelfile.onnx.translation;

import java.util.List;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.onnx.OnnxGraph;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What is the same for all graphs of a model.
 *
 * @param opset the version of the standard operators
 */
record Setting(OnnxModel model, NetworkBuilder builder, long opset) {

    static Setting of(OnnxModel model) {
        return new Setting(model, new NetworkBuilder(), model.version("").orElse(1L));
    }

    /** The floating-point tensors of a graph and of those inside it. */
    List<Weights> within(OnnxGraph graph) {
        return model.weights(graph).stream().filter(Weights::isFloating).toList();
    }
}
