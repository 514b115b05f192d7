package org.stillpoint.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Removal;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Companions;
import org.stillpoint.witness.Counterexample;

/**
 * What a candidate consists of and what can be taken out of it.
 *
 * @param networks the start, then those that it is compared with, all of one shape
 */
record Parts(List<Network> networks, DataSet data, Settings settings) {

    static Parts of(Counterexample candidate) {
        Companions companions = candidate.statement().companions();
        List<Network> networks = Stream.of(Optional.of(candidate.network()), companions.direction(), companions.teacher())
                .flatMap(Optional::stream).toList();
        return new Parts(networks, candidate.data(), candidate.settings());
    }

    /** Its size; the height is that of the numbers of any draw for it, which nothing here depends on. */
    Size size() {
        return new Size(networks.get(0).widths(), data.size(), settings.steps(), 1);
    }

    /** Every number in a fixed order, labels not included. */
    List<BigFraction> numbers() {
        Stream<BigFraction> inputs = data.inputs().stream().flatMap(x -> x.entries().stream());
        Stream<BigFraction> parameters = networks.stream().flatMap(network -> network.parameters().stream());
        return Stream.of(Stream.of(settings.learningRate(), settings.kappa()), inputs, parameters).flatMap(numbers -> numbers)
                .toList();
    }

    List<BigFraction> labels() {
        return data.targets().stream().map(y -> y.get(0)).toList();
    }

    /** With one sample, or two, one hidden layer, unit or input less, or with fewer steps. */
    Stream<Parts> smaller() {
        return Stream.<Function<Parts, Stream<Parts>>>of(Parts::withoutTwoSamples, Parts::withoutSample, Parts::withoutLayer,
                Parts::withoutUnit, Parts::withoutInput, Parts::withFewerSteps).flatMap(remove -> remove.apply(this));
    }

    /** Two at once, so that as many labels 1 as -1 can be left. */
    private Stream<Parts> withoutTwoSamples() {
        return data.size() < 3 ? Stream.empty() : withoutSample().flatMap(Parts::withoutSample);
    }

    private Stream<Parts> withoutSample() {
        return data.size() < 2 ? Stream.empty() : IntStream.range(0, data.size())
                .mapToObj(i -> new Parts(networks, Removal.sample(data, i), settings));
    }

    private Stream<Parts> withoutLayer() {
        List<Layer> layers = networks.get(0).layers();
        return IntStream.range(0, layers.size() - 1).filter(l -> layers.get(l).inputs() == layers.get(l).units())
                .mapToObj(l -> withNetworks(network -> Removal.layer(network, l)));
    }

    private Stream<Parts> withoutUnit() {
        List<Layer> layers = networks.get(0).layers();
        return IntStream.range(0, layers.size() - 1).filter(l -> layers.get(l).units() > 1).boxed().flatMap(l ->
                IntStream.range(0, layers.get(l).units()).mapToObj(j -> withNetworks(network -> Removal.unit(network, l, j))));
    }

    private Stream<Parts> withoutInput() {
        int inputs = networks.get(0).inputs();
        return inputs < 2 ? Stream.empty() : IntStream.range(0, inputs).mapToObj(k -> {
            Parts narrower = withNetworks(network -> Removal.input(network, k));
            return new Parts(narrower.networks, Removal.input(data, k), settings);
        });
    }

    private Stream<Parts> withFewerSteps() {
        return IntStream.range(0, settings.steps()).mapToObj(steps -> new Parts(networks, data, settings.withSteps(steps)));
    }

    private Parts withNetworks(UnaryOperator<Network> change) {
        return new Parts(networks.stream().map(change).toList(), data, settings);
    }
}
