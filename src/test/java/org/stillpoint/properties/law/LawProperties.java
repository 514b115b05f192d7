package org.stillpoint.properties.law;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.ExactDerivative;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.ReorderedRun;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.SmoothRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.arbitraries.TwoLossesRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Enough;
import org.stillpoint.properties.Entries;
import org.stillpoint.training.Evaluation;

/** The laws that a backpropagation must obey, checked without any tolerance. */
@StatisticsReport(onFailureOnly = true)
class LawProperties {

    @Claim("LAW-1")
    @Property(tries = 1_000)
    void offTheKinksTheGradientIsTheExactDerivative(@ForAll("smoothPoints") SmoothRun sample) {
        TrainingRun run = sample.run();
        BigFraction derivative = ExactDerivative.along(run.network(), sample.direction(), run.data(), run.settings().loss());
        Coverage.ofWidths(run.network());
        Coverage.require("a derivative other than zero", derivative.signum() != 0);
        for (Activation activation : RationalActivation.all()) {
            Coverage.require(activation.id(),
                    run.network().layers().stream().anyMatch(layer -> layer.activation() == activation));
        }

        assertThat(Entries.dot(Entries.of(run.gradient()), sample.direction().parameters())).isEqualTo(derivative);
    }

    @Claim(value = "LAW-1", of = "case")
    @Property
    void whereTheLossIsAPolynomialAlongALineItsValuesGiveTheDerivative(@ForAll("piecewisePolynomials") SmoothRun sample) {
        TrainingRun run = sample.run();
        BigFraction derivative = derivativeByInterpolation(sample);
        Coverage.ofWidths(run.network());
        Coverage.require("a derivative other than zero", derivative.signum() != 0);
        Coverage.require("squared loss", run.settings().loss() == Loss.SQUARED);

        assertThat(Entries.dot(Entries.of(run.gradient()), sample.direction().parameters())).isEqualTo(derivative);
    }

    @Claim("LAW-3")
    @Property
    void theBatchGradientIsTheMeanOfTheSampleGradients(@ForAll("reordered") ReorderedRun sample) {
        TrainingRun run = sample.run();
        List<BigFraction> whole = Entries.of(run.gradient());
        Coverage.ofData(run.data());
        Coverage.require("two groups", sample.groups().size() > 1);

        List<List<BigFraction>> samples = IntStream.range(0, run.data().size())
                .mapToObj(i -> Entries.of(sample.on(List.of(i)).gradient())).toList();
        List<List<BigFraction>> groups = sample.groups().stream()
                .map(group -> times(group.size(), Entries.of(sample.on(group).gradient()))).toList();

        assertThat(times(run.data().size(), whole)).isEqualTo(sum(samples)).isEqualTo(sum(groups));
        assertThat(Entries.of(sample.on(sample.order()).gradient())).isEqualTo(whole);
    }

    @Claim("LAW-4")
    @Property
    void theGradientIsLinearInG(@ForAll("twoLosses") TwoLossesRun sample) {
        Coverage.ofSigns(sample.run());
        Coverage.ofData(sample.run().data());

        assertThat(Entries.of(sample.ofCombination().gradient())).isEqualTo(Entries.combination(
                sample.a(), Entries.of(sample.run().gradient()), sample.b(), Entries.of(sample.ofOtherLoss().gradient())));
    }

    @Claim(value = "LAW-5", of = "case")
    @Property
    void eulersIdentityHoldsForEveryLayerAndKappa(@ForAll("withoutBiases") TrainingRun run) {
        Coverage.ofSigns(run);
        Coverage.ofData(run.data());
        Coverage.ofWidths(run.network());
        BigFraction gTimesOutput = meanOfGTimesOutput(run);
        Coverage.require("g f other than zero", gTimesOutput.signum() != 0);
        List<LayerGradient> gradient = run.gradient().layers();

        for (int l = 0; l < gradient.size(); l++) {
            Layer layer = run.network().layers().get(l);
            assertThat(Entries.dot(Entries.of(layer.weights(), layer.bias()).toList(),
                    Entries.of(gradient.get(l).weights(), gradient.get(l).bias()).toList())).isEqualTo(gTimesOutput);
        }
    }

    @Claim("LAW-6")
    @Property
    @Enough(tries = 150, because = "a matrix of one row or of one column has no minors")
    void theWeightGradientOfASampleHasRankAtMostOne(@ForAll("anyRuns") TrainingRun run) {
        TrainingRun sample = run.withData(new DataSet(run.data().inputs().subList(0, 1), run.data().targets().subList(0, 1)));
        Coverage.ofWidths(run.network());
        Coverage.require("a gradient other than zero",
                Entries.of(sample.gradient()).stream().anyMatch(entry -> entry.signum() != 0));

        for (LayerGradient layer : sample.gradient().layers()) {
            Matrix g = layer.weights();
            for (int i = 1; i < g.rowCount(); i++) {
                for (int k = 1; k < g.columns(); k++) {
                    for (int j = 0; j < i; j++) {
                        for (int m = 0; m < k; m++) {
                            assertThat(g.get(i, k).multiply(g.get(j, m))).isEqualTo(g.get(i, m).multiply(g.get(j, k)));
                        }
                    }
                }
            }
        }
    }

    @Claim(value = "LAW-7", of = "the training")
    @Property(tries = 600)
    void rowsOfTheFirstLayerMoveOrthogonallyToWhatIsOrthogonalToAllInputs(@ForAll("anyRuns") TrainingRun run) {
        Matrix before = run.network().layers().get(0).weights();
        Matrix after = run.withSettings(run.settings().withWeightDecay(BigFraction.ZERO)).trained().layers().get(0).weights();
        List<List<BigFraction>> orthogonal = orthogonalTo(run.data().inputs(), before.columns());
        Coverage.require("an orthogonal vector other than zero", !orthogonal.isEmpty());
        Coverage.require("an orthogonal vector while the rows move", !orthogonal.isEmpty() && !before.equals(after));
        Coverage.require("inputs that span all", orthogonal.isEmpty());

        for (List<BigFraction> v : orthogonal) {
            for (int j = 0; j < before.rowCount(); j++) {
                assertThat(Entries.dot(after.row(j).entries(), v)).isEqualTo(Entries.dot(before.row(j).entries(), v));
            }
        }
    }

    @Claim("LAW-8")
    @Property
    @Enough(tries = 150, because = "a network of one layer has no hidden unit")
    void hiddenUnitsAreBalancedAndAStepChangesTheirSquaresBySecondOrderOnly(@ForAll("anyRuns") TrainingRun run) {
        Settings settings = run.settings().withSteps(1).withBatchSize(run.data().size())
                .withMomentum(BigFraction.ZERO).withWeightDecay(BigFraction.ZERO);
        List<Layer> before = run.network().layers();
        List<Layer> after = run.withSettings(settings).trained().layers();
        List<Layer> gradient = asLayers(run);
        Coverage.ofSigns(run);
        Coverage.ofWidths(run.network());
        boolean moved = false;

        for (int l = 0; l < before.size() - 1; l++) {
            for (int j = 0; j < before.get(l).units(); j++) {
                assertThat(Entries.dot(incoming(before, l, j), incoming(gradient, l, j)))
                        .isEqualTo(Entries.dot(outgoing(before, l, j), outgoing(gradient, l, j)));
                assertThat(excess(after, l, j)).isEqualTo(excess(before, l, j)
                        .add(settings.learningRate().pow(2).multiply(excess(gradient, l, j))));
                moved |= !excess(after, l, j).equals(excess(before, l, j));
            }
        }
        Coverage.require("squares that change", moved);
    }

    /**
     * The derivative at 0 of the loss along the direction. As long as nothing crosses a kink the output is a polynomial whose
     * degree is at most the number of layers, and the squared loss doubles that; the differences of a polynomial's values at 0,
     * h, 2h, ... give its derivative as {@code 1/h} times the sum over k of {@code (-1)^(k+1)/k} times the k-th difference.
     */
    private static BigFraction derivativeByInterpolation(SmoothRun sample) {
        int degree = 2 * sample.run().network().layers().size();
        BigFraction h = distanceWithoutAKink(sample, degree);
        List<BigFraction> differences = IntStream.rangeClosed(0, degree).mapToObj(i -> loss(sample, h.multiply(i))).toList();
        BigFraction derivative = BigFraction.ZERO;
        for (int k = 1; k <= degree; k++) {
            differences = differencesOf(differences);
            derivative = derivative.add(differences.get(0).divide(k % 2 == 1 ? k : -k));
        }
        return derivative.divide(h);
    }

    /** A distance such that it and its multiples are on the same side of every kink as the network itself. */
    private static BigFraction distanceWithoutAKink(SmoothRun sample, int multiples) {
        List<Integer> sides = sample.sidesAt(BigFraction.ZERO);
        BigFraction h = BigFraction.ONE;
        while (!keepsSides(sample, sides, h, multiples)) {
            h = h.equals(BigFraction.ONE) ? BigFraction.ONE_HALF : h.multiply(h);
        }
        return h;
    }

    private static boolean keepsSides(SmoothRun sample, List<Integer> sides, BigFraction h, int multiples) {
        return IntStream.rangeClosed(1, multiples).allMatch(i -> sample.sidesAt(h.multiply(i)).equals(sides));
    }

    private static BigFraction loss(SmoothRun sample, BigFraction distance) {
        return Evaluation.meanLoss(sample.at(distance), sample.run().data(), sample.run().settings().loss());
    }

    private static List<BigFraction> differencesOf(List<BigFraction> values) {
        return IntStream.range(1, values.size()).mapToObj(i -> values.get(i).subtract(values.get(i - 1))).toList();
    }

    private static BigFraction meanOfGTimesOutput(TrainingRun run) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < run.data().size(); i++) {
            Vector output = Evaluation.output(run.network(), run.data().inputs().get(i));
            BigFraction[] g = run.derivative().at(array(output), array(run.data().targets().get(i)));
            sum = sum.add(Entries.dot(List.of(g), output.entries()));
        }
        return sum.divide(run.data().size());
    }

    private static BigFraction[] array(Vector vector) {
        return vector.entries().toArray(BigFraction[]::new);
    }

    private static List<BigFraction> times(int c, List<BigFraction> entries) {
        return entries.stream().map(entry -> entry.multiply(c)).toList();
    }

    private static List<BigFraction> sum(List<List<BigFraction>> terms) {
        return terms.stream().reduce((u, v) -> Entries.combination(BigFraction.ONE, u, BigFraction.ONE, v)).orElseThrow();
    }

    /** A basis of the vectors whose inner product with every input is zero, by elimination. */
    private static List<List<BigFraction>> orthogonalTo(List<Vector> inputs, int size) {
        List<List<BigFraction>> basis = IntStream.range(0, size).mapToObj(i -> IntStream.range(0, size)
                .mapToObj(k -> k == i ? BigFraction.ONE : BigFraction.ZERO).toList()).toList();
        for (Vector input : inputs) {
            basis = orthogonal(basis, input.entries());
        }
        return basis;
    }

    /** A basis of the vectors in the span of this one that are orthogonal to x. */
    private static List<List<BigFraction>> orthogonal(List<List<BigFraction>> basis, List<BigFraction> x) {
        Optional<List<BigFraction>> pivot = basis.stream().filter(v -> Entries.dot(v, x).signum() != 0).findFirst();
        return pivot.map(p -> basis.stream().filter(v -> v != p)
                .map(v -> Entries.combination(BigFraction.ONE, v, Entries.dot(v, x).divide(Entries.dot(p, x)).negate(), p))
                .toList()).orElse(basis);
    }

    private static List<Layer> asLayers(TrainingRun run) {
        List<LayerGradient> gradient = run.gradient().layers();
        return IntStream.range(0, gradient.size()).mapToObj(l -> new Layer(gradient.get(l).weights(), gradient.get(l).bias(),
                run.network().layers().get(l).activation())).toList();
    }

    private static List<BigFraction> incoming(List<Layer> layers, int l, int j) {
        return Stream.concat(layers.get(l).weights().row(j).entries().stream(), layers.get(l).bias().map(b -> b.get(j)).stream())
                .toList();
    }

    private static List<BigFraction> outgoing(List<Layer> layers, int l, int j) {
        return layers.get(l + 1).weights().column(j).entries();
    }

    /** By how much the squares of the incoming weights and bias of a unit exceed those of its outgoing weights. */
    private static BigFraction excess(List<Layer> layers, int l, int j) {
        return Entries.dot(incoming(layers, l, j), incoming(layers, l, j))
                .subtract(Entries.dot(outgoing(layers, l, j), outgoing(layers, l, j)));
    }

    @Provide
    Arbitrary<SmoothRun> smoothPoints() {
        return SmoothRun.any();
    }

    @Provide
    Arbitrary<SmoothRun> piecewisePolynomials() {
        return SmoothRun.piecewisePolynomial();
    }

    @Provide
    Arbitrary<ReorderedRun> reordered() {
        return ReorderedRun.any();
    }

    @Provide
    Arbitrary<TwoLossesRun> twoLosses() {
        return TwoLossesRun.any();
    }

    @Provide
    Arbitrary<TrainingRun> anyRuns() {
        return TrainingRun.from(Shape.any(), Networks::any);
    }

    @Provide
    Arbitrary<TrainingRun> withoutBiases() {
        return TrainingRun.from(Shape.any().map(shape -> shape.withBiases(false)), Networks::any);
    }
}
