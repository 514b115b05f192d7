package org.stillpoint.statement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.SampleTrace;

/**
 * Something that can be measured along a training.
 *
 * @param kind what it is
 * @param places where: layers and units from 0, steps from 0 for the start; one for each place that the kind names
 * @param factor a number that the kind speaks of, 1 if it speaks of none
 */
public record Measure(Kind kind, List<Integer> places, BigFraction factor) {

    /** What can be measured. In its words, $ stands for the places in turn, and % for the factor. */
    public enum Kind {

        LARGEST_PARAMETER("largest-parameter", "largest absolute value of a parameter after step $", List.of("step"),
                (run, m) -> largest(m.network(run, 0).parameters().stream())),
        LARGEST_WEIGHT("largest-weight", "largest absolute weight of layer $ after step $", List.of("layer", "step"),
                (run, m) -> largest(weights(m.layer(m.network(run, 1), 0)))),
        LARGEST_BIAS("largest-bias", "largest absolute bias of layer $ after step $", List.of("layer", "step"),
                (run, m) -> largest(biases(m.layer(m.network(run, 1), 0)))),
        PARAMETER_CHANGE("parameter-change", "largest change of a parameter from step $ to step $", List.of("from", "to"),
                (run, m) -> apart(m.network(run, 0).parameters(), m.network(run, 1).parameters())),
        WEIGHT_CHANGE("weight-change", "largest change of a weight of layer $ from step $ to step $", List.of("layer", "from", "to"),
                (run, m) -> apart(weights(m.layer(m.network(run, 1), 0)).toList(), weights(m.layer(m.network(run, 2), 0)).toList())),
        BIAS_CHANGE("bias-change", "largest change of a bias of layer $ from step $ to step $", List.of("layer", "from", "to"),
                (run, m) -> apart(biases(m.layer(m.network(run, 1), 0)).toList(), biases(m.layer(m.network(run, 2), 0)).toList())),
        INCOMING_APART("incoming-apart", "largest difference between the incoming weights and bias of unit $ and % times those of unit $ "
                + "in layer $ after step $", List.of("unit", "other", "layer", "step"),
                (run, m) -> apart(m.incoming(run, 0), times(m.factor, m.incoming(run, 1)))),
        OUTGOING_APART("outgoing-apart", "largest difference between the outgoing weights of unit $ and % times those of unit $ "
                + "in layer $ after step $", List.of("unit", "other", "layer", "step"),
                (run, m) -> apart(m.outgoing(run, 0), times(m.factor, m.outgoing(run, 1)))),
        LARGEST_PREACTIVATION("largest-preactivation", "largest pre-activation in layer $ in the first step", List.of("layer"),
                (run, m) -> m.preactivations(run).max(Comparator.naturalOrder()).orElseThrow()),
        SMALLEST_PREACTIVATION("smallest-preactivation", "smallest pre-activation in layer $ in the first step", List.of("layer"),
                (run, m) -> m.preactivations(run).min(Comparator.naturalOrder()).orElseThrow()),
        ACTIVATION_AT("activation-at", "activation of layer $ at %", List.of("layer"),
                (run, m) -> m.layer(run.start(), 0).activation().kernel().value(m.factor)),
        SAMPLES_LABELLED("samples-labelled", "samples whose target has the sign of %", List.of(),
                (run, m) -> new BigFraction(run.labelled(m.factor.signum()))),
        MEAN_LOSS("mean-loss", "mean loss after step $", List.of("step"),
                (run, m) -> run.meanLoss(m.network(run, 0))),
        ACCURACY("accuracy", "accuracy after step $", List.of("step"),
                (run, m) -> run.accuracy(m.network(run, 0))),
        LOSS_QUOTIENT("loss-quotient", "difference quotient of the loss along the direction, over a distance of %", List.of(),
                (run, m) -> run.lossAlong(m.factor).subtract(run.meanLoss(run.start())).divide(m.factor)),
        GRADIENT_ALONG("gradient-along", "inner product of the gradient in step 1 and the direction", List.of(),
                (run, m) -> run.gradientAlong());

        private final String id;
        private final String words;
        private final List<String> places;
        private final BiFunction<Run, Measure, BigFraction> value;

        Kind(String id, String words, List<String> places, BiFunction<Run, Measure, BigFraction> value) {
            this.id = id;
            this.words = words;
            this.places = places;
            this.value = value;
        }

        /** The word for it in files. */
        String id() {
            return id;
        }

        /** The names of its places in files, in order. */
        public List<String> places() {
            return places;
        }

        /** Whether it speaks of a number besides its places. */
        boolean hasFactor() {
            return words.contains("%");
        }

        /** @throws DomainException if nothing of this name can be measured */
        static Kind fromId(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst()
                    .orElseThrow(() -> new DomainException("unknown measure, expected one of "
                            + Arrays.stream(values()).map(Kind::id).collect(Collectors.joining(", "))));
        }
    }

    public Measure {
        places = List.copyOf(places);
        if (places.size() != kind.places.size()) {
            throw new DomainException(places.size() + " places for " + kind.id + ", expected " + kind.places.size());
        }
        if (kind == Kind.LOSS_QUOTIENT && factor.signum() == 0) {
            throw new DomainException("a distance of 0, expected another one");
        }
    }

    /** What is measured and where. */
    public String words() {
        String words = kind.words;
        for (int place : places) {
            words = words.replaceFirst("\\$", String.valueOf(place));
        }
        return factor.equals(BigFraction.ONE) ? words.replace("% times ", "").replace("%", "1") : words.replace("%", ExactNumber.write(factor));
    }

    /**
     * The number itself.
     *
     * @throws DomainException if a place is not there, or the training cannot run
     */
    public BigFraction of(Run run) {
        return kind.value.apply(run, this);
    }

    private Network network(Run run, int place) {
        int step = places.get(place);
        if (step > run.steps()) {
            throw new DomainException("step " + step + ", expected one from 0 to " + run.steps());
        }
        return run.after(step);
    }

    private Layer layer(Network network, int place) {
        int layer = places.get(place);
        if (layer >= network.layers().size()) {
            throw new DomainException("layer " + layer + ", expected one from 0 to " + (network.layers().size() - 1));
        }
        return network.layers().get(layer);
    }

    private List<BigFraction> incoming(Run run, int place) {
        Layer layer = layer(network(run, 3), 2);
        int unit = unit(layer, place);
        return Stream.concat(layer.weights().row(unit).entries().stream(), layer.bias().map(b -> b.get(unit)).stream()).toList();
    }

    private List<BigFraction> outgoing(Run run, int place) {
        Network network = network(run, 3);
        int above = places.get(2) + 1;
        if (above >= network.layers().size()) {
            throw new DomainException("layer " + places.get(2) + " is no hidden layer, expected one");
        }
        return network.layers().get(above).weights().column(unit(layer(network, 2), place)).entries();
    }

    private int unit(Layer layer, int place) {
        int unit = places.get(place);
        if (unit >= layer.units()) {
            throw new DomainException("unit " + unit + ", expected one from 0 to " + (layer.units() - 1));
        }
        return unit;
    }

    private Stream<BigFraction> preactivations(Run run) {
        layer(run.start(), 0);
        if (run.steps() == 0) {
            throw new DomainException("no first step, expected one");
        }
        List<SampleTrace> samples = run.trace().steps().get(0).samples();
        return samples.stream().flatMap(sample -> sample.preactivations().get(places.get(0)).entries().stream());
    }

    private static Stream<BigFraction> weights(Layer layer) {
        return layer.weights().rows().stream().flatMap(row -> row.entries().stream());
    }

    private static Stream<BigFraction> biases(Layer layer) {
        return layer.bias().map(Vector::entries).stream().flatMap(List::stream);
    }

    private static BigFraction largest(Stream<BigFraction> numbers) {
        return numbers.map(BigFraction::abs).max(Comparator.naturalOrder()).orElse(BigFraction.ZERO);
    }

    private static List<BigFraction> times(BigFraction factor, List<BigFraction> numbers) {
        return numbers.stream().map(factor::multiply).toList();
    }

    private static BigFraction apart(List<BigFraction> a, List<BigFraction> b) {
        return largest(IntStream.range(0, a.size()).mapToObj(i -> a.get(i).subtract(b.get(i))));
    }
}
