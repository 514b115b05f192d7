package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.engine.StepTrace;

class OutputActivationTest {

    private static final Settings ONE_STEP = Settings.defaults(1).withLoss(Loss.SQUARED).withLearningRate(BigFraction.ONE);

    /** One input, one hidden unit, one output, every weight 1, no bias. */
    private static Network chain(Activation hidden, Activation last) {
        Matrix one = Matrix.of(Vector.of("1"));
        return Network.of(new Layer(one, Optional.empty(), hidden), new Layer(one, Optional.empty(), last));
    }

    private static DataSet data(String input, String target) {
        return new DataSet(List.of(Vector.of(input)), List.of(Vector.of(target)));
    }

    /** f = 1/2 + 1 / (2 * 2) = 3/4, sigma' = 1 / (2 * 2^2) = 1/8, l' = 3/4 - 0. */
    @Test
    void aStepBehindAnActivationOnTheOutputIsAsWorkedOutByHand() {
        StepTrace step = Training.trace(chain(Activation.RELU, Activation.RATIONAL_SIGMOID), data("1", "0"), ONE_STEP)
                .steps().get(0);

        assertThat(step.samples()).containsExactly(new SampleTrace(List.of(Vector.of("1"), Vector.of("1")),
                List.of(Vector.of("1"), Vector.of("3/4")), List.of(Vector.of("3/32"), Vector.of("3/32")), Vector.of("3/4"),
                ExactNumber.parse("9/32")));
        assertThat(step.gradients().parameters()).containsOnly(ExactNumber.parse("3/32"));
        assertThat(step.network().parameters()).containsOnly(ExactNumber.parse("29/32"));
        assertThat(step.network().outputActivation()).isEqualTo(Activation.RATIONAL_SIGMOID);
    }

    @Test
    void theIdentityOnTheOutputAddsNoActivationToATrace() {
        SampleTrace sample = Training.trace(chain(Activation.RELU, Activation.IDENTITY), data("1", "0"), ONE_STEP)
                .steps().get(0).samples().get(0);

        assertThat(sample.activations()).hasSize(1);
        assertThat(sample.output()).isEqualTo(sample.preactivations().get(1));
    }

    @Test
    void outputLossAndAccuracyAreThoseBehindTheActivation() {
        Network network = chain(Activation.IDENTITY, Activation.HARD_TANH);
        DataSet data = new DataSet(List.of(Vector.of("5"), Vector.of("-1/2")), List.of(Vector.of("1"), Vector.of("1")));

        assertThat(Evaluation.output(network, Vector.of("5"))).isEqualTo(Vector.of("1"));
        assertThat(Evaluation.preactivations(network, data.inputs()).map(z -> z.get(1)))
                .containsExactly(Vector.of("5"), Vector.of("-1/2"));
        assertThat(Evaluation.meanLoss(network, data, Loss.HINGE)).isEqualTo(ExactNumber.parse("3/4"));
        assertThat(Evaluation.accuracy(network, data)).contains(Accuracy.of(AccuracyRule.SIGN, 1, 2));
    }

    @Test
    void anActivationThatIsNeverNegativeIsNeverRightOnALabelOfMinusOne() {
        DataSet data = data("-3", "-1");

        assertThat(Evaluation.right(chain(Activation.IDENTITY, Activation.IDENTITY), data, AccuracyRule.SIGN)).isEqualTo(1);
        assertThat(Evaluation.right(chain(Activation.IDENTITY, Activation.ABS), data, AccuracyRule.SIGN)).isZero();
        assertThat(Evaluation.right(chain(Activation.IDENTITY, Activation.RELU), data, AccuracyRule.SIGN)).isZero();
    }

    @Test
    void theThresholdIsPassedByTheOutputAndNotByItsPreActivation() {
        DataSet data = data("1/4", "1");

        assertThat(Evaluation.right(chain(Activation.IDENTITY, Activation.IDENTITY), data, AccuracyRule.THRESHOLD)).isZero();
        assertThat(Evaluation.right(chain(Activation.IDENTITY, Activation.RATIONAL_SIGMOID), data, AccuracyRule.THRESHOLD))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"relu, 0, 1/3", "leaky-relu:1/5, 0, 1/3", "abs, 0, 1/3", "hard-tanh, 1, 1", "hard-tanh, -1, 1"})
    void atAKinkOfTheOutputTheConventionIsThatOfHiddenUnits(String last, String input, String derivative) {
        Network network = chain(Activation.IDENTITY, Activation.fromId(last));
        DataSet data = data(input, "-2");
        BigFraction delta = Evaluation.output(network, Vector.of(input)).get(0).add(2).multiply(ExactNumber.parse(derivative));

        assertThat(lastDelta(network, data, KinkDerivatives.all(new BigFraction(1, 3)))).isEqualTo(delta);
    }

    @Test
    void anOwnDerivativeAtAKinkHoldsOnTheOutputToo() {
        KinkDerivatives own = new KinkDerivatives(BigFraction.ZERO, Map.of(Activation.RELU, BigFraction.ONE_HALF));

        assertThat(lastDelta(chain(Activation.IDENTITY, Activation.RELU), data("0", "-4"), own)).isEqualTo(BigFraction.TWO);
    }

    private static BigFraction lastDelta(Network network, DataSet data, KinkDerivatives kinks) {
        return Training.trace(network, data, ONE_STEP.withKinks(kinks)).steps().get(0).samples().get(0).deltas().get(1).get(0);
    }

    @ParameterizedTest
    @CsvSource({"identity,FAST", "relu,FAST", "leaky-relu,FAST", "abs,FAST", "hard-tanh,FAST", "softsign,REFERENCE",
            "rational-sigmoid,REFERENCE"})
    void theFastEngineTakesPiecewiseLinearOutputsAndLeavesOthersToTheReference(String last, Engine engine) {
        Network network = chain(Activation.RELU, Activation.fromId(last));
        DataSet data = data("1/2", "3");

        assertThat(Engine.FAST.usedFor(network)).isEqualTo(engine);
        assertThat(Training.train(network, data, ONE_STEP, Engine.FAST, (step, bits) -> { }))
                .isEqualTo(Training.train(network, data, ONE_STEP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigmoid", "tanh", "softplus", "elu", "silu", "gelu", "softmax"})
    void thereIsNoExactResultWithASmoothActivation(String smooth) {
        Activation activation = Activation.fromId(smooth);
        refused(chain(Activation.RELU, activation), "activation " + smooth + " is not exact over the rationals, expected one of "
                + "identity, relu, leaky-relu, abs, hard-tanh, softsign, rational-sigmoid");
        if (activation != Activation.SOFTMAX) {
            refused(chain(activation, Activation.IDENTITY), "activation " + smooth + " is not exact over the rationals");
        }
    }

    private static void refused(Network network, String message) {
        DataSet data = data("1", "1");
        List.<ThrowingCallable>of(() -> Training.train(network, data, ONE_STEP), () -> Training.trace(network, data, ONE_STEP),
                () -> Training.train(network, data, ONE_STEP, Engine.FAST, (step, bits) -> { }),
                () -> Gradients.mean(network, data, Loss.SQUARED, BigFraction.ZERO),
                () -> Evaluation.output(network, Vector.of("1")), () -> Evaluation.meanLoss(network, data, Loss.SQUARED),
                () -> Evaluation.accuracy(network, data))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(DomainException.class).hasMessageStartingWith(message)
                        .hasMessageNotContaining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "cross-entropy"})
    void thereIsNoExactResultWithASmoothLoss(String smooth) {
        Network network = chain(Activation.RELU, Activation.IDENTITY);
        Settings settings = ONE_STEP.withLoss(Loss.fromId(smooth));

        List.<ThrowingCallable>of(() -> Training.train(network, data("1", "1"), settings),
                () -> Training.trace(network, data("1", "1"), settings),
                () -> Training.train(network, data("1", "1"), settings, Engine.FAST, (step, bits) -> { }),
                () -> Evaluation.meanLoss(network, data("1", "1"), settings.loss()))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(DomainException.class).hasMessage("loss " + smooth
                        + " is not exact over the rationals, expected one of perceptron, hinge, squared, absolute"));
    }
}
