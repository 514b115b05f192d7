package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;
import org.stillpoint.training.TrainingResult;

/** The fast engine ends a training as the reference does when each activation has a derivative of its own at its kink. */
@StatisticsReport(onFailureOnly = true)
class KinkAgreementProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Provide
    Arbitrary<KinkDerivatives> kinks() {
        Arbitrary<Activation> kinked =
                Arbitraries.of(Activation.RELU, Activation.LEAKY_RELU, Activation.ABS, Activation.HARD_TANH);
        return Combinators.combine(Rationals.small(), Arbitraries.maps(kinked, Rationals.small()).ofMinSize(1))
                .as(KinkDerivatives::new);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void theEnginesAgreeOnKinksOfEachActivation(@ForAll("seeds") long seed, @ForAll("kinks") KinkDerivatives kinks) {
        TrainingRun any = BulkTrainings.activated(BulkTrainings.of(seed), seed);
        TrainingRun run = any.withNetwork(withActivations(any.network(), List.copyOf(kinks.own().keySet())))
                .withSettings(any.settings().withKinks(kinks));
        TrainingResult reference = train(run, Engine.REFERENCE);
        kinks.own().keySet().forEach(activation -> Coverage.require(activation.id(), hidden(run).contains(activation)));
        Coverage.require("another end with one kappa",
                !train(run.withSettings(run.settings().withKinks(KinkDerivatives.all(kinks.kappa()))), Engine.REFERENCE)
                .equals(reference));

        assertThat(train(run, Engine.FAST)).isEqualTo(reference);
    }

    private static Network withActivations(Network network, List<Activation> activations) {
        List<Layer> layers = new ArrayList<>(network.layers());
        for (int l = 0; l < layers.size() - 1; l++) {
            layers.set(l, new Layer(layers.get(l).weights(), layers.get(l).bias(), activations.get(l % activations.size())));
        }
        return new Network(layers);
    }

    private static List<Activation> hidden(TrainingRun run) {
        return run.network().layers().subList(0, run.network().layers().size() - 1).stream().map(Layer::activation).toList();
    }

    private static TrainingResult train(TrainingRun run, Engine engine) {
        return Training.train(run.network(), run.data(), run.settings(), engine, (step, bits) -> { });
    }
}
