package org.stillpoint.properties.symmetry;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.ArbitraryDropout;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
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
import org.stillpoint.kernel.Vectors;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Enough;
import org.stillpoint.properties.Entries;
import org.stillpoint.training.Dropout;
import org.stillpoint.training.Evaluation;

/** What equal units can compute, and what does and does not part them. */
@StatisticsReport(onFailureOnly = true)
class UnitSymmetryProperties {

    @Claim("SYM-9")
    @Property
    void theOutputOfEqualMonotoneUnitsGoesOneWayAlongTheirCommonDirection(@ForAll("equalMonotoneUnits") TrainingRun sample,
                                                                         @ForAll("inputs") List<List<BigFraction>> numbers) {
        TrainingRun run = sample.withSettings(sample.settings().withSteps(Math.min(2, sample.settings().steps())));
        Network trained = run.trained();
        Vector direction = trained.layers().get(0).weights().row(0);
        List<Vector> inputs = new ArrayList<>(run.data().inputs());
        numbers.forEach(list -> inputs.add(new Vector(list.subList(0, direction.size()))));
        inputs.sort(Comparator.comparing(x -> Entries.dot(direction.entries(), x.entries())));
        List<BigFraction> outputs = inputs.stream().map(x -> Evaluation.output(trained, x).get(0)).toList();
        Coverage.require("two labels", outputs.stream().map(BigFraction::signum).distinct().count() > 1);
        Coverage.require("trained", !trained.equals(run.network()));

        assertThat(outputs).isIn(outputs.stream().sorted().toList(), outputs.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Claim(value = "SYM-9", of = "remark")
    @Example
    @Enough(tries = 1, because = "one example")
    void equalUnitsThatAreNotMonotoneCanHaveTwoHalfspacesForARegion() {
        Network slab = Network.of(new Layer(Matrix.of(Vector.of("1"), Vector.of("1")), Optional.empty(), Activation.ABS),
                new Layer(Matrix.of(Vector.of("1", "1")), Optional.of(Vector.of("-2")), Activation.IDENTITY));

        assertThat(List.of("-2", "0", "2").stream().map(x -> Evaluation.output(slab, Vector.of(x)).get(0).signum()))
                .containsExactly(1, -1, 1);
    }

    @Claim(value = "SYM-10", shows = REFUTES)
    @Property
    void theRowsOfActiveUnitsPartByTheDifferenceOfTheirOutgoingWeights(@ForAll("equalRows") TrainingRun sample) {
        TrainingRun run = sample.onFirstSample().plain();
        List<BigFraction> x = run.data().inputs().get(0).entries();
        List<BigFraction> g = run.g(run.network(), 0);
        boolean active = run.preactivations().get(0).get(0).get(0).signum() > 0;
        Matrix outgoing = run.network().layers().get(1).weights();
        Matrix before = run.network().layers().get(0).weights();
        Matrix after = run.trained(1).layers().get(0).weights();
        boolean dead = run.preactivations().get(0).get(0).get(0).signum() < 0;
        Coverage.require("rows that part", after.rows().stream().distinct().count() > 1);
        Coverage.require("units that are not active", dead && before.rowCount() > 1);

        for (int j = 0; j < before.rowCount(); j++) {
            BigFraction apart = Entries.dot(g, difference(outgoing.column(0), outgoing.column(j)));
            BigFraction step = active ? run.settings().learningRate().multiply(apart) : BigFraction.ZERO;
            if (active || dead) {
                assertThat(difference(after.row(j), active ? after.row(0) : before.row(j)))
                        .isEqualTo(x.stream().map(step::multiply).toList());
            }
        }
    }

    private static List<BigFraction> difference(Vector a, Vector b) {
        return Entries.combination(BigFraction.ONE, a.entries(), BigFraction.MINUS_ONE, b.entries());
    }

    @Claim(value = "SYM-11", shows = REFUTES)
    @Property
    void twinsStayTwinsUnderEverySequenceOfBatches(@ForAll("twins") TwinRun twins, @ForAll("draws") List<List<Integer>> draws) {
        TrainingRun run = twins.run().plain();
        List<List<Integer>> batches = draws.stream()
                .map(draw -> draw.stream().map(i -> i % run.data().size()).toList()).toList();
        Network network = run.network();
        for (List<Integer> batch : batches) {
            network = run.withNetwork(network).on(batch).plain().trained(1);
        }
        Coverage.require("different batches", batches.stream().distinct().count() > 1);
        Coverage.require("twins that move",
                !network.layers().get(twins.layer()).equals(run.network().layers().get(twins.layer())));

        assertTwins(network, twins);
    }

    @Claim(value = "SYM-12", shows = REFUTES, of = "masks that are equal")
    @Property
    void twinsWithEqualMasksStayTwins(@ForAll("twins") TwinRun twins, @ForAll long seed) {
        TrainingRun run = twins.run().withSettings(twins.run().settings().withSteps(Math.min(2, twins.run().settings().steps())));
        Dropout any = new ArbitraryDropout(seed, run.network().widths().subList(1, run.network().layers().size()));
        Dropout equal = (step, sample) -> {
            List<Vector> masks = new ArrayList<>(any.masks(step, sample));
            List<BigFraction> mask = new ArrayList<>(masks.get(twins.layer()).entries());
            mask.set(twins.second(), mask.get(twins.first()));
            masks.set(twins.layer(), new Vector(mask));
            return masks;
        };
        List<Network> networks = run.networks(run.gradientDescent(), equal);
        Network trained = networks.get(networks.size() - 1);
        Coverage.require("twins that move",
                !trained.layers().get(twins.layer()).equals(run.network().layers().get(twins.layer())));

        assertTwins(trained, twins);
    }

    private static void assertTwins(Network network, TwinRun twins) {
        Layer layer = network.layers().get(twins.layer());
        Matrix above = network.layers().get(twins.layer() + 1).weights();
        assertThat(layer.weights().row(twins.first())).isEqualTo(layer.weights().row(twins.second()));
        layer.bias().ifPresent(bias -> assertThat(bias.get(twins.first())).isEqualTo(bias.get(twins.second())));
        assertThat(above.column(twins.first())).isEqualTo(above.column(twins.second()));
    }

    @Claim(value = "SYM-14", of = "in floating point, where sums differ by their order")
    @Property
    void aSumOfFloatingPointNumbersDependsOnItsOrderAndAnExactOneDoesNot(@ForAll("terms") List<Integer> tenths) {
        List<Integer> reversed = new ArrayList<>(tenths);
        Collections.reverse(reversed);
        Coverage.require("floating-point sums that differ", floating(tenths) != floating(reversed));

        assertThat(exact(tenths)).isEqualTo(exact(reversed));
    }

    @Claim(value = "SYM-14", of = "in floating point, where sums differ by their order")
    @Property
    void twinsWhoseGradientsAreSummedInTwoOrdersMayPartInFloatingPointAndNeverInExactArithmetic(
            @ForAll("tenthsOfSamples") List<List<Integer>> samples) {
        List<TwoOrders.Unit> twins = Collections.nCopies(2, new TwoOrders.Unit(List.of(0.3, 0.1), 0.7));
        List<List<Double>> inputs = samples.stream().map(sample -> List.of(sample.get(0) / 10.0, sample.get(1) / 10.0)).toList();
        List<Double> targets = samples.stream().map(sample -> sample.get(2) / 10.0).toList();
        List<TwoOrders.Unit> oneOrder = TwoOrders.same(2, samples.size()).step(twins, inputs, targets, 4);
        List<TwoOrders.Unit> twoOrders = TwoOrders.alternating(2, samples.size()).step(twins, inputs, targets, 4);
        Coverage.require("twins that part", !twoOrders.get(0).equals(twoOrders.get(1)));
        TrainingRun exact = new TrainingRun(exactTwins(), tenths(samples), Settings.defaults(1).withLearningRate(new BigFraction(4)),
                Loss.SQUARED).plain();
        List<Integer> reversed = IntStream.range(0, samples.size()).mapToObj(i -> samples.size() - 1 - i).toList();

        assertThat(oneOrder.get(0)).isEqualTo(oneOrder.get(1));
        assertThat(exact.trained()).isEqualTo(exact.on(reversed).trained());
    }

    /** The start of the twins above, in exact numbers. */
    private static Network exactTwins() {
        return Network.of(
                new Layer(Matrix.of(Vector.of("0.3", "0.1"), Vector.of("0.3", "0.1")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("0.7", "0.7")), Optional.empty(), Activation.IDENTITY));
    }

    private static DataSet tenths(List<List<Integer>> samples) {
        return new DataSet(
                samples.stream().map(sample -> Vector.of(new BigFraction(sample.get(0), 10), new BigFraction(sample.get(1), 10)))
                        .toList(),
                samples.stream().map(sample -> Vector.of(new BigFraction(sample.get(2), 10))).toList());
    }

    private static float floating(List<Integer> tenths) {
        float sum = 0;
        for (int each : tenths) {
            sum += each / 10f;
        }
        return sum;
    }

    /** As the kernel adds. */
    private static BigFraction exact(List<Integer> tenths) {
        BigFraction[] terms = tenths.stream().map(each -> new BigFraction(each, 10)).toArray(BigFraction[]::new);
        BigFraction[] ones = new BigFraction[terms.length];
        Arrays.fill(ones, BigFraction.ONE);
        return Vectors.dot(terms, ones);
    }

    @Provide
    Arbitrary<TrainingRun> equalMonotoneUnits() {
        return TrainingRun.from(Shape.oneMonotoneHiddenLayer().map(shape -> shape.withOutputs(1)), Networks::equal);
    }

    @Provide
    Arbitrary<List<List<BigFraction>>> inputs() {
        return Rationals.small().list().ofSize(Shape.MAX_WIDTH).list().ofSize(4);
    }

    @Provide
    Arbitrary<TrainingRun> equalRows() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(Shape::withRelu), Networks::withEqualRows);
    }

    @Provide
    Arbitrary<TwinRun> twins() {
        return TwinRun.any();
    }

    /** One to three batches of one to three samples, by numbers to be taken modulo how many there are. */
    @Provide
    Arbitrary<List<List<Integer>>> draws() {
        return Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(3);
    }

    /** Two inputs and a target each. */
    @Provide
    Arbitrary<List<List<Integer>>> tenthsOfSamples() {
        return Arbitraries.integers().between(-9, 9).list().ofSize(3).list().ofMinSize(5).ofMaxSize(9);
    }

    @Provide
    Arbitrary<List<Integer>> terms() {
        return Arbitraries.integers().between(-9, 9).list().ofMinSize(3).ofMaxSize(6);
    }
}
