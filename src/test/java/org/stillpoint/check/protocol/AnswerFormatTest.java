package org.stillpoint.check.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.FormatException;

class AnswerFormatTest {

    private static final Network NETWORK = Network.of(
            new Layer(Matrix.of(Vector.of("1", "2"), Vector.of("3", "4"), Vector.of("5", "6")),
                    Optional.of(Vector.of("7", "8", "9")), Activation.RELU),
            new Layer(Matrix.of(Vector.of("1", "2", "3")), Optional.empty(), Activation.IDENTITY));
    private static final DataSet DATA = new DataSet(List.of(Vector.of("1", "2"), Vector.of("3", "4")),
            List.of(Vector.of("1"), Vector.of("2")));
    private static final Question GRADIENTS = new GradientQuestion(NETWORK, DATA, Loss.SQUARED);
    private static final Question TRAINING = new TrainingQuestion(NETWORK, DATA, Settings.defaults(1));

    private static final String FIRST = "{\"weights\": [[1, 2.5], [-3, 4e0], [0.1, -0.0]], \"bias\": [7, 8, 9]}";
    private static final String SECOND = "{\"weights\": [[1, 2, 3]]}";
    private static final String LAYERS = "{\"layers\": [" + FIRST + ", " + SECOND + "]}";

    @Test
    void gradientsAreReadInTheOrderOfTheParametersAsTheyWereWritten() {
        Answer.Numbers answer = numbers("\"gradients\": " + LAYERS);

        assertThat(answer.parameters()).extracting(Reported::text)
                .containsExactly("1", "2.5", "-3", "4e0", "0.1", "-0.0", "7", "8", "9", "1", "2", "3");
        assertThat(answer.parameters().get(1).value()).contains(new BigFraction(5, 2));
        assertThat(answer.outputs()).isEmpty();
        assertThat(answer.loss()).isEmpty();
    }

    @Test
    void lossAndOutputsMayBeSaid() {
        Answer.Numbers answer = numbers("\"loss\": 0.125, \"outputs\": [[1.5], [2]], \"gradients\": " + LAYERS);

        assertThat(answer.loss()).contains(Reported.of(new BigFraction(1, 8), "0.125"));
        assertThat(answer.outputs().orElseThrow()).containsExactly(List.of(Reported.of(new BigFraction(3, 2), "1.5")),
                List.of(Reported.of(BigFraction.TWO, "2")));
        assertThat(numbers("\"outputs\": [1.5, 2], \"gradients\": " + LAYERS).outputs()).isEqualTo(answer.outputs());
    }

    @Test
    void aNetworkAnswersATrainingAndMaySayItsActivations() {
        String named = "{\"layers\": [" + FIRST + ", {\"activation\": \"identity\", \"weights\": [[1, 2, 3]]}]}";

        assertThat(((Answer.Numbers) read("\"id\": 7, \"network\": " + named, TRAINING)).parameters())
                .isEqualTo(numbers("\"gradients\": " + LAYERS).parameters());
    }

    @Test
    void whatIsNotSupportedIsSaid() {
        assertThat(read("\"id\": 7, \"unsupported\": \"no momentum\"", TRAINING))
                .isEqualTo(new Answer.Unsupported("no momentum"));
        assertThat(read("\"id\": 7, \"unsupported\": \"\\u001b[31m\"", GRADIENTS)).isEqualTo(new Answer.Unsupported("?[31m"));
    }

    @Test
    void aDecimalIsTheFloatThatItDenotes() {
        assertThat(number("0.1", FloatFormat.FLOAT64)).contains(ExactNumber.parse("3602879701896397/36028797018963968"));
        assertThat(number("0.1", FloatFormat.FLOAT32)).contains(ExactNumber.parse("13421773/134217728"));
        assertThat(number("0.10000000149011612", FloatFormat.FLOAT32)).contains(ExactNumber.parse("13421773/134217728"));
        assertThat(number("0.1", FloatFormat.EXACT)).contains(new BigFraction(1, 10));
        assertThat(number("\"-1/3\"", FloatFormat.EXACT)).contains(new BigFraction(-1, 3));
        assertThat(number("-0", FloatFormat.FLOAT64)).contains(BigFraction.ZERO);
        assertThat(number("-0.0", FloatFormat.FLOAT32)).contains(BigFraction.ZERO);
        assertThat(number("1e-999999999", FloatFormat.FLOAT64)).contains(BigFraction.ZERO);
        assertThat(number("1e999999999", FloatFormat.FLOAT64))
                .contains(FloatFormat.FLOAT64.nearest(ExactNumber.parse("1e400")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "null", "\"NaN\"", "\"nan\"", "\"Infinity\"", "\"-inf\""})
    void whatIsNotFiniteIsNoErrorButNoNumber(String written) {
        for (FloatFormat arithmetic : FloatFormat.values()) {
            assertThat(number(written, arithmetic)).isEmpty();
        }
        assertThat(numbers("\"loss\": " + written + ", \"gradients\": " + LAYERS).loss())
                .contains(Reported.notFinite(written.replace("\"", "")));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("", "no \"id\", expected one"),
                Arguments.of("\"id\": 6", "/id: an answer to request \"6\", expected one to 7"),
                Arguments.of("\"id\": null", "/id: null, expected a number"),
                Arguments.of("\"id\": NaN", "/id: \"NaN\" is not an exact number"),
                Arguments.of("\"id\": 1e999999999", "/id: \"1E+999999999\" has too large an exponent"),
                Arguments.of("\"id\": 7", "no \"gradients\", expected one"),
                Arguments.of("\"id\": 7, \"network\": " + LAYERS, "/network: unknown key, expected one of gradients, id, loss"),
                Arguments.of("\"id\": 7, \"gradients\": " + LAYERS + ", \"extra\": 1", "/extra: unknown key"),
                Arguments.of("\"id\": 7, \"gradients\": " + LAYERS + ", \"unsupported\": \"no\"",
                        "/gradients: unknown key, expected one of id, unsupported"),
                Arguments.of("\"id\": 7, \"unsupported\": true", "/unsupported: a truth value, expected a string"),
                Arguments.of("\"id\": 7, \"gradients\": []", "/gradients: an array, expected an object"),
                gradients("", ": an empty array, expected at least one entry"),
                gradients(FIRST, ": 1 layers, expected 2"),
                gradients("1, 2", "/0: a number, expected an object"),
                layer("\"weights\": [[1, 2, 3], [4, 5, 6]]",
                        "/weights: 2 rows of 3 numbers, expected 3 of 2 (units out x units in)"),
                layer("\"weights\": [[1, 2]]", "/weights: 1 row of 2 numbers, expected 3 of 2 (units out x units in)"),
                layer("\"weights\": [[1], [2], [3]]", "/weights: 3 rows of 1 number, expected 3 of 2 (units out x units in)"),
                layer("\"weights\": [[1, 2], [3], [4, 5]]", "/weights/1: 1 number, expected 2"),
                layer("\"weights\": [1, 2]", "/weights/0: a number, expected an array"),
                layer("\"weights\": [[\"1\", 2], [3, 4], [5, 6]]", "/weights/0/0: a string, expected a number"),
                layer("\"weights\": [[1, true], [3, 4], [5, 6]]", "/weights/0/1: expected a number"),
                layer("\"weights\": [[1, {}], [3, 4], [5, 6]]", "/weights/0/1: expected a number"),
                layer("\"weights\": [[1, 2], [3, 4], [5, 6]]", ": no \"bias\", expected one"),
                layer("\"weights\": [[1, 2], [3, 4], [5, 6]], \"bias\": [1, 2]", "/bias: 2 numbers, expected 3"),
                layer("\"weights\": [[1, 2], [3, 4], [5, 6]], \"bias\": 1", "/bias: a number, expected an array"),
                layer("\"bias\": [1, 2, 3]", ": no \"weights\", expected one"),
                layer("\"dW\": [[1, 2]]", "/dW: unknown key, expected one of activation, bias, weights"),
                layer("\"activation\": \"tanh\"", "/activation: another activation, expected none or relu"),
                layer("\"activation\": \"ReLU\"", "/activation: unknown activation \"ReLU\""),
                gradients(FIRST + ", {\"weights\": [[1, 2, 3]], \"bias\": [0]}",
                        "/1/bias: a bias, expected none, as the layer has none"),
                beside("\"loss\": [1]", "/loss: expected a number"),
                beside("\"loss\": \"1\"", "/loss: a string, expected a number"),
                beside("\"outputs\": 1", "/outputs: a number, expected an array"),
                beside("\"outputs\": [[1]]", "/outputs: 1 output, expected 2, one for each sample"),
                beside("\"outputs\": [[1], [2, 3]]", "/outputs/1: 2 numbers, expected 1"));
    }

    private static Arguments gradients(String layers, String expected) {
        return Arguments.of("\"id\": 7, \"gradients\": {\"layers\": [" + layers + "]}", "/gradients/layers" + expected);
    }

    private static Arguments layer(String fields, String expected) {
        return gradients("{" + fields + "}, " + SECOND, "/0" + expected);
    }

    private static Arguments beside(String fields, String expected) {
        return Arguments.of("\"id\": 7, \"gradients\": " + LAYERS + ", " + fields, expected);
    }

    @ParameterizedTest
    @MethodSource
    void refused(String fields, String expected) {
        assertThatThrownBy(() -> read(fields, GRADIENTS)).isInstanceOf(FormatException.class)
                .hasMessageStartingWith("request 7: " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Epoch 1 done", "{\"id\": 7", "{\"id\": 7}}", "{\"id\": 7} {}", "{\"id\": 7, \"id\": 7}", "{'id': 7}",
            "{\"id\": nan}", "{\"id\": .5}", "{\"id\": 7} // done"})
    void brokenJsonIsQuoted(String line) {
        assertThatThrownBy(() -> AnswerFormat.read(line, 7, GRADIENTS, FloatFormat.FLOAT64)).isInstanceOf(FormatException.class)
                .hasMessageMatching("request 7: broken JSON near character [0-9]+ of " + Pattern.quote('"' + line + '"')
                        + ", expected one JSON object on each line of standard output and nothing else there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptyLineIsNoAnswer(String line) {
        assertThatThrownBy(() -> AnswerFormat.read(line, 7, GRADIENTS, FloatFormat.FLOAT64)).isInstanceOf(FormatException.class)
                .hasMessage("request 7: an empty line, expected one JSON object on each line of standard output");
    }

    @Test
    void whatWouldTakeMemoryOrTimeIsRefused() {
        for (String hostile : List.of("[".repeat(100_000), "9".repeat(1_000_000), "1e99999999999999999999",
                "1." + "1".repeat(30_000), "{\"" + "k".repeat(1_000_000) + "\": 1}")) {
            assertThatThrownBy(() -> AnswerFormat.read("{\"id\": 7, \"loss\": " + hostile, 7, GRADIENTS, FloatFormat.FLOAT64))
                    .isInstanceOf(FormatException.class).hasMessageStartingWith("request 7: ");
        }
    }

    private static Optional<BigFraction> number(String written, FloatFormat arithmetic) {
        Network network = Network.of(new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));
        String line = "{\"id\": 1, \"gradients\": {\"layers\": [{\"weights\": [[" + written + "]]}]}}";
        Answer answer = AnswerFormat.read(line, 1, new GradientQuestion(network, data, Loss.SQUARED), arithmetic);
        return ((Answer.Numbers) answer).parameters().get(0).value();
    }

    private static Answer.Numbers numbers(String fields) {
        return (Answer.Numbers) read("\"id\": 7, " + fields, GRADIENTS);
    }

    private static Answer read(String fields, Question question) {
        return AnswerFormat.read("{" + fields + "}", 7, question, FloatFormat.FLOAT64);
    }
}
