package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Nesterov;

/** Descent with a velocity, on both engines and as an optimiser. */
@StatisticsReport(onFailureOnly = true)
class UpdateRuleProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Provide
    Arbitrary<List<BigFraction>> numbers() {
        return Rationals.small().list().ofMinSize(1).ofMaxSize(7);
    }

    @Provide
    Arbitrary<BigFraction> momenta() {
        return Arbitraries.of(new BigFraction(1, 2), new BigFraction(9, 10), new BigFraction(-2, 3));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void theEnginesAgreeFromAnyVelocity(@ForAll("seeds") long seed, @ForAll("numbers") List<BigFraction> numbers,
                                        @ForAll("momenta") BigFraction momentum) {
        TrainingRun run = BulkTrainings.withMomentum(seed, momentum);
        UpdateRule rule = new UpdateRule(Optional.empty(), Optional.of(velocity(run.network(), numbers)));
        TrainingResult reference = train(run, rule, Engine.REFERENCE);
        Coverage.require("another end than from rest", !train(run, UpdateRule.DESCENT, Engine.REFERENCE).equals(reference));

        assertThat(train(run, rule, Engine.FAST)).isEqualTo(reference);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void theEnginesAgreeOnTheLengthOfTheNumbersAfterEachStep(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.of(seed);
        Coverage.require("momentum", run.settings().momentum().signum() != 0);

        assertThat(bits(run, Engine.FAST)).isEqualTo(bits(run, Engine.REFERENCE));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void gradientDescentAsAnOptimiserIsTheDescentOfTheSettings(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.of(seed);
        Settings settings = run.settings();
        UpdateRule rule = new UpdateRule(
                Optional.of(new GradientDescent(settings.learningRate(), settings.momentum(), settings.weightDecay())),
                Optional.empty());

        assertThat(train(run, rule, Engine.REFERENCE)).isEqualTo(train(run, UpdateRule.DESCENT, Engine.REFERENCE));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void anOptimiserWithoutDropoutTrainsAsWithMasksThatDropNothing(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.of(seed);
        Nesterov nesterov = new Nesterov(run.settings().learningRate(), run.settings().momentum(), run.settings().weightDecay());
        List<Network> networks = Optimisation.train(run.network(), run.data(), run.settings(),
                run.settings().loss().rational(), nesterov);

        assertThat(train(run, new UpdateRule(Optional.of(nesterov), Optional.empty()), Engine.REFERENCE).network())
                .isEqualTo(networks.get(networks.size() - 1));
    }

    private static TrainingResult train(TrainingRun run, UpdateRule rule, Engine engine) {
        return Training.train(run.network(), run.data(), run.settings(), rule, engine, (step, bits) -> { });
    }

    private static List<Integer> bits(TrainingRun run, Engine engine) {
        List<Integer> bits = new ArrayList<>();
        Training.train(run.network(), run.data(), run.settings(), engine, (step, longest) -> bits.add(longest.exact()));
        return bits;
    }

    /** These numbers, over and over, in the shape of the network. */
    private static Network velocity(Network shape, List<BigFraction> numbers) {
        Iterator<BigFraction> next = Stream.generate(() -> numbers).flatMap(List::stream).iterator();
        return new Network(shape.layers().stream().map(layer -> new Layer(
                new Matrix(layer.weights().rows().stream().map(row -> filled(row, next)).toList()),
                layer.bias().map(bias -> filled(bias, next)), layer.activation())).toList());
    }

    private static Vector filled(Vector shape, Iterator<BigFraction> next) {
        return new Vector(shape.entries().stream().map(entry -> next.next()).toList());
    }
}
