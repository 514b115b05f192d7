package org.stillpoint.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.suite.Case;
import org.stillpoint.check.suite.SuiteName;
import org.stillpoint.check.suite.Suites;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;

class SmallerTest {

    private static final List<BigFraction> PLAIN = List.of(BigFraction.ZERO, BigFraction.ONE, BigFraction.MINUS_ONE,
            BigFraction.TWO,
            new BigFraction(-2));

    private static final List<Activation> EASY = List.of(Activation.IDENTITY, Activation.RELU, Activation.ABS,
            Activation.HARD_TANH);

    private static List<Question> questions() {
        return Stream.<List<Activation>>of(List.of(Activation.IDENTITY), List.of(Activation.SIGMOID, Activation.SOFTMAX))
                .flatMap(output -> {
            List<Loss> losses = output.contains(Activation.IDENTITY) ? List.of(Loss.SQUARED, Loss.HINGE, Loss.PERCEPTRON)
                    : List.of(Loss.CROSS_ENTROPY);
            Ability ability = new Ability("any", FloatFormat.FLOAT64, List.of(Activation.RELU, Activation.TANH), losses, true,
                    true, 1,
                    3, 4, Biases.OPTIONAL, false, output, 4);
            return Suites.cases(SuiteName.ALL, ability, 40, 1).stream().map(Case::question);
        }).toList();
    }

    /**
     * Numbers in all, then steps, momentum, decay, batch size and rate, then how easy the activations are, and how plain the
     * numbers.
     */
    private static int[] measure(Question question) {
        int numbers = (int) question.numbers().count();
        int plainness = question.numbers().mapToInt(number -> PLAIN.contains(number) ? PLAIN.indexOf(number) : PLAIN.size())
                .sum();
        Optional<Settings> settings =
                question instanceof TrainingQuestion training ? Optional.of(training.settings()) : Optional.empty();
        int own = question.ownNumbers().mapToInt(number -> PLAIN.contains(number) ? PLAIN.indexOf(number) : PLAIN.size()).sum();
        return IntStream.concat(IntStream.concat(IntStream.of(numbers), settings.stream()
                .flatMapToInt(s -> IntStream.of(s.steps(),
                s.momentum().signum(), s.weightDecay().signum(), s.batchSize(), s.learningRate()
                        .equals(BigFraction.ONE) ? 0 : 1))),
                IntStream.of(activations(question), plainness - own)).toArray();
    }

    private static int activations(Question question) {
        return question.network().layers().stream()
                .mapToInt(layer -> EASY.contains(layer.activation()) ? EASY.indexOf(layer.activation()) : EASY.size()).sum();
    }

    @Test
    void everyOneIsSmallerInAnOrderThatEnds() {
        for (Question question : questions()) {
            int[] measure = measure(question);

            assertThat(Smaller.than(question)).isNotEmpty()
                    .allSatisfy(smaller -> assertThat(Arrays.compare(measure(smaller), measure))
                    .as(() -> question + " " + smaller).isNegative());
        }
    }

    @Test
    void everyOneIsOfTheSameKindAndLossAndFits() {
        for (Question question : questions()) {
            assertThat(Smaller.than(question)).allSatisfy(smaller -> {
                assertThat(smaller).hasSameClassAs(question);
                assertThat(smaller.loss()).isEqualTo(question.loss());
                assertThat(smaller.data().inputWidth()).isEqualTo(smaller.network().inputs());
                assertThat(smaller.data().targetWidth()).isEqualTo(smaller.network().outputs());
                assertThatCode(() -> smaller.loss().requireTargets(smaller.network(), smaller.data())).doesNotThrowAnyException();
            });
        }
    }

    @Test
    void whateverIsTakenTheEndIsReached() {
        Question question = questions().stream().filter(GradientQuestion.class::isInstance)
                .max((a, b) -> Arrays.compare(measure(a), measure(b))).orElseThrow();
        int steps = 0;
        for (Optional<Question> next = Optional.of(question); next.isPresent(); steps++) {
            question = next.get();
            next = Smaller.than(question).reduce((first, last) -> last);
        }

        assertThat(steps).isGreaterThan(10);
        assertThat(question.network().parameters()).containsOnly(BigFraction.ZERO);
    }

    @Test
    void largePartsComeFirst() {
        Question question = questions().stream().filter(one -> one.network().layers().size() > 1 && one.data().size() > 1
                && !Smaller.than(one).findFirst().map(first -> first.network().layers().size()).orElseThrow()
                        .equals(one.network().layers().size())).findFirst().orElseThrow();
        String kinds = Smaller.than(question)
                .map(smaller -> smaller.network().layers().size() < question.network().layers().size() ? "L"
                : smaller.data().size() < question.data().size() ? "S" : ".").collect(Collectors.joining());

        assertThat(kinds).matches("L+S+\\.+");
    }
}
