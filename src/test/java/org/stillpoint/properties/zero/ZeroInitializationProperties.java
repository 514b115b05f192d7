package org.stillpoint.properties.zero;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.DataSets;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.OddLoss;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.RealizableData;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Entries;
import org.stillpoint.training.Evaluation;

/** What follows when all parameters start at zero, or all but the output bias. */
@StatisticsReport(onFailureOnly = true)
class ZeroInitializationProperties {

    @Claim("ZERO-1")
    @Claim(value = "Q-1", shows = REFUTES)
    @Property
    void atZeroOnlyTheOutputBiasHasAGradientAndItIsG(@ForAll("atZeroWithOneHiddenLayer") TrainingRun run) {
        Coverage.ofData(run.data());
        Coverage.ofWidths(run.network());
        Coverage.require("without output bias", run.network().layers().get(1).bias().isEmpty());

        NetworkGradient gradient = run.gradient();

        assertThat(Entries.belowTheOutputBias(gradient)).allMatch(entry -> entry.signum() == 0);
        assertThat(gradient.layers().get(1).bias()).isEqualTo(run.network().layers().get(1).bias().map(bias -> meanOfG(run)));
    }

    @Claim("ZERO-2")
    @Claim("Q-B")
    @Claim(value = "Q-D", shows = REFUTES, of = "the weights are changed")
    @Property
    void weightsAndHiddenBiasesStayZero(@ForAll("fromZeroWithOneHiddenLayer") TrainingRun run) {
        Network trained = run.trained();
        Coverage.ofData(run.data());
        Coverage.ofWidths(run.network());
        Coverage.ofSettings(run);
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(Entries.belowTheOutputBias(trained)).allMatch(entry -> entry.signum() == 0);
    }

    @Claim("ZERO-3")
    @Claim(value = "Q-B", of = "remark")
    @Property
    void withoutAnOutputBiasNothingEverChanges(@ForAll("fromZeroWithoutOutputBias") TrainingRun run) {
        Coverage.ofData(run.data());
        Coverage.ofSettings(run);

        assertThat(run.trained()).isEqualTo(run.network());
    }

    @Claim("ZERO-4")
    @Property
    void theTrainedNetworkIsTheConstantOutputBias(@ForAll("fromZero") TrainingRun run,
            @ForAll("numbers") List<BigFraction> unseen) {
        Network trained = run.trained();
        Vector constant = trained.layers().get(trained.layers().size() - 1).bias().orElse(Vector.zeros(trained.outputs()));
        Coverage.require("a constant other than zero", constant.entries().stream().anyMatch(b -> b.signum() != 0));

        assertThat(run.data().inputs()).allSatisfy(x -> assertThat(Evaluation.output(trained, x)).isEqualTo(constant));
        assertThat(Evaluation.output(trained, new Vector(unseen.subList(0, trained.inputs())))).isEqualTo(constant);
    }

    @Claim("ZERO-5")
    @Claim(value = "Q-2", shows = REFUTES)
    @Claim(value = "Q-C", shows = REFUTES)
    @Property(tries = 900)
    void accuracyOnBalancedLabelsIsOneHalfOrZero(@ForAll("fromZeroOnBalancedLabels") TrainingRun run) {
        Network trained = run.trained();
        boolean labels = Evaluation.output(trained, run.data().inputs().get(0)).get(0).signum() != 0;
        Coverage.require("an output other than 0", labels);
        Coverage.require("output 0", !labels);

        assertThat(Evaluation.accuracy(trained, run.data()))
                .contains(new Accuracy(AccuracyRule.SIGN, labels ? BigFraction.ONE_HALF : BigFraction.ZERO));
    }

    @Claim("ZERO-6")
    @Property
    void depthDoesNotHelp(@ForAll("fromZero") TrainingRun run) {
        Coverage.ofWidths(run.network());
        Coverage.ofSettings(run);
        Coverage.require("several hidden layers", run.network().layers().size() > 2);

        assertThat(Entries.belowTheOutputBias(run.gradient())).allMatch(entry -> entry.signum() == 0);
        assertThat(Entries.belowTheOutputBias(run.trained())).allMatch(entry -> entry.signum() == 0);
    }

    @Claim("ZERO-7")
    @Property
    void severalOutputsDoNotHelp(@ForAll("fromZeroWithSeveralOutputs") TrainingRun run) {
        Network trained = run.trained();
        Coverage.ofSettings(run);
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(Entries.belowTheOutputBias(run.gradient())).allMatch(entry -> entry.signum() == 0);
        assertThat(Entries.belowTheOutputBias(trained)).allMatch(entry -> entry.signum() == 0);
    }

    @Claim(value = "ZERO-8", of = "remark")
    @Claim(value = "Q-D", of = "remark")
    @Property(tries = 600)
    void someSingleUnitTellsRealizableBalancedLabelsApart(@ForAll("realizableData") RealizableData sample) {
        assertThat(Evaluation.accuracy(sample.teacher(), sample.data()))
                .contains(new Accuracy(AccuracyRule.SIGN, BigFraction.ONE));

        assertThat(units(sample).map(unit -> sample.correlation(unit))).anyMatch(correlation -> correlation.signum() != 0);
    }

    @Claim(value = "ZERO-8", shows = REFUTES)
    @Claim(value = "Q-D", shows = REFUTES, of = "they may end in a local minimum")
    @Property
    void smallerHingeLossIsFoundInEveryNeighbourhoodOfZero(@ForAll("realizableData") RealizableData sample,
                                                           @ForAll("radii") BigFraction radius) {
        int unit = units(sample).max(Comparator.comparing(j -> sample.correlation(j).abs())).orElseThrow();
        BigFraction correlation = sample.correlation(unit);
        BigFraction eps = radius;
        while (!sample.staysWithin(radius, sample.zeroButFor(unit, eps, correlation.signum()))) {
            eps = eps.divide(2);
        }
        BigFraction lowered = eps.multiply(eps).multiply(correlation.abs()).divide(sample.data().size());
        BigFraction nearby = Evaluation.meanLoss(sample.zeroButFor(unit, eps, correlation.signum()), sample.data(), Loss.HINGE);

        assertThat(nearby).isEqualTo(BigFraction.ONE.subtract(lowered)).isLessThan(BigFraction.ONE);
        assertThat(Evaluation.meanLoss(Networks.zero(sample.shape()), sample.data(), Loss.HINGE)).isEqualTo(BigFraction.ONE);
    }

    @Claim(value = "ZERO-8", of = "remark")
    @Claim(value = "Q-D", of = "remark")
    @Property
    void zeroIsAGlobalMinimumOfThePerceptronLoss(@ForAll("fromAnywhereOnLabels") TrainingRun run) {
        Network zero = Networks.zero(Shape.of(run.network()));

        assertThat(Evaluation.meanLoss(zero, run.data(), Loss.PERCEPTRON))
                .isEqualTo(BigFraction.ZERO)
                .isLessThanOrEqualTo(Evaluation.meanLoss(run.network(), run.data(), Loss.PERCEPTRON));
    }

    @Claim("ZERO-9")
    @Property
    void fullBalancedBatchesMoveNothing(@ForAll("fromZeroOnBalancedLabels") TrainingRun run) {
        Settings fullBatches = run.settings().withBatchSize(run.data().size());
        Network zero = Networks.zero(Shape.of(run.network()));
        Coverage.ofSettings(run);

        assertThat(run.withNetwork(zero).withSettings(fullBatches).withDerivative(OddLoss.of(run.derivative())).trained())
                .isEqualTo(zero);
    }

    @Claim("ZERO-12")
    @Property
    void momentumAndWeightDecayDoNotHelp(@ForAll("fromZero") TrainingRun run) {
        Network trained = run.trained();
        Coverage.require("momentum and decay", run.settings().momentum().signum() != 0 && run.settings().weightDecay()
                .signum() != 0);
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(Entries.belowTheOutputBias(trained)).allMatch(entry -> entry.signum() == 0);
    }

    @Provide
    Arbitrary<TrainingRun> atZeroWithOneHiddenLayer() {
        return TrainingRun.from(Shape.oneHiddenLayer(), shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<TrainingRun> fromZeroWithOneHiddenLayer() {
        return TrainingRun.from(Shape.oneHiddenLayer(), Networks::zeroBelowTheOutputBias);
    }

    @Provide
    Arbitrary<TrainingRun> fromZeroWithoutOutputBias() {
        return TrainingRun.from(Shape.deep().map(shape -> shape.withOutputBias(false)),
                shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<TrainingRun> fromZero() {
        return TrainingRun.from(Shape.deep(), Networks::zeroBelowTheOutputBias);
    }

    @Provide
    Arbitrary<TrainingRun> fromZeroWithSeveralOutputs() {
        return TrainingRun.from(Combinators.combine(Shape.deep(), Arbitraries.integers().between(2, 4)).as(Shape::withOutputs),
                Networks::zeroBelowTheOutputBias);
    }

    @Provide
    Arbitrary<TrainingRun> fromZeroOnBalancedLabels() {
        return TrainingRun.from(Shape.deep().map(shape -> shape.withOutputs(1)), Networks::zeroBelowTheOutputBias,
                shape -> DataSets.balanced(shape.inputs()));
    }

    @Provide
    Arbitrary<TrainingRun> fromAnywhereOnLabels() {
        return TrainingRun.from(Shape.any(), Networks::any, shape -> DataSets.labelled(shape.inputs(), shape.outputs()));
    }

    @Provide
    Arbitrary<RealizableData> realizableData() {
        return RealizableData.balanced();
    }

    @Provide
    Arbitrary<List<BigFraction>> numbers() {
        return Rationals.any().list().ofSize(Shape.MAX_WIDTH);
    }

    /** How far from zero a parameter may be: from 1 down to 10^-9 and below. */
    @Provide
    Arbitrary<BigFraction> radii() {
        return Arbitraries.integers().between(0, 30).map(halvings -> new BigFraction(1, 1 << halvings));
    }

    private static Stream<Integer> units(RealizableData sample) {
        return IntStream.range(0, sample.teacher().layers().get(0).units()).boxed();
    }

    /** The mean over the samples of dl/df at output 0. */
    private static Vector meanOfG(TrainingRun run) {
        BigFraction[] zero = new BigFraction[run.network().outputs()];
        Arrays.fill(zero, BigFraction.ZERO);
        List<BigFraction[]> g = run.data().targets().stream()
                .map(y -> run.derivative().at(zero, y.entries().toArray(BigFraction[]::new))).toList();
        return new Vector(IntStream.range(0, zero.length)
                .mapToObj(i -> Entries.sum(g.stream().map(sample -> sample[i])).divide(g.size())).toList());
    }
}
