package org.stillpoint.properties.block;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Budget;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Entries;
import org.stillpoint.training.Evaluation;

/** Blocks of which some layers are zero. The targets are the errors that come into the output of the block. */
@StatisticsReport(onFailureOnly = true)
class BlockProperties {

    @Claim("BLOCK-1")
    @Property
    void ofABlockOfZerosOnlyTheLastBiasMovesWhateverComesIn(@ForAll("zeroBlock") TrainingRun run) {
        Network trained = withErrors(run).trained();
        boolean lastBias = run.network().layers().get(run.network().layers().size() - 1).bias().isPresent();
        Coverage.ofSettings(run);
        Coverage.require("no last bias", !lastBias);
        Coverage.require("the last bias moves", !trained.equals(run.network()));

        assertThat(Entries.belowTheOutputBias(trained)).allMatch(entry -> entry.signum() == 0);
    }

    /** The model multiplies what a skip connection of ones and the block give by its own weights, which it trains too. */
    @Claim("BLOCK-1")
    @Property
    void aBlockOfZerosStaysZeroInAModelThatTrainsAroundIt(@ForAll("zeroBlock") TrainingRun run,
                                                          @ForAll("numbers") BigFraction target) {
        Network block = run.network();
        Vector outer = run.data().targets().get(0);
        for (int step = 0; step < 3; step++) {
            Vector x = run.data().inputs().get(step % run.data().size());
            Vector through = new Vector(Evaluation.output(block, x).entries().stream().map(BigFraction.ONE::add).toList());
            BigFraction g = Entries.dot(outer.entries(), through.entries()).subtract(target);
            Vector errors = times(g, outer);
            outer = new Vector(Entries.combination(BigFraction.ONE, outer.entries(),
                    run.settings().learningRate().multiply(g).negate(), through.entries()));
            block = withErrors(run.withNetwork(block).withData(new DataSet(List.of(x), List.of(errors))).plain()).trained(1);
        }
        Coverage.require("the model around it moves", !outer.equals(run.data().targets().get(0)));
        Coverage.require("the last bias moves", !block.equals(run.network()));

        assertThat(Entries.belowTheOutputBias(block)).allMatch(entry -> entry.signum() == 0);
    }

    @Claim(value = "BLOCK-2", of = "the mean of g x^T not zero")
    @Claim(value = "BLOCK-2", shows = REFUTES, of = "the mean of g x^T zero")
    @Property
    void oneStepMakesAZeroConvolutionTheMeanOfErrorTimesInput(@ForAll("zeroLayer") TrainingRun sample) {
        TrainingRun run = withErrors(sample).plain();
        Matrix weights = run.trained(1).layers().get(0).weights();
        List<Vector> inputs = run.data().inputs();
        BigFraction share = run.settings().learningRate().divide(inputs.size()).negate();
        Coverage.require("it moves", !weights.isZero());
        Coverage.require("it does not move, though no input is zero", weights.isZero()
                && run.settings().learningRate().signum() != 0 && inputs.stream().noneMatch(x -> isZero(x.entries())));

        for (int j = 0; j < weights.rowCount(); j++) {
            for (int k = 0; k < weights.columns(); k++) {
                int output = j;
                int input = k;
                assertThat(weights.get(j, k)).isEqualTo(share.multiply(Entries.sum(IntStream.range(0, inputs.size())
                        .mapToObj(i -> run.data().targets().get(i).get(output).multiply(inputs.get(i).get(input))))));
            }
        }
    }

    @Claim(value = "BLOCK-3", of = "the first step")
    @Property
    void nothingBelowAZeroLastLayerHasAGradient(@ForAll("zeroLastLayer") TrainingRun sample) {
        TrainingRun run = withErrors(sample);
        NetworkGradient gradient = run.gradient();
        int last = gradient.layers().size() - 1;
        List<Vector> below = below(run);
        Matrix ofLast = gradient.layers().get(last).weights();
        Coverage.ofSigns(run);
        Coverage.require("the last layer has a gradient", !ofLast.isZero());

        assertThat(gradient.layers().subList(0, last)).allSatisfy(layer ->
                assertThat(Entries.of(layer.weights(), layer.bias())).allMatch(entry -> entry.signum() == 0));
        for (int j = 0; j < ofLast.rowCount(); j++) {
            for (int k = 0; k < ofLast.columns(); k++) {
                int output = j;
                int unit = k;
                assertThat(ofLast.get(j, k)).isEqualTo(mean(IntStream.range(0, below.size())
                        .mapToObj(i -> run.data().targets().get(i).get(output).multiply(below.get(i).get(unit))).toList()));
            }
        }
    }

    /** One scale a for all channels is a last layer with a on its diagonal: its derivative is the sum of that of the diagonal. */
    @Claim(value = "BLOCK-3", of = "remark")
    @Property
    void oneScaleForAllChannelsHasTheMeanOfErrorTimesBlockAsDerivative(@ForAll("squareZeroLastLayer") TrainingRun sample) {
        TrainingRun run = withErrors(sample);
        List<Vector> below = below(run);
        Matrix ofLast = run.gradient().layers().get(run.network().layers().size() - 1).weights();
        BigFraction ofTheScale = Entries.sum(IntStream.range(0, ofLast.rowCount()).mapToObj(j -> ofLast.get(j, j)));
        Coverage.require("several channels", ofLast.rowCount() > 1);
        Coverage.require("the scale moves", ofTheScale.signum() != 0);

        assertThat(ofTheScale).isEqualTo(mean(IntStream.range(0, below.size())
                .mapToObj(i -> Entries.dot(run.data().targets().get(i).entries(), below.get(i).entries())).toList()));
    }

    @Claim(value = "BLOCK-3", of = "a second factor of zero")
    @Property
    void underTwoZeroLayersNothingBelowTheLastBiasEverMoves(@ForAll("zeroTail") TrainingRun sample) {
        TrainingRun run = withErrors(sample.withSettings(sample.settings().withWeightDecay(BigFraction.ZERO)));
        Network trained = run.trained();
        Coverage.require("several hidden layers", run.network().layers().size() > 2);
        Coverage.require("the last bias moves", !trained.equals(run.network()));
        Coverage.require("momentum", run.settings().momentum().signum() != 0);

        assertThat(Entries.belowTheOutputBias(trained)).isEqualTo(Entries.belowTheOutputBias(run.network()));
    }

    private static TrainingRun withErrors(TrainingRun run) {
        return run.withDerivative((output, error) -> error);
    }

    /** What the layers below the last make of each input. */
    private static List<Vector> below(TrainingRun run) {
        int last = run.network().layers().size() - 1;
        Activation sigma = run.network().layers().get(last - 1).activation();
        return run.preactivations().stream().map(z -> new Vector(z.get(last - 1).entries().stream()
                .map(sigma.rational().kernel()::value).toList())).toList();
    }

    private static BigFraction mean(List<BigFraction> numbers) {
        return Entries.sum(numbers.stream()).divide(numbers.size());
    }

    private static Vector times(BigFraction factor, Vector vector) {
        return new Vector(vector.entries().stream().map(factor::multiply).toList());
    }

    private static boolean isZero(List<BigFraction> numbers) {
        return numbers.stream().allMatch(number -> number.signum() == 0);
    }

    /** Each sample also with the opposite error; an input that is zero is replaced by ones. */
    private static DataSet cancelled(DataSet data) {
        List<Vector> inputs = data.inputs().stream()
                .map(x -> isZero(x.entries()) ? Vector.constant(x.size(), BigFraction.ONE) : x).toList();
        List<Vector> opposite = data.targets().stream().map(error -> times(BigFraction.MINUS_ONE, error)).toList();
        return new DataSet(Stream.concat(inputs.stream(), inputs.stream()).toList(),
                Stream.concat(data.targets().stream(), opposite.stream()).toList());
    }

    private static Network withZeroTail(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        int last = layers.size() - 1;
        for (int l = last - 1; l <= last; l++) {
            Layer layer = layers.get(l);
            Optional<Vector> bias = layer.bias().map(b -> Vector.zeros(b.size()));
            layers.set(l, new Layer(Matrix.constant(layer.units(), layer.inputs(), BigFraction.ZERO), bias, layer.activation()));
        }
        return new Network(layers);
    }

    @Provide
    Arbitrary<TrainingRun> zeroBlock() {
        return TrainingRun.from(Shape.deepWithActivationsThatAreZeroAtZero(), Networks::zeroBelowTheOutputBias);
    }

    @Provide
    Arbitrary<TrainingRun> zeroLayer() {
        Arbitrary<Shape> oneLayer = Shape.any().map(shape -> new Shape(List.of(shape.inputs(), shape.outputs()), List.of(true),
                List.of()));
        Arbitrary<TrainingRun> runs = TrainingRun.from(oneLayer, shape -> Arbitraries.just(Networks.zero(shape)));
        return Arbitraries.oneOf(runs, runs.map(run -> run.withData(cancelled(run.data()))));
    }

    @Provide
    Arbitrary<TrainingRun> zeroLastLayer() {
        return TrainingRun.from(Shape.deep(), Networks::withZeroOutputWeights);
    }

    @Provide
    Arbitrary<TrainingRun> squareZeroLastLayer() {
        Arbitrary<Shape> square = Shape.deep()
                .map(shape -> shape.withOutputs(shape.widths().get(shape.widths().size() - 2)));
        return TrainingRun.from(square, Networks::withZeroOutputWeights);
    }

    @Provide
    Arbitrary<TrainingRun> zeroTail() {
        return Budget.within(TrainingRun.from(Shape.deepWithActivationsThatAreZeroAtZero(), Networks::any)
                .map(run -> run.withNetwork(withZeroTail(run.network()))));
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.small();
    }
}
