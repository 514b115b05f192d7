package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealSample;
import org.stillpoint.engine.RealStep;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.optimiser.Adagrad;
import org.stillpoint.optimiser.GradientDescent;

class EnclosingTest {

    private static final DataSet XOR = new DataSet(
            List.of(Vector.of("0", "0"), Vector.of("0", "1"), Vector.of("1", "0"), Vector.of("1", "1")),
            List.of(Vector.of("0"), Vector.of("1"), Vector.of("1"), Vector.of("0")));
    private static final String TANH_OF_ONE_HALF = "0.46211715726000975850231848364367254873028928033011";
    private static final Certainty USUAL = Certainty.DEFAULT;
    private static final Settings FULL_BATCHES = Settings.defaults(10).withLoss(Loss.SQUARED).withBatchSize(4);

    private static Network zeros(Activation hidden, Activation output) {
        return Network.of(new Layer(Matrix.constant(2, 2, BigFraction.ZERO), Optional.of(Vector.zeros(2)), hidden),
                new Layer(Matrix.constant(1, 2, BigFraction.ZERO), Optional.of(Vector.zeros(1)), output));
    }

    private static Network some(Activation hidden, Activation output) {
        return Network.of(
                new Layer(Matrix.of(Vector.of("0.31", "-0.7"), Vector.of("0.52", "0.44")),
                        Optional.of(Vector.of("0.11", "-0.23")), hidden),
                new Layer(Matrix.of(Vector.of("0.61", "-0.39")), Optional.of(Vector.of("0.07")), output));
    }

    private static Kept<RealResult> train(Network start, DataSet data, Settings settings, Certainty certainty) {
        return Enclosing.train(start, data, settings, UpdateRule.DESCENT, certainty, step -> { });
    }

    private static List<Real> parameters(List<RealLayer> layers) {
        List<Real> all = new ArrayList<>();
        for (RealLayer layer : layers) {
            layer.weights().forEach(all::addAll);
            layer.bias().ifPresent(all::addAll);
        }
        return all;
    }

    private static Exact exact(String number) {
        return new Exact(ExactNumber.parse(number));
    }

    @Test
    void fromZerosTanhMovesTheOutputBiasOnlyAndExactly() {
        RealResult result = train(zeros(Activation.TANH, Activation.IDENTITY), XOR, FULL_BATCHES, USUAL).result();
        List<Real> parameters = parameters(result.network().layers());

        assertThat(parameters.subList(0, parameters.size() - 1)).containsOnly(exact("0"));
        // 1/2 - 1/2 (9/10)^10
        assertThat(parameters.get(parameters.size() - 1)).isEqualTo(exact("6513215599/20000000000"));
    }

    @Test
    void behindSigmoidZeroWeightsStayExactlyZeroWhenTheirBiasIsEnclosed() {
        DataSet ones = new DataSet(List.of(Vector.of("1", "-1")), List.of(Vector.of("1")));
        RealResult result = train(zeros(Activation.TANH, Activation.SIGMOID), ones, FULL_BATCHES, USUAL).result();
        List<Real> parameters = parameters(result.network().layers());

        assertThat(parameters.subList(0, parameters.size() - 1)).containsOnly(exact("0"));
        assertThat(parameters.get(parameters.size() - 1)).isInstanceOf(Enclosure.class);
    }

    @Test
    void theFirstStepOfSigmoidFromZerosIsRational() {
        DataSet one = new DataSet(List.of(Vector.of("1", "3")), List.of(Vector.of("1")));
        // the output is 1/2 with slope 1/4, its delta -1/8; times the activation 1/2, times the rate 1/10
        List<Real> parameters = parameters(train(zeros(Activation.SIGMOID, Activation.SIGMOID), one,
                FULL_BATCHES.withSteps(1), USUAL).result().network().layers());

        assertThat(parameters).containsExactly(exact("0"), exact("0"), exact("0"), exact("0"), exact("0"), exact("0"),
                exact("1/160"), exact("1/160"), exact("1/80"));
    }

    @Test
    void softmaxFromZerosHasEqualShares() {
        Network start = Network.of(
                new Layer(Matrix.constant(3, 2, BigFraction.ZERO), Optional.of(Vector.zeros(3)), Activation.SOFTMAX));
        DataSet one = new DataSet(List.of(Vector.of("1", "0")), List.of(Vector.of("0", "1", "0")));

        RealGradients gradients =
                Enclosing.gradients(start, one, Loss.CROSS_ENTROPY, KinkDerivatives.all(BigFraction.ZERO), USUAL);

        assertThat(parameters(gradients.layers()))
                .containsExactly(exact("1/3"), exact("0"), exact("-2/3"), exact("0"), exact("1/3"), exact("0"),
                        exact("1/3"), exact("-2/3"), exact("1/3"));
    }

    @ParameterizedTest
    @CsvSource({"sigmoid, sigmoid, cross-entropy", "tanh, identity, squared", "gelu, sigmoid, squared",
        "softplus, identity, squared"})
    void equalUnitsHaveTheSameEnclosures(String hidden, String output, String loss) {
        Network twins = Network.of(
                new Layer(Matrix.of(Vector.of("0.3", "-0.7"), Vector.of("0.3", "-0.7")), Optional.of(Vector.of("0.1", "0.1")),
                        Activation.fromId(hidden)),
                new Layer(Matrix.of(Vector.of("0.61", "0.61")), Optional.of(Vector.of("0.07")), Activation.fromId(output)));
        RealResult result = train(twins, XOR, FULL_BATCHES.withLoss(Loss.fromId(loss)), USUAL).result();
        RealLayer first = result.network().layers().get(0);

        assertThat(first.weights().get(0)).isEqualTo(first.weights().get(1)).allMatch(Enclosure.class::isInstance);
        assertThat(first.bias().orElseThrow().get(0)).isEqualTo(first.bias().orElseThrow().get(1));
    }

    @Test
    void aWeightThatNothingMovesIsWhatItWas() {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("1/3", "-1/7"), Vector.of("1/2", "1/3")), Optional.empty(), Activation.TANH),
                new Layer(Matrix.of(Vector.of("0.61", "-0.39")), Optional.empty(), Activation.SIGMOID));
        DataSet data = new DataSet(List.of(Vector.of("1", "0")), List.of(Vector.of("1")));

        List<List<Real>> weights = train(start, data, FULL_BATCHES, USUAL).result().network().layers().get(0).weights();

        assertThat(weights).extracting(row -> row.get(1)).containsExactly(exact("-1/7"), exact("1/3"));
        assertThat(weights).extracting(row -> row.get(0)).allMatch(Enclosure.class::isInstance);
    }

    /** The pre-activation 1/3 - 1/3 is no ball that is known to be 0, but it is 0. */
    @Test
    void aUnitThatIsExactlyOnItsKinkIsDecidedByFractions() {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("1/3", "-1/3"), Vector.of("1/2", "1/5")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("0.61", "-0.39")), Optional.empty(), Activation.SIGMOID));
        DataSet data = new DataSet(List.of(Vector.of("1", "1")), List.of(Vector.of("1")));
        Settings settings = FULL_BATCHES.withLoss(Loss.CROSS_ENTROPY).withSteps(50);

        Kept<RealResult> kept = train(start, data, settings, USUAL);

        assertThat(kept.stopped()).isEmpty();
        assertThat(kept.result().network().layers().get(0).weights().get(0)).containsExactly(exact("1/3"), exact("-1/3"));
    }

    @ParameterizedTest
    @CsvSource({"sigmoid, sigmoid, squared", "tanh, identity, squared", "silu, sigmoid, cross-entropy", "relu, identity, squared",
        "rational-sigmoid, softsign, squared"})
    void moreDigitsAreDigitsOfTheSameNumbers(String hidden, String output, String loss) {
        Network start = some(Activation.fromId(hidden), Activation.fromId(output));
        Settings settings = FULL_BATCHES.withLoss(Loss.fromId(loss)).withSteps(30);
        RealResult coarse = train(start, XOR, settings, new Certainty(5, 4096)).result();
        RealResult fine = train(start, XOR, settings, new Certainty(60, 4096)).result();
        List<Real> wide = parameters(coarse.network().layers());
        List<Real> narrow = parameters(fine.network().layers());

        for (int k = 0; k < wide.size(); k++) {
            assertMeet(wide.get(k), narrow.get(k));
        }
        assertMeet(coarse.loss(), fine.loss());
        assertThat(wide).filteredOn(Enclosure.class::isInstance).hasSizeGreaterThan(4);
        assertThat(coarse.accuracy()).isEqualTo(fine.accuracy()).isPresent();
    }

    private static void assertMeet(Real wide, Real narrow) {
        assertThat(wide.fits(5)).isTrue();
        assertThat(narrow.fits(60)).isTrue();
        if (wide instanceof Exact) {
            assertThat(narrow).isEqualTo(wide);
            return;
        }
        Enclosure coarse = (Enclosure) wide;
        Enclosure fine = (Enclosure) narrow;
        BigDecimal width = coarse.high().subtract(coarse.low());
        assertThat(fine.low()).isBetween(coarse.low().subtract(width), coarse.high()).isLessThan(fine.high());
        assertThat(fine.high()).isBetween(coarse.low(), coarse.high().add(width));
    }

    /** The output is tanh(1/2), which is less than the precision away from its target. */
    @Test
    void aLossIsNeverBelowZeroHoweverSmall() {
        Network start = Network.of(new Layer(Matrix.of(Vector.of("1/2")), Optional.empty(), Activation.TANH));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of(TANH_OF_ONE_HALF)));

        Enclosure loss = (Enclosure) train(start, data, FULL_BATCHES.withSteps(0), USUAL).result().loss();

        assertThat(loss.low()).isZero();
        assertThat(loss.high()).isPositive().isLessThan(new BigDecimal("1e-20"));
    }

    @Test
    void fractionsThatExplodeDoNotWhenTheyAreEnclosed() {
        Kept<RealResult> kept = train(some(Activation.RELU, Activation.IDENTITY), XOR, FULL_BATCHES.withSteps(300), USUAL);

        assertThat(kept.stopped()).isEmpty();
        assertThat(parameters(kept.result().network().layers())).allMatch(number -> number.fits(20));
    }

    @Test
    void aTrainingThatDivergesStopsAtTheStepWhereItDoes() {
        Kept<RealResult> kept = train(some(Activation.TANH, Activation.IDENTITY), XOR,
                FULL_BATCHES.withLearningRate(new BigFraction(9)).withSteps(1000), USUAL);
        Stop stop = kept.stopped().orElseThrow();

        assertThat(stop.why()).isEqualTo("step " + stop.step() + " makes numbers beyond 2^64: the training diverges");
        assertThat(kept.result().steps()).isEqualTo(stop.step() - 1).isPositive();
        assertThat(parameters(kept.result().network().layers())).allMatch(number -> number.fits(20));
    }

    @Test
    void pastTheLargestPrecisionTheStepsThatCanBeCertifiedAreKept() {
        Certainty little = new Certainty(20, 128);
        Kept<RealResult> kept = train(some(Activation.TANH, Activation.IDENTITY), XOR, FULL_BATCHES.withSteps(1000), little);
        Stop stop = kept.stopped().orElseThrow();

        assertThat(stop.limit()).isEqualTo(128);
        assertThat(stop.bits()).isGreaterThan(128);
        assertThat(stop.why()).contains("step " + stop.step()).contains("128").doesNotContain("\n");
        assertThat(kept.result().steps()).isEqualTo(stop.step() - 1).isGreaterThan(10);
        assertThat(parameters(kept.result().network().layers())).allMatch(number -> number.fits(20));
        assertThat(kept.result().loss().fits(20)).isTrue();
    }

    /** The unit gets sigmoid of a number minus sigmoid of the same: 0, which no precision tells. */
    @Test
    void aTieThatNoEngineDecidesStopsWithOneLineThatSaysWhere() {
        DataSet data = new DataSet(List.of(Vector.of("1", "-1"), Vector.of("1", "0")), List.of(Vector.of("1"), Vector.of("0")));
        Network tied = Network.of(
                new Layer(Matrix.of(Vector.of("0.3", "0.1"), Vector.of("0.3", "0.1")), Optional.empty(), Activation.SIGMOID),
                new Layer(Matrix.of(Vector.of("1", "-1")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("0.9")), Optional.empty(), Activation.SIGMOID));

        Kept<RealResult> kept = train(tied, data, FULL_BATCHES, USUAL);

        assertThat(kept.stopped().orElseThrow().why()).isEqualTo(
                "step 1, sample 1, layer 2, unit 1: which side of a kink it is on is not decided with 1024 bits");
        assertThat(kept.result().steps()).isZero();
    }

    @Test
    void masksDropUnitsAndScaleThem() {
        Dropout dropout = (step, sample) -> List.of(Vector.of(step == 0 ? "0" : "2", sample == 0 ? "1/3" : "1"));
        Settings settings = FULL_BATCHES.withSteps(2).withBatchSize(3);
        Network start = some(Activation.SOFTSIGN, Activation.IDENTITY);
        Kept<RealResult> kept = Enclosing.train(start, XOR, settings, UpdateRule.DESCENT, dropout, USUAL, step -> { });
        GradientDescent descent = GradientDescent.plain(settings.learningRate());
        List<Network> exact = Optimisation.train(start, XOR, settings, Loss.SQUARED, descent, dropout, bits -> { });
        Dropout tooShort = (step, sample) -> List.of(Vector.of("1"));

        assertThat(kept.result().network().layers()).isEqualTo(RealNetwork.of(exact.get(2)).layers());
        assertThatThrownBy(() -> Enclosing.train(start, XOR, settings, UpdateRule.DESCENT, tooShort, USUAL, step -> { }))
                .isInstanceOf(DomainException.class).hasMessage("a mask of length 1, expected 2, one number for each unit");
    }

    /** Two outputs that are equal in every step, and by then neither fractions of some bits nor points. */
    @Test
    void aTieOfOutputsIsDecidedByTheTrainingOnIntegersWhereItCanBe() {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("0.7")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("0.3"), Vector.of("0.3")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1"), Vector.of("1")), List.of(Vector.of("1", "0"), Vector.of("0", "1")));

        Kept<RealResult> kept = train(start, data, FULL_BATCHES.withSteps(8), USUAL);

        assertThat(kept.stopped()).isEmpty();
        assertThat(parameters(kept.result().network().layers())).allMatch(Enclosure.class::isInstance);
        assertThat(kept.result().accuracy()).contains(new Accuracy(AccuracyRule.ARGMAX, BigFraction.ZERO));
    }

    /** Both outputs are the same function of equal weights, so that neither is the larger one, but no ball says so. */
    @Test
    void aTieOfOutputsThatNoPrecisionDecidesLeavesTheAccuracyOpenAndSaysSo() {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("0.3", "0.1"), Vector.of("0.3", "0.1")), Optional.empty(), Activation.TANH),
                new Layer(Matrix.of(Vector.of("0.5", "0"), Vector.of("0", "0.5")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1", "1")), List.of(Vector.of("1", "0")));

        Kept<RealResult> kept = train(start, data, FULL_BATCHES.withSteps(0), USUAL);

        assertThat(kept.result().accuracy()).isEmpty();
        assertThat(kept.stopped().orElseThrow().why())
                .isEqualTo("after step 0 it is not decided with 1024 bits which samples are right");
    }

    @Test
    void oneUnitOfOneLayerIsTrainedToo() {
        Network start = Network.of(new Layer(Matrix.of(Vector.of("1/3")), Optional.empty(), Activation.SIGMOID));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));

        RealResult result = train(start, data, FULL_BATCHES.withLoss(Loss.CROSS_ENTROPY), USUAL).result();

        assertThat(result.accuracy()).contains(new Accuracy(AccuracyRule.SIGN, BigFraction.ONE));
        assertThat(parameters(result.network().layers())).hasSize(1).allMatch(number -> number.fits(20));
    }

    @Test
    void aRootOfAnExactZeroIsNotAskedFor() {
        Network start = Network.of(new Layer(Matrix.of(Vector.of("1/3", "1/5")), Optional.empty(), Activation.SIGMOID));
        DataSet data = new DataSet(List.of(Vector.of("1", "0")), List.of(Vector.of("0")));
        Adagrad adagrad = new Adagrad(new BigFraction(1, 10), new BigFraction(1, 100));
        UpdateRule rule = new UpdateRule(Optional.of(adagrad), Optional.empty());

        RealResult result = Enclosing.train(start, data, FULL_BATCHES, rule, USUAL, step -> { }).result();
        List<Real> row = result.network().layers().get(0).weights().get(0);

        assertThat(row.get(0)).isInstanceOf(Enclosure.class).matches(number -> number.fits(20));
        assertThat(row.get(1)).isEqualTo(exact("1/5"));
    }

    @Test
    void aTraceHasEveryNumberOfEveryStepWithItsDigits() {
        Kept<RealTrace> kept = Enclosing.trace(some(Activation.SIGMOID, Activation.SIGMOID), XOR,
                FULL_BATCHES.withSteps(3).withBatchSize(3), UpdateRule.DESCENT, USUAL, step -> { });
        RealSample sample = kept.result().steps().get(0).samples().get(1);

        assertThat(kept.stopped()).isEmpty();
        assertThat(kept.result().steps()).extracting(step -> step.batch().size()).containsExactly(3, 1, 3);
        assertThat(sample.preactivations().get(0)).containsExactly(exact("-59/100"), exact("21/100"));
        assertThat(sample.activations()).hasSize(2);
        assertThat(sample.output()).isEqualTo(sample.activations().get(1));
        assertThat(kept.result().steps()).allSatisfy(step -> {
            assertThat(parameters(step.network().layers())).allMatch(number -> number.fits(20));
            assertThat(parameters(step.gradients())).allMatch(number -> number.fits(20));
            assertThat(step.samples()).allSatisfy(each -> assertThat(each.deltas()).allSatisfy(
                    deltas -> assertThat(deltas).allMatch(number -> number.fits(20))));
        });
    }

    @Test
    void theTraceOfARationalTrainingIsTheExactOne() {
        Settings settings = FULL_BATCHES.withSteps(2);
        Network start = some(Activation.RELU, Activation.IDENTITY);

        List<RealStep> steps = Enclosing.trace(start, XOR, settings, UpdateRule.DESCENT, USUAL, step -> { }).result().steps();
        List<RealStep> exact = RealTrace.of(Training.trace(start, XOR, settings)).steps();

        assertThat(steps).hasSize(2).map(EnclosingTest::inAnyShape)
                .isEqualTo(exact.stream().map(EnclosingTest::inAnyShape).toList());
    }

    /** The parameters of the shape play no part. */
    private static RealStep inAnyShape(RealStep step) {
        return new RealStep(step.batch(), step.samples(), step.gradients(),
                new RealNetwork(zeros(Activation.RELU, Activation.IDENTITY), step.network().layers()));
    }

    @Test
    void theGradientsOfARationalNetworkAreExact() {
        Network start = some(Activation.RATIONAL_SIGMOID, Activation.IDENTITY);
        KinkDerivatives kinks = KinkDerivatives.all(BigFraction.ZERO);

        assertThat(Enclosing.gradients(start, XOR, Loss.SQUARED, kinks, USUAL).layers())
                .isEqualTo(RealGradients.of(BigFraction.ZERO, Gradients.mean(start, XOR, Loss.SQUARED, kinks)).layers());
    }

    @Test
    void preactivationsAreThoseOfEachSample() {
        assertThat(Enclosing.preactivations(zeros(Activation.SOFTPLUS, Activation.SIGMOID), XOR, USUAL))
                .hasSize(4).allSatisfy(layers -> assertThat(layers)
                        .containsExactly(List.of(exact("0"), exact("0")), List.of(exact("0"))));
    }

    @ParameterizedTest
    @CsvSource({"0, 128, '0 digits, expected from 1 to 1000'", "100000, 128, '100000 digits, expected from 1 to 1000'",
        "20, 32, 'a precision of 32 bits, expected from 64 to 65536'",
        "1000, 64, 'a precision of at most 64 bits for 1000 digits, expected at least 3335'"})
    void digitsAndPrecisionHaveBounds(int digits, int precision, String message) {
        assertThatThrownBy(() -> new Certainty(digits, precision)).isInstanceOf(DomainException.class).hasMessage(message);
    }
}
