package org.stillpoint.properties.zero;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.ArbitraryDropout;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.SeparableData;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Entries;
import org.stillpoint.training.Evaluation;

/** What all-zero starts still learn, and what does not help them. */
@StatisticsReport(onFailureOnly = true)
class ZeroStartProperties {

    @Claim(value = "ZERO-10", shows = REFUTES, of = "other batches, with an output bias")
    @Property(tries = 1_500)
    void underTheSquaredLossTheOutputBiasApproachesTheMeanTarget(@ForAll("fromZeroWithOutputBias") TrainingRun sample) {
        TrainingRun run = sample.withDerivative(Loss.SQUARED).plain();
        BigFraction mean = Entries.sum(run.data().targets().stream().map(y -> y.get(0))).divide(run.data().size());
        BigFraction missing = BigFraction.ONE.subtract(run.settings().learningRate()).pow(run.settings().steps());
        Network trained = run.trained();
        Coverage.require("the loss changes", !trained.equals(run.network()));
        Coverage.require("mean target zero", mean.signum() == 0);

        assertThat(trained.layers().get(trained.layers().size() - 1).bias().orElseThrow().get(0))
                .isEqualTo(mean.multiply(BigFraction.ONE.subtract(missing)));
        assertThat(Entries.belowTheOutputBias(trained)).allMatch(entry -> entry.signum() == 0);
    }

    @Claim("ZERO-11")
    @Property
    void thePerceptronFromZeroMakesAtMostTheMistakesOfItsBoundAndThenNone(@ForAll("separable") SeparableData sample,
                                                                          @ForAll("rates") BigFraction rate) {
        DataSet data = sample.data();
        Network network = Network.of(new Layer(Matrix.of(Vector.zeros(data.inputWidth())), Optional.empty(),
                Activation.IDENTITY));
        int mistakes = 0;
        int inARow = 0;
        for (int step = 0; inARow < data.size(); step++) {
            Network next = sample.perceptron(network, rate).on(List.of(step % data.size())).trained();
            inARow = next.equals(network) ? inARow + 1 : 0;
            mistakes += next.equals(network) ? 0 : 1;
            network = next;
            assertThat(new BigFraction(mistakes)).isLessThanOrEqualTo(sample.bound());
        }
        Coverage.require("several mistakes", mistakes > 1);

        assertThat(Evaluation.accuracy(network, data)).contains(new Accuracy(AccuracyRule.SIGN, BigFraction.ONE));
    }

    @Claim(value = "ZERO-13", shows = REFUTES)
    @Property
    void dropoutDoesNotMoveZeroWeights(@ForAll("fromZero") TrainingRun run, @ForAll long seed) {
        List<Integer> hidden = run.network().widths().subList(1, run.network().layers().size());
        List<Network> networks = run.networks(run.gradientDescent(), new ArbitraryDropout(seed, hidden));
        Network trained = networks.get(networks.size() - 1);
        Coverage.ofSettings(run);
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(Entries.belowTheOutputBias(trained)).allMatch(entry -> entry.signum() == 0);
    }

    @Claim(value = "ZERO-14", of = "both zero")
    @Property
    void twoLinearFactorsThatAreBothZeroNeverMove(@ForAll("factorsAtZero") TrainingRun run) {
        Coverage.ofSettings(run);

        assertThat(run.trained()).isEqualTo(run.network());
    }

    @Claim(value = "ZERO-14", of = "B zero, g and A x not zero")
    @Claim(value = "ZERO-14", shows = REFUTES, of = "B zero, g or A x zero")
    @Property
    void withTheSecondFactorZeroItMovesFirstAndThenTheFirstOne(@ForAll("secondFactorZero") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample().plain();
        BigFraction rate = run.settings().learningRate();
        List<BigFraction> x = run.data().inputs().get(0).entries();
        Vector ax = run.preactivations().get(0).get(0);
        List<BigFraction> g = run.g(run.network(), 0);
        BigFraction errors = Entries.dot(g, run.g(run.trained(1), 0));
        Network first = run.trained(1);
        Network second = run.trained(2);
        Coverage.require("the first factor moves", !second.layers().get(0).equals(run.network().layers().get(0)));
        Coverage.require("nothing moves", second.equals(run.network()));

        assertThat(first.layers().get(0)).isEqualTo(run.network().layers().get(0));
        for (int i = 0; i < g.size(); i++) {
            BigFraction step = rate.multiply(g.get(i)).negate();
            assertThat(first.layers().get(1).weights().row(i).entries())
                    .isEqualTo(ax.entries().stream().map(step::multiply).toList());
        }
        for (int j = 0; j < ax.size(); j++) {
            assertThat(second.layers().get(0).weights().row(j).entries()).isEqualTo(Entries.combination(BigFraction.ONE,
                    run.network().layers().get(0).weights().row(j).entries(), rate.multiply(rate).multiply(errors)
                    .multiply(ax.get(j)), x));
        }
    }

    private static Shape linear(Shape shape) {
        return shape.withBiases(false).withHidden(Activation.IDENTITY);
    }

    @Provide
    Arbitrary<TrainingRun> fromZero() {
        return TrainingRun.from(Shape.deepWithActivationsThatAreZeroAtZero(), Networks::zeroBelowTheOutputBias);
    }

    @Provide
    Arbitrary<TrainingRun> fromZeroWithOutputBias() {
        return TrainingRun.from(Shape.deepWithActivationsThatAreZeroAtZero()
                .map(shape -> shape.withOutputs(1).withOutputBias(true)), shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<TrainingRun> factorsAtZero() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(ZeroStartProperties::linear),
                shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<TrainingRun> secondFactorZero() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(ZeroStartProperties::linear), Networks::withZeroOutputWeights);
    }

    @Provide
    Arbitrary<SeparableData> separable() {
        return SeparableData.any();
    }

    @Provide
    Arbitrary<BigFraction> rates() {
        return Rationals.positive();
    }
}
