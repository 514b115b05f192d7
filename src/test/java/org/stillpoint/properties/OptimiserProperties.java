package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.MaskedRun;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.OptimiserRun;
import org.stillpoint.arbitraries.Optimisers;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.arbitraries.TwinRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.optimiser.Adagrad;
import org.stillpoint.optimiser.Adam;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.RmsProp;

/** Training with any optimiser, and with dropout. */
@StatisticsReport(onFailureOnly = true)
class OptimiserProperties {

    private static final List<Class<?>> KINDS =
            List.of(GradientDescent.class, Nesterov.class, Adagrad.class, RmsProp.class, Adam.class);

    @Property
    void gradientDescentIsTheTrainingThatIsProved(@ForAll("trainings") TrainingRun run) {
        Coverage.ofSettings(run);

        List<Network> networks = run.networks(run.gradientDescent());

        assertThat(networks).isEqualTo(IntStream.rangeClosed(0, run.settings().steps()).mapToObj(run::trained).toList());
    }

    @Property(tries = 600)
    @Claim(value = "ZERO-12", of = "remark")
    void fromAllZeroOnlyTheOutputBiasMovesUnderEveryOptimiser(@ForAll("fromZero") OptimiserRun sample) {
        List<Network> networks = sample.networks();
        requireEveryKind(sample, networks);
        Coverage.require("the output bias moves", !networks.get(networks.size() - 1).equals(networks.get(0)));

        assertThat(networks).allSatisfy(network ->
                assertThat(Entries.belowTheOutputBias(network)).allMatch(entry -> entry.signum() == 0));
    }

    @Claim(value = "SYM-2", of = "remark")
    @Property(tries = 600)
    void twinsStayTwinsUnderEveryOptimiser(@ForAll("twins") TwinRun twins, @ForAll("optimisers") Optimiser optimiser) {
        OptimiserRun sample = new OptimiserRun(twins.run(), optimiser);
        List<Network> networks = sample.networks();
        requireEveryKind(sample, networks);
        Coverage.require("twins that move", !networks.get(networks.size() - 1).layers().get(twins.layer()).weights()
                .row(twins.first()).equals(networks.get(0).layers().get(twins.layer()).weights().row(twins.first())));

        assertThat(networks).allSatisfy(network -> {
            Layer layer = network.layers().get(twins.layer());
            Matrix above = network.layers().get(twins.layer() + 1).weights();
            assertThat(layer.weights().row(twins.first())).isEqualTo(layer.weights().row(twins.second()));
            layer.bias().ifPresent(bias -> assertThat(bias.get(twins.first())).isEqualTo(bias.get(twins.second())));
            assertThat(above.column(twins.first())).isEqualTo(above.column(twins.second()));
        });
    }

    @Property
    void theFirstStepDividesTheGradientByItsSizePlusEpsilon(@ForAll("numbers") BigFraction gradient,
            @ForAll("numbers") BigFraction rate,
                                                            @ForAll("positive") BigFraction epsilon) {
        BigFraction move = rate.multiply(gradient).divide(gradient.abs().add(epsilon)).negate();
        BigFraction half = rate.multiply(gradient).divide(gradient.abs().divide(2).add(epsilon)).negate();

        assertThat(moves(gradient, new Adagrad(rate, epsilon), 1)).containsExactly(move);
        assertThat(moves(gradient, new Adam(rate, BigFraction.ONE_HALF, new BigFraction(9, 10), epsilon), 1))
                .containsExactly(move);
        assertThat(moves(gradient, new RmsProp(rate, BigFraction.ZERO, epsilon), 1)).containsExactly(move);
        assertThat(moves(gradient, new RmsProp(rate, new BigFraction(3, 4), epsilon), 1)).containsExactly(half);
    }

    @Property
    void underAConstantGradientAdamAlwaysTakesTheSameStep(@ForAll("numbers") BigFraction gradient,
            @ForAll("numbers") BigFraction rate,
                                                          @ForAll("positive") BigFraction epsilon) {
        List<BigFraction> moves = moves(gradient, new Adam(rate, BigFraction.ONE_HALF, new BigFraction(9, 10), epsilon), 3);

        assertThat(moves).allMatch(moves.get(0)::equals);
    }

    @Property
    void underAConstantGradientTheStepsOfNesterovGrowByAGeometricSeries(@ForAll("numbers") BigFraction gradient,
            @ForAll("numbers") BigFraction rate, @ForAll("numbers") BigFraction m) {
        BigFraction down = rate.multiply(gradient).negate();
        BigFraction first = BigFraction.ONE.add(m);
        BigFraction second = first.add(m.multiply(m));

        assertThat(moves(gradient, new Nesterov(rate, m, BigFraction.ZERO), 2))
                .containsExactly(down.multiply(first), down.multiply(second));
    }

    @Example
    void aRootThatIsNotRationalIsRefused() {
        assertThatThrownBy(() -> moves(BigFraction.ONE, new Adagrad(BigFraction.ONE, BigFraction.ONE), 2))
                .isInstanceOf(DomainException.class).hasMessageStartingWith("the square root of 2 is not rational");
    }

    @Example
    void constantsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new Adagrad(BigFraction.ONE, BigFraction.ZERO))
                .hasMessage("an epsilon of 0, expected one above 0");
        assertThatThrownBy(() -> new RmsProp(BigFraction.ONE, BigFraction.ONE, BigFraction.ONE))
                .hasMessage("a rho of 1, expected one from 0 to below 1");
        assertThatThrownBy(() -> new Adam(BigFraction.ONE, BigFraction.ZERO, BigFraction.MINUS_ONE, BigFraction.ONE))
                .hasMessage("a beta of -1, expected one from 0 to below 1");
    }

    @Property
    void droppedUnitsMightAsWellNotBeThere(@ForAll("masked") MaskedRun sample) {
        TrainingRun run = sample.run().withSettings(sample.run().settings().withSteps(1));
        Coverage.require("a dropped unit", sample.kept().size() < run.network().layers().get(sample.layer()).units());
        Optimiser optimiser = GradientDescent.plain(run.settings().learningRate());

        Network dropped = run.networks(optimiser, sample.masks()).get(1);
        Network without = run.withNetwork(sample.onlyKept(run.network())).networks(optimiser).get(1);

        assertThat(sample.onlyKept(dropped)).isEqualTo(without);
    }

    @Example
    void masksThatDoNotFitAreRefused() {
        TrainingRun run = new TrainingRun(Network.zeros(List.of(1, 2, 1), true),
                new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1"))), Settings.defaults(1), Loss.HINGE);
        Optimiser optimiser = GradientDescent.plain(BigFraction.ONE);

        assertThatThrownBy(() -> run.networks(optimiser, (step, sample) -> List.of(Vector.of("1"))))
                .hasMessage("a mask of length 1, expected 2, one number for each unit");
        assertThatThrownBy(() -> run.networks(optimiser, (step, sample) -> List.of(Vector.of("1", "0"), Vector.of("1"))))
                .hasMessage("2 masks, expected 1, one for each hidden layer");
    }

    private static void requireEveryKind(OptimiserRun sample, List<Network> networks) {
        for (Class<?> kind : KINDS) {
            Coverage.require(kind.getSimpleName(), kind.isInstance(sample.optimiser()) && networks.size() > 1);
        }
    }

    /** How a single weight moves, step by step, under a gradient that never changes. */
    private static List<BigFraction> moves(BigFraction gradient, Optimiser optimiser, int steps) {
        Network weight = Network.of(new Layer(Matrix.of(Vector.of("0")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("0")));
        List<BigFraction> values =
                new TrainingRun(weight, data, Settings.defaults(steps), (output, target) -> new BigFraction[] {gradient})
                .networks(optimiser).stream().map(network -> network.parameters().get(0)).toList();
        return IntStream.range(0, steps).mapToObj(step -> values.get(step + 1).subtract(values.get(step))).toList();
    }

    @Provide
    Arbitrary<TrainingRun> trainings() {
        return TrainingRun.from(Shape.any(), Networks::any);
    }

    @Provide
    Arbitrary<OptimiserRun> fromZero() {
        return OptimiserRun.of(TrainingRun.from(Shape.deep(), Networks::zeroBelowTheOutputBias));
    }

    @Provide
    Arbitrary<TwinRun> twins() {
        return TwinRun.any();
    }

    @Provide
    Arbitrary<Optimiser> optimisers() {
        return Optimisers.any();
    }

    @Provide
    Arbitrary<MaskedRun> masked() {
        return MaskedRun.any();
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.small();
    }

    @Provide
    Arbitrary<BigFraction> positive() {
        return Rationals.positive();
    }
}
