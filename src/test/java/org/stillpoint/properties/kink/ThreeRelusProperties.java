package org.stillpoint.properties.kink;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.SmoothRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Entries;

/** ReLU, maximum(x, 0) and clamp(x, min=0), whose derivatives at 0 are taken as 0, 1/2 and 1. */
@StatisticsReport(onFailureOnly = true)
class ThreeRelusProperties {

    @Claim(value = "KINK-4", shows = REFUTES)
    @Property
    void fromAZeroHiddenLayerOneStaysAndTheOthersMoveOneAndTwoHalves(@ForAll("zeroHiddenLayer") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample().plain();
        List<BigFraction> half = half(run);
        Coverage.require("three that differ", half.stream().anyMatch(entry -> entry.signum() != 0));

        assertThat(moves(run, BigFraction.ZERO)).allMatch(entry -> entry.signum() == 0);
        assertThat(moves(run, BigFraction.ONE_HALF)).isEqualTo(half);
        assertThat(moves(run, BigFraction.ONE)).isEqualTo(half.stream().map(entry -> entry.multiply(2)).toList());
    }

    /** How far one step moves the weights of the hidden layer, which are zero at its start. */
    private static List<BigFraction> moves(TrainingRun run, BigFraction kappa) {
        Network after = run.withSettings(run.settings().withKappa(kappa)).trained(1);
        return after.layers().get(0).weights().rows().stream().flatMap(row -> row.entries().stream()).toList();
    }

    /** Minus half the rate times the error that comes into each unit times the input. */
    private static List<BigFraction> half(TrainingRun run) {
        Layer last = run.network().layers().get(1);
        List<BigFraction> x = run.data().inputs().get(0).entries();
        BigFraction rate = run.settings().learningRate().multiply(BigFraction.ONE_HALF).negate();
        return IntStream.range(0, last.inputs())
                .mapToObj(j -> Entries.dot(last.weights().column(j).entries(), run.g(run.network(), 0)).multiply(rate))
                .flatMap(error -> x.stream().map(error::multiply)).toList();
    }

    @Claim(value = "KINK-4", of = "remark")
    @Property
    void whereNoPreactivationIsAtAKinkTheirGradientsAreEqual(@ForAll("smoothPoints") SmoothRun sample) {
        TrainingRun run = sample.run();
        List<NetworkGradient> three = Stream.of(BigFraction.ZERO, BigFraction.ONE_HALF, BigFraction.ONE)
                .map(kappa -> run.withSettings(run.settings().withKappa(kappa)).gradient()).toList();

        assertThat(three.stream().distinct()).hasSize(1);
    }

    @Provide
    Arbitrary<TrainingRun> zeroHiddenLayer() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(Shape::withRelu), Networks::withZeroHiddenLayer);
    }

    @Provide
    Arbitrary<SmoothRun> smoothPoints() {
        return SmoothRun.any();
    }
}
