package org.stillpoint.properties.width;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.IdentityStartRun;
import org.stillpoint.arbitraries.SplitUnitRun;
import org.stillpoint.arbitraries.SwappedFeaturesRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.properties.Claim;
import org.stillpoint.training.Evaluation;

/** What a wider network can do that a narrow one cannot, and what swapped features tell it. */
@StatisticsReport(onFailureOnly = true)
class WidthProperties {

    @Claim(value = "EMB-1", of = "the same function")
    @Property
    void splittingAUnitKeepsTheFunction(@ForAll("splitUnits") SplitUnitRun sample) {
        Coverage.ofSigns(sample.run());
        Network wide = sample.run().network();
        Coverage.require("a share that is not a half", !sample.alpha().equals(BigFraction.ONE_HALF));
        Coverage.require("several hidden layers", wide.layers().size() > 2);
        Coverage.require("an output that is not 0", sample.run().data().inputs().stream()
                .anyMatch(x -> !Evaluation.output(wide, x).isZero()));

        assertThat(sample.run().data().inputs()).allSatisfy(x ->
                assertThat(Evaluation.output(wide, x)).isEqualTo(Evaluation.output(sample.narrow(), x)));
    }

    @Claim(value = "EMB-1", of = "the gradient is zero together")
    @Property
    void splittingAUnitSplitsTheGradient(@ForAll("splitUnits") SplitUnitRun sample) {
        NetworkGradient narrow = sample.run().withNetwork(sample.narrow()).gradient();
        NetworkGradient wide = sample.run().gradient();
        Coverage.require("a gradient of zero", isZero(narrow));
        Coverage.require("a gradient other than zero", !isZero(narrow));
        LayerGradient halves = wide.layers().get(sample.layer());
        LayerGradient unit = narrow.layers().get(sample.layer());
        BigFraction rest = BigFraction.ONE.subtract(sample.alpha());

        assertThat(isZero(wide)).isEqualTo(isZero(narrow));
        assertThat(halves.weights().row(sample.unit())).isEqualTo(times(sample.alpha(), unit.weights().row(sample.unit())));
        assertThat(halves.weights().row(sample.lastHalf())).isEqualTo(times(rest, unit.weights().row(sample.unit())));
        for (int half : List.of(sample.unit(), sample.lastHalf())) {
            assertThat(outgoing(wide, sample, half)).isEqualTo(outgoing(narrow, sample, sample.unit()));
        }
    }

    private static Vector outgoing(NetworkGradient gradient, SplitUnitRun sample, int unit) {
        return gradient.layers().get(sample.layer() + 1).weights().column(unit);
    }

    private static boolean isZero(NetworkGradient gradient) {
        return gradient.layers().stream().allMatch(layer ->
                layer.weights().isZero() && layer.bias().map(Vector::isZero).orElse(true));
    }

    private static Vector times(BigFraction factor, Vector vector) {
        return new Vector(vector.entries().stream().map(factor::multiply).toList());
    }

    @Claim(value = "EMB-1", of = "one step")
    @Property(tries = 600)
    void oneStepKeepsTheHalvesEqualJustIfTheirGradientsAre(@ForAll("splitUnits") SplitUnitRun sample) {
        TrainingRun plain = sample.run().plain();
        LayerGradient unit = plain.withNetwork(sample.narrow()).gradient().layers().get(sample.layer());
        boolean still = unit.weights().row(sample.unit()).isZero()
                && unit.bias().map(bias -> bias.get(sample.unit()).signum() == 0).orElse(true);
        boolean half = sample.alpha().equals(BigFraction.ONE_HALF);
        boolean moves = plain.settings().learningRate().signum() != 0;
        Coverage.require("halves that stay equal and move", half && moves && !still);
        Coverage.require("halves that part", !half && moves && !still);
        Layer after = plain.trained(1).layers().get(sample.layer());

        boolean equal = after.weights().row(sample.unit()).equals(after.weights().row(sample.lastHalf()))
                && after.bias().map(bias -> bias.get(sample.unit()).equals(bias.get(sample.lastHalf()))).orElse(true);
        assertThat(equal).isEqualTo(half || still || !moves);
    }

    @Claim("DATA-1")
    @Property
    void featuresThatTheDataDoesNotTellApartKeepEqualWeights(@ForAll("swappedFeatures") SwappedFeaturesRun sample) {
        Coverage.ofSettings(sample.run());
        Matrix start = sample.run().network().layers().get(0).weights();
        Matrix weights = sample.run().trained().layers().get(0).weights();
        Coverage.require("columns that move", !weights.column(sample.first()).equals(start.column(sample.first())));
        Coverage.require("features that differ", sample.run().data().inputs().stream()
                .anyMatch(x -> !x.get(sample.first()).equals(x.get(sample.second()))));

        assertThat(weights.column(sample.first())).isEqualTo(weights.column(sample.second()));
    }

    @Claim(value = "WIDTH-1", of = "no more outputs than inputs")
    @Property
    void unitsBeyondTheInputsStayZero(@ForAll("fewOutputs") IdentityStartRun sample) {
        Coverage.require("several steps", sample.run().settings().steps() > 1);
        Coverage.require("momentum", sample.run().settings().momentum().signum() != 0);
        Coverage.require("an activation that is not ReLU", !sample.run().network().layers().get(0).activation()
                .equals(Activation.RELU));
        requireNothingBeyondTheInputs(sample);
    }

    @Claim(value = "WIDTH-1", of = "more outputs than inputs, ReLU, kappa 0")
    @Property
    void withKappaZeroUnitsBeyondTheInputsStayZeroWhateverTheOutputs(@ForAll("manyOutputs") IdentityStartRun sample) {
        Coverage.require("several steps", sample.run().settings().steps() > 1);
        requireNothingBeyondTheInputs(new IdentityStartRun(sample.run()
                .withSettings(sample.run().settings().withKappa(BigFraction.ZERO))));
    }

    private static void requireNothingBeyondTheInputs(IdentityStartRun sample) {
        int inputs = sample.run().data().inputs().get(0).size();
        Network trained = sample.run().trained();
        Network start = sample.run().network();
        Coverage.require("several hidden layers", start.layers().size() > 2);
        Coverage.require("a first layer that moves", !trained.layers().get(0).equals(start.layers().get(0)));

        assertThat(hiddenPreactivations(trained, sample.run().data().inputs()))
                .allSatisfy(z -> assertThat(z.entries().subList(inputs, z.size())).allMatch(entry -> entry.signum() == 0));
        for (int l = 0; l < start.layers().size() - 1; l++) {
            assertThat(rank(minus(trained.layers().get(l).weights(), start.layers().get(l).weights())))
                    .isLessThanOrEqualTo(inputs);
        }
    }

    private static List<Vector> hiddenPreactivations(Network network, List<Vector> inputs) {
        return Evaluation.preactivations(network, inputs).flatMap(z -> z.subList(0, z.size() - 1).stream()).toList();
    }

    @Claim(value = "WIDTH-1", shows = REFUTES, of = "more outputs than inputs, ReLU, kappa not 0")
    @Property
    void withAnotherKappaTheFirstStepGivesEachUnitOfAnOutputItsWeights(@ForAll("manyOutputs") IdentityStartRun sample) {
        TrainingRun plain = sample.run().plain();
        int inputs = plain.data().inputs().get(0).size();
        BigFraction kappa = plain.settings().kappa();
        int hiddenLayers = plain.network().layers().size() - 1;
        Vector row = plain.trained(1).layers().get(0).weights().row(inputs);
        Vector pull = meanOfErrorTimesInput(plain, inputs);
        Vector step = times(plain.settings().learningRate().negate().multiply(kappa.pow(hiddenLayers)), pull);
        Coverage.require("a unit beyond the inputs that gets weights", !step.isZero());

        assertThat(row).isEqualTo(step);
    }

    /** The mean over the samples of dl/df of one output times the input. */
    private static Vector meanOfErrorTimesInput(TrainingRun run, int output) {
        int size = run.data().size();
        return new Vector(IntStream.range(0, run.data().inputs().get(0).size()).mapToObj(k -> IntStream.range(0, size)
                .mapToObj(i -> run.g(run.network(), i).get(output).multiply(run.data().inputs().get(i).get(k)))
                .reduce(BigFraction.ZERO, BigFraction::add).divide(size)).toList());
    }

    private static Matrix minus(Matrix left, Matrix right) {
        return new Matrix(IntStream.range(0, left.rowCount()).mapToObj(j -> new Vector(IntStream.range(0, left.columns())
                .mapToObj(k -> left.get(j, k).subtract(right.get(j, k))).toList())).toList());
    }

    /** By elimination. */
    private static int rank(Matrix matrix) {
        List<List<BigFraction>> rows = new ArrayList<>(matrix.rows().stream().map(Vector::entries).toList());
        int rank = 0;
        for (int k = 0; k < matrix.columns(); k++) {
            int column = k;
            int found = IntStream.range(rank, rows.size()).filter(j -> rows.get(j).get(column).signum() != 0).findFirst()
                    .orElse(-1);
            if (found >= 0) {
                Collections.swap(rows, rank, found);
                List<BigFraction> pivot = rows.get(rank);
                for (int j = rank + 1; j < rows.size(); j++) {
                    rows.set(j, eliminated(rows.get(j), pivot, column));
                }
                rank++;
            }
        }
        return rank;
    }

    private static List<BigFraction> eliminated(List<BigFraction> row, List<BigFraction> pivot, int column) {
        BigFraction factor = row.get(column).divide(pivot.get(column));
        return IntStream.range(0, row.size()).mapToObj(i -> row.get(i).subtract(factor.multiply(pivot.get(i)))).toList();
    }

    @Provide
    Arbitrary<SplitUnitRun> splitUnits() {
        return SplitUnitRun.any();
    }

    @Provide
    Arbitrary<SwappedFeaturesRun> swappedFeatures() {
        return SwappedFeaturesRun.any();
    }

    @Provide
    Arbitrary<IdentityStartRun> fewOutputs() {
        return IdentityStartRun.withFewOutputs();
    }

    @Provide
    Arbitrary<IdentityStartRun> manyOutputs() {
        return IdentityStartRun.ofReluWithManyOutputs();
    }
}
