package org.stillpoint.properties.part;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Enough;
import org.stillpoint.properties.Entries;

/** What follows when some layer, or the biases, or the weights start at zero. */
@StatisticsReport(onFailureOnly = true)
class PartialStartProperties {

    @Claim(value = "PART-1", of = "the first step moves no other layer")
    @Property
    void theFirstStepMovesTheLastLayerOnly(@ForAll("zeroOutputWeights") TrainingRun sample) {
        TrainingRun run = sample.withSettings(sample.settings().withWeightDecay(BigFraction.ZERO));
        Network after = run.trained(1);
        int last = after.layers().size() - 1;
        Coverage.ofSigns(run);
        Coverage.require("the last layer moves", !after.layers().get(last).weights().equals(run.network().layers().get(last)
                .weights()));

        assertThat(after.layers().subList(0, last)).isEqualTo(run.network().layers().subList(0, last));
    }

    /** The first step gives unit j the outgoing weights {@code -eta g a_j}, and the second hands an error back through them. */
    @Claim(value = "PART-1", of = "the second step moves the first layer, if a unit is active")
    @Claim(value = "PART-1", shows = REFUTES, of = "the second step moves the first layer, if no unit is active")
    @Property
    void theSecondStepMovesEachActiveUnitAlongTheInput(@ForAll("zeroOutputWeightsAboveOneHiddenLayer") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample().plain();
        Vector x = run.data().inputs().get(0);
        Vector z = run.preactivations().get(0).get(0);
        Layer hidden = run.network().layers().get(0);
        BigFraction rate = run.settings().learningRate();
        BigFraction errors = Entries.dot(run.g(run.network(), 0), run.g(run.trained(1), 0));
        Matrix after = run.trained(2).layers().get(0).weights();
        Coverage.require("some unit moves", !after.equals(hidden.weights()));
        Coverage.require("no active unit", z.entries().stream().allMatch(entry -> entry.signum() <= 0));

        for (int j = 0; j < hidden.units(); j++) {
            BigFraction activation = hidden.activation().rational().kernel().value(z.get(j));
            BigFraction along = rate.multiply(rate).multiply(errors).multiply(activation);
            assertThat(after.row(j).entries()).isEqualTo(Entries.combination(BigFraction.ONE, hidden.weights().row(j).entries(),
                    along, x.entries()));
        }
    }

    @Claim(value = "PART-3", of = "remark")
    @Property
    void fromAllZeroKappaDoesNotMatter(@ForAll("fromZero") TrainingRun run, @ForAll("numbers") BigFraction kappa) {
        Network trained = run.trained();
        Coverage.require("another kappa", !kappa.equals(run.settings().kappa()));
        Coverage.require("something moves", !trained.equals(run.network()));

        assertThat(run.withSettings(run.settings().withKappa(kappa)).trained()).isEqualTo(trained);
    }

    @Claim(value = "PART-3", shows = REFUTES)
    @Property
    void atAZeroHiddenLayerItsGradientIsProportionalToKappa(@ForAll("zeroHiddenLayer") TrainingRun run) {
        LayerGradient gradient = run.gradient().layers().get(0);
        LayerGradient ofOne = run.withSettings(run.settings().withKappa(BigFraction.ONE)).gradient().layers().get(0);
        Coverage.require("stuck", isZero(gradient) && !isZero(ofOne));
        Coverage.require("moving", !isZero(gradient));

        assertThat(Entries.of(gradient.weights(), gradient.bias()).toList()).isEqualTo(
                Entries.of(ofOne.weights(), ofOne.bias()).map(run.settings().kappa()::multiply).toList());
    }

    private static boolean isZero(LayerGradient gradient) {
        return Entries.of(gradient.weights(), gradient.bias()).allMatch(entry -> entry.signum() == 0);
    }

    @Claim(value = "PART-4", shows = REFUTES)
    @Property
    void theGradientOfAZeroWeightIsErrorTimesActivationAsThatOfAnyOther(@ForAll("anywhere") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample().plain().withDerivative(sample.settings().loss().rational());
        SampleTrace traced = run.traced(0);
        boolean zeroWeightWithGradient = false;
        for (int l = 0; l < run.network().layers().size(); l++) {
            Vector below = l == 0 ? run.data().inputs().get(0) : traced.activations().get(l - 1);
            Matrix weights = run.network().layers().get(l).weights();
            Matrix gradient = run.gradient().layers().get(l).weights();
            for (int j = 0; j < weights.rowCount(); j++) {
                for (int k = 0; k < weights.columns(); k++) {
                    assertThat(gradient.get(j, k)).isEqualTo(traced.deltas().get(l).get(j).multiply(below.get(k)));
                    zeroWeightWithGradient |= weights.get(j, k).signum() == 0 && gradient.get(j, k).signum() != 0;
                }
            }
        }
        Coverage.require("a zero weight with a gradient", zeroWeightWithGradient);
    }

    @Claim(value = "PART-5", of = "units whose weights differ")
    @Property
    @Enough(tries = 120, because = "a unit none of whose weights has a gradient is asked for nothing")
    void fromZeroBiasesTheBiasOfAUnitHasAGradientWheneverAWeightOfTheUnitHas(@ForAll("zeroBiases") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample();
        List<LayerGradient> layers = run.gradient().layers();
        Coverage.ofSigns(run);
        Coverage.require("a weight with a gradient", layers.stream().anyMatch(layer -> !isZero(layer)));

        for (LayerGradient layer : layers) {
            for (int j = 0; j < layer.weights().rowCount(); j++) {
                if (layer.weights().row(j).entries().stream().anyMatch(entry -> entry.signum() != 0)) {
                    assertThat(layer.bias().orElseThrow().get(j).signum()).isNotZero();
                }
            }
        }
    }

    /** Two steps: the first one makes the outgoing weights {@code -eta g b_j}, the second one moves the rows along the input. */
    @Claim(value = "PART-6", of = "distinct positive biases")
    @Property
    void positiveBiasesSeparateTheUnitsInProportionToThemselves(@ForAll("positiveBiases") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample().plain();
        BigFraction rate = run.settings().learningRate();
        Vector bias = run.network().layers().get(0).bias().orElseThrow();
        List<BigFraction> g = run.g(run.network(), 0);
        BigFraction errors = Entries.dot(g, run.g(run.trained(1), 0));
        Matrix outgoing = run.trained(1).layers().get(1).weights();
        Matrix incoming = run.trained(2).layers().get(0).weights();
        Coverage.require("rows that differ", incoming.rows().stream().distinct().count() > 1);

        for (int j = 0; j < bias.size(); j++) {
            BigFraction b = bias.get(j);
            assertThat(outgoing.column(j).entries()).isEqualTo(g.stream().map(entry -> rate.multiply(entry).multiply(b).negate())
                    .toList());
            assertThat(incoming.row(j).entries()).isEqualTo(run.data().inputs().get(0).entries().stream()
                    .map(x -> rate.multiply(rate).multiply(errors).multiply(b).multiply(x)).toList());
        }
    }

    @Claim(value = "PART-6", shows = REFUTES, of = "negative biases")
    @Property
    void withNegativeBiasesOnlyTheOutputBiasMoves(@ForAll("negativeBiases") TrainingRun run) {
        Network trained = run.trained();
        Coverage.ofSettings(run);
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(Entries.belowTheOutputBias(trained)).isEqualTo(Entries.belowTheOutputBias(run.network()));
    }

    @Claim(value = "PART-7", of = "the weights move")
    @Claim(value = "PART-7", shows = REFUTES, of = "the units come to differ")
    @Property
    void aConstantPositiveBiasMovesTheWeightsAndKeepsTheUnitsEqual(@ForAll("constantBias") TrainingRun sample,
                                                                   @ForAll("positive") BigFraction bias) {
        Layer zero = sample.network().layers().get(0);
        TrainingRun run = sample.withNetwork(Network.of(
                new Layer(zero.weights(), zero.bias().map(b -> Vector.constant(b.size(), bias)), zero.activation()),
                sample.network().layers().get(1)));
        Network trained = run.trained();
        Layer hidden = trained.layers().get(0);
        Matrix above = trained.layers().get(1).weights();
        Coverage.ofSettings(run);
        Coverage.require("incoming weights that move",
                hidden.weights().row(0).entries().stream().anyMatch(entry -> entry.signum() != 0));
        Coverage.require("several units", hidden.units() > 1);

        TrainingRun one = run.onFirstSample().plain();
        assertThat(one.trained(1).layers().get(1).weights().column(0).entries()).isEqualTo(one.g(one.network(), 0).stream()
                .map(g -> one.settings().learningRate().multiply(g).multiply(bias).negate()).toList());
        assertThat(hidden.weights().rows()).containsOnly(hidden.weights().row(0));
        assertThat(hidden.bias().orElseThrow().entries()).containsOnly(hidden.bias().orElseThrow().get(0));
        assertThat(IntStream.range(0, hidden.units()).mapToObj(above::column)).containsOnly(above.column(0));
    }

    private static Shape biasedRelu(Shape shape) {
        return shape.withBiases(true).withRelu();
    }

    @Provide
    Arbitrary<TrainingRun> zeroOutputWeights() {
        return TrainingRun.from(Shape.deep(), Networks::withZeroOutputWeights);
    }

    @Provide
    Arbitrary<TrainingRun> zeroOutputWeightsAboveOneHiddenLayer() {
        return TrainingRun.from(Shape.oneHiddenLayer(), Networks::withZeroOutputWeights);
    }

    @Provide
    Arbitrary<TrainingRun> fromZero() {
        return TrainingRun.from(Shape.deep(), Networks::zeroBelowTheOutputBias);
    }

    @Provide
    Arbitrary<TrainingRun> zeroHiddenLayer() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(Shape::withRelu), Networks::withZeroHiddenLayer);
    }

    @Provide
    Arbitrary<TrainingRun> anywhere() {
        return TrainingRun.from(Shape.any(), Networks::any);
    }

    @Provide
    Arbitrary<TrainingRun> zeroBiases() {
        return TrainingRun.from(Shape.any().map(shape -> shape.withBiases(true)), Networks::withZeroBiases);
    }

    @Provide
    Arbitrary<TrainingRun> positiveBiases() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(PartialStartProperties::biasedRelu),
                shape -> Networks.withZeroWeights(shape, Rationals.positive()));
    }

    @Provide
    Arbitrary<TrainingRun> negativeBiases() {
        return TrainingRun.from(Shape.deep().map(PartialStartProperties::biasedRelu),
                shape -> Networks.withZeroWeights(shape, Rationals.positive().map(BigFraction::negate)));
    }

    @Provide
    Arbitrary<TrainingRun> constantBias() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(PartialStartProperties::biasedRelu),
                shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.any();
    }

    @Provide
    Arbitrary<BigFraction> positive() {
        return Rationals.positive();
    }
}
