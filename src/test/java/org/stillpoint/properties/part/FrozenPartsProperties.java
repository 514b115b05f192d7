package org.stillpoint.properties.part;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.FrozenRun;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Enough;

/** Parts of a network that training without weight decay never changes. */
@StatisticsReport(onFailureOnly = true)
class FrozenPartsProperties {

    @Claim("PART-2")
    @Property
    void behindAZeroFirstLayerOnlyTheOutputBiasMoves(@ForAll("zeroFirstLayer") TrainingRun run) {
        Network trained = run.trained();
        int last = trained.layers().size() - 1;
        Coverage.ofData(run.data());
        Coverage.require("several hidden layers", last > 1);
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(trained.layers().subList(0, last)).isEqualTo(run.network().layers().subList(0, last));
        assertThat(trained.layers().get(last).weights()).isEqualTo(run.network().layers().get(last).weights());
    }

    @Claim("PART-8")
    @Property
    void aFirstLayerUnitThatNoSampleActivatesNeverChanges(@ForAll("deadUnit") FrozenRun sample) {
        Layer before = sample.run().network().layers().get(0);
        Network trained = sample.run().trained();
        Layer after = trained.layers().get(0);
        Coverage.ofData(sample.run().data());
        Coverage.require("other parameters move", !trained.equals(sample.run().network()));

        assertThat(after.weights().row(sample.index())).isEqualTo(before.weights().row(sample.index()));
        assertThat(after.bias().map(b -> b.get(sample.index()))).isEqualTo(before.bias().map(b -> b.get(sample.index())));
        assertThat(sample.run().withNetwork(trained).preactivations())
                .allMatch(layers -> layers.get(0).get(sample.index()).signum() < 0);
    }

    @Claim(value = "PART-8", of = "remark")
    @Property(tries = 1)
    @Enough(tries = 1, because = "one example")
    void aUnitOfADeeperLayerCanRevive() {
        Network start = Network.of(
                new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1"), Vector.of("1")), Optional.of(Vector.of("0", "-2")), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1", "1")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("5")));
        Settings oneStep = Settings.defaults(1).withLoss(Loss.SQUARED).withLearningRate(BigFraction.ONE_HALF);
        TrainingRun run = new TrainingRun(start, data, oneStep, Loss.SQUARED);

        assertThat(run.preactivations().get(0).get(1)).isEqualTo(Vector.of("1", "-1"));
        assertThat(run.withNetwork(run.trained()).preactivations().get(0).get(1).get(1).signum())
                .isEqualTo(1);
    }

    @Claim("PART-9")
    @Property
    void theWeightsOfAFeatureThatIsAlwaysZeroNeverChange(@ForAll("zeroFeature") FrozenRun sample) {
        Network trained = sample.run().trained();
        Coverage.ofData(sample.run().data());
        Coverage.require("other parameters move", !trained.equals(sample.run().network()));

        assertThat(trained.layers().get(0).weights().column(sample.index()))
                .isEqualTo(sample.run().network().layers().get(0).weights().column(sample.index()));
    }

    @Claim(value = "PART-9", of = "remark")
    @Property
    void decayMovesThemAsIfThereWereNoData(@ForAll("zeroFeatureUnderDecay") FrozenRun sample) {
        TrainingRun run = sample.run();
        Coverage.ofSettings(run);

        assertThat(run.trained().layers().get(0).weights().column(sample.index()))
                .isEqualTo(run.withDerivative((output, target) -> zeros(output.length)).trained().layers().get(0).weights()
                        .column(sample.index()));
    }

    @Provide
    Arbitrary<TrainingRun> zeroFirstLayer() {
        return FrozenRun.withAZeroFirstLayer(Shape.deep());
    }

    @Provide
    Arbitrary<FrozenRun> deadUnit() {
        return FrozenRun.withADeadUnit();
    }

    @Provide
    Arbitrary<FrozenRun> zeroFeature() {
        return FrozenRun.withAZeroFeature();
    }

    @Provide
    Arbitrary<FrozenRun> zeroFeatureUnderDecay() {
        return FrozenRun.withAZeroFeatureUnderDecay();
    }

    private static BigFraction[] zeros(int length) {
        BigFraction[] zeros = new BigFraction[length];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }
}
