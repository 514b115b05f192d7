package org.stillpoint.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.question.NoAnswerException;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.verdict.Drift;
import org.stillpoint.check.verdict.DriftJson;
import org.stillpoint.check.verdict.DriftText;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.properties.symmetry.TwoOrders;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;

class TwinsTest {

    private static final Twins.Extent SMALL = new Twins.Extent(List.of(2, 3), List.of(8), 64);

    @Test
    void twinsWhoseGradientsAreSummedInOneOrderNeverPart() {
        List<Drift> drifts = Twins.follow(inPlainJava(TwoOrders::same), SMALL);

        assertThat(drifts).extracting(Drift::first).containsOnly(Optional.empty());
        assertThat(drifts).extracting(Drift::widths).containsExactly(List.of(2, 2, 1), List.of(2, 3, 1));
        assertThat(drifts.get(0).gaps()).extracting(Drift.Gap::steps).containsExactly(1, 2, 4, 8, 16, 32, 64);
        assertThat(DriftText.lines(drifts)).hasSize(3).last().asString()
                .isEqualTo("  2-3-1, batches of 8: equal after 64 steps");
    }

    @Test
    void theFirstStepAfterWhichTwinsDifferIsFound() {
        Drift drift = Twins.follow(inPlainJava(TwoOrders::alternating), SMALL).get(0);
        int first = drift.first().orElseThrow();

        assertThat(gapAfter(first - 1)).isEqualTo(BigFraction.ZERO);
        assertThat(gapAfter(first)).isGreaterThan(BigFraction.ZERO);
        assertThat(drift.largest().orElseThrow().size()).isGreaterThan(BigFraction.ZERO).isLessThan(new BigFraction(1, 1000));
        assertThat(drift.exact()).isEqualTo(new Drift.Gap(4, BigFraction.ZERO));
    }

    /** The gap that is seen if every question is answered as if it were about so many steps. */
    private static BigFraction gapAfter(int steps) {
        Respondent java = inPlainJava(TwoOrders::alternating);
        Respondent stopped = respondent(java.ability(), question -> java.ask(new TrainingQuestion(question.network(),
                question.data(), question.settings().withSteps(steps))));
        return Twins.follow(stopped, SMALL).get(0).gaps().get(0).size();
    }

    @Test
    void inExactArithmeticAFewStepsAreFollowedAndTwinsStayEqual() {
        Drift drift = Twins.follow(exact(), SMALL).get(0);

        assertThat(drift.steps()).isEqualTo(4);
        assertThat(drift.part()).isFalse();
        assertThat(drift.gaps()).extracting(Drift.Gap::size).containsOnly(BigFraction.ZERO);
    }

    @Test
    void nothingIsFollowedWhereNothingTrains() {
        Respondent untrained = respondent(Ability.defaults("gradients only"), question -> {
            throw new AssertionError("asked " + question);
        });

        assertThat(Twins.follow(untrained, SMALL)).isEmpty();
        assertThat(DriftText.lines(List.of())).isEmpty();
    }

    @Test
    void numbersThatAreNotFiniteEndATraining() {
        List<Drift> drifts = Twins.follow(upTo(4, new Answer.Numbers(Collections.nCopies(6, Reported.notFinite("NaN")),
                Optional.empty(), Optional.empty())), new Twins.Extent(List.of(2), List.of(3), 64));

        assertThat(drifts).extracting(Drift::steps).containsExactly(4);
    }

    @Test
    void aTrainingThatGoesOutToInfinityIsFollowedWithASmallerRate() {
        Respondent java = inPlainJava(TwoOrders::same);
        Respondent diverging = respondent(java.ability(), question -> question.settings().steps() > 4
                && question.settings().learningRate().compareTo(new BigFraction(1, 100)) > 0
                ? new Answer.Numbers(List.of(Reported.notFinite("Infinity")), Optional.empty(), Optional.empty())
                : java.ask(question));

        assertThat(Twins.follow(diverging, SMALL)).extracting(Drift::steps).containsExactly(64, 64);
    }

    @Test
    void aProgramThatStopsAnsweringIsFollowedNoFurther() {
        Respondent java = inPlainJava(TwoOrders::same);
        Respondent slow = respondent(java.ability(), question -> {
            if (question.settings().steps() > 8) {
                throw new NoAnswerException("no answer within 10 seconds");
            }
            return java.ask(question);
        });

        assertThat(Twins.follow(slow, SMALL)).extracting(Drift::steps).containsExactly(8);
    }

    @Test
    void aDriftIsReadAsItIsWritten() {
        Drift drift = new Drift(List.of(2, 33, 1), 8, 4, Optional.of(3), List.of(new Drift.Gap(2, BigFraction.ZERO),
                new Drift.Gap(4, ExactNumber.parse("1.7e-18"))), new Drift.Gap(4, BigFraction.ZERO));

        assertThat(DriftJson.read(Json.read(new Source("drift.json", Json.write(DriftJson.write(drift)))))).isEqualTo(drift);
        assertThat(DriftText.lines(List.of(drift)).get(1))
                .isEqualTo("  2-33-1, batches of 8: differ from step 3 on; gap 1.7e-18 after 4 steps, "
                        + "and 0 in the exact run of 4 steps");
    }

    private static Respondent upTo(int steps, Answer then) {
        Respondent java = inPlainJava(TwoOrders::same);
        return respondent(java.ability(), question -> question.settings().steps() > steps ? then : java.ask(question));
    }

    private static Respondent exact() {
        return respondent(ability(FloatFormat.EXACT), question -> numbers(
                Training.descend(question.network(), question.data(), question.settings(), Engine.FAST).parameters()));
    }

    private static Respondent inPlainJava(BiFunction<Integer, Integer, TwoOrders> orders) {
        return respondent(ability(FloatFormat.FLOAT64), question -> {
            Vector outgoing = question.network().layers().get(1).weights().row(0);
            List<TwoOrders.Unit> units = new ArrayList<>();
            for (int j = 0; j < outgoing.size(); j++) {
                units.add(new TwoOrders.Unit(doubles(question.network().layers().get(0).weights().row(j)),
                        outgoing.get(j).doubleValue()));
            }
            List<List<Double>> inputs = question.data().inputs().stream().map(TwinsTest::doubles).toList();
            List<Double> targets = question.data().targets().stream().map(target -> target.get(0).doubleValue()).toList();
            TwoOrders descent = orders.apply(units.size(), inputs.size());
            for (int step = 0; step < question.settings().steps(); step++) {
                units = descent.step(units, inputs, targets, question.settings().learningRate().doubleValue());
            }
            return numbers(Stream.concat(units.stream().flatMap(unit -> unit.incoming().stream()),
                            units.stream().map(TwoOrders.Unit::outgoing))
                    .map(number -> ExactNumber.of(new BigDecimal(number))).toList());
        });
    }

    private static List<Double> doubles(Vector vector) {
        return vector.entries().stream().map(BigFraction::doubleValue).toList();
    }

    private static Answer numbers(List<BigFraction> parameters) {
        return new Answer.Numbers(parameters.stream().map(number -> Reported.of(number, number.toString())).toList(),
                Optional.empty(), Optional.empty());
    }

    private static Ability ability(FloatFormat arithmetic) {
        return new Ability("twins", arithmetic, List.of(Activation.RELU), List.of(Loss.SQUARED), false, true, 2, 2, 64,
                Biases.NEVER, false, List.of(Activation.IDENTITY), 0);
    }

    private static Respondent respondent(Ability ability, Function<TrainingQuestion, Answer> answers) {
        return new Respondent() {

            @Override
            public Ability ability() {
                return ability;
            }

            @Override
            public Answer ask(Question question) {
                return answers.apply((TrainingQuestion) question);
            }

            @Override
            public void close() {
            }
        };
    }
}
