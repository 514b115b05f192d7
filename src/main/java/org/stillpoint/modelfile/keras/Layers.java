package org.stillpoint.modelfile.keras;

import java.util.Map;
import java.util.Optional;
import org.stillpoint.modelfile.network.Layer;

/** What each class of layers of Keras is in layers of ours. */
final class Layers {

    /** Makes layers of a use of one, and says what comes out. */
    interface Meaning {

        Flow of(Step step) throws NotUnderstood;
    }

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("Dense", Products::dense),
            Map.entry("Conv1D", Products::convolution),
            Map.entry("Conv2D", Products::convolution),
            Map.entry("Conv3D", Products::convolution),
            Map.entry("DepthwiseConv1D", Products::depthwise),
            Map.entry("DepthwiseConv2D", Products::depthwise),
            Map.entry("SeparableConv1D", Products::separable),
            Map.entry("SeparableConv2D", Products::separable),
            Map.entry("Conv1DTranspose", Products::transposed),
            Map.entry("Conv2DTranspose", Products::transposed),
            Map.entry("Conv3DTranspose", Products::transposed),
            Map.entry("BatchNormalization", Normalisations::batch),
            Map.entry("SyncBatchNormalization", Normalisations::batch),
            Map.entry("LayerNormalization", Normalisations::layer),
            Map.entry("Rescaling", Normalisations::rescaled),
            Map.entry("Activation", step -> Activations.only(step, step.input())),
            Map.entry("ReLU", step -> activation(step, "ReLU")),
            Map.entry("LeakyReLU", step -> activation(step, "LeakyReLU")),
            Map.entry("ELU", step -> activation(step, "ELU")),
            Map.entry("Softmax", step -> activation(step, "Softmax")),
            Map.entry("Identity", Step::input),
            Map.entry("Dropout", Noise::factor),
            Map.entry("SpatialDropout1D", Noise::factor),
            Map.entry("SpatialDropout2D", Noise::factor),
            Map.entry("SpatialDropout3D", Noise::factor),
            Map.entry("GaussianDropout", Noise::factor),
            Map.entry("GaussianNoise", Noise::term),
            Map.entry("AlphaDropout", Noise::factorAndTerm),
            Map.entry("MaxPooling1D", step -> Arrangements.pooling(step, "maximum", 1)),
            Map.entry("MaxPooling2D", step -> Arrangements.pooling(step, "maximum", 2)),
            Map.entry("MaxPooling3D", step -> Arrangements.pooling(step, "maximum", 3)),
            Map.entry("AveragePooling1D", step -> Arrangements.pooling(step, "mean", 1)),
            Map.entry("AveragePooling2D", step -> Arrangements.pooling(step, "mean", 2)),
            Map.entry("AveragePooling3D", step -> Arrangements.pooling(step, "mean", 3)),
            Map.entry("GlobalMaxPooling1D", step -> Arrangements.global(step, "maximum")),
            Map.entry("GlobalMaxPooling2D", step -> Arrangements.global(step, "maximum")),
            Map.entry("GlobalMaxPooling3D", step -> Arrangements.global(step, "maximum")),
            Map.entry("GlobalAveragePooling1D", step -> Arrangements.global(step, "mean")),
            Map.entry("GlobalAveragePooling2D", step -> Arrangements.global(step, "mean")),
            Map.entry("GlobalAveragePooling3D", step -> Arrangements.global(step, "mean")),
            Map.entry("ZeroPadding1D", step -> Arrangements.bordered(step, "padding", 1)),
            Map.entry("ZeroPadding2D", step -> Arrangements.bordered(step, "padding", 1)),
            Map.entry("ZeroPadding3D", step -> Arrangements.bordered(step, "padding", 1)),
            Map.entry("Cropping1D", step -> Arrangements.bordered(step, "cropping", -1)),
            Map.entry("Cropping2D", step -> Arrangements.bordered(step, "cropping", -1)),
            Map.entry("Cropping3D", step -> Arrangements.bordered(step, "cropping", -1)),
            Map.entry("UpSampling1D", step -> Arrangements.enlarged(step, 1)),
            Map.entry("UpSampling2D", step -> Arrangements.enlarged(step, 2)),
            Map.entry("UpSampling3D", step -> Arrangements.enlarged(step, 3)),
            Map.entry("RepeatVector", Arrangements::repeated),
            Map.entry("Flatten", Arrangements::flattened),
            Map.entry("Reshape", Arrangements::reshaped),
            Map.entry("Permute", Arrangements::permuted),
            Map.entry("Add", step -> Merges.chained(step, Layer.Sum::new)),
            Map.entry("Subtract", step -> Merges.chained(step, Layer.Difference::new)),
            Map.entry("Multiply", step -> Merges.chained(step, Layer.Product::new)),
            Map.entry("Average", Merges::average),
            Map.entry("Concatenate", Merges::joined));

    private Layers() {
    }

    static Optional<Meaning> meaning(String kind) {
        return Optional.ofNullable(MEANINGS.get(kind));
    }

    private static Flow activation(Step step, String kind) throws NotUnderstood {
        return Activations.layer(step, step.input(), kind, step.settings());
    }
}
