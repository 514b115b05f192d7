package org.stillpoint.properties.activation;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.SmoothTraining;
import org.stillpoint.arbitraries.SmoothTraining.Head;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.properties.Claim;

/** What is claimed of networks with smooth activations, output activations, logistic loss and cross-entropy, in enclosures. */
@StatisticsReport(onFailureOnly = true)
class SmoothNetworkProperties {

    private static final List<Activation> SMOOTH = Stream.of(SmoothActivation.values()).<Activation>map(sigma -> sigma)
            .filter(sigma -> sigma != Activation.SOFTMAX).toList();
    /** All but softplus, which is log 2 there: what cancels is not seen to be exactly 0 then. */
    private static final List<Activation> RATIONAL_AT_ZERO =
            SMOOTH.stream().filter(sigma -> sigma != Activation.SOFTPLUS).toList();
    private static final Real ZERO = new Exact(BigFraction.ZERO);

    @Claim(value = "ACT-1", shows = REFUTES)
    @Claim("ZERO-2")
    @Claim("ZERO-6")
    @Claim("ZERO-12")
    @Property(tries = 400)
    void fromZeroSmoothActivationsThatAreZeroThereMoveTheOutputBiasOnlyAndTheOthersAreExactlyZero(
            @ForAll("zeroAtZero") SmoothTraining sample) {
        SmoothTraining training = sample.fromZero(false);
        RealNetwork trained = training.trained();
        SMOOTH.stream().filter(Activation::mapsZeroToZero)
                .forEach(sigma -> Coverage.require(sigma.id(), training.hidden().contains(sigma)));
        ofHeads(training);
        Coverage.require("several steps", training.settings().steps() > 1);
        Coverage.require("an output bias that is enclosed",
                last(trained).bias().stream().flatMap(List::stream).anyMatch(Enclosure.class::isInstance));

        assertThat(belowTheOutputBias(trained)).containsOnly(ZERO);
    }

    @Claim(value = "ACT-2", of = "batches whose mean of g is not 0")
    @Property(tries = 400)
    void sigmoidsMoveTheOutputWeightsInTheFirstStepByExactFractions(@ForAll("sigmoids") SmoothTraining sample) {
        SmoothTraining training = firstStepOnOneSample(sample.fromZero(true));
        List<BigFraction> moves = g(training).stream()
                .map(g -> g.multiply(training.settings().learningRate()).divide(2).negate()).toList();
        RealNetwork trained = training.trained();
        ofHeads(training);
        Coverage.require("output weights that move", moves.stream().anyMatch(move -> move.signum() != 0));

        assertThat(parameters(trained.layers().get(0)).toList()).containsOnly(ZERO);
        for (int i = 0; i < moves.size(); i++) {
            assertThat(last(trained).weights().get(i)).containsOnly(new Exact(moves.get(i)));
        }
    }

    @Claim(value = "ACT-2", of = "remark")
    @Property(tries = 400)
    void fromZeroTheUnitsOfALayerOfSigmoidsHaveIdenticalEnclosures(@ForAll("sigmoids") SmoothTraining sample) {
        SmoothTraining training = sample.fromZero(true);
        RealNetwork trained = training.trained();
        ofHeads(training);
        Coverage.require("several steps", training.settings().steps() > 1);
        ofEnclosedUnits(trained);

        assertThat(unitsOfTheFirstLayer(trained)).containsOnly(unitsOfTheFirstLayer(trained).get(0));
    }

    @Claim("SYM-2")
    @Claim(value = "SYM-11", shows = REFUTES)
    @Property(tries = 400)
    void equalUnitsOfSmoothNetworksHaveIdenticalEnclosures(@ForAll("smooth") SmoothTraining sample) {
        SmoothTraining training = sample.fromEqualUnits();
        RealNetwork trained = training.trained();
        SMOOTH.forEach(sigma -> Coverage.require(sigma.id(), training.hidden().contains(sigma)));
        ofHeads(training);
        Coverage.require("several steps", training.settings().steps() > 1);
        ofEnclosedUnits(trained);

        assertThat(unitsOfTheFirstLayer(trained)).containsOnly(unitsOfTheFirstLayer(trained).get(0));
    }

    @Claim(value = "ACT-2", shows = REFUTES, of = "full balanced batches")
    @Claim("ZERO-9")
    @Property(tries = 400)
    void fullBalancedBatchesMoveNothingFromZero(@ForAll("oneOutput") SmoothTraining sample) {
        SmoothTraining training = sample.fromZero(true).balanced();
        RealNetwork trained = training.trained();
        RATIONAL_AT_ZERO.forEach(sigma -> Coverage.require(sigma.id(), training.hidden().contains(sigma)));
        Coverage.require("several steps", training.settings().steps() > 1);

        assertThat(trained.layers().stream().flatMap(SmoothNetworkProperties::parameters).toList()).containsOnly(ZERO);
    }

    private static void ofHeads(SmoothTraining training) {
        Stream.of(Head.values()).forEach(head -> Coverage.require(head.name(), training.head() == head));
    }

    private static void ofEnclosedUnits(RealNetwork trained) {
        Coverage.require("several units with enclosures", trained.layers().get(0).weights().size() > 1
                && parameters(trained.layers().get(0)).anyMatch(Enclosure.class::isInstance));
    }

    private static SmoothTraining firstStepOnOneSample(SmoothTraining training) {
        return training.withSettings(training.settings().withSteps(1).withBatchSize(1));
    }

    /** The derivative of the loss by what enters the output activation, where that is 0, for the first sample. */
    private static List<BigFraction> g(SmoothTraining training) {
        Vector target = training.data().targets().get(0);
        return target.entries().stream().map(y -> switch (training.head()) {
            case SQUARED, SQUARED_BEHIND_TANH -> y.negate();
            case LOGISTIC -> y.divide(2).negate();
            case CROSS_ENTROPY_BEHIND_SIGMOID -> new BigFraction(1, 2).subtract(y);
            case CROSS_ENTROPY_BEHIND_SOFTMAX -> new BigFraction(1, target.size()).subtract(y);
        }).toList();
    }

    private static RealLayer last(RealNetwork network) {
        return network.layers().get(network.layers().size() - 1);
    }

    private static Stream<Real> parameters(RealLayer layer) {
        return Stream.concat(layer.weights().stream(), layer.bias().stream()).flatMap(List::stream);
    }

    private static List<Real> belowTheOutputBias(RealNetwork network) {
        return Stream.concat(network.layers().subList(0, network.layers().size() - 1).stream()
                .flatMap(SmoothNetworkProperties::parameters), last(network).weights().stream().flatMap(List::stream)).toList();
    }

    /** Incoming weights, bias and outgoing weights of each. */
    private static List<List<Real>> unitsOfTheFirstLayer(RealNetwork network) {
        RealLayer first = network.layers().get(0);
        return IntStream.range(0, first.weights().size()).mapToObj(j -> {
            List<Real> unit = new ArrayList<>(first.weights().get(j));
            first.bias().ifPresent(bias -> unit.add(bias.get(j)));
            network.layers().get(1).weights().forEach(row -> unit.add(row.get(j)));
            return unit;
        }).toList();
    }

    @Provide
    Arbitrary<SmoothTraining> zeroAtZero() {
        return SmoothTraining.of(SMOOTH.stream().filter(Activation::mapsZeroToZero).toList(), 2);
    }

    @Provide
    Arbitrary<SmoothTraining> sigmoids() {
        return SmoothTraining.of(List.of(Activation.SIGMOID), 1);
    }

    @Provide
    Arbitrary<SmoothTraining> smooth() {
        return SmoothTraining.of(SMOOTH, 2);
    }

    @Provide
    Arbitrary<SmoothTraining> oneOutput() {
        return SmoothTraining.of(RATIONAL_AT_ZERO, 1).filter(training -> training.start().outputs() == 1);
    }
}
