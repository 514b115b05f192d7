package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.NetworkGradient;

/** What every engine must do; each has a class of its own that runs these properties. */
@StatisticsReport(onFailureOnly = true)
abstract class TrainingLaws {

    abstract Engine engine();

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void oneStepOnAllSamplesGoesAgainstTheMeanGradient(@ForAll("seeds") long seed) {
        TrainingRun any = BulkTrainings.of(seed);
        Settings settings = any.settings().withSteps(1).withBatchSize(any.data().size()).withWeightDecay(BigFraction.ZERO);
        TrainingRun run = any.withSettings(settings);
        List<BigFraction> gradient = parameters(run.gradient());
        List<BigFraction> before = run.network().parameters();
        Coverage.require("something moves", gradient.stream().anyMatch(entry -> entry.signum() != 0));

        assertThat(trained(run).parameters()).isEqualTo(IntStream.range(0, before.size())
                .mapToObj(i -> before.get(i).subtract(settings.learningRate().multiply(gradient.get(i)))).toList());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void trainingCommutesWithReversingTheHiddenUnits(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.of(seed);
        Coverage.require("another order", !reversed(run.network()).equals(run.network()));

        assertThat(trained(run.withNetwork(reversed(run.network())))).isEqualTo(reversed(trained(run)));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void fromZeroOnlyTheOutputBiasMoves(@ForAll("seeds") long seed) {
        TrainingRun any = BulkTrainings.of(seed);
        Network zeros = Network.zeros(any.network().layers().size() == 1
                ? List.of(any.network().inputs(), 2, any.network().outputs()) : any.network().widths(), true);
        TrainingRun run = any.withNetwork(zeros);
        Network trained = trained(run);
        Coverage.require("the output bias moves", !trained.equals(zeros));
        Layer last = zeros.layers().get(zeros.layers().size() - 1);
        List<BigFraction> unmoved = zeros.parameters().subList(0, zeros.parameters().size() - last.units());

        assertThat(trained.parameters()).startsWith(unmoved.toArray(BigFraction[]::new));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void lossAndAccuracyAreThoseOfTheTrainedNetwork(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.labelled(seed);
        TrainingResult result = train(run);
        Accuracy accuracy = result.accuracy().orElseThrow();
        Coverage.require("some sample right", accuracy.share().signum() > 0);
        Coverage.require("some sample wrong", accuracy.share().compareTo(BigFraction.ONE) < 0);
        Stream.of(AccuracyRule.values()).forEach(rule -> Coverage.require(rule.id(), accuracy.rule() == rule));

        assertThat(result.network()).isEqualTo(run.trained());
        assertThat(result.loss()).isEqualTo(Evaluation.meanLoss(result.network(), run.data(), run.settings().loss()));
        assertThat(result.accuracy()).isEqualTo(Evaluation.accuracy(result.network(), run.data()));
    }

    private TrainingResult train(TrainingRun run) {
        return Training.train(run.network(), run.data(), run.settings(), engine(), (step, bits) -> { });
    }

    private Network trained(TrainingRun run) {
        return train(run).network();
    }

    private static List<BigFraction> parameters(NetworkGradient gradient) {
        return gradient.layers().stream().flatMap(layer -> Stream.concat(layer.weights().rows().stream(), layer.bias().stream()))
                .flatMap(vector -> vector.entries().stream()).toList();
    }

    private static Network reversed(Network network) {
        Network reversed = network;
        for (int l = 0; l < network.layers().size() - 1; l++) {
            List<Integer> order = IntStream.range(0, network.layers().get(l).units()).boxed().collect(Collectors.toList());
            Collections.reverse(order);
            reversed = Networks.withUnits(reversed, l, order);
        }
        return reversed;
    }
}
