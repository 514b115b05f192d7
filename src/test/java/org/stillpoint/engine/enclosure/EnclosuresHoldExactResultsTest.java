package org.stillpoint.engine.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.engine.ParameterBits;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Kept;
import org.stillpoint.training.Stop;
import org.stillpoint.training.StoppedException;
import org.stillpoint.training.Training;
import org.stillpoint.training.TrainingResult;
import org.stillpoint.training.UpdateRule;

/** Where every number is rational, two engines know it exactly, and the balls of the third one have to hold it. */
class EnclosuresHoldExactResultsTest {

    private static final int RUNS = 10_000;

    /** No step is taken from longer numerators and denominators, in bits: fractions explode. */
    private static final int LONGEST = 40;

    private int compared;
    private int notExact;
    private int labelled;

    @Test
    void tenThousandTrainingsInBallsHoldWhatFractionsEndWith() {
        Random random = new Random(20_261_129);
        for (int i = 0; i < RUNS; i++) {
            RandomTraining training = RandomTraining.of(random);
            compare(training, Precision.of(i % 2 == 0 ? 64 : 128), "training " + i + ": " + training);
        }
        assertThat(compared).as("trainings whose sides are all decided").isGreaterThan(RUNS * 9 / 10);
        assertThat(notExact).as("trainings that end in balls that are no points").isGreaterThan(RUNS / 2);
        assertThat(labelled).as("trainings with a rule for which samples are right").isGreaterThan(RUNS / 10);
    }

    private void compare(RandomTraining training, Precision precision, String what) {
        UpdateRule rule = new UpdateRule(training.optimiser(), training.velocity());
        Kept<TrainingResult> kept = Kept.of(training.settings(), settings -> Training.train(training.start(), training.data(),
                settings, rule, Engine.FAST, EnclosuresHoldExactResultsTest::stop));
        TrainingResult exact = kept.result();
        Problem problem = training.problem();
        State<Mixed> start = new Steps<>(problem, new MixedField(precision)).start();
        Run run = new Run(problem, precision, start, new ExactStates(problem), 0);
        try {
            while (run.done() < exact.steps()) {
                run.step();
            }
        } catch (BrokenOff e) {
            return;
        }
        Reached reached = run.reached();
        List<Mixed> parameters = inOrder(reached.state().parameters());
        List<BigFraction> expected = exact.network().parameters();
        assertThat(parameters).as(what).hasSameSizeAs(expected);
        for (int k = 0; k < expected.size(); k++) {
            assertHolds(precision, parameters.get(k), expected.get(k), what);
        }
        Verdict verdict = new Verdict(problem, precision);
        assertHolds(precision, verdict.meanLoss(reached.state().parameters()), exact.loss(), what);
        exact.accuracy().ifPresent(accuracy -> {
            OptionalInt right = verdict.right(reached.state().parameters(), accuracy.rule());
            right.ifPresent(count -> assertThat(Accuracy.of(accuracy.rule(), count, training.data().size())).as(what)
                    .isEqualTo(accuracy));
            labelled += right.isPresent() ? 1 : 0;
        });
        compared++;
        notExact += parameters.stream().allMatch(Mixed::isExact) ? 0 : 1;
    }

    private static void stop(int step, ParameterBits bits) {
        if (bits.exact() > LONGEST) {
            throw new StoppedException(new Stop(step, bits.exact(), LONGEST));
        }
    }

    private static void assertHolds(Precision precision, Mixed number, BigFraction exact, String what) {
        if (number.isExact()) {
            assertThat(number.exact()).as(what).isEqualTo(exact);
        } else {
            Ball ball = number.ball();
            assertThat(exact.compareTo(precision.low(ball))).as(what).isNotNegative();
            assertThat(exact.compareTo(precision.high(ball))).as(what).isNotPositive();
        }
    }

    /** As {@link org.stillpoint.domain.Network#parameters()} has them. */
    private static List<Mixed> inOrder(Values<Mixed> values) {
        List<Mixed> all = new ArrayList<>();
        for (int l = 0; l < values.weights().length; l++) {
            Stream.of(values.weights()[l], values.biases()[l]).flatMap(Stream::of).forEach(all::add);
        }
        return all;
    }
}
