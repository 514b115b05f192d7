package org.stillpoint.properties.head;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Enough;
import org.stillpoint.training.Evaluation;

/** What the last layer learns, or lets through, from the derivative of the loss. */
@StatisticsReport(onFailureOnly = true)
class LastLayerProperties {

    /** The derivative of the perceptron whose condition is y f below 0. */
    private static final LossDerivative STRICT = (f, y) -> IntStream.range(0, f.length)
            .mapToObj(j -> f[j].multiply(y[j]).signum() < 0 ? y[j].negate() : BigFraction.ZERO).toArray(BigFraction[]::new);

    @Claim("HEAD-1")
    @Property
    void equalOutputRowsLetNoErrorThroughThatAddsUpToZero(@ForAll("equalOutputRows") TrainingRun run) {
        List<LayerGradient> gradient = run.withDerivative(lessTheMean(run.derivative())).gradient().layers();
        int last = gradient.size() - 1;
        Coverage.ofData(run.data());
        Coverage.require("several hidden layers", last > 1);
        Coverage.require("an error that is not zero",
                numbers(gradient.get(last)).anyMatch(number -> number.signum() != 0));
        Coverage.require("weights into the output that are not zero", run.network().layers().get(last).weights().rows().stream()
                .flatMap(row -> row.entries().stream()).anyMatch(weight -> weight.signum() != 0));

        assertThat(gradient.subList(0, last).stream().flatMap(LastLayerProperties::numbers).toList())
                .allMatch(number -> number.signum() == 0);
    }

    @Claim("HEAD-2")
    @Property
    void aLossThatIsFlatAtTheOutputsOfTheStartMovesNothing(@ForAll("any") TrainingRun sample) {
        TrainingRun run = sample.withDerivative(Loss.ABSOLUTE).withData(fitted(sample))
                .withSettings(sample.settings().withWeightDecay(BigFraction.ZERO));
        Coverage.ofData(run.data());
        Coverage.require("one layer", run.network().layers().size() == 1);
        Coverage.require("several steps", run.settings().steps() > 1);
        Coverage.require("one output", run.network().widths().get(run.network().layers().size()) == 1);

        assertThat(run.trained()).isEqualTo(run.network());
    }

    @Claim("RATE-2")
    @Property
    void theStrictPerceptronNeverLeavesZero(@ForAll("zeros") TrainingRun run) {
        Coverage.ofData(run.data());
        Coverage.require("one layer", run.network().layers().size() == 1);
        Coverage.require("hidden layers", run.network().layers().size() > 1);
        Coverage.require("weight decay", run.settings().weightDecay().signum() != 0);
        Coverage.require("several steps", run.settings().steps() > 1);

        assertThat(run.withDerivative(STRICT).trained()).isEqualTo(run.network());
    }

    @Claim(value = "HEAD-3", of = "remark")
    @Property
    void outputsWithEqualRowsAndTargetsStayEqual(@ForAll("equalOutputRows") TrainingRun sample) {
        TrainingRun run = sample.withDerivative(Loss.ABSOLUTE).withData(withEqualTargets(sample.data()));
        Network trained = run.trained();
        Layer last = trained.layers().get(trained.layers().size() - 1);
        Coverage.require("several outputs", last.units() > 1);
        Coverage.require("momentum", run.settings().momentum().signum() != 0);
        Coverage.require("weight decay", run.settings().weightDecay().signum() != 0);
        Coverage.require("the last layer moves", !last.equals(run.network().layers().get(trained.layers().size() - 1)));

        assertThat(last.weights().rows()).containsOnly(last.weights().row(0));
        assertThat(last.bias().map(Vector::entries).orElse(List.of(BigFraction.ZERO)).stream().distinct().toList()).hasSize(1);
    }

    @Claim(value = "HEAD-3", shows = REFUTES)
    @Property(tries = 1)
    @Enough(tries = 1, because = "one example")
    void softmaxRegressionFromZeroClassifiesItsDataAfterAStep() {
        Network zero = Network.of(new Layer(Matrix.of(Vector.of("0"), Vector.of("0")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1"), Vector.of("-1")), List.of(Vector.of("1", "0"), Vector.of("0", "1")));
        Settings oneStep = Settings.defaults(1).withLearningRate(BigFraction.ONE).withBatchSize(2);
        Network trained = new TrainingRun(zero, data, oneStep, softmaxAtZero()).trained();

        assertThat(trained.layers().get(0).weights()).isEqualTo(Matrix.of(Vector.of("1/2"), Vector.of("-1/2")));
        assertThat(Evaluation.output(trained, Vector.of("1"))).isEqualTo(Vector.of("1/2", "-1/2"));
        assertThat(Evaluation.output(trained, Vector.of("-1"))).isEqualTo(Vector.of("-1/2", "1/2"));
    }

    /** That of softmax with cross-entropy at equal pre-activations, where each probability is one over their number. */
    private static LossDerivative softmaxAtZero() {
        return (z, y) -> IntStream.range(0, z.length).mapToObj(j -> {
            if (!z[j].equals(z[0])) {
                throw new IllegalArgumentException("the pre-activations differ");
            }
            return new BigFraction(1, z.length).subtract(y[j]);
        }).toArray(BigFraction[]::new);
    }

    private static LossDerivative lessTheMean(LossDerivative derivative) {
        return (f, y) -> {
            BigFraction[] g = derivative.at(f, y);
            BigFraction mean = Arrays.stream(g).reduce(BigFraction.ZERO, BigFraction::add).divide(g.length);
            return Arrays.stream(g).map(entry -> entry.subtract(mean)).toArray(BigFraction[]::new);
        };
    }

    private static Stream<BigFraction> numbers(LayerGradient layer) {
        return Stream.concat(layer.weights().rows().stream().flatMap(row -> row.entries().stream()),
                layer.bias().stream().flatMap(bias -> bias.entries().stream()));
    }

    /** The outputs of the start as targets. */
    private static DataSet fitted(TrainingRun run) {
        return new DataSet(run.data().inputs(),
                run.data().inputs().stream().map(input -> Evaluation.output(run.network(), input)).toList());
    }

    private static DataSet withEqualTargets(DataSet data) {
        return new DataSet(data.inputs(),
                data.targets().stream().map(target -> Vector.constant(target.size(), target.get(0))).toList());
    }

    private static Network withEqualOutputRows(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        Layer last = layers.remove(layers.size() - 1);
        layers.add(new Layer(new Matrix(Collections.nCopies(last.units(), last.weights().row(0))),
                last.bias().map(bias -> Vector.constant(bias.size(), bias.get(0))), last.activation()));
        return new Network(layers);
    }

    @Provide
    Arbitrary<TrainingRun> any() {
        return TrainingRun.from(Shape.any(), Networks::any);
    }

    @Provide
    Arbitrary<TrainingRun> zeros() {
        return TrainingRun.from(Shape.withEveryActivation(), shape -> Arbitraries.just(Networks.zero(shape)));
    }

    @Provide
    Arbitrary<TrainingRun> equalOutputRows() {
        return TrainingRun.from(Shape.deep(), shape -> Networks.any(shape).map(LastLayerProperties::withEqualOutputRows));
    }
}
