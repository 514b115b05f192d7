package org.stillpoint.properties.symmetry;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.EqualFeaturesRun;
import org.stillpoint.arbitraries.EqualUnitsRun;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.PermutedRun;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.arbitraries.TwinRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Enough;
import org.stillpoint.symmetry.LayerSymmetry;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.Evaluation;

/** What training can and cannot tell apart. */
@StatisticsReport(onFailureOnly = true)
class SymmetryProperties {

    @Claim("SYM-1")
    @Property
    void twinsHaveEqualGradients(@ForAll("twins") TwinRun sample) {
        Coverage.ofData(sample.run().data());
        Coverage.ofSigns(sample.run());
        List<LayerGradient> gradient = sample.run().gradient().layers();
        LayerGradient layer = gradient.get(sample.layer());
        Matrix above = gradient.get(sample.layer() + 1).weights();
        Coverage.require("a gradient other than zero", layer.weights().row(sample.first()).entries().stream()
                .anyMatch(g -> g.signum() != 0));

        assertThat(layer.weights().row(sample.first())).isEqualTo(layer.weights().row(sample.second()));
        layer.bias().ifPresent(bias -> assertThat(bias.get(sample.first())).isEqualTo(bias.get(sample.second())));
        assertThat(above.column(sample.first())).isEqualTo(above.column(sample.second()));
    }

    @Claim("SYM-2")
    @Claim(value = "SYM-14", shows = REFUTES, of = "in exact arithmetic")
    @Property
    void twinsStayTwins(@ForAll("twins") TwinRun sample) {
        Coverage.ofData(sample.run().data());
        Coverage.ofSigns(sample.run());
        Coverage.ofSettings(sample.run());
        Network trained = sample.run().trained();
        Layer layer = trained.layers().get(sample.layer());
        Matrix above = trained.layers().get(sample.layer() + 1).weights();
        Coverage.require("twins that move", !layer.weights().row(sample.first())
                .equals(sample.run().network().layers().get(sample.layer()).weights().row(sample.first())));

        assertThat(layer.weights().row(sample.first())).isEqualTo(layer.weights().row(sample.second()));
        layer.bias().ifPresent(bias -> assertThat(bias.get(sample.first())).isEqualTo(bias.get(sample.second())));
        assertThat(above.column(sample.first())).isEqualTo(above.column(sample.second()));
    }

    @Claim("SYM-3")
    @Property
    void trainingCommutesWithPermutingHiddenUnits(@ForAll("permutations") PermutedRun sample) {
        TrainingRun run = sample.run();
        Coverage.ofSigns(run);
        Coverage.ofSettings(run);
        Coverage.require("another order", !sample.permuted(run.network()).equals(run.network()));

        assertThat(run.withNetwork(sample.permuted(run.network())).trained()).isEqualTo(sample.permuted(run.trained()));
    }

    @Claim("SYM-4")
    @Property
    void permutingHiddenUnitsDoesNotChangeTheOutput(@ForAll("permutations") PermutedRun sample) {
        Network network = sample.run().network();
        Network permuted = sample.permuted(network);
        Coverage.require("another order", !permuted.equals(network));

        assertThat(sample.run().data().inputs()).allSatisfy(x ->
                assertThat(Evaluation.output(permuted, x)).isEqualTo(Evaluation.output(network, x)));
    }

    @Claim(value = "SYM-5", of = "without momentum")
    @Property(tries = 400)
    void theNumberOfDistinctUnitsNeverIncreases(@ForAll("startsWithAndWithoutEqualUnits") TrainingRun sample) {
        TrainingRun run = sample.withSettings(sample.settings().withMomentum(BigFraction.ZERO));
        requireEqualAndDistinctUnits(run.network());

        for (int step = 1; step <= run.settings().steps(); step++) {
            requireNoMoreDistinctUnits(run.trained(step - 1), run.trained(step));
        }
    }

    @Claim(value = "SYM-5", of = "with momentum")
    @Property
    void withMomentumItNeverExceedsTheNumberAtTheStart(@ForAll("startsWithAndWithoutEqualUnits") TrainingRun run) {
        Coverage.ofSettings(run);
        requireEqualAndDistinctUnits(run.network());

        requireNoMoreDistinctUnits(run.network(), run.trained());
    }

    @Claim(value = "SYM-5", of = "remark")
    @Example
    @Enough(tries = 1, because = "one example")
    void aStepCanMakeTwoDifferentUnitsEqual() {
        TrainingRun run = unitsThatMeet(BigFraction.ZERO);

        assertThat(distinct(run.network())).containsExactly(2);
        assertThat(distinct(run.trained(1))).containsExactly(1);
        assertThat(distinct(run.trained(2))).containsExactly(1);
    }

    @Claim(value = "SYM-5", of = "remark")
    @Example
    @Enough(tries = 1, because = "one example")
    void momentumCanPartUnitsThatMet() {
        TrainingRun run = unitsThatMeet(BigFraction.ONE_HALF);

        assertThat(distinct(run.network())).containsExactly(2);
        assertThat(distinct(run.trained(1))).containsExactly(1);
        assertThat(distinct(run.trained(2))).containsExactly(2);
    }

    /**
     * f(x) = -relu(-x) + relu(x); at x = 1 with target -1 the hinge loss has g = 1. Only the second unit is active: the first
     * step, with rate 2, takes it from (1, 1) to (-1, -1), where the first one is. No gradient is left then, but the second unit
     * has a velocity.
     */
    private static TrainingRun unitsThatMeet(BigFraction momentum) {
        Network network = Network.of(
                new Layer(Matrix.of(Vector.of("-1"), Vector.of("1")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("-1", "1")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("-1")));
        return new TrainingRun(network, data,
                Settings.defaults(2).withLearningRate(BigFraction.TWO).withMomentum(momentum), Loss.HINGE);
    }

    private static void requireEqualAndDistinctUnits(Network network) {
        List<LayerSymmetry> layers = UnitClasses.of(network);
        Coverage.require("equal units", layers.stream().anyMatch(layer -> layer.distinct() < layer.units()));
        Coverage.require("distinct units", layers.stream().anyMatch(layer -> layer.distinct() > 1));
    }

    private static void requireNoMoreDistinctUnits(Network before, Network after) {
        List<Integer> counts = distinct(before);
        for (int l = 0; l < counts.size(); l++) {
            assertThat(distinct(after).get(l)).isLessThanOrEqualTo(counts.get(l));
        }
    }

    /** For each hidden layer. */
    private static List<Integer> distinct(Network network) {
        return UnitClasses.of(network).stream().map(LayerSymmetry::distinct).toList();
    }

    @Claim(value = "SYM-6", of = "remark")
    @Property
    void equalRowsStayEqual(@ForAll("equalStarts") TrainingRun run) {
        Coverage.ofSettings(run);
        Matrix weights = run.trained().layers().get(0).weights();
        Coverage.require("entries of a row differ",
                !weights.row(0).equals(Vector.constant(weights.columns(), weights.get(0, 0))));

        assertThat(weights.rows()).allMatch(weights.row(0)::equals);
    }

    @Claim(value = "SYM-6", of = "remark")
    @Property
    void columnsOfEqualFeaturesStayEqual(@ForAll("equalFeatures") EqualFeaturesRun sample) {
        Coverage.ofSettings(sample.run());
        Matrix weights = sample.run().trained().layers().get(0).weights();
        Coverage.require("columns that move",
                !weights.column(sample.first()).equals(sample.run().network().layers().get(0).weights().column(sample.first())));

        assertThat(weights.column(sample.first())).isEqualTo(weights.column(sample.second()));
    }

    @Claim("SYM-8")
    @Property
    void equalUnitsTrainAsOne(@ForAll("equalUnits") EqualUnitsRun sample) {
        Coverage.ofSigns(sample.run());
        Coverage.require("more units than one", sample.units() > 1);
        int steps = Math.min(2, sample.run().settings().steps());
        TrainingRun plain = sample.run().withSettings(sample.run().settings().withMomentum(BigFraction.ZERO)
                .withWeightDecay(BigFraction.ZERO).withBatchSize(sample.run().data().size()));
        Coverage.require("units that move", !plain.trained(steps).layers().get(sample.layer()).equals(plain.network().layers()
                .get(sample.layer())));

        assertThat(sample.collapsedTrained(steps)).isEqualTo(sample.collapsed(plain.trained(steps)));
    }

    @Claim(value = "SYM-8", of = "remark")
    @Property
    void equalUnitsComputeWhatOneDoes(@ForAll("equalUnits") EqualUnitsRun sample) {
        Network network = sample.run().network();
        Coverage.require("more units than one", sample.units() > 1);

        assertThat(sample.run().data().inputs()).allSatisfy(x ->
                assertThat(Evaluation.output(sample.collapsed(network), x)).isEqualTo(Evaluation.output(network, x)));
    }

    @Provide
    Arbitrary<EqualUnitsRun> equalUnits() {
        return EqualUnitsRun.any();
    }

    @Provide
    Arbitrary<TwinRun> twins() {
        return TwinRun.any();
    }

    @Provide
    Arbitrary<PermutedRun> permutations() {
        return PermutedRun.any();
    }

    @Provide
    Arbitrary<TrainingRun> equalStarts() {
        return TrainingRun.from(Shape.deep(), Networks::equal);
    }

    @Provide
    Arbitrary<TrainingRun> startsWithAndWithoutEqualUnits() {
        return Arbitraries.oneOf(TrainingRun.from(Shape.deep(), Networks::any), TwinRun.any().map(TwinRun::run));
    }

    @Provide
    Arbitrary<EqualFeaturesRun> equalFeatures() {
        return EqualFeaturesRun.any();
    }
}
