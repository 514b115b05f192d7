package org.stillpoint.check.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.JsonCursor;

class QuestionFormatTest {

    private static final Network NETWORK = Network.of(
            new Layer(Matrix.of(Vector.of("1/2", "-3"), Vector.of("0", "1/8")), Optional.of(Vector.of("1", "-1/4")),
                    Activation.fromId("leaky-relu:1/4")),
            new Layer(Matrix.of(Vector.of("1/1048576", "100000000")), Optional.empty(), Activation.IDENTITY));
    private static final DataSet DATA = new DataSet(List.of(Vector.of("1", "2"), Vector.of("0", "-1/2")),
            List.of(Vector.of("1"), Vector.of("-1/2")));

    @Example
    void aQuestionForGradientsIsOneLineWithJsonNumbers() {
        String line = QuestionFormat.write(7, new GradientQuestion(NETWORK, DATA, Loss.SQUARED), FloatFormat.FLOAT32).toString();

        assertThat(line).isEqualTo("{\"id\":7,\"do\":\"gradients\",\"network\":{\"layers\":["
                + "{\"weights\":[[0.5,-3],[0,0.125]],\"bias\":[1,-0.25],\"activation\":\"leaky-relu:1/4\"},"
                + "{\"weights\":[[9.5367431640625E-7,100000000]],\"activation\":\"identity\"}]},"
                + "\"data\":{\"inputs\":[[1,2],[0,-0.5]],\"targets\":[1,-0.5]},\"loss\":\"squared\"}");
    }

    @Example
    void aQuestionForATrainingHasSettings() {
        Network network = Network.of(new Layer(Matrix.of(Vector.of("1"), Vector.of("2")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("3")), List.of(Vector.of("4", "5")));
        Settings settings = new Settings(Loss.HINGE, new BigFraction(1, 8), 3, 2, new BigFraction(1, 2), BigFraction.ZERO,
                BigFraction.ZERO);

        assertThat(QuestionFormat.write(8, new TrainingQuestion(network, data, settings), FloatFormat.FLOAT64)).hasToString(
                "{\"id\":8,\"do\":\"train\",\"network\":{\"layers\":[{\"weights\":[[1],[2]],\"activation\":\"identity\"}]},"
                        + "\"data\":{\"inputs\":[[3]],\"targets\":[[4,5]]},\"settings\":{\"loss\":\"hinge\","
                        + "\"learning-rate\":0.125,\"steps\":3,\"batch-size\":2,\"momentum\":0.5,\"weight-decay\":0}}");
    }

    @Example
    void exactNumbersAreStrings() {
        Network network = Network.of(new Layer(Matrix.of(Vector.of("1/3")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("2")), List.of(Vector.of("1/5")));
        Settings settings = Settings.defaults(1);

        assertThat(QuestionFormat.write(1, new TrainingQuestion(network, data, settings), FloatFormat.EXACT).toString())
                .contains("[[\"1/3\"]]", "[[\"2\"]]", "[\"1/5\"]", "\"learning-rate\":\"1/10\",\"steps\":1",
                        "\"momentum\":\"0\"");
    }

    @Property(tries = 100)
    void aQuestionIsReadBackAsItWasWritten(@ForAll("questions") Question question) {
        for (FloatFormat arithmetic : FloatFormat.values()) {
            String line = QuestionFormat.write(9, question, arithmetic).toString();

            assertThat(line).doesNotContain("\n");
            assertThat(read(line)).isEqualTo(question);
        }
    }

    static Stream<Arguments> refused() {
        String network = "\"id\": 1, \"network\": {\"layers\": [{\"weights\": [[1]], \"activation\": \"relu\"}]}";
        String both = network + ", \"data\": {\"inputs\": [[1]], \"targets\": [1]}";
        return Stream.of(
                Arguments.of("\"do\": \"gradients\"", "no \"id\", expected one"),
                Arguments.of("\"do\": \"gradients\", \"id\": -1", "/id: not a count"),
                Arguments.of("\"do\": \"gradients\", \"id\": 1", "no \"network\", expected one"),
                Arguments.of("\"do\": \"gradients\", " + network, "no \"data\", expected one"),
                Arguments.of("\"do\": \"gradients\", " + both, "no \"loss\", expected one"),
                Arguments.of("\"do\": \"train\", " + both, "no \"settings\", expected one"),
                Arguments.of(both, "no \"do\", expected one"),
                Arguments.of("\"do\": \"hello\", " + both, "/do: unknown request, expected gradients or train"),
                Arguments.of("\"do\": \"train\", \"loss\": \"hinge\", " + both, "/loss: unknown key for \"train\""),
                Arguments.of("\"do\": \"gradients\", \"settings\": {}, " + both, "/settings: unknown key for \"gradients\""),
                Arguments.of("\"do\": \"train\", \"settings\": {\"kappa\": 0}, " + both, "/settings/kappa: unknown key"),
                Arguments.of("\"extra\": 1, " + both, "/extra: unknown key"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String fields, String expected) {
        assertThatThrownBy(() -> read("{" + fields + "}")).isInstanceOf(FormatException.class)
                .hasMessageStartingWith("request: " + expected);
    }

    private static Question read(String line) {
        return QuestionFormat.read(cursor(line));
    }

    private static JsonCursor cursor(String line) {
        return ForeignJson.read("request", line);
    }

    @Provide
    Arbitrary<Question> questions() {
        return Combinators.combine(Arbitraries.integers().between(1, 3).list().ofMinSize(2).ofMaxSize(4),
                dyadics().list().ofSize(3 * 12 + 2 * 6 + 3), Arbitraries.of(true, false), Arbitraries.of(Loss.all()),
                Arbitraries.integers().between(1, 9)).as(QuestionFormatTest::question);
    }

    private static Question question(List<Integer> widths, List<BigFraction> numbers, boolean trains, Loss loss, int steps) {
        Numbers rest = new Numbers(numbers);
        List<Layer> layers = Stream.iterate(1, l -> l < widths.size(), l -> l + 1)
                .map(l -> new Layer(
                        new Matrix(Stream.generate(() -> rest.vector(widths.get(l - 1))).limit(widths.get(l)).toList()),
                        l % 2 == 0 ? Optional.empty() : Optional.of(rest.vector(widths.get(l))), Activation.RELU)).toList();
        Network network = new Network(layers);
        DataSet data = new DataSet(List.of(rest.vector(network.inputs()), rest.vector(network.inputs())),
                List.of(rest.vector(network.outputs()), rest.vector(network.outputs())));
        Settings settings =
                new Settings(loss, rest.next(), steps, steps, rest.next(), rest.next(), BigFraction.ZERO);
        return trains ? new TrainingQuestion(network, data, settings) : new GradientQuestion(network, data, loss);
    }

    /** Numbers one after the other, again and again. */
    private static final class Numbers {

        private final List<BigFraction> numbers;
        private int taken;

        Numbers(List<BigFraction> numbers) {
            this.numbers = numbers;
        }

        BigFraction next() {
            return numbers.get(taken++ % numbers.size());
        }

        Vector vector(int size) {
            return new Vector(Stream.generate(this::next).limit(size).toList());
        }
    }

    private static Arbitrary<BigFraction> dyadics() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-100, 100)).as((mantissa, exponent) ->
                new BigFraction(BigInteger.valueOf(mantissa).shiftLeft(Math.max(exponent, 0)),
                        BigInteger.ONE.shiftLeft(Math.max(-exponent, 0))));
    }
}
