package org.stillpoint.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
import org.stillpoint.arbitraries.EqualFeaturesRun;
import org.stillpoint.arbitraries.FrozenRun;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.arbitraries.TwinRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.training.Evaluation;

/** What is said of a network is what exact training of it does. */
@StatisticsReport(onFailureOnly = true)
class ConsequencesProperties {

    private static final int TRIES = 100;

    @Property(tries = 2 * TRIES)
    void fromAllZeroOnlyTheOutputBiasMovesAndTheAccuracyOnBalancedLabelsIsOneHalfOrNothing(@ForAll("allZero") TrainingRun run) {
        Network trained = run.trained();
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(claims(run)).contains(run.network().layers().size() == 2 ? "ZERO-2" : "ZERO-6", "ZERO-4", "ZERO-5");
        assertThat(belowTheOutputBias(trained)).isEqualTo(belowTheOutputBias(run.network()));
        assertThat(run.data().inputs()).allMatch(input -> Evaluation.output(trained, input).equals(
                trained.layers().get(trained.layers().size() - 1).bias().orElse(Vector.zeros(1))));
        assertThat(Evaluation.accuracy(trained, run.data()).orElseThrow().share()).isIn(BigFraction.ZERO, BigFraction.ONE_HALF);
    }

    @Property(tries = 5 * TRIES)
    void anActivationOnTheOutputChangesNoneOfThisButThatTheOutputIsItsBias(@ForAll("allZero") TrainingRun sample,
                                                                           @ForAll("activations") Activation last) {
        TrainingRun run = sample.withNetwork(Networks.withOutputActivation(sample.network(), last));
        Network trained = run.trained();
        Coverage.require("the output bias moves", !trained.equals(run.network()));

        assertThat(claims(run)).contains(run.network().layers().size() == 2 ? "ZERO-2" : "ZERO-6", "ZERO-5");
        assertThat(claims(run).contains("ZERO-4")).isEqualTo(last == Activation.IDENTITY);
        assertThat(belowTheOutputBias(trained)).isEqualTo(belowTheOutputBias(run.network()));
        assertThat(Evaluation.accuracy(trained, run.data()).orElseThrow().share()).isIn(BigFraction.ZERO, BigFraction.ONE_HALF);
    }

    @Property(tries = TRIES)
    void behindAnActivationOnTheOutputAZeroFirstLayerOfReluFreezesTheNetworkToo(@ForAll("zeroFirstLayer") TrainingRun sample,
                                                                                @ForAll("activations") Activation last) {
        TrainingRun run = sample.withNetwork(Networks.withOutputActivation(sample.network(), last))
                .withSettings(sample.settings().withSteps(1));
        Coverage.require("named", claims(run).contains("PART-2"));

        assertThat(claims(run).contains("PART-2")).isEqualTo(claims(sample).contains("PART-2"));
        assertThat(belowTheOutputBias(run.trained())).isEqualTo(belowTheOutputBias(run.network()));
    }

    @Provide
    Arbitrary<Activation> activations() {
        return Shape.rationalActivation();
    }

    @Property(tries = TRIES)
    void withoutAnOutputBiasNothingMovesFromAllZero(@ForAll("allZeroWithoutOutputBias") TrainingRun run) {
        assertThat(claims(run)).contains("ZERO-1", "ZERO-3", "ZERO-7");
        assertThat(run.trained()).isEqualTo(run.network());
    }

    @Property(tries = TRIES)
    void anActivationThatIsNotZeroAtZeroMovesTheOutputWeightsAndKeepsUnitsEqual(@ForAll("rationalSigmoidFromZero") TrainingRun run) {
        List<LayerGradient> gradient = run.plain().gradient().layers();
        LayerGradient last = gradient.get(gradient.size() - 1);
        Coverage.require("errors", !last.bias().orElseThrow().isZero());

        assertThat(claims(run)).contains("ACT-2");
        assertThat(last.weights().isZero()).isEqualTo(last.bias().orElseThrow().isZero());
        assertThat(UnitClasses.of(run.trained(1))).allMatch(layer -> layer.distinct() == 1);
    }

    @Property(tries = TRIES)
    void behindAZeroFirstLayerOfReluOnlyTheOutputBiasMoves(@ForAll("zeroFirstLayer") TrainingRun run) {
        boolean named = claims(run).contains("PART-2");
        Coverage.require("named", named);

        assertThat(named).isNotEqualTo(run.network().layers().stream().allMatch(layer -> layer.weights().isZero()));
        assertThat(belowTheOutputBias(run.trained())).isEqualTo(belowTheOutputBias(run.network()));
    }

    @Property(tries = TRIES)
    void unitsOfReluAlwaysOnTheKinkGetNoErrorIfItsSlopeIsZero(@ForAll("zeroFirstLayer") TrainingRun run) {
        for (Consequence kink : named("PART-3", run)) {
            LayerGradient gradient = run.gradient().layers().get(kink.layer().orElseThrow() - 1);
            assertThat(kink.units()).allMatch(j -> gradient.weights().row(j).isZero());
        }
        Coverage.require("named", claims(run).contains("PART-3"));
    }

    @Property(tries = 3 * TRIES)
    void aZeroLastLayerLetsNothingBelowItMoveInTheFirstStepAndNeverIfNoUnitIsActive(@ForAll("zeroLastLayer") TrainingRun run) {
        int last = run.network().layers().size() - 1;
        List<Consequence> found = named("PART-1", run);
        boolean stuck = found.stream().anyMatch(each -> each.says().startsWith("no unit"));
        Coverage.require("named", !found.isEmpty());
        Coverage.require("no active unit", stuck);

        assertThat(run.trained(1).layers().subList(0, last)).isEqualTo(run.network().layers().subList(0, last));
        if (stuck) {
            assertThat(belowTheOutputBias(run.trained(2))).isEqualTo(belowTheOutputBias(run.network()));
        }
    }

    @Property(tries = 2 * TRIES)
    void ofWeightsAtZeroOnlyThoseOfUnitsWithPositiveBiasesMove(@ForAll("hiddenBiases") TrainingRun run) {
        List<Integer> moving = named("PART-6", run).stream().filter(each -> !each.says().contains("no weight"))
                .flatMap(each -> each.units().stream()).toList();
        List<Integer> equal = named("PART-7", run).stream().flatMap(each -> each.units().stream()).toList();
        Network trained = run.trained();
        Coverage.require("units that part", moving.size() > 1);
        Coverage.require("all negative", !named("PART-6", run).isEmpty() && moving.isEmpty());
        Coverage.require("equal units", !equal.isEmpty());

        for (int j = 0; j < run.network().layers().get(0).units(); j++) {
            if (!moving.contains(j) && !equal.contains(j)) {
                assertThat(trained.layers().get(0).weights().row(j).isZero()).isTrue();
                assertThat(trained.layers().get(1).weights().column(j).isZero()).isTrue();
            }
        }
        assertThat(equal.stream().map(trained.layers().get(0).weights()::row).distinct().count()).isLessThan(2);
    }

    @Property(tries = TRIES)
    void zeroWeightsMoveByTheErrorOfTheirUnitTimesTheInput(@ForAll("linearZeroFirstLayer") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample();
        List<Integer> units = named("PART-4", run).stream().flatMap(each -> each.units().stream()).toList();
        boolean error = run.g(run.network(), 0).stream().anyMatch(g -> g.signum() != 0) && !run.data().inputs().get(0).isZero();
        Coverage.require("moving", error && !units.isEmpty());

        assertThat(units).allMatch(j -> run.gradient().layers().get(0).weights().row(j).isZero() != error);
    }

    @Property(tries = TRIES)
    void linearFactorsBothZeroAreStuckAndWithTheSecondZeroTheFirstHasNoGradient(@ForAll("factors") TrainingRun run) {
        List<Consequence> found = named("ZERO-14", run);
        boolean stuck = found.get(0).says().startsWith("both");
        Coverage.require("stuck", stuck);
        Coverage.require("moving", !stuck && !run.gradient().layers().get(1).weights().isZero());

        assertThat(run.gradient().layers().get(0).weights().isZero()).isTrue();
        if (stuck) {
            assertThat(belowTheOutputBias(run.trained())).isEqualTo(belowTheOutputBias(run.network()));
        }
    }

    @Property(tries = TRIES)
    void theVectorsOfWordsThatNeverOccurNeverMoveAndNoneDoesIfTheContextsAreZeroToo(@ForAll("words") TrainingRun run) {
        List<Consequence> found = named("ZERO-15", run);
        List<Integer> absent = found.stream().flatMap(each -> each.inputs().stream()).toList();
        boolean stuck = found.stream().anyMatch(each -> each.says().contains("whatever the loss"));
        Network trained = run.trained(2);
        Coverage.require("absent words", !absent.isEmpty());
        Coverage.require("stuck", stuck);
        Coverage.require("moving", !trained.layers().get(0).equals(run.network().layers().get(0)));

        assertThat(absent).allSatisfy(k -> assertThat(trained.layers().get(0).weights().column(k))
                .isEqualTo(run.network().layers().get(0).weights().column(k)));
        assertThat(stuck && !trained.equals(run.network())).isFalse();
    }

    @Property(tries = TRIES)
    void unitsThatNoSampleActivatesNeverChange(@ForAll("deadUnit") FrozenRun sample) {
        List<Consequence> dead = named("PART-8", sample.run());
        Layer before = sample.run().network().layers().get(0);
        Layer after = sample.run().trained(1).layers().get(0);

        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).units()).contains(sample.index());
        for (int j : dead.get(0).units()) {
            assertThat(after.weights().row(j)).isEqualTo(before.weights().row(j));
            assertThat(after.bias().orElseThrow().get(j)).isEqualTo(before.bias().orElseThrow().get(j));
        }
    }

    @Property(tries = TRIES)
    void columnsOfFeaturesThatAreZeroNeverChange(@ForAll("zeroFeature") FrozenRun sample) {
        List<Consequence> zero = named("PART-9", sample.run());
        Network trained = sample.run().trained(1);

        assertThat(zero).hasSize(1);
        assertThat(zero.get(0).inputs()).contains(sample.index())
                .allSatisfy(k -> assertThat(trained.layers().get(0).weights().column(k))
                .isEqualTo(sample.run().network().layers().get(0).weights().column(k)));
    }

    @Property(tries = TRIES)
    void equalColumnsOfEqualFeaturesStayEqual(@ForAll("equalFeatures") EqualFeaturesRun sample) {
        List<Consequence> equal = named("SYM-6", sample.run()).stream().filter(each -> each.says().contains("for ever")).toList();
        Network trained = sample.run().trained(1);

        assertThat(equal).anyMatch(each -> each.inputs().containsAll(List.of(sample.first(), sample.second())));
        assertThat(equal).allMatch(each -> each.inputs().stream().map(trained.layers().get(0).weights()::column).distinct()
                .count() == 1);
    }

    @Property(tries = TRIES)
    void unitsOfOneClassStayEqual(@ForAll("twins") TwinRun sample) {
        List<Consequence> equal = named("SYM-2", sample.run());
        List<LayerSymmetry> after = UnitClasses.of(sample.run().trained(1));

        assertThat(equal).anyMatch(each -> each.layer().orElseThrow() == sample.layer() + 1
                && each.units().containsAll(List.of(sample.first(), sample.second())));
        assertThat(equal).allMatch(each -> after.get(each.layer().orElseThrow() - 1).classes().stream()
                .anyMatch(units -> units.containsAll(each.units())));
    }

    @Property(tries = 2 * TRIES)
    void unitsOfEqualIncomingWeightsPartOnlyIfOneOfThemIsActive(@ForAll("equalRows") TrainingRun run) {
        List<Consequence> parting = named("SYM-10", run).stream().filter(each -> each.layer().orElseThrow() == 1).toList();
        Layer after = run.trained(1).layers().get(0);
        Coverage.require("inactive", parting.stream().anyMatch(each -> each.says().contains("inactive")));
        Coverage.require("parted", parting.stream().anyMatch(each -> rows(each, after) > 1));

        assertThat(parting).allMatch(each -> !each.says().contains("inactive") || rows(each, after) == 1);
    }

    private static long rows(Consequence consequence, Layer layer) {
        return consequence.units().stream().map(layer.weights()::row).distinct().count();
    }

    private static List<String> claims(TrainingRun run) {
        return Consequences.of(run.network(), Optional.of(run.data())).stream().map(Consequence::claim).toList();
    }

    private static List<Consequence> named(String claim, TrainingRun run) {
        return Consequences.of(run.network(), Optional.of(run.data())).stream().filter(each -> each.claim().equals(claim))
                .toList();
    }

    private static List<Layer> belowTheOutputBias(Network network) {
        int last = network.layers().size() - 1;
        Layer top = network.layers().get(last);
        return Stream.concat(network.layers().subList(0, last).stream(),
                Stream.of(new Layer(top.weights(), Optional.empty(), top.activation()))).toList();
    }

    @Provide
    Arbitrary<TrainingRun> allZero() {
        return TrainingRun.from(Shape.deepWithActivationsThatAreZeroAtZero().map(shape -> shape.withOutputs(1)),
                Networks::zeroBelowTheOutputBias, shape -> DataSets.balanced(shape.inputs()));
    }

    @Provide
    Arbitrary<TrainingRun> allZeroWithoutOutputBias() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(shape -> shape.withOutputs(2).withOutputBias(false)),
                shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<TrainingRun> rationalSigmoidFromZero() {
        return TrainingRun.from(Shape.deep().map(shape -> shape.withBiases(true).withHidden(Activation.RATIONAL_SIGMOID)),
                shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<TrainingRun> zeroFirstLayer() {
        return FrozenRun.withAZeroFirstLayer(Shape.deep());
    }

    @Provide
    Arbitrary<TrainingRun> zeroLastLayer() {
        return TrainingRun.from(Shape.deep(), Networks::withZeroOutputWeights).map(ConsequencesProperties::withoutDecay);
    }

    @Provide
    Arbitrary<TrainingRun> hiddenBiases() {
        Arbitrary<BigFraction> negative = Rationals.positive().map(BigFraction::negate);
        return Arbitraries.of(Rationals.small(), Rationals.positive(), negative, Arbitraries.just(BigFraction.ONE))
                .flatMap(biases ->
                TrainingRun.from(Shape.oneHiddenLayer().map(shape -> shape.withBiases(true).withRelu()),
                        shape -> Networks.withZeroWeights(shape, biases)));
    }

    @Provide
    Arbitrary<TrainingRun> linearZeroFirstLayer() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(shape -> shape.withOutputs(1).withHidden(Activation.IDENTITY)),
                Networks::withZeroHiddenLayer);
    }

    @Provide
    Arbitrary<TrainingRun> factors() {
        Arbitrary<Shape> shapes = Shape.oneHiddenLayer().map(shape -> shape.withBiases(false).withHidden(Activation.IDENTITY));
        return Combinators.combine(TrainingRun.from(shapes, Networks::withZeroOutputWeights), Arbitraries.of(true, false))
                .as((run, both) -> both ? run.withNetwork(Networks.zero(Shape.of(run.network()))) : run);
    }

    @Provide
    Arbitrary<TrainingRun> words() {
        return factors().filter(run -> run.network().inputs() > 1).map(run -> withoutDecay(run.withData(new DataSet(
                run.data().inputs().stream().map(ConsequencesProperties::oneHot).toList(), run.data().targets()))));
    }

    /** The word that has the largest number. */
    private static Vector oneHot(Vector input) {
        int word = input.entries().indexOf(Collections.max(input.entries()));
        return new Vector(IntStream.range(0, input.size()).mapToObj(k -> k == word ? BigFraction.ONE : BigFraction.ZERO)
                .toList());
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
    Arbitrary<EqualFeaturesRun> equalFeatures() {
        return EqualFeaturesRun.any();
    }

    @Provide
    Arbitrary<TwinRun> twins() {
        return TwinRun.any();
    }

    @Provide
    Arbitrary<TrainingRun> equalRows() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(Shape::withRelu), Networks::withEqualRows)
                .map(run -> run.withSettings(run.settings().withKappa(BigFraction.ZERO)));
    }

    private static TrainingRun withoutDecay(TrainingRun run) {
        return run.withSettings(run.settings().withWeightDecay(BigFraction.ZERO));
    }
}
