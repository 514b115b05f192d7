package org.stillpoint.modelfile.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.NetworkText;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.JsonText;
import org.stillpoint.modelfile.tensor.CodeArray;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;

/** Configurations as Keras writes them, with weights of which only the shapes matter. */
class KerasNetworkTest {

    @Test
    void howManyZerosThereAreMayDependOnASizeThatNobodyKnows() {
        String conv = layer("Conv2D", "conv", "\"strides\":[2,2],\"padding\":\"same\",\"use_bias\":false");

        assertThat(lines("[null,5,5,1]", conv, Map.of("conv/kernel", "3x3x1x2"))).contains(
                "Convolution conv: #0:1 -> #1:2 out=3 in=2 stride [2, 2], padding [1, 1], dilation [1, 1] conv/kernel");
        assertThat(lines("[null,null,5,1]", conv, Map.of("conv/kernel", "3x3x1x2"))).contains(
                "Opaque conv: #0:1 -> #1:1 (padding \"same\" of places whose number is not known) conv/kernel");
        assertThat(lines("[null,null,5,1]", conv.replace("[2,2]", "[1,1]"), Map.of("conv/kernel", "3x3x1x2"))).contains(
                "Convolution conv: #0:1 -> #1:2 out=3 in=2 stride [1, 1], padding [1, 1], dilation [1, 1] conv/kernel");
    }

    @Test
    void channelsMayComeFirst() {
        String layers = layer("Conv2D", "conv", "\"data_format\":\"channels_first\",\"use_bias\":false") + ","
                + layer("BatchNormalization", "norm", "\"axis\":1,\"scale\":false,\"center\":false") + ","
                + layer("Flatten", "told", "\"data_format\":\"channels_first\"") + ","
                + layer("Dense", "dense", "\"use_bias\":false");

        assertThat(lines("[null,3,5,4]", layers, weights("conv/kernel", "2x2x3x4", "norm/mean", "4", "norm/variance", "4",
                "dense/kernel", "48x2"))).containsExactly(
                "in #0:3@1",
                "Convolution conv: #0:3@1 -> #1:4@1 out=3 in=2 stride [1, 1], padding [0, 0], dilation [1, 1] conv/kernel",
                "BatchNormalisation norm: #1:4@1 -> #1:4@1 norm/mean norm/variance",
                "Flatten told: #1:4@1 -> #1:4*12",
                "Dense dense: #1:4*12 -> #2:2 out=1 dense/kernel",
                "out #2:2");
        assertThat(lines("[null,3,5,4]", layers.replace("told\",\"data_format\":\"channels_first\"", "told\""),
                weights("conv/kernel", "2x2x3x4", "norm/mean", "4", "norm/variance", "4", "dense/kernel", "48x2")))
                .contains("Flatten told: #1:4@1 -> #1:4*12 channels first");
    }

    @Test
    void layersWithChannelsOnAnotherAxisAreNotUnderstood() {
        assertThat(lines("[null,5,4,3]", layer("BatchNormalization", "norm", "\"axis\":1"), weights("norm/a", "5", "norm/b", "5",
                "norm/c", "5", "norm/d", "5")).get(1)).startsWith("Opaque norm: #0:3 -> #1:3 (normalisation along other axes");
        assertThat(lines("[null,5,4,3]", layer("Softmax", "soft", "\"axis\":1"), Map.of()).get(1))
                .startsWith("Opaque soft: #0:3 -> #1:3 (softmax along an axis that is not the last)");
    }

    @Test
    void theInputOfAChainMayBeKnownFromItsWeightsAlone() {
        String layers = layer("Flatten", "flat", "") + "," + layer("Dense", "dense", "\"use_bias\":false");

        assertThat(lines("null", layer("Dense", "dense", "\"use_bias\":false"), Map.of("dense/kernel", "7x2"))).containsExactly(
                "in #0:7", "Dense dense: #0:7 -> #1:2 out=1 dense/kernel", "out #1:2");
        assertThat(lines("[null,null,null,3]", layers, Map.of("dense/kernel", "12x2"))).containsExactly(
                "in #0:3", "Flatten flat: #0:3 -> #0:3*4", "Dense dense: #0:3*4 -> #1:2 out=1 dense/kernel", "out #1:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'\"use_bias\":true'                         | 3x2 | 1 tensors of weights, expected 2",
        "'\"use_bias\":false'                        | 4x2 | weights of 4 channels, for an input that has 3",
        "'\"use_bias\":false'                        | 3x2x1 | a kernel of the shape 3 x 2 x 1, expected two axes"})
    void layersWhoseWeightsDoNotFitAreNotUnderstood(String settings, String shape, String why) {
        assertThat(lines("[null,3]", layer("Dense", "dense", settings), Map.of("dense/kernel", shape)))
                .contains("Opaque dense: #0:3 -> #1:1 (" + why + ") dense/kernel");
    }

    @Test
    void ownFunctionsAreNotUnderstoodAndOwnClassesNeitherWhateverTheyAreCalled() {
        assertThat(lines("[null,3]", layer("Dense", "dense", "\"use_bias\":false,\"activation\":\"mine\""),
                Map.of("dense/kernel", "3x2"))).containsExactly("in #0:3", "Dense dense: #0:3 -> #1:2 out=1 dense/kernel",
                "Opaque dense: #1:2 -> #2:2 (the unknown activation \"mine\")", "out #2:2");
        assertThat(lines("[null,3]", "{\"module\":\"mine.layers\",\"class_name\":\"Dense\",\"config\":{\"name\":\"dense\"}}",
                Map.of("dense/kernel", "3x2")).get(1))
                .isEqualTo("Opaque dense: #0:3 -> #1:1 (the layer \"mine.layers>Dense\") dense/kernel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ReLU      | '\"max_value\":6'                                  | from 0 to 6",
        "ReLU      | '\"negative_slope\":0.5'                           | leaky-relu:1/2",
        "ReLU      | '\"threshold\":1'                                  | \"relu from 1 with slope 0\", 0 to 0",
        "ReLU      | '\"threshold\":1,\"negative_slope\":1'             | \"relu from 1 with slope 1\"",
        "LeakyReLU | '\"alpha\":0.25'                                   | leaky-relu:1/4",
        "ELU       | '\"alpha\":1.0'                                    | elu",
        "ELU       | '\"alpha\":0.5'                                    | \"elu:1/2\", 0 to 0",
        "Activation| '\"activation\":\"relu6\"'                         | from 0 to 6",
        "Activation| '\"activation\":\"selu\"'                          | \"selu\", 0 to 0",
        "Activation| '\"activation\":{\"class_name\":\"LeakyReLU\",\"config\":{\"negative_slope\":0.5}}' | leaky-relu:1/2",
        "Rescaling | '\"scale\":0.5,\"offset\":-1'                      | 1 / 2 x + -1"})
    void activationsAreFunctionsOfANumber(String kind, String settings, String function) {
        assertThat(lines("[null,3]", layer(kind, "a", settings), Map.of())).containsExactly("in #0:3",
                "Pointwise a: #0:3 -> #0:3 " + function, "out #0:3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ZeroPadding2D    | '\"padding\":[[1,0],[2,3]]' | zeros, [1, 2] before and [0, 3] after the places, 0 to 0",
        "Cropping2D       | '\"cropping\":1'            | cut off at the borders [[1, 1], [1, 1]], 0 to 0",
        "UpSampling2D     | '\"size\":[2,3]'            | enlarged by [2, 3], nearest, 0 to 0",
        "AveragePooling2D | '\"pool_size\":3,\"padding\":\"same\"' | mean of windows [3, 3], stride [3, 3], padding same, 0 to 0",
        "Reshape          | '\"target_shape\":[30,2]'   | in the shape [30, 2], 0 to 0",
        "Permute          | '\"dims\":[2,1,3]'          | with the axes in the order [2, 1, 3], 0 to 0",
        "GlobalMaxPooling2D | '\"keepdims\":true'       | maximum of all places, 0 to 0"})
    void placesAreTreatedChannelByChannel(String kind, String settings, String what) {
        assertThat(lines("[null,6,5,2]", layer(kind, "a", settings), Map.of())).containsExactly("in #0:2",
                "EachChannel a: #0:2 -> #0:2 " + what, "out #0:2");
    }

    @Test
    void shapesThatMixChannelsAndPlacesAreNotUnderstood() {
        assertThat(lines("[null,6,4,2]", layer("Reshape", "a", "\"target_shape\":[6,8]"), Map.of())).containsExactly("in #0:2",
                "Opaque a: #0:2 -> #1:8 (a new shape that mixes channels and places)", "out #1:8");
        assertThat(lines("[null,6,4,2]", layer("Reshape", "a", "\"target_shape\":[48]"), Map.of()))
                .contains("Flatten a: #0:2 -> #0:2*24");
    }

    @Test
    void matricesAtEachTimeAreMatrices() {
        String dense = layer("TimeDistributed", "each", "\"layer\":" + layer("Dense", "inner", "\"use_bias\":false"));

        assertThat(lines("[null,9,3]", dense, Map.of("each/kernel", "3x2"))).containsExactly("in #0:3",
                "Dense each: #0:3 -> #1:2 out=1 each/kernel", "out #1:2");
        assertThat(lines("[null,9,3]", dense.replace("\"Dense\"", "\"LSTM\""), Map.of("each/kernel", "3x2")).get(1))
                .startsWith("Opaque each: #0:3 -> #1:1 (the layer \"TimeDistributed\")");
    }

    @Test
    void unitsThatWereEqualDoNotStayEqualWhereChanceMultiplies() {
        assertThat(lines("[null,3]", layer("Dropout", "drop", "\"rate\":0.5"), Map.of())).containsExactly("in #0:3, #0:3",
                "Product drop: #0:3, #0:3 -> #0:3", "out #0:3");
        assertThat(lines("[null,3]", layer("Dropout", "drop", "\"rate\":0.0"), Map.of())).containsExactly("in #0:3", "out #0:3");
    }

    @Test
    void weightsThatNoLayerHasAreNotAnalysed() {
        Network network = network(chain("[null,3]", layer("Identity", "same", "")), Map.of("other/kernel", "3x2"));

        assertThat(network.notAnalysed()).containsExactly(
                new NotAnalysed("other/kernel", "no layer of the configuration uses it as a weight"));
    }

    @Test
    void layersThatTakeWhatHangsOnThemselvesAreRefused() {
        String graph = "{\"class_name\":\"Functional\",\"config\":{\"name\":\"m\",\"layers\":["
                + "{\"class_name\":\"Identity\",\"name\":\"a\",\"config\":{},\"inbound_nodes\":[[[\"b\",0,0,{}]]]},"
                + "{\"class_name\":\"Identity\",\"name\":\"b\",\"config\":{},\"inbound_nodes\":[[[\"a\",0,0,{}]]]}],"
                + "\"input_layers\":[],\"output_layers\":[[\"b\",0,0]]}}";

        assertThatThrownBy(() -> network(graph, Map.of())).isInstanceOf(FormatException.class)
                .hasMessage("m: layers of model \"m\" that take what hangs on themselves, expected layers one behind the other");
        assertThatThrownBy(() -> network(graph.replace("\"a\",0,0,{}", "\"c\",0,0,{}"), Map.of()))
                .hasMessage("m: use 0 of layer \"c\" in model \"m\", expected one that there is");
    }

    /** Each model uses the next one twice. */
    @Test
    void modelsInModelsThatBecomeTooManyLayersAreRefused() {
        String model = "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"m\",\"layers\":["
                + layer("Identity", "i", "") + "]}}";
        for (int depth = 0; depth < 18; depth++) {
            model = "{\"class_name\":\"Functional\",\"config\":{\"name\":\"m\",\"layers\":["
                    + "{\"class_name\":\"InputLayer\",\"name\":\"in\",\"config\":{\"batch_shape\":[null,3]},"
                    + "\"inbound_nodes\":[]},"
                    + model.substring(0, model.length() - 1) + ",\"name\":\"inner\",\"inbound_nodes\":[[[\"in\",0,0,{}]],"
                    + "[[\"inner\",0,0,{}]]]}],\"input_layers\":[[\"in\",0,0]],\"output_layers\":[[\"inner\",1,0]]}}";
        }
        String deepest = model;

        assertThatThrownBy(() -> network(deepest, Map.of())).isInstanceOf(FormatException.class)
                .hasMessage("m: a model whose layers are used more than 100000 times, expected fewer");
    }

    private static List<String> lines(String shape, String layers, Map<String, String> weights) {
        return NetworkText.of(network(chain(shape, layers), weights));
    }

    private static String chain(String shape, String layers) {
        return "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"m\",\"build_input_shape\":" + shape
                + ",\"layers\":[" + layers + "]}}";
    }

    private static String layer(String kind, String name, String settings) {
        return "{\"class_name\":\"" + kind + "\",\"config\":{\"name\":\"" + name + "\"" + (settings.isEmpty() ? "" : ",")
                + settings + "}}";
    }

    private static Map<String, String> weights(String... namesAndShapes) {
        Map<String, String> weights = new LinkedHashMap<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            weights.put(namesAndShapes[i], namesAndShapes[i + 1]);
        }
        return weights;
    }

    private static Network network(String config, Map<String, String> shapes) {
        Map<String, Weights> weights = shapes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                each -> tensor(each.getKey(), each.getValue()), (a, b) -> a, LinkedHashMap::new));
        return KerasNetwork.of("m", KerasModel.read(JsonText.read("m", config)).orElseThrow(), new NamedWeights(weights),
                List.copyOf(weights.values()));
    }

    private static Weights tensor(String name, String shape) {
        Dimensions dimensions = Dimensions.of(Arrays.stream(shape.split("x")).mapToLong(Long::parseLong).toArray());
        return Weights.of(name, ElementType.FLOAT32, dimensions, new CodeArray(new long[(int) dimensions.entries()]));
    }
}
