package org.stillpoint.engine.enclosure.tube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;
import org.stillpoint.engine.enclosure.BallField;
import org.stillpoint.engine.enclosure.Balls;
import org.stillpoint.engine.enclosure.Detour;
import org.stillpoint.engine.enclosure.Masks;
import org.stillpoint.engine.enclosure.Mixed;
import org.stillpoint.engine.enclosure.MixedField;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Reached;
import org.stillpoint.engine.enclosure.Sides;
import org.stillpoint.engine.enclosure.State;
import org.stillpoint.engine.enclosure.Steps;
import org.stillpoint.engine.enclosure.UndecidedSide;
import org.stillpoint.optimiser.Adam;

class TubeTest {

    private static final Precision TUBE = Precision.of(96);

    /** So many bits more that a plain ball is a point compared with the tube. */
    private static final Precision PLAIN = Precision.of(1024);
    private static final int TRAININGS = 150;
    private static final int STEPS = 12;

    @Test
    void theTubeHoldsWhatPlainBallsOfManyMoreBitsHold() {
        int held = 0;
        for (int i = 0; i < TRAININGS; i++) {
            Problem problem = new SmallTraining(i).problem(STEPS, new BigFraction(1, 1 + i % 4));
            try {
                assertThat(distanceSquared(problem, STEPS)).as("training " + i).isLessThanOrEqualTo(BigFraction.ONE);
                held++;
            } catch (UndecidedSide | TooLargeException | UndecidedException e) {
                continue;
            }
        }
        assertThat(held).isGreaterThan(TRAININGS * 2 / 3);
    }

    /** The square of the distance between the middle of the tube and the true parameters, as a share of that of its radius. */
    private static BigFraction distanceSquared(Problem problem, int steps) {
        TubeRun run = new TubeRun(problem, TUBE, start(problem));
        while (run.done() < steps) {
            run.step();
        }
        Layout layout = new Layout(problem);
        Balls balls = new Balls(TUBE);
        Mixed[] tube = layout.row(run.reached().state().parameters(), new Mixed[layout.size()]);
        Ball[] plain = layout.row(plain(problem, steps).parameters(), new Ball[layout.size()]);
        BigFraction sum = BigFraction.ZERO;
        BigFraction radius = BigFraction.ZERO;
        for (int i = 0; i < tube.length; i++) {
            Ball wide = new MixedField(TUBE).ball(tube[i]);
            BigFraction away = PLAIN.middle(plain[i]).subtract(TUBE.middle(wide)).abs()
                    .subtract(PLAIN.high(plain[i]).subtract(PLAIN.low(plain[i])));
            sum = away.signum() > 0 && !tube[i].isExact() ? sum.add(away.multiply(away)) : sum;
            BigFraction reach = TUBE.high(wide).subtract(TUBE.middle(wide));
            radius = reach.compareTo(radius) > 0 ? reach : radius;
            assertThat(tube[i].isExact() && PLAIN.low(plain[i]).compareTo(tube[i].exact()) > 0).isFalse();
            assertThat(tube[i].isExact() && PLAIN.high(plain[i]).compareTo(tube[i].exact()) < 0).isFalse();
        }
        return sum.signum() == 0 ? BigFraction.ZERO : sum.divide(radius.multiply(radius));
    }

    @Test
    void theTubeHoldsTheVelocityToo() {
        Problem problem = exclusiveOr(60, new BigFraction(9, 10));
        TubeRun run = new TubeRun(problem, TUBE, start(problem));
        while (run.done() < 60) {
            run.step();
        }
        Mixed[] tube = run.reached().state().memory().get(0).weights()[0];
        Ball[] plain = plain(problem, 60).memory().get(0).weights()[0];

        for (int i = 0; i < tube.length; i++) {
            Ball wide = new MixedField(TUBE).ball(tube[i]);
            assertThat(TUBE.low(wide)).isLessThanOrEqualTo(PLAIN.low(plain[i]));
            assertThat(TUBE.high(wide)).isGreaterThanOrEqualTo(PLAIN.high(plain[i]));
        }
    }

    @Test
    void withMomentumATubeLosesLessThanPlainBallsToo() {
        Problem problem = exclusiveOr(500, BigFraction.ONE_HALF);
        TubeRun run = new TubeRun(problem, Precision.of(192), start(problem));
        while (run.done() < 500) {
            run.step();
        }
        Ball[][] plain = plain(problem, 500).parameters().weights();

        assertThat(run.errorBits()).isLessThan(Radius.bits(plain[0][0].radius()) / 2);
    }

    private static State<Mixed> start(Problem problem) {
        return new Steps<>(problem, new MixedField(TUBE)).start();
    }

    private static State<Ball> plain(Problem problem, int steps) {
        Steps<Ball> plain = new Steps<>(problem, new BallField(PLAIN));
        State<Ball> state = plain.start();
        while (state.steps() < steps) {
            state = plain.next(state, Sides.NOBODY);
        }
        return state;
    }

    @Test
    void inAThousandStepsOfAnHyperbolicTangentATubeLosesFewBitsWherePlainBallsLoseHundreds() {
        Problem problem = exclusiveOr(1000);
        TubeRun run = new TubeRun(problem, TUBE, start(problem));
        while (run.done() < 1000) {
            run.step();
        }
        Ball[][] plain = plain(problem, 1000).parameters().weights();

        assertThat(run.errorBits()).isLessThan(40);
        assertThat(Radius.bits(plain[0][0].radius())).isGreaterThan(200);
    }

    @Test
    void aParameterThatNothingMovesStaysExactlyWhatItWas() {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("1/3", "1/7"), Vector.of("-2/3", "1/2")), Optional.empty(), Activation.TANH),
                new Layer(Matrix.of(Vector.of("1/3", "2/3")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1/3", "0")), List.of(Vector.of("1")));
        Problem problem = problem(start, data, 20, BigFraction.ZERO);
        TubeRun run = new TubeRun(problem, TUBE, start(problem));
        while (run.done() < 20) {
            run.step();
        }
        Mixed[] first = run.reached().state().parameters().weights()[0];

        assertThat(first[1].exact()).isEqualTo(new BigFraction(1, 7));
        assertThat(first[3].exact()).isEqualTo(new BigFraction(1, 2));
        assertThat(first[0].isExact()).isFalse();
    }

    @Test
    void aTubeIsForLongTrainingsOfSmallNetworksByGradientDescent() {
        Problem problem = exclusiveOr(100);

        assertThat(new Tube().reach(problem, start(problem), wanted(100, 100))).isEmpty();
        assertThat(new Tube().reach(problem, start(problem), wanted(100, 1000))).isPresent();
        assertThat(Tube.covers(withAdam(problem))).isFalse();
    }

    @Test
    void aTubeThatDoesNotFitIntoThePrecisionAllowedIsNotTaken() {
        Problem problem = exclusiveOr(100);

        assertThat(new Tube().reach(problem, start(problem), new Detour.Wanted(100, 1000, 84, 100, done -> { }))).isEmpty();
    }

    @Test
    void whatATubeReachesIsAsNarrowAsWanted() {
        Problem problem = exclusiveOr(300);
        Reached reached = new Tube().reach(problem, start(problem), wanted(300, 1000)).orElseThrow();

        for (Mixed number : reached.state().parameters().weights()[0]) {
            Ball ball = new MixedField(reached.precision()).ball(number);
            assertThat(Radius.bits(ball.radius())).isLessThanOrEqualTo(reached.precision().bits() - 84);
        }
    }

    private static Detour.Wanted wanted(int steps, int lost) {
        return new Detour.Wanted(steps, lost, 84, 16_384, done -> { });
    }

    private static Problem withAdam(Problem problem) {
        BigFraction rate = new BigFraction(1, 10);
        return Problem.of(problem.start(), Optional.empty(), problem.data(), problem.settings(),
                Optional.of(new Adam(rate, new BigFraction(9, 10), new BigFraction(99, 100), rate)), Masks.NONE);
    }

    /** 2-4-1, tanh with a linear output, exclusive or in -1 and 1. */
    private static Problem exclusiveOr(int steps) {
        return exclusiveOr(steps, BigFraction.ZERO);
    }

    private static Problem exclusiveOr(int steps, BigFraction momentum) {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("3/10", "-7/10"), Vector.of("9/10", "2/5"), Vector.of("-1/2", "4/5"),
                        Vector.of("1/10", "3/5")), Optional.of(Vector.of("1/10", "-1/5", "3/10", "2/5")), Activation.TANH),
                new Layer(Matrix.of(Vector.of("1/2", "-3/5", "7/10", "4/5")), Optional.of(Vector.of("1/10")),
                        Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("-1", "-1"), Vector.of("-1", "1"), Vector.of("1", "-1"),
                Vector.of("1", "1")), List.of(Vector.of("-1"), Vector.of("1"), Vector.of("1"), Vector.of("-1")));
        return problem(start, data, steps, momentum);
    }

    private static Problem problem(Network start, DataSet data, int steps, BigFraction momentum) {
        Settings settings = new Settings(Loss.SQUARED, new BigFraction(1, 10), steps, data.size(), momentum, BigFraction.ZERO,
                BigFraction.ZERO);
        return Problem.of(start, Optional.empty(), data, settings, Optional.empty(), Masks.NONE);
    }
}
