package org.stillpoint.properties.law;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

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
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Enough;
import org.stillpoint.properties.Entries;
import org.stillpoint.training.Evaluation;

/** Linear hidden layers, chains of equal weights, and rates that are all multiplied by the same number. */
@StatisticsReport(onFailureOnly = true)
class ScaleProperties {

    private static final Arbitrary<Shape> ONE_LAYER = Combinators.combine(Arbitraries.integers().between(1, Shape.MAX_WIDTH),
            Arbitraries.integers().between(1, Shape.MAX_WIDTH), Arbitraries.of(true, false))
            .as((inputs, outputs, biased) -> new Shape(List.of(inputs, outputs), List.of(biased), List.of()));

    @Claim("BAL-2")
    @Property
    @Enough(tries = 150, because = "a network of one layer has no hidden unit")
    void pairsOfLinearUnitsAreBalancedAndAStepChangesTheirProductsBySecondOrderOnly(
            @ForAll("linearHiddenLayers") TrainingRun any) {
        TrainingRun run = any.withSettings(any.settings().withSteps(1).withBatchSize(any.data().size())
                .withMomentum(BigFraction.ZERO).withWeightDecay(BigFraction.ZERO));
        BigFraction square = run.settings().learningRate().pow(2);
        List<Layer> before = run.network().layers();
        List<Layer> after = run.trained().layers();
        List<Layer> gradient = gradient(run);
        Coverage.ofWidths(run.network());
        boolean moved = false;

        for (int l = 0; l < before.size() - 1; l++) {
            for (int i = 0; i < before.get(l).units(); i++) {
                for (int j = 0; j < before.get(l).units(); j++) {
                    assertThat(Entries.dot(incoming(before, l, i), incoming(gradient, l, j)))
                            .isEqualTo(Entries.dot(outgoing(before, l, j), outgoing(gradient, l, i)));
                    assertThat(balance(after, l, i, j))
                            .isEqualTo(balance(before, l, i, j).add(square.multiply(balance(gradient, l, i, j))));
                    moved |= i != j && !balance(after, l, i, j).equals(balance(before, l, i, j));
                }
            }
        }
        Coverage.require("a pair of units whose products change", moved);
    }

    private static List<Layer> gradient(TrainingRun run) {
        List<LayerGradient> gradient = run.gradient().layers();
        return gradient.stream().map(layer -> new Layer(layer.weights(), layer.bias(), Activation.IDENTITY)).toList();
    }

    private static List<BigFraction> incoming(List<Layer> layers, int l, int j) {
        return Stream.concat(layers.get(l).weights().row(j).entries().stream(), layers.get(l).bias().map(b -> b.get(j)).stream())
                .toList();
    }

    private static List<BigFraction> outgoing(List<Layer> layers, int l, int j) {
        return layers.get(l + 1).weights().column(j).entries();
    }

    /** Entry (i, j) of W1 W1^T - W2^T W2, with the bias as a column of W1. */
    private static BigFraction balance(List<Layer> layers, int l, int i, int j) {
        return Entries.dot(incoming(layers, l, i), incoming(layers, l, j))
                .subtract(Entries.dot(outgoing(layers, l, i), outgoing(layers, l, j)));
    }

    @Claim(value = "CHAIN-1", shows = REFUTES)
    @Property
    void theWeightsOfAChainStayEqualAndItsLossAtTargetMinusOneIsAHalfOrMore(@ForAll("chains") TrainingRun run,
                                                                            @ForAll("inputs") BigFraction x) {
        Network trained = run.trained();
        List<BigFraction> weights = trained.parameters();
        BigFraction output = output(trained, x);
        BigFraction missing = output(trained, BigFraction.ONE).add(1);
        Coverage.require("the weights move", !trained.equals(run.network()));
        Coverage.require("a negative weight", weights.get(0).signum() < 0);
        Coverage.require("a negative input and four layers", x.signum() < 0 && weights.size() == 4);

        assertThat(weights).allMatch(weights.get(0)::equals);
        assertThat(output).isEqualTo(weights.get(0).pow(weights.size()).multiply(x));
        assertThat(output.multiply(x)).isGreaterThanOrEqualTo(BigFraction.ZERO);
        assertThat(missing.pow(2).divide(2)).isGreaterThanOrEqualTo(BigFraction.ONE_HALF);
    }

    private static BigFraction output(Network network, BigFraction x) {
        return Evaluation.output(network, new Vector(List.of(x))).get(0);
    }

    @Claim("RATE-1")
    @Property(tries = 600)
    void fromZeroTheRateOfThePerceptronOnlyScalesTheWeights(@ForAll("oneLayers") TrainingRun any,
                                                            @ForAll("factors") BigFraction factor) {
        Settings settings = any.settings().withWeightDecay(BigFraction.ZERO).withLoss(Loss.PERCEPTRON);
        TrainingRun run = new TrainingRun(zeros(any.network()), any.data(), settings, Loss.PERCEPTRON);
        TrainingRun faster = run.withSettings(settings.withLearningRate(settings.learningRate().multiply(factor)));
        List<BigFraction> weights = run.trained().parameters();
        Coverage.require("weights that move", weights.stream().anyMatch(weight -> weight.signum() != 0));
        Coverage.require("momentum", settings.momentum().signum() != 0);

        assertThat(faster.trained().parameters()).isEqualTo(weights.stream().map(factor::multiply).toList());
    }

    private static Network zeros(Network network) {
        return new Network(network.layers().stream().map(layer -> new Layer(
                new Matrix(layer.weights().rows().stream().map(row -> Vector.zeros(row.size())).toList()),
                layer.bias().map(bias -> Vector.zeros(bias.size())), layer.activation())).toList());
    }

    @Provide
    Arbitrary<TrainingRun> linearHiddenLayers() {
        return TrainingRun.from(Shape.any(), shape -> Networks.any(shape).map(ScaleProperties::linear));
    }

    private static Network linear(Network network) {
        return new Network(network.layers().stream()
                .map(layer -> new Layer(layer.weights(), layer.bias(), Activation.IDENTITY)).toList());
    }

    /** Two layers or four; all weights 1, or all another number. */
    @Provide
    Arbitrary<TrainingRun> chains() {
        Arbitrary<Network> chains = Combinators.combine(Arbitraries.of(2, 4), Arbitraries.oneOf(Arbitraries.just(BigFraction.ONE),
                Rationals.small())).as(ScaleProperties::chain);
        return TrainingRun.from(Shape.any(), shape -> chains, shape -> DataSets.any(1, 1));
    }

    private static Network chain(int depth, BigFraction weight) {
        Layer layer = new Layer(Matrix.of(new Vector(List.of(weight))), Optional.empty(), Activation.IDENTITY);
        return new Network(IntStream.range(0, depth).mapToObj(l -> layer).toList());
    }

    @Provide
    Arbitrary<BigFraction> inputs() {
        return Rationals.small();
    }

    @Provide
    Arbitrary<TrainingRun> oneLayers() {
        return TrainingRun.from(ONE_LAYER, Networks::any,
                shape -> DataSets.labelled(shape.inputs(), shape.outputs()));
    }

    @Provide
    Arbitrary<BigFraction> factors() {
        return Rationals.positive();
    }
}
