package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.optimiser.Adagrad;
import org.stillpoint.optimiser.Adam;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.RmsProp;

/** One weight w and the squared loss: on x = 1 the gradient is w - y. */
class UpdateRuleTest {

    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final Settings TWO_STEPS = Settings.defaults(2).withLoss(Loss.SQUARED);

    private static Network weight(String w) {
        return Network.of(new Layer(Matrix.of(Vector.of(w)), Optional.empty(), Activation.IDENTITY));
    }

    private static DataSet targets(String... targets) {
        List<Vector> ys = Vector.of(targets).entries().stream().map(y -> Vector.of(y)).toList();
        return new DataSet(ys.stream().map(y -> Vector.of("1")).toList(), ys);
    }

    private static UpdateRule by(Optimiser optimiser) {
        return new UpdateRule(Optional.of(optimiser), Optional.empty());
    }

    /** The weight after each step. */
    private static List<String> weights(Network start, DataSet data, Settings settings, UpdateRule rule) {
        List<String> weights = Training.trace(start, data, settings, rule, (step, bits) -> { }).steps().stream()
                .map(step -> ExactNumber.write(step.network().parameters().get(0))).toList();
        for (Engine engine : Engine.values()) {
            assertThat(Training.train(start, data, settings, rule, engine, (step, bits) -> { }).network())
                    .isEqualTo(weight(weights.get(weights.size() - 1)));
        }
        return weights;
    }

    @Test
    void nesterovLooksAheadByTheNewVelocity() {
        // g = 1, v = 1, down by 1/2 (1 + 1/2); then g = 1/4, v = 1/2 + 1/4, down by 1/2 (1/4 + 3/8)
        assertThat(weights(weight("1"), targets("0"), TWO_STEPS, by(new Nesterov(HALF, HALF, BigFraction.ZERO))))
                .containsExactly("1/4", "-1/16");
    }

    @Test
    void adagradDividesByTheRootOfTheSumOfSquares() {
        // gradients 3 and 4: 3 / (3 + 1), then 4 / (5 + 1)
        assertThat(weights(weight("0"), targets("-3", "-19/4"), TWO_STEPS, by(new Adagrad(BigFraction.ONE, BigFraction.ONE))))
                .containsExactly("-3/4", "-17/12");
    }

    @Test
    void rmsPropDividesByTheRootOfTheMeanOfSquares() {
        // gradients 2 and 1: s = 1/4 * 4, 2 / (1 + 1); then s = 3/4 * 1 + 1/4 * 1, 1 / (1 + 1)
        assertThat(weights(weight("0"), targets("-2"), TWO_STEPS,
                by(new RmsProp(BigFraction.ONE, new BigFraction(3, 4), BigFraction.ONE)))).containsExactly("-1", "-3/2");
    }

    @Test
    void adamDividesTheMeanByTheRootOfTheMeanOfSquaresBothUnbiased() {
        // gradients 5 and 1: 5 / (5 + 1); then m' = (5/2 + 1) / (3/2) = 7/3, v' = (25/2 + 1) / (3/2) = 9, 7/3 / (3 + 1)
        assertThat(weights(weight("0"), targets("-5", "-11/6"), TWO_STEPS,
                by(new Adam(BigFraction.ONE, HALF, HALF, BigFraction.ONE)))).containsExactly("-5/6", "-17/12");
    }

    @Test
    void descentFromAVelocityGoesOnWithIt() {
        // v = 1/2 * 2 + 1, down by 1/2 * 2; then v = 1/2 * 2 + 0
        assertThat(weights(weight("1"), targets("0"), TWO_STEPS.withLearningRate(HALF).withMomentum(HALF),
                new UpdateRule(Optional.empty(), Optional.of(weight("2"))))).containsExactly("0", "-1/2");
    }

    @Test
    void nesterovFromAVelocityGoesOnWithIt() {
        // v = 1/2 * 2 + 1, down by 1/2 (1 + 1/2 * 2)
        assertThat(weights(weight("1"), targets("0"), TWO_STEPS.withSteps(1),
                new UpdateRule(Optional.of(new Nesterov(HALF, HALF, BigFraction.ZERO)), Optional.of(weight("2")))))
                .containsExactly("0");
    }

    @Test
    void aRootThatIsNotRationalEndsTheTrainingWithItsStep() {
        UpdateRule adagrad = by(new Adagrad(BigFraction.ZERO, BigFraction.ONE));

        assertThatThrownBy(() -> weights(weight("1"), targets("0"), TWO_STEPS, adagrad)).isInstanceOf(DomainException.class)
                .hasMessage("step 2: the square root of 2 is not rational, expected a step whose roots are: "
                        + "numbers here are exact rationals, and this one would have to be rounded (--engine enclosure "
                        + "encloses it)");
    }

    /** The velocity is 1, 4/3, 13/9, 40/27; the weight stays 1. */
    @ParameterizedTest
    @EnumSource
    void aVelocityCountsAmongTheNumbersWhoseLengthIsWatched(Engine engine) {
        Settings still = TWO_STEPS.withSteps(4).withLearningRate(BigFraction.ZERO).withMomentum(new BigFraction(1, 3));
        UpdateRule nesterov = by(new Nesterov(BigFraction.ZERO, new BigFraction(1, 3), BigFraction.ZERO));

        assertThat(bits(still, UpdateRule.DESCENT, engine)).containsExactly(1, 3, 4, 6);
        assertThat(bits(still, nesterov, engine)).containsExactly(1, 3, 4, 6);
        assertThat(bits(still.withMomentum(BigFraction.ZERO), UpdateRule.DESCENT, engine)).containsOnly(1);
    }

    private static List<Integer> bits(Settings settings, UpdateRule rule, Engine engine) {
        List<Integer> bits = new ArrayList<>();
        Training.train(weight("1"), targets("0"), settings, rule, engine, (step, longest) -> bits.add(longest.exact()));
        return bits;
    }

    @Test
    void theFastEngineKnowsTheDescentOfTheSettingsOnly() {
        assertThat(Engine.FAST.usedFor(weight("1"), UpdateRule.DESCENT)).isEqualTo(Engine.FAST);
        assertThat(Engine.FAST.usedFor(weight("1"), by(new Adagrad(BigFraction.ONE, BigFraction.ONE))))
                .isEqualTo(Engine.REFERENCE);
    }

    @ParameterizedTest
    @EnumSource
    void aVelocityThatFitsNeitherRuleNorNetworkIsRefused(Engine engine) {
        assertThatThrownBy(() -> new UpdateRule(Optional.of(new Adagrad(HALF, HALF)), Optional.of(weight("1"))))
                .isInstanceOf(DomainException.class).hasMessageStartingWith("a velocity for an optimiser without one, expected");
        UpdateRule wide = new UpdateRule(Optional.empty(), Optional.of(Network.zeros(List.of(2, 1), false)));
        assertThatThrownBy(() -> Training.train(weight("1"), targets("0"), TWO_STEPS.withMomentum(HALF), wide, engine,
                (step, bits) -> { }))
                .isInstanceOf(DomainException.class).hasMessageStartingWith("widths [2, 1], expected [1, 1]");
    }
}
