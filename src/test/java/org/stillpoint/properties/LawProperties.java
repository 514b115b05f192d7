package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.ReorderedRun;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.SmoothRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.arbitraries.TwoLossesRun;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.LayerGradient;

/** The laws that a backpropagation must obey, checked without any tolerance. */
@StatisticsReport(onFailureOnly = true)
class LawProperties {

    @Claim("LAW-1")
    @Property
    void offTheKinksTheGradientIsTheExactDerivative(@ForAll("smoothPoints") SmoothRun sample) {
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

    @Claim("LAW-5")
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

    /**
     * The derivative at 0 of the loss along the direction. As long as nothing crosses a kink the output is a polynomial whose degree is at
     * most the number of layers, and the squared loss doubles that; the differences of a polynomial's values at 0, h, 2h, ... give its
     * derivative as {@code 1/h} times the sum over k of {@code (-1)^(k+1)/k} times the k-th difference.
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
            h = h.divide(2);
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

    @Provide
    Arbitrary<SmoothRun> smoothPoints() {
        return SmoothRun.any();
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
    Arbitrary<TrainingRun> withoutBiases() {
        return TrainingRun.from(Shape.any().map(shape -> shape.withBiases(false)), Networks::any);
    }
}
