package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.Trace;

class TrainingTest {

    /** f(x) = relu(x1 + 2 x2) + 2 relu(-x1) + 1/2. */
    private static final Network NETWORK = Network.of(
            new Layer(Matrix.of(Vector.of("1", "2"), Vector.of("-1", "0")), Optional.of(Vector.of("0", "0")), Activation.RELU),
            new Layer(Matrix.of(Vector.of("1", "2")), Optional.of(Vector.of("1/2")), Activation.IDENTITY));
    private static final DataSet DATA = new DataSet(
            List.of(Vector.of("1", "1"), Vector.of("-1", "0"), Vector.of("0", "-1")),
            List.of(Vector.of("1"), Vector.of("-1"), Vector.of("-1")));
    private static final Settings SETTINGS = Settings.defaults(1).withLoss(Loss.SQUARED);

    private static TrainingResult train(Network start, DataSet data, Settings settings, Engine engine) {
        return Training.train(start, data, settings, engine, (step, bits) -> { });
    }

    @Test
    void theOutputIsTheOneWorkedOutByHand() {
        assertThat(Evaluation.output(NETWORK, Vector.of("1", "1"))).isEqualTo(Vector.of("7/2"));
        assertThat(Evaluation.output(NETWORK, Vector.of("-1", "0"))).isEqualTo(Vector.of("5/2"));
    }

    @ParameterizedTest
    @EnumSource
    void oneStepMovesEachParameterAgainstItsGradient(Engine engine) {
        // f = 7/2, g = 5/2; only the first hidden unit is active, its delta is 5/2
        Network trained = train(NETWORK, DATA, SETTINGS, engine).network();

        assertThat(trained).isEqualTo(Network.of(
                new Layer(Matrix.of(Vector.of("3/4", "7/4"), Vector.of("-1", "0")),
                        Optional.of(Vector.of("-1/4", "0")), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1/4", "2")), Optional.of(Vector.of("1/4")), Activation.IDENTITY)));
    }

    @Test
    void aTraceHoldsTheNumbersWorkedOutByHand() {
        StepTrace step = Training.trace(NETWORK, DATA, SETTINGS).steps().get(0);
        SampleTrace sample = step.samples().get(0);

        assertThat(sample.preactivations()).containsExactly(Vector.of("3", "-1"), Vector.of("7/2"));
        assertThat(sample.activations()).containsExactly(Vector.of("3", "0"));
        assertThat(sample.deltas()).containsExactly(Vector.of("5/2", "0"), Vector.of("5/2"));
        assertThat(sample.output()).isEqualTo(Vector.of("7/2"));
        assertThat(sample.loss()).isEqualTo(new BigFraction(25, 8));
        assertThat(step.gradients().layers().get(1))
                .isEqualTo(new LayerGradient(Matrix.of(Vector.of("15/2", "0")), Optional.of(Vector.of("5/2"))));
    }

    @Test
    void batchesPassInOrderTheLastOneShorterAndThenFromTheStart() {
        Trace trace = Training.trace(NETWORK, DATA, SETTINGS.withSteps(5).withBatchSize(2));

        assertThat(trace.steps()).extracting(StepTrace::batch)
                .containsExactly(List.of(0, 1), List.of(2), List.of(0, 1), List.of(2), List.of(0, 1));
    }

    @Test
    void anEpochIsOnePassOverAllBatches() {
        assertThat(SETTINGS.withBatchSize(2).withEpochs(3, DATA.size()).steps()).isEqualTo(6);
        assertThat(SETTINGS.withBatchSize(100).withEpochs(3, DATA.size()).steps()).isEqualTo(3);
        assertThatThrownBy(() -> SETTINGS.withEpochs(Integer.MAX_VALUE, DATA.size())).isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aTraceEndsWhereTrainingEnds(Engine engine) {
        Settings settings = SETTINGS.withSteps(7).withBatchSize(2).withMomentum(new BigFraction(1, 3))
                .withWeightDecay(new BigFraction(1, 7)).withKappa(new BigFraction(1, 2));

        assertThat(Training.trace(NETWORK, DATA, settings).steps().get(6).network())
                .isEqualTo(train(NETWORK, DATA, settings, engine).network())
                .isEqualTo(Training.descend(NETWORK, DATA, settings, engine))
                .isEqualTo(Training.descend(NETWORK, DATA, settings, Loss.SQUARED));
    }

    @ParameterizedTest
    @EnumSource
    void momentumAddsTheVelocityOfTheStepBefore(Engine engine) {
        // one weight, squared loss, x = 1, y = 0: the gradient is w; w: 1 -> 1/2 -> 1/2 - 1/2 (1/2 + 1/2 * 1)
        Network one = Network.of(new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("0")));
        Settings settings = SETTINGS.withLearningRate(new BigFraction(1, 2)).withMomentum(new BigFraction(1, 2)).withSteps(2);

        assertThat(train(one, data, settings, engine).network().parameters()).containsExactly(BigFraction.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void decayPullsWeightsButNotBiases(Engine engine) {
        Network one = Network.of(new Layer(Matrix.of(Vector.of("1")), Optional.of(Vector.of("1")), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("2")));
        Settings settings = SETTINGS.withWeightDecay(BigFraction.ONE);

        assertThat(train(one, data, settings, engine).network().parameters())
                .containsExactly(new BigFraction(9, 10), BigFraction.ONE);
    }

    @Test
    void theMeanGradientIsTheMeanOverTheSamples() {
        NetworkGradient gradient = Gradients.mean(NETWORK, DATA, Loss.SQUARED, BigFraction.ZERO);

        // the residuals are 5/2, 7/2 and 3/2
        assertThat(gradient.layers().get(1).bias()).contains(Vector.of("5/2"));
    }

    @Test
    void lossAndAccuracyAreMeansOverTheSamples() {
        assertThat(Evaluation.meanLoss(NETWORK, DATA, Loss.ABSOLUTE)).isEqualTo(new BigFraction(5, 2));
        assertThat(Evaluation.accuracy(NETWORK, DATA)).contains(Accuracy.of(AccuracyRule.SIGN, 1, 3));
    }

    /** The network is the identity, so that the inputs are the outputs. */
    private static Optional<Accuracy> accuracy(List<Vector> outputs, List<Vector> targets, Engine engine) {
        boolean one = outputs.get(0).size() == 1;
        Matrix weights = one ? Matrix.of(Vector.of("1")) : Matrix.of(Vector.of("1", "0"), Vector.of("0", "1"));
        Network identity = Network.of(new Layer(weights, Optional.empty(), Activation.IDENTITY));
        return train(identity, new DataSet(outputs, targets), SETTINGS.withSteps(0), engine).accuracy();
    }

    private static List<Vector> numbers(String... literals) {
        return Stream.of(literals).map(Vector::of).toList();
    }

    @ParameterizedTest
    @EnumSource
    void anOutputOfZeroIsNoSign(Engine engine) {
        assertThat(accuracy(numbers("0", "0", "-1", "1/9"), numbers("1", "-1", "-1", "-1"), engine))
                .contains(Accuracy.of(AccuracyRule.SIGN, 1, 4));
    }

    @ParameterizedTest
    @EnumSource
    void anOutputIsAOneIfItIsAboveOneHalf(Engine engine) {
        assertThat(accuracy(numbers("1/2", "1/2", "2/3", "2/3", "-1", "-1"), numbers("0", "1", "0", "1", "0", "1"), engine))
                .contains(Accuracy.of(AccuracyRule.THRESHOLD, 3, 6));
    }

    @ParameterizedTest
    @EnumSource
    void aHotOutputIsRightIfItIsTheOnlyLargest(Engine engine) {
        List<Vector> outputs = List.of(Vector.of("2", "1"), Vector.of("1", "2"), Vector.of("3", "3"), Vector.of("-2", "-1"));
        List<Vector> targets = List.of(Vector.of("1", "0"), Vector.of("1", "0"), Vector.of("0", "1"), Vector.of("0", "1"));

        assertThat(accuracy(outputs, targets, engine)).contains(Accuracy.of(AccuracyRule.ARGMAX, 2, 4));
    }

    @ParameterizedTest
    @EnumSource
    void oneSampleOfTargetOneIsASign(Engine engine) {
        assertThat(accuracy(numbers("1/3"), numbers("1"), engine)).contains(Accuracy.of(AccuracyRule.SIGN, 1, 1));
        assertThat(accuracy(numbers("1/3"), numbers("0"), engine)).contains(Accuracy.of(AccuracyRule.THRESHOLD, 1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void targetsThatAreNoLabelsHaveNoAccuracy(Engine engine) {
        assertThat(accuracy(numbers("1", "0"), numbers("1", "1/2"), engine)).isEmpty();
    }

    /** Absolute loss takes labels of 0 and 1 on the engine of one hidden layer, from equal units too. */
    @ParameterizedTest
    @EnumSource
    void equalUnitsAreRightAsOftenAsTheUnitInTheirPlace(Engine engine) {
        // f(x) = 3 relu(x) / 4 by three units
        Network equal = Network.of(
                new Layer(Matrix.of(Vector.of("1/2"), Vector.of("1/2"), Vector.of("1/2")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1/2", "1/2", "1/2")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(numbers("2/3", "1", "-1"), numbers("1", "1", "0"));

        assertThat(train(equal, data, SETTINGS.withLoss(Loss.ABSOLUTE).withSteps(0), engine).accuracy())
                .contains(Accuracy.of(AccuracyRule.THRESHOLD, 2, 3));
    }

    @ParameterizedTest
    @EnumSource
    void theListenerHearsEveryStepAndTheLengthOfTheNumbers(Engine engine) {
        List<Integer> heard = new ArrayList<>();
        List<Integer> bits = new ArrayList<>();
        Training.train(NETWORK, DATA, SETTINGS.withSteps(3), engine, (step, longest) -> {
            heard.add(step);
            bits.add(longest.exact());
        });

        assertThat(heard).containsExactly(1, 2, 3);
        assertThat(bits.get(0)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void dataThatDoesNotFitIsRefused(Engine engine) {
        DataSet wide = new DataSet(List.of(Vector.of("1", "2", "3")), List.of(Vector.of("1")));
        DataSet twoTargets = new DataSet(List.of(Vector.of("1", "2")), List.of(Vector.of("1", "1")));

        assertThatThrownBy(() -> train(NETWORK, wide, SETTINGS, engine)).isInstanceOf(DomainException.class)
                .hasMessage("an input has length 3, expected 2, the inputs of the network");
        assertThatThrownBy(() -> Gradients.mean(NETWORK, twoTargets, Loss.HINGE, BigFraction.ZERO))
                .isInstanceOf(DomainException.class)
                .hasMessage("a target has length 2, expected 1, the outputs of the network");
        assertThatThrownBy(() -> Evaluation.output(NETWORK, Vector.of("1"))).isInstanceOf(DomainException.class);
    }

    @Test
    void whatTheReferenceDoesNotConfirmIsNotShown() {
        Network end = Training.descend(NETWORK, DATA, SETTINGS, Engine.FAST);

        assertThatCode(() -> Training.confirm(NETWORK, DATA, SETTINGS, end::equals)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Training.confirm(NETWORK, DATA, SETTINGS, NETWORK::equals))
                .isInstanceOf(DisagreementException.class).hasMessageContaining("one of the engines is wrong");
    }
}
