package org.stillpoint.modelfile.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.lint.survey.Slices;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.NetworkText;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Weights;

/** Models that Keras saved, and ones in the layout of Keras 2: see src/test/models. */
class KerasReaderTest {

    private static final KerasReader READER = new KerasReader();

    @ParameterizedTest
    @ValueSource(strings = {"perceptron", "pictures", "upwards", "branches", "sequences", "keras2-convolutions",
        "keras2-siamese"})
    void everyEntryIsTheNumberThatKerasHad(String model) throws IOException {
        Expected.assertReadsAsExpected(READER, "keras/" + model + ".h5");
    }

    @Test
    void matricesAreInputsTimesUnits() throws IOException {
        assertThat(lines("perceptron")).containsExactly(
                "in #0:3",
                "Dense first: #0:3 -> #1:5 out=1 perceptron/first/kernel",
                "Bias first: #1:5 -> #1:5 perceptron/first/bias",
                "Pointwise first: #1:5 -> #1:5 relu",
                "Dense second: #1:5 -> #2:4 out=1 perceptron/second/kernel",
                "Bias second: #2:4 -> #2:4 perceptron/second/bias",
                "Pointwise second: #2:4 -> #2:4 tanh",
                "Dense last: #2:4 -> #3:2 out=1 perceptron/last/kernel",
                "Bias last: #3:2 -> #3:2 perceptron/last/bias",
                "out #3:2");
    }

    @Test
    void plantedTwinsAndZeroUnitsAreFoundAlongTheAxisOfTheUnits() throws IOException {
        assertThat(slices("perceptron", "perceptron/first/kernel", 1)).isEqualTo(
                new Slices(1, true, List.of(0, 4), List.of(List.of(1, 3)), List.of()));
        assertThat(slices("perceptron", "perceptron/second/kernel", 0)).isEqualTo(
                new Slices(0, true, List.of(4), List.of(List.of(1, 3)), List.of()));
        assertThat(slices("keras2-convolutions", "conv2d/kernel:0", 3)).isEqualTo(
                new Slices(3, true, List.of(3), List.of(List.of(1, 2)), List.of()));
    }

    @Test
    void kernelsArePlacesTimesChannelsInTimesChannelsOutAndChannelsComeLast() throws IOException {
        assertThat(lines("pictures")).containsExactly(
                "in #0:3",
                "Pointwise rescaled: #0:3 -> #0:3 1 / 256 x + -1 / 2",
                "EachChannel conv: #0:3 -> #0:3 zeros, [1, 0] before and [1, 1] after the places, 0 to 0",
                "Convolution conv: #0:3 -> #1:4 out=3 in=2 stride [2, 2], padding [0, 0], dilation [1, 1] conv/kernel",
                "BatchNormalisation norm: #1:4 -> #1:4 norm/moving_mean norm/moving_variance",
                "Scale norm: #1:4 -> #1:4 norm/gamma",
                "Bias norm: #1:4 -> #1:4 norm/beta",
                "Pointwise relu6: #1:4 -> #1:4 from 0 to 6",
                "Convolution depthwise: #1:4 -> #1:4 out=2 in=3 depthwise stride [1, 1], padding [1, 1], dilation [1, 1]"
                        + " depthwise/kernel",
                "Bias depthwise: #1:4 -> #1:4 depthwise/bias",
                "Pointwise leaky: #1:4 -> #1:4 leaky-relu:1/4",
                "Sum residual: #1:4, #1:4 -> #1:4",
                "Flatten flat: #1:4 -> #1:4*20",
                "Dense classes: #1:4*20 -> #2:2 out=1 classes/kernel",
                "Bias classes: #2:2 -> #2:2 classes/bias",
                "Softmax classes: #2:2 -> #2:2",
                "out #2:2");
    }

    @Test
    void zerosThatAreMoreOnOneSideAndPlacesThatAreCutOffAreStepsOfTheirOwn() throws IOException {
        assertThat(lines("upwards")).containsExactly(
                "in #0:4, #2:4",
                "Convolution separable: #0:4 -> #0:4 out=2 in=3 depthwise stride [1, 1], padding [1, 1], dilation [1, 1]"
                        + " separable/depthwise_kernel",
                "Convolution separable: #0:4 -> #1:6 out=3 in=2 stride [1, 1], padding [0, 0], dilation [1, 1]"
                        + " separable/pointwise_kernel",
                "Bias separable: #1:6 -> #1:6 separable/bias",
                "Pointwise separable: #1:6 -> #1:6 elu",
                "EachChannel even: #1:6 -> #1:6 zeros, [0, 0] before and [1, 1] after the places, 0 to 0",
                "Convolution even: #1:6 -> #2:4 out=3 in=2 stride [1, 1], padding [0, 0], dilation [1, 1] even/kernel",
                "Bias even: #2:4 -> #2:4 even/bias",
                "Pointwise even: #2:4 -> #2:4 \"hard_sigmoid\"",
                "Product spatial: #2:4, #2:4 -> #2:4",
                "TransposedConvolution up: #2:4 -> #3:2 out=2 in=3 stride [2, 2], padding [0, 0], dilation [1, 1], added [0, 0]"
                        + " up/kernel",
                "EachChannel up: #3:2 -> #3:2 without the places [0, 0] before and [1, 1] after, 0 to 0",
                "Bias up: #3:2 -> #3:2 up/bias",
                "EachChannel pool: #3:2 -> #3:2 maximum of windows [2, 2], stride [2, 2], padding valid, 0 to 0",
                "Concatenation joined: #2:4, #3:2 -> (#2:4|#3:2)",
                "LayerNormalisation layer_norm: (#2:4|#3:2) -> (#2:4|#3:2)",
                "Scale layer_norm: (#2:4|#3:2) -> (#2:4|#3:2) layer_norm/gamma",
                "Bias layer_norm: (#2:4|#3:2) -> (#2:4|#3:2) layer_norm/beta",
                "EachChannel mean: (#2:4|#3:2) -> (#2:4|#3:2) mean of all places, 0 to 0",
                "out (#2:4|#3:2)");
    }

    @Test
    void layersWithinModelsAndLayersThatAreSharedAreFollowed() throws IOException {
        Network network = network(READER, "branches.h5");
        List<Layer> shared = network.layers().stream().filter(layer -> layer.name().equals("shared")).toList();

        assertThat(shared).hasSize(4);
        assertThat(shared.get(0).weights().get(0)).isSameAs(shared.get(2).weights().get(0));
        assertThat(shared.get(0).outputs().get(0).channels()).isEqualTo(shared.get(2).outputs().get(0).channels());
        assertThat(NetworkText.of(network)).contains(
                "Dense inner/dense: #0:6 -> #3:6 out=1 inner/dense/kernel",
                "Product inner/drop: #3:6, #3:6 -> #3:6",
                "Dense inner/narrow: #3:6 -> #4:3 out=1 inner/narrow/kernel",
                "Sum average: #4:3, #4:3 -> #4:3",
                "Pointwise average: #4:3 -> #4:3 1 / 3 x + 0",
                "Opaque prelu: #4:3 -> #9:3 (the layer \"PReLU\") prelu/alpha");
    }

    @Test
    void layersThatAreNotUnderstoodKeepTheirWeights() throws IOException {
        assertThat(lines("sequences")).contains(
                "Opaque memory: #2:4 -> #3:3 (the layer \"LSTM\") memory/lstm_cell/kernel"
                        + " memory/lstm_cell/recurrent_kernel memory/lstm_cell/bias",
                "EachChannel causal: #1:4 -> #1:4 zeros, [2] before and [0] after the places, 0 to 0",
                "Convolution grouped: #2:4 -> #2:4 out=2 in=1 depthwise stride [1], padding [0], dilation [1] grouped/kernel",
                "Sum noise: #3:3, #3:3 -> #3:3");
    }

    @Test
    void modelsOfKeras2AreReadThatUseAModelTwiceAndCountItsMaking() throws IOException {
        assertThat(lines("keras2-siamese")).containsExactly(
                "in #1:4, #1:4",
                "Dense tower/dense: #1:4 -> #3:3 out=1 tower/dense/kernel:0",
                "Bias tower/dense: #3:3 -> #3:3 tower/dense/bias:0",
                "Pointwise tower/dense: #3:3 -> #3:3 tanh",
                "BatchNormalisation tower/norm: #3:3 -> #3:3 tower/norm/moving_mean:0 tower/norm/moving_variance:0",
                "Scale tower/norm: #3:3 -> #3:3 tower/norm/gamma:0",
                "Bias tower/norm: #3:3 -> #3:3 tower/norm/beta:0",
                "Dense tower/dense: #1:4 -> #3:3 out=1 tower/dense/kernel:0",
                "Bias tower/dense: #3:3 -> #3:3 tower/dense/bias:0",
                "Pointwise tower/dense: #3:3 -> #3:3 tanh",
                "BatchNormalisation tower/norm: #3:3 -> #3:3 tower/norm/moving_mean:0 tower/norm/moving_variance:0",
                "Scale tower/norm: #3:3 -> #3:3 tower/norm/gamma:0",
                "Bias tower/norm: #3:3 -> #3:3 tower/norm/beta:0",
                "Difference subtract: #3:3, #3:3 -> #3:3",
                "Opaque custom: #3:3 -> #4:5 (the layer \"Lambda\")",
                "Dense last: #4:5 -> #5:1 out=1 last/kernel:0",
                "out #5:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"perceptron", "branches"})
    void anArchiveIsTheSameNetworkWithTheSameEntries(String model) throws IOException {
        try (ModelFile old = Expected.read(READER, "keras/" + model + ".h5");
             ModelFile archive = Expected.read(new KerasArchiveReader(), "keras/" + model + ".keras")) {
            List<Layer> layers = old.network().orElseThrow().layers();
            List<Layer> others = archive.network().orElseThrow().layers();

            assertThat(withoutWeights(archive)).isEqualTo(withoutWeights(old));
            for (int i = 0; i < layers.size(); i++) {
                assertThat(entries(others.get(i))).as(layers.get(i).name()).isEqualTo(entries(layers.get(i)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "twice   | dense/dense/kernel:0: a tensor that is listed twice, expected once",
        "linked  | dense/dense/linked:0: no such tensor, expected one of numbers",
        "outside | dense/dense/outside:0: Encountered External Data Files Message, this is not supported by jHDF, expected a tensor"
                + " that can be read"})
    void weightsThatAreListedHaveToBeInTheFileOnce(String model, String message) {
        assertThatThrownBy(() -> Expected.read(READER, "keras/broken-" + model + ".h5")).isInstanceOf(FormatException.class)
                .hasMessage("keras/broken-" + model + ".h5: " + message);
    }

    private static List<String> withoutWeights(ModelFile model) {
        List<String> names = model.weights().stream().map(Weights::name).toList();
        return NetworkText.of(model.network().orElseThrow()).stream().map(line -> {
            String text = line;
            for (String name : names) {
                text = text.replace(" " + name, "");
            }
            return text;
        }).toList();
    }

    private static List<List<String>> entries(Layer layer) throws IOException {
        List<List<String>> entries = new ArrayList<>();
        for (Weights weights : layer.weights()) {
            entries.add(Expected.entries(weights));
        }
        return entries;
    }

    private static List<String> lines(String model) throws IOException {
        return NetworkText.of(network(READER, model + ".h5"));
    }

    private static Network network(ModelReader reader, String file) throws IOException {
        try (ModelFile model = Expected.read(reader, "keras/" + file)) {
            return model.network().orElseThrow();
        }
    }

    private static Slices slices(String file, String tensor, int axis) throws IOException {
        try (ModelFile model = Expected.read(READER, "keras/" + file + ".h5")) {
            Weights weights = model.weights().stream().filter(each -> each.name().equals(tensor)).findFirst().orElseThrow();
            return Survey.of(weights).slices().get(axis);
        }
    }
}
