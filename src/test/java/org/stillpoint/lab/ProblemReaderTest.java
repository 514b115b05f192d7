package org.stillpoint.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.CsvData;
import org.stillpoint.format.Source;
import org.stillpoint.generation.Architecture;
import org.stillpoint.generation.Generator;
import org.stillpoint.generation.Request;
import org.stillpoint.generation.Start;

class ProblemReaderTest {

    @Test
    void whatIsLeftOutIsTheSmallestNetworkAtZeroOnTwoSamples() {
        assertThat(ProblemReader.read("{}")).isEqualTo(new Problem(Network.zeros(List.of(2, 2, 1), true),
                new DataSet(List.of(Vector.of("1", "2"), Vector.of("-1", "1")), List.of(Vector.of("1"), Vector.of("-1"))),
                Settings.defaults(0), 20_000));
    }

    @Test
    void everythingCanBeSaid() {
        Problem problem = ProblemReader.read("""
                {"shape": [2, 3, 1], "bias": false, "start": "equal", "value": "1/2", "seed": "7", "activation": "softsign",
                 "outputActivation": "relu", "data": {"inputs": [["1", 0.5]], "targets": ["-2"]}, "loss": "squared",
                 "rate": "1/3", "batch": 4, "momentum": "1/2", "decay": "1/100", "kappa": "1", "maxBits": 99}""");

        assertThat(problem.start()).isEqualTo(Start.EQUAL.network(
                new Architecture(List.of(2, 3, 1), false, Activation.SOFTSIGN, Activation.RELU), new BigFraction(1, 2), 0));
        assertThat(problem.data()).isEqualTo(new DataSet(List.of(Vector.of("1", "1/2")), List.of(Vector.of("-2"))));
        assertThat(problem.settings()).isEqualTo(new Settings(Loss.SQUARED, new BigFraction(1, 3), 0, 4, new BigFraction(1, 2),
                new BigFraction(1, 100), BigFraction.ONE));
        assertThat(problem.maxBits()).isEqualTo(99);
    }

    @ParameterizedTest
    @EnumSource
    void aStartIsThatOfTheCommandLine(Start start) {
        assertThat(ProblemReader.read("{\"shape\": [2, 4, 1], \"start\": \"" + start.id() + "\", \"seed\": \"-5\"}").start())
                .isEqualTo(start.network(new Architecture(List.of(2, 4, 1), true, Activation.RELU, Activation.IDENTITY),
                        BigFraction.ONE, -5));
    }

    @ParameterizedTest
    @CsvSource({"20, true", "7, false"})
    void theDataOfTheQuestionIsWhatGenerateMakes(int samples, boolean balanced) {
        assertThat(ProblemReader.read("{\"shape\": [10, 10, 1], \"data\": {\"name\": \"question\", \"samples\": " + samples
                + ", \"seed\": \"3\"}}").data()).isEqualTo(Generator.generate(
                        new Request(List.of(10, 10, 1), samples, 3, balanced, true)).data());
    }

    @ParameterizedTest
    @CsvSource({"xor, -1, 1, 1, -1", "and, -1, -1, -1, 1"})
    void namedDataHasTheLabelsOfItsName(String name, String first, String second, String third, String fourth) {
        DataSet data = ProblemReader.read("{\"data\": {\"name\": \"" + name + "\"}}").data();

        assertThat(data.inputs())
                .containsExactly(Vector.of("0", "0"), Vector.of("0", "1"), Vector.of("1", "0"), Vector.of("1", "1"));
        assertThat(data.targets()).containsExactly(Vector.of(first), Vector.of(second), Vector.of(third), Vector.of(fourth));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,1", "x,y,label\\r\\n 1 , 2/3,1\\r\\n-1,0.5,-1\\r\\n", "1,2,1\\n\\n-1e-1,1,-1\\n"})
    void csvIsReadAsDataFilesAre(String escaped) {
        String text = escaped.replace("\\r", "\r").replace("\\n", "\n");

        assertThat(ProblemReader.read("{\"data\": {\"csv\": \"" + escaped + "\"}}").data())
                .isEqualTo(CsvData.read(new Source("data.csv", text)));
    }

    @Test
    void aNetworkIsReadAsInItsFile() {
        Network network = ProblemReader.read("""
                {"network": {"layers": [{"weights": [["1", "-1/2"]], "activation": "abs"},
                                        {"weights": [[3]], "bias": ["0.1"], "activation": "identity"}]}}""").start();

        assertThat(network.widths()).containsExactly(2, 1, 1);
        assertThat(network.layers().get(0).bias()).isEmpty();
        assertThat(network.layers().get(1).bias()).isEqualTo(Optional.of(Vector.of("1/10")));
        assertThat(network.layers().get(0).activation()).isEqualTo(Activation.ABS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[] | problem: no object, expected one in braces",
        "{\"shap\": 1} | problem: unknown key \"shap\", expected some of activation, batch, ",
        "{\"shape\": [2]} | a shape of 1 widths, expected two or more",
        "{\"shape\": [2, 0, 1]} | problem shape 2: \"0\", expected an integer from 1 to 50",
        "{\"shape\": [50, 50, 1]} | a network of 2601 parameters, expected at most 2000",
        "{\"shape\": [2, 1, 1, 1, 1, 1, 1, 1, 1, 1]} | 9 layers, expected at most 8",
        "{\"shape\": 2} | problem shape: no array, expected one in brackets",
        "{\"shape\": [3, 2, 1]} | ",
        "{\"bias\": 1} | problem bias: \"1\", expected true or false",
        "{\"start\": \"ones\"} | problem start: unknown start \"ones\", expected one of zeros, equal, ",
        "{\"start\": \"biases\", \"bias\": false} | hidden biases only, but no biases",
        "{\"activation\": \"sine\"} | problem activation: unknown activation \"sine\"",
        "{\"rate\": \"a tenth\"} | problem rate: \"a tenth\" is not an exact number, expected one such as 3/4",
        "{\"rate\": \"1/0\"} | problem rate: \"1/0\" has denominator zero",
        "{\"rate\": {}} | problem rate: brackets, expected a word or a number",
        "{\"batch\": \"1/2\"} | problem batch: \"1/2\", expected an integer from 1 to ",
        "{\"batch\": 99999999999999999999} | problem batch: \"99999999999999999999\", expected an integer from 1 to ",
        "{\"start\": \"random\", \"seed\": \"x\"} | problem seed: \"x\", expected an integer of 64 bits",
        "{\"loss\": \"hing\"} | problem loss: unknown loss \"hing\"",
        "{\"loss\": \"hinge\", \"data\": {\"inputs\": [[1, 2]], \"targets\": [2]}} | sample 1 has target 2, expected 1 or -1",
        "{\"data\": {\"name\": \"or\"}} | problem data name: unknown data \"or\", expected one of question, xor, and, two",
        "{\"data\": {\"inputs\": [[1, 2]]}} | problem data: no \"targets\", expected one",
        "{\"data\": {\"inputs\": [[]], \"targets\": [1]}} | problem data inputs 1: an empty vector, expected at least one number",
        "{\"data\": {\"csv\": \"\"}} | a data set without samples, expected at least one",
        "{\"data\": {\"csv\": \"1,2,1\\n3\"}} | line 2: one field, expected the inputs and, last, the target",
        "{\"data\": {\"csv\": \"1,2,1\\n3,x,1\"}} | line 2: \"x\" is not an exact number",
        "{\"data\": {\"csv\": \"1,2,1\\n3,1\"}} | input 2 has length 1, expected 2 as in input 1",
        "{\"shape\": [2, 2, 2], \"data\": {\"name\": \"question\"}} | 2 outputs in the shape 2,2,2, expected 1",
        "{\"data\": {\"name\": \"question\", \"samples\": 501}} | problem data samples: \"501\", expected an integer",
        "{\"network\": {\"layers\": []}} | problem network: a network without layers, expected at least one",
        "{\"network\": {\"layers\": [{\"weights\": [[1, 2], [3]], \"activation\": \"relu\"}]}} | layers 1 weights: a ragged",
        "{\"network\": {\"layers\": [{\"weights\": [[1, 2]]}]}} | problem network layers 1: no \"activation\", expected one",
        "{\"maxBits\": 0} | problem maxBits: \"0\", expected an integer from 1 to 1000000"})
    void whatIsNoProblemIsRefusedInOneLine(String text, String message) {
        assertThatThrownBy(() -> ProblemReader.read(text)).isInstanceOf(RuntimeException.class)
                .message().doesNotContain("\n").contains(message == null ? "expected" : message);
    }
}
