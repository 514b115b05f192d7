package org.stillpoint.check.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.format.FormatException;

class AbilityFormatTest {

    @Test
    void theFirstRequestIsThis() {
        assertThat(AbilityFormat.HELLO).isEqualTo("{\"stillpoint\": 1, \"do\": \"hello\"}");
    }

    @Test
    void whatIsLeftOutTakesDefaults() {
        assertThat(AbilityFormat.read("{}", "python3 net.py")).isEqualTo(Ability.defaults("python3 net.py"));
    }

    @Test
    void everythingThatIsSaidIsRead() {
        String hello = """
                {"name": "my net", "arithmetic": "float32", "activations": ["leaky-relu:1/4", "tanh"],
                 "losses": ["hinge", "cross-entropy"], "does": ["train", "gradients"], "min-layers": 2, "max-layers": 5,
                 "max-samples": 7, "biases": "always", "same-activation": true, "output-activations": ["softmax", "tanh"],
                 "ulps": 2}""";

        assertThat(AbilityFormat.read(hello, "")).isEqualTo(new Ability("my net", FloatFormat.FLOAT32,
                List.of(Activation.fromId("leaky-relu:1/4"), Activation.TANH), List.of(Loss.HINGE, Loss.CROSS_ENTROPY), true,
                true, 2, 5, 7, Biases.ALWAYS, true, List.of(Activation.SOFTMAX, Activation.TANH), 2));
    }

    @Test
    void theLastLayerIsAnIdentityIfThatIsDeclaredAndElseAnyOfTheDeclared() {
        assertThat(read("\"activations\": [\"tanh\", \"identity\"]").outputActivations()).containsExactly(Activation.IDENTITY);
        assertThat(read("\"activations\": [\"tanh\", \"relu\"]").outputActivations())
                .containsExactly(Activation.TANH, Activation.RELU);
        assertThat(read("\"activations\": [\"relu\", \"identity\"], \"same-activation\": true").outputActivations())
                .containsExactly(Activation.RELU, Activation.IDENTITY);
    }

    @Test
    void biasesMayBeATruthValue() {
        assertThat(read("\"biases\": true").biases()).isEqualTo(Biases.OPTIONAL);
        assertThat(read("\"biases\": false").biases()).isEqualTo(Biases.NEVER);
    }

    @Test
    void oneWhoOnlyTrainsIsNotAskedForGradients() {
        Ability ability = read("\"does\": [\"train\"]");

        assertThat(ability.trains()).isTrue();
        assertThat(ability.gradients()).isFalse();
    }

    @Test
    void aLeastDepthAboveTheUsualGreatestOneIsTheGreatest() {
        assertThat(read("\"min-layers\": 4").maxLayers()).isEqualTo(4);
    }

    @Test
    void aLongCommandIsShortenedToAName() {
        assertThat(AbilityFormat.read("{}", "x".repeat(1000)).name()).isEqualTo("x".repeat(100) + "...");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("\"activation\": [\"relu\"]", "/activation: unknown key, expected one of activations, arithmetic"),
                Arguments.of("\"arithmetic\": \"float16\"",
                        "/arithmetic: unknown arithmetic \"float16\", expected one of float32, float64, exact"),
                Arguments.of("\"arithmetic\": 64", "/arithmetic: a number, expected a string"),
                Arguments.of("\"activations\": [\"relu\", \"ReLU\"]",
                        "/activations/1: unknown activation \"ReLU\", expected one of identity, relu, leaky-relu"),
                Arguments.of("\"activations\": []", "/activations: an empty array, expected at least one entry"),
                Arguments.of("\"activations\": \"relu\"", "/activations: a string, expected an array"),
                Arguments.of("\"activations\": [\"relu\", \"relu\"]", "/activations/1: \"relu\" again, expected each once"),
                Arguments.of("\"activations\": [\"softmax\"]",
                        "/activations: softmax, which is for the last layer only, expected it in output-activations"),
                Arguments.of("\"losses\": [\"mse\"]", "/losses/0: unknown loss \"mse\", expected one of perceptron, hinge"),
                Arguments.of("\"losses\": [\"cross-entropy\"]",
                        "/losses: cross-entropy, expected sigmoid or softmax in output-activations"),
                Arguments.of("\"does\": []", "/does: an empty array, expected at least one entry"),
                Arguments.of("\"does\": [\"forward\"]", "/does/0: unknown request \"forward\", expected one of gradients, train"),
                Arguments.of("\"min-layers\": 0", "/min-layers: 0, expected 1 or more"),
                Arguments.of("\"max-layers\": 0", "/max-layers: 0, expected 1 or more"),
                Arguments.of("\"max-samples\": 0", "/max-samples: 0, expected 1 or more"),
                Arguments.of("\"max-samples\": 1.5", "/max-samples: not a count, expected an integer from 0 to 2147483647"),
                Arguments.of("\"max-samples\": 1e999999999", "/max-samples: \"1E+999999999\" has too large an exponent"),
                Arguments.of("\"max-samples\": NaN", "/max-samples: \"NaN\" is not an exact number"),
                Arguments.of("\"min-layers\": 3, \"max-layers\": 2",
                        "/max-layers: 2 layers, expected at least the 3 of min-layers"),
                Arguments.of("\"biases\": \"sometimes\"",
                        "/biases: unknown biases \"sometimes\", expected one of always, never, optional"),
                Arguments.of("\"same-activation\": \"yes\"", "/same-activation: expected true or false"),
                Arguments.of("\"same-activation\": true, \"output-activations\": [\"tanh\"]",
                        "/output-activations: none of the activations, expected one of them, as same-activation is true"),
                Arguments.of("\"arithmetic\": \"exact\", \"activations\": [\"relu\", \"tanh\"]",
                        "/activations: tanh, expected only what has rational values, as the arithmetic is exact"),
                Arguments.of("\"arithmetic\": \"exact\", \"output-activations\": [\"sigmoid\"]",
                        "/output-activations: sigmoid, expected only what has rational values, as the arithmetic is exact"),
                Arguments.of("\"arithmetic\": \"exact\", \"losses\": [\"logistic\"]",
                        "/losses: logistic, expected only what has rational values, as the arithmetic is exact"),
                Arguments.of("\"ulps\": -1", "/ulps: not a count, expected an integer from 0"),
                Arguments.of("\"name\": 1", "/name: a number, expected a string"),
                Arguments.of("\"name\": \" \"", "/name: \" \" as a name, expected 1 to 100 characters, and none unseen"),
                Arguments.of("\"name\": \"red \\u001b[31m\"", "/name: \"red ?[31m\" as a name, expected 1 to 100 characters"),
                Arguments.of("\"name\": \"" + "x".repeat(101) + "\"", "/name: \"" + "x".repeat(60) + "...\" as a name"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String fields, String expected) {
        assertThatThrownBy(() -> read(fields)).isInstanceOf(FormatException.class).hasMessageStartingWith("hello: " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"hello\"", "1", "null", "true"})
    void onlyAnObjectIsAnAnswer(String line) {
        assertThatThrownBy(() -> AbilityFormat.read(line, "")).isInstanceOf(FormatException.class)
                .hasMessageStartingWith("hello: ").hasMessageEndingWith(", expected an object");
    }

    private static Ability read(String fields) {
        return AbilityFormat.read("{" + fields + "}", "a program");
    }
}
