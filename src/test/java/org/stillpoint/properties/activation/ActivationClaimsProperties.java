package org.stillpoint.properties.activation;

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
import org.stillpoint.arbitraries.Budget;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.DataSets;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.OddLoss;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Entries;

/** What all-zero starts do under other activations than ReLU. */
@StatisticsReport(onFailureOnly = true)
class ActivationClaimsProperties {

    @Claim(value = "ACT-1", shows = REFUTES)
    @Property
    void everyActivationThatIsZeroAtZeroSticks(@ForAll("fromZeroWithActivationsThatAreZeroThere") TrainingRun run) {
        Network trained = run.trained();
        for (Activation activation : RationalActivation.all()) {
            if (activation.mapsZeroToZero()) {
                Coverage.require(activation.id(), hidden(run.network()).contains(activation));
            }
        }
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(Entries.belowTheOutputBias(trained)).allMatch(entry -> entry.signum() == 0);
    }

    @Claim(value = "ACT-2", of = "batches whose mean of g is not 0")
    @Property
    void anActivationThatIsNotZeroAtZeroMovesTheOutputWeightsInTheFirstStep(@ForAll("fromZeroWithSigmoids") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample().plain();
        List<BigFraction> g = run.g(run.network(), 0);
        BigFraction half = run.settings().learningRate().divide(2);
        Network after = run.trained(1);
        Coverage.require("output weights that move", g.stream().anyMatch(entry -> entry.multiply(half).signum() != 0));

        assertThat(after.layers().get(0)).isEqualTo(run.network().layers().get(0));
        for (int i = 0; i < g.size(); i++) {
            assertThat(after.layers().get(1).weights().row(i).entries()).containsOnly(half.multiply(g.get(i)).negate());
        }
    }

    @Claim(value = "ACT-2", of = "remark")
    @Property
    void theUnitsOfALayerStayEqualToEachOther(@ForAll("fromZeroWithSigmoids") TrainingRun sample) {
        TrainingRun run = sample.withSettings(sample.settings().withSteps(Math.min(2, sample.settings().steps())));
        Network trained = run.trained();
        Layer layer = trained.layers().get(0);
        Coverage.require("weights of the first layer move", layer.weights().get(0, 0).signum() != 0);
        Coverage.require("several units", layer.units() > 1);

        assertThat(layer.weights().rows()).containsOnly(layer.weights().row(0));
        layer.bias().ifPresent(bias -> assertThat(bias.entries()).containsOnly(bias.get(0)));
        assertThat(IntStream.range(0, layer.units()).mapToObj(trained.layers().get(1).weights()::column))
                .containsOnly(trained.layers().get(1).weights().column(0));
    }

    @Claim(value = "ACT-2", shows = REFUTES, of = "full balanced batches")
    @Property(tries = 600)
    void fullBalancedBatchesAreStuckUnderEveryActivation(@ForAll("balanced") TrainingRun run) {
        Coverage.require("several steps", run.settings().steps() > 1);
        Coverage.require("momentum", run.settings().momentum().signum() != 0);
        Coverage.require("weight decay", run.settings().weightDecay().signum() != 0);
        Coverage.require("an unknown loss", run.derivative() instanceof OddLoss);
        Coverage.require("rational sigmoid", hidden(run.network()).contains(Activation.RATIONAL_SIGMOID));

        assertThat(run.trained()).isEqualTo(run.network());
    }

    private static List<Activation> hidden(Network network) {
        return network.layers().subList(0, network.layers().size() - 1).stream().map(Layer::activation).toList();
    }

    @Provide
    Arbitrary<TrainingRun> fromZeroWithActivationsThatAreZeroThere() {
        return TrainingRun.from(Shape.deepWithActivationsThatAreZeroAtZero(), Networks::zeroBelowTheOutputBias);
    }

    @Provide
    Arbitrary<TrainingRun> fromZeroWithSigmoids() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(shape -> shape.withHidden(Activation.RATIONAL_SIGMOID)),
                shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<TrainingRun> balanced() {
        return Budget.within(TrainingRun.from(Shape.oneHiddenLayer()
                .flatMap(shape -> Arbitraries.of(RationalActivation.all()).map(shape::withHidden))
                        .map(shape -> shape.withOutputs(1)), shape -> Arbitraries.just(Networks.zero(shape)),
                        shape -> DataSets.balanced(shape.inputs()))
                .map(run -> run.withSettings(run.settings().withBatchSize(run.data().size()))
                        .withDerivative(OddLoss.of(run.derivative()))));
    }
}
