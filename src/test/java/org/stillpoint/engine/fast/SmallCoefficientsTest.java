package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
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
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;
import org.stillpoint.training.TrainingResult;

/** What is at the ends of the longs, or has no effect because it is multiplied by 0, is not taken for small. */
class SmallCoefficientsTest {

    private static final BigFraction LEAST = new BigFraction(BigInteger.valueOf(Long.MIN_VALUE));
    private static final BigFraction LONG = new BigFraction(BigInteger.ONE.shiftLeft(62));
    private static final BigFraction INT = new BigFraction(Integer.MAX_VALUE);
    private static final BigFraction TINY = LONG.reciprocal();
    private static final BigFraction ONE = BigFraction.ONE;
    private static final Settings SETTINGS = Settings.defaults(2).withLearningRate(ONE);

    @Test
    void aScaleAndAMomentumMayAddUpToMoreThanALong() {
        assertTheEnginesAgree(unit(Activation.RELU), labelled(ONE), SETTINGS.withLearningRate(TINY).withMomentum(TINY.add(1)));
    }

    @Test
    void theLearningRateMayBeTheLeastLong() {
        Network withoutBias = network(row(ONE), Optional.empty(), Activation.RELU, ONE.negate());
        assertTheEnginesAgree(withoutBias, labelled(ONE), SETTINGS.withLearningRate(LEAST));
    }

    @Test
    void theMomentumMayBeTheLeastLong() {
        assertTheEnginesAgree(unit(Activation.RELU), labelled(ONE), SETTINGS.withMomentum(LEAST));
    }

    @Test
    void theDecayMayBeTheLeastLong() {
        assertTheEnginesAgree(unit(Activation.RELU), labelled(ONE), SETTINGS.withWeightDecay(LEAST));
    }

    @Test
    void aSlopeMayBeTheLeastLong() {
        assertTheEnginesAgree(unit(RationalActivation.leakyRelu(LEAST)), labelled(ONE.negate()), SETTINGS);
    }

    @Test
    void aDerivativeOfTheLossMayBeTheLeastLong() {
        assertTheEnginesAgree(unit(Activation.RELU), data(List.of(ONE), LEAST.negate()), SETTINGS.withLoss(Loss.PERCEPTRON));
    }

    @Test
    void derivativesOfTheLossMayBeLongWhereAllInputsAreZero() {
        Network network = network(row(ONE), Optional.empty(), Activation.RELU, ONE);
        DataSet zeros = new DataSet(List.of(Vector.zeros(1), Vector.zeros(1), Vector.zeros(1)),
                List.of(Vector.of(LONG), Vector.of(LONG), Vector.of(LONG)));
        assertTheEnginesAgree(network, zeros, SETTINGS.withLoss(Loss.PERCEPTRON).withBatchSize(3));
    }

    /** The pre-activation is 1, which no double tells from 0, and the sum of the lower halves is longer than a long. */
    @Test
    void inputsMayBeLongWhereTheLossHasNoDerivative() {
        BigFraction w = new BigFraction(0x1111_1111);
        Network network =
                network(row(w, w, w.multiply(-2)), Optional.of(Vector.of(ONE)), Activation.RELU, new BigFraction(16, 15));
        assertTheEnginesAgree(network, data(List.of(INT, INT, INT), BigFraction.ZERO), SETTINGS);
    }

    private static void assertTheEnginesAgree(Network network, DataSet data, Settings settings) {
        List<Integer> bits = new ArrayList<>();
        List<Integer> expectedBits = new ArrayList<>();

        TrainingResult result = Training.train(network, data, settings, Engine.FAST, (step, now) -> bits.add(now.exact()));

        TrainingResult expected =
                Training.train(network, data, settings, Engine.REFERENCE, (step, now) -> expectedBits.add(now.exact()));
        assertThat(result).isEqualTo(expected);
        assertThat(bits).isEqualTo(expectedBits);
    }

    private static DataSet labelled(BigFraction input) {
        return data(List.of(input), ONE);
    }

    private static DataSet data(List<BigFraction> input, BigFraction target) {
        return new DataSet(List.of(new Vector(input)), List.of(Vector.of(target)));
    }

    /** One hidden unit, whose weights are small. */
    private static Network unit(Activation activation) {
        return network(row(ONE), Optional.of(Vector.zeros(1)), activation, new BigFraction(-1, 3));
    }

    private static Vector row(BigFraction... weights) {
        return Vector.of(weights);
    }

    private static Network network(Vector incoming, Optional<Vector> bias, Activation activation, BigFraction outgoing) {
        return new Network(List.of(new Layer(new Matrix(List.of(incoming)), bias, activation),
                new Layer(Matrix.constant(1, 1, outgoing), Optional.of(Vector.zeros(1)), Activation.IDENTITY)));
    }
}
