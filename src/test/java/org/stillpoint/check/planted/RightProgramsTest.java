package org.stillpoint.check.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.verdict.Verdict;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Programs that are right are told so, whatever their style, their rounding and their conventions, and are told those. */
class RightProgramsTest {

    private static int programs;
    private static int right;

    /** @param conventions some of those that are said of it, with the ways */
    private record Expected(Subject subject, Map<String, String> conventions) {
    }

    @AfterAll
    static void theCountsAreSaid() {
        System.out.println("right programs " + programs + ", told right " + right);
    }

    @TestFactory
    Stream<DynamicTest> aRightProgramIsToldSo() {
        return Stream.of(styles(), kinks(), losses(), trainings()).flatMap(some -> some).map(expected -> dynamicTest(
                expected.subject.style() + " " + expected.subject.loss().id() + " " + expected.conventions, () -> {
                    programs++;
                    Verdict verdict = expected.subject.judged();

                    assertThat(verdict.isRight()).as("%s", verdict.smallest().map(smallest -> smallest.wrong())).isTrue();
                    right++;
                    assertThat(verdict.conventions().stream().filter(shown -> shown.way().isPresent())
                            .collect(Collectors.toMap(shown -> shown.convention().id(), shown -> shown.way().orElseThrow())))
                            .containsAllEntriesOf(expected.conventions);
                }));
    }

    private static Stream<Expected> styles() {
        return Stream.of(Style.values()).map(style -> new Expected(Subject.of(style), Map.of("relu-at-0", "0", "batch", "mean",
                "loss-factor", "1/2")));
    }

    private static Stream<Expected> kinks() {
        return Stream.of(
                new Expected(Subject.of(Style.LOOPS).ways(Ways.usual().kappa(1)), Map.of("relu-at-0", "1")),
                new Expected(Subject.of(Style.MODULES).ways(Ways.usual().kappa(0.5).summed()),
                        Map.of("relu-at-0", "1/2", "batch", "sum")),
                new Expected(Subject.of(Style.TAPE).with(Activation.fromId("leaky-relu:1/4")),
                        Map.of("leaky-relu-at-0", "the slope below")),
                new Expected(Subject.of(Style.RECURSIVE).with(Activation.ABS), Map.of("abs-at-0", "0")),
                new Expected(Subject.of(Style.BATCHES).with(Activation.HARD_TANH), Map.of("hard-tanh-at-kinks", "1")));
    }

    private static Stream<Expected> losses() {
        return Stream.of(
                new Expected(Subject.of(Style.LOOPS).ways(Ways.usual().factor(2).summed()),
                        Map.of("loss-factor", "1", "batch", "sum")),
                new Expected(Subject.of(Style.BATCHES).ways(Ways.usual().factor(2).meanOverOutputs()),
                        Map.of("loss-factor", "1/outputs")),
                new Expected(Subject.of(Style.BATCHES).ways(Ways.usual().fused()).with(Activation.TANH),
                        Map.of("loss-factor", "1/2")),
                new Expected(Subject.of(Style.TAPE).ways(Ways.usual().meanOverOutputs()), Map.of("loss-factor", "1/2 1/outputs")),
                new Expected(Subject.of(Style.LOOPS).loss(Loss.HINGE).ways(Ways.usual().otherThresholds()),
                        Map.of("hinge-at-1", "-y")),
                new Expected(Subject.of(Style.MODULES).loss(Loss.HINGE), Map.of("hinge-at-1", "0")),
                new Expected(Subject.of(Style.RECURSIVE).loss(Loss.PERCEPTRON).ways(Ways.usual().otherThresholds()),
                        Map.of("perceptron-at-0", "0")),
                new Expected(Subject.of(Style.LOOPS).loss(Loss.PERCEPTRON), Map.of("perceptron-at-0", "-y")),
                new Expected(Subject.of(Style.TAPE).loss(Loss.ABSOLUTE).ways(Ways.usual().meanOverOutputs()),
                        Map.of("absolute-at-0", "0", "loss-over-outputs", "mean")),
                new Expected(Subject.of(Style.BATCHES).loss(Loss.CROSS_ENTROPY).output(Activation.SOFTMAX).with(Activation.TANH),
                        Map.of("batch", "mean")),
                new Expected(Subject.of(Style.MODULES).loss(Loss.CROSS_ENTROPY).output(Activation.SIGMOID)
                        .with(Activation.SIGMOID),
                        Map.of("batch", "mean")),
                new Expected(Subject.of(Style.LOOPS).loss(Loss.LOGISTIC).biases(Biases.NEVER).silent(), Map.of("relu-at-0", "0")),
                new Expected(Subject.of(Style.RECURSIVE).output(Activation.SIGMOID).biases(Biases.ALWAYS),
                        Map.of("loss-factor", "1/2")));
    }

    private static Stream<Expected> trainings() {
        return Stream.of(
                new Expected(Subject.of(Style.LOOPS),
                        Map.of("decay", "lambda", "decay-on-biases", "no", "momentum", "v = m v + g")),
                new Expected(Subject.of(Style.MODULES).ways(Ways.usual().decay(2, true, false).momentum("damped")),
                        Map.of("decay", "2 lambda", "decay-on-biases", "yes", "momentum", "v = m v + (1 - m) g")),
                new Expected(Subject.of(Style.BATCHES).ways(Ways.usual().decay(1, false, true).momentum("nesterov")),
                        Map.of("decay", "beside momentum", "momentum", "Nesterov")))
                .map(expected -> new Expected(expected.subject.training(), expected.conventions));
    }
}
