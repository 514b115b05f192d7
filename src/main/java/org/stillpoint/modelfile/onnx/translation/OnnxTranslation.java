package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Makes layers of the nodes of an ONNX file.
 *
 * <p>What is trained are the floating-point tensors that layers have. A single number that is an attribute, a bound or an
 * exponent, or stands in the graph as a constant without axes, is never trained; it is told among the tensors that are not
 * analysed. Any other single number may be a parameter: a scale or bias of one entry for all channels. Dropout is in training a
 * product with something that is fed, an input of the network beside those of the graph. Both branches of If have layers.
 */
public final class OnnxTranslation {

    private OnnxTranslation() {
    }

    /**
     * The layers of a model, with the names that {@link LayerNames} describes.
     *
     * @throws IOException if an entry of a tensor cannot be read
     */
    public static Network of(OnnxModel model) throws IOException {
        Setting setting = Setting.of(model);
        GraphTranslation translation = new GraphTranslation(setting, model.main(), Optional.empty());
        translation.feed();
        Set<Value> outputs = new LinkedHashSet<>();
        for (Known output : translation.run()) {
            if (output instanceof Known.Stream stream) {
                outputs.add(stream.value());
            }
        }
        NetworkBuilder builder = setting.builder();
        outputs.forEach(builder::output);
        notAnalysed(model, builder, translation.scope().constants().used());
        return builder.build();
    }

    private static void notAnalysed(OnnxModel model, NetworkBuilder builder, Set<Known.Tensor> constants) {
        Set<String> analysed = new HashSet<>();
        builder.build().layers().stream().map(Layer::weights).flatMap(List::stream).map(Weights::name).forEach(analysed::add);
        Set<String> constant = new HashSet<>();
        for (Known.Tensor tensor : constants) {
            boolean isNew = constant.add(tensor.weights().name());
            if (isNew && tensor.maybeTrained() && analysed.contains(tensor.weights().name())) {
                builder.add(alsoConstant(tensor.weights()));
            }
        }
        for (Weights weights : model.weights()) {
            if (!analysed.contains(weights.name())) {
                builder.notAnalysed(weights.name(), !weights.isFloating() ? "integers, which no training moves"
                        : constant.contains(weights.name()) ? "taken as a constant, which no training moves"
                        : "no layer takes it");
            }
        }
    }

    /** What is trained after all would get errors from there too. */
    private static Layer alsoConstant(Weights weights) {
        return new Layer.Opaque(LayerNames.part(weights.name(), "constant"), "it is a setting of a node too, such as a bound",
                List.of(), List.of(weights), List.of());
    }
}
