package org.stillpoint.statement;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.MissingPlaceException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.Evaluation;

/** The place in a training where something is measured; each question is refused if there is no such place. */
record Location(Run run, Measure measure) {

    BigFraction factor() {
        return measure.factor();
    }

    private int number(Place place) {
        return measure.places().get(measure.kind().places().indexOf(place));
    }

    private int index(Place place, int size) {
        int number = number(place);
        if (number < 1 || number > size) {
            throw new MissingPlaceException(place.id() + " " + number + ", expected one from 1 to " + size);
        }
        return number - 1;
    }

    Network network() {
        return network(Place.STEP);
    }

    private Network network(Place place) {
        int step = number(place);
        if (step > run.steps()) {
            throw new MissingPlaceException("step " + step + ", expected one from 0 to " + run.steps());
        }
        return run.after(step);
    }

    Layer layer(Network network) {
        return of(network.layers());
    }

    private <T> T of(List<T> layers) {
        return layers.get(index(Place.LAYER, layers.size()));
    }

    List<BigFraction> weights(Network network) {
        return layer(network).weights().rows().stream().flatMap(row -> row.entries().stream()).toList();
    }

    List<BigFraction> biases(Network network) {
        return layer(network).bias().map(Vector::entries).orElse(List.of());
    }

    /** How far numbers of the network are from what they were. */
    BigFraction change(Function<Network, List<BigFraction>> numbers) {
        return Extremes.apart(numbers.apply(network(Place.FROM)), numbers.apply(network(Place.TO)));
    }

    /** How far numbers of the unit are from the factor times those of the other one. */
    BigFraction apart(Function<Place, List<BigFraction>> numbers) {
        return Extremes.apart(numbers.apply(Place.UNIT), numbers.apply(Place.OTHER).stream().map(factor()::multiply).toList());
    }

    List<BigFraction> incoming(Place unit) {
        return incoming(layer(network()), index(unit, layer(network()).units()));
    }

    private static List<BigFraction> incoming(Layer layer, int unit) {
        return Stream.concat(layer.weights().row(unit).entries().stream(), layer.bias().map(b -> b.get(unit)).stream()).toList();
    }

    List<BigFraction> outgoing(Place unit) {
        requireHidden();
        Layer above = network().layers().get(number(Place.LAYER));
        return above.weights().column(index(unit, above.inputs())).entries();
    }

    int distinctUnits() {
        requireHidden();
        return of(UnitClasses.of(network())).classes().size();
    }

    private void requireHidden() {
        layer(run.start());
        if (number(Place.LAYER) == run.start().layers().size()) {
            throw new MissingPlaceException("layer " + number(Place.LAYER) + " is no hidden layer, expected one");
        }
    }

    long distinctIncoming() {
        Layer layer = layer(network());
        return IntStream.range(0, layer.units()).mapToObj(unit -> incoming(layer, unit)).distinct().count();
    }

    BigFraction weight() {
        return entry(layer(network()).weights());
    }

    BigFraction gradient() {
        int step = index(Place.IN, run.steps());
        return entry(of(run.trace().steps().get(step).gradients().layers()).weights());
    }

    private BigFraction entry(Matrix weights) {
        return weights.get(index(Place.UNIT, weights.rowCount()), index(Place.INPUT, weights.columns()));
    }

    /** Of one unit on every sample of the data. */
    List<BigFraction> preactivationsOfUnit() {
        int unit = index(Place.UNIT, layer(network()).units());
        return Evaluation.preactivations(network(), run.data().inputs()).map(z -> of(z).get(unit)).toList();
    }

    BigFraction output() {
        int unit = index(Place.UNIT, run.start().outputs());
        return Evaluation.output(network(), run.data().inputs().get(sample())).get(unit);
    }

    int sample() {
        return index(Place.SAMPLE, run.data().size());
    }

    int step() {
        network();
        return number(Place.STEP);
    }

    /** What is said of a layer, which counts from 0 there. */
    <T> T ofLayer(IntFunction<T> value) {
        return value.apply(index(Place.LAYER, run.start().layers().size()));
    }

    <T> T between(BiFunction<Network, Network, T> value) {
        return value.apply(network(Place.FROM), network(Place.TO));
    }

    /** What is said of two units of a hidden layer, all of which count from 0 there. */
    interface OfUnits {

        BigFraction of(int layer, int unit, int other);
    }

    /** The same after some steps. */
    interface OfUnitsAfter {

        BigFraction of(int step, int layer, int unit, int other);
    }

    BigFraction exchanged(OfUnits value) {
        requireHidden();
        int units = layer(run.start()).units();
        return value.of(number(Place.LAYER) - 1, index(Place.UNIT, units), index(Place.OTHER, units));
    }

    BigFraction exchanged(OfUnitsAfter value) {
        int step = step();
        return exchanged((layer, unit, other) -> value.of(step, layer, unit, other));
    }

    BigFraction balanceChange() {
        return balanceChange(Place.UNIT);
    }

    BigFraction pairBalanceChange() {
        return balanceChange(Place.OTHER);
    }

    private BigFraction balanceChange(Place other) {
        int layer = number(Place.LAYER) - 1;
        int unit = hiddenUnit(Place.UNIT);
        return Laws.balance(network(Place.TO), layer, unit, hiddenUnit(other))
                .subtract(Laws.balance(network(Place.FROM), layer, unit, hiddenUnit(other)));
    }

    BigFraction gradientBalance() {
        return gradientBalance(Place.UNIT);
    }

    BigFraction pairGradientBalance() {
        return gradientBalance(Place.OTHER);
    }

    private BigFraction gradientBalance(Place other) {
        int unit = hiddenUnit(Place.UNIT);
        BigFraction rate = run.settings().learningRate();
        return rate.multiply(rate).multiply(Laws.balance(run.trace().steps().get(index(Place.IN, run.steps())).gradients(),
                number(Place.LAYER) - 1, unit, hiddenUnit(other)));
    }

    private int hiddenUnit(Place place) {
        requireHidden();
        return index(place, layer(run.start()).units());
    }

    /** Of every sample of the first batch. */
    List<BigFraction> preactivations() {
        layer(run.start());
        if (run.steps() == 0) {
            throw new MissingPlaceException("no first step, expected one");
        }
        List<SampleTrace> samples = run.trace().steps().get(0).samples();
        return samples.stream().flatMap(sample -> of(sample.preactivations()).entries().stream()).toList();
    }
}
