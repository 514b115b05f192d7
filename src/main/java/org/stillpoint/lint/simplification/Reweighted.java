package org.stillpoint.lint.simplification;

import java.util.function.UnaryOperator;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.tensor.Weights;

/** Layers with other tensors. */
final class Reweighted {

    private Reweighted() {
    }

    /** The same layer; one that is not understood keeps its tensors. */
    static Layer of(Layer layer, UnaryOperator<Weights> weights) {
        if (layer instanceof Layer.Dense dense) {
            return new Layer.Dense(dense.name(), dense.input(), weights.apply(dense.kernel()), dense.outAxis(), dense.output());
        }
        if (layer instanceof Layer.Convolution convolution) {
            return new Layer.Convolution(convolution.name(), convolution.input(), weights.apply(convolution.kernel()),
                    convolution.outAxis(), convolution.inAxis(), convolution.depthwise(), convolution.sliding(),
                    convolution.output());
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            return new Layer.TransposedConvolution(transposed.name(), transposed.input(), weights.apply(transposed.kernel()),
                    transposed.outAxis(), transposed.inAxis(), transposed.sliding(), transposed.added(), transposed.output());
        }
        if (layer instanceof Layer.Bias bias) {
            return new Layer.Bias(bias.name(), bias.input(), weights.apply(bias.bias()), bias.output());
        }
        if (layer instanceof Layer.Scale scale) {
            return new Layer.Scale(scale.name(), scale.input(), weights.apply(scale.factors()), scale.output());
        }
        if (layer instanceof Layer.BatchNormalisation batch) {
            return new Layer.BatchNormalisation(batch.name(), batch.input(), weights.apply(batch.mean()),
                    weights.apply(batch.variance()), batch.epsilon(), batch.output());
        }
        return layer;
    }
}
