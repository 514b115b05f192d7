package org.stillpoint.lint.finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** The strands of a network. */
final class Strands {

    private final Map<Integer, List<Layer>> consumers = new HashMap<>();
    private final Set<Integer> outputs = new HashSet<>();
    private final Map<Weights, Integer> usesOf = new HashMap<>();
    private final Set<Integer> reached = new HashSet<>();
    private final List<Strand> all = new ArrayList<>();

    private Strands(Network network) {
        network.layers().forEach(layer -> {
            layer.inputs().forEach(value -> consumers.computeIfAbsent(value.id(), id -> new ArrayList<>()).add(layer));
            layer.weights().forEach(weights -> usesOf.merge(weights, 1, Integer::sum));
        });
        network.outputs().forEach(value -> outputs.add(value.id()));
        network.inputs().forEach(value -> follow(value, List.of(), true, Optional.of("they are what is fed")));
        network.layers().forEach(this::begin);
    }

    /** All of them, in the order of the layers that make their units. */
    static List<Strand> of(Network network) {
        return new Strands(network).all;
    }

    private void begin(Layer layer) {
        if (layer instanceof Layer.WithKernel one && one.isMixing()) {
            follow(one.output(), List.of(made(one.kernel(), one.outAxis())), false, Optional.empty());
        } else {
            layer.outputs().stream().filter(value -> !reached.contains(value.id()))
                    .forEach(value -> follow(value, List.of(), false, Optional.of(layer instanceof Layer.Opaque
                            ? "what makes them is not followed" : "they are made of several others")));
        }
    }

    private static Spot made(Weights kernel, int axis) {
        return new Spot(kernel, axis, Math.toIntExact(kernel.dimensions().size(axis)), 1, true, false, Spot.Use.MAKES);
    }

    private void follow(Value start, Collection<Spot> made, boolean isFed, Optional<String> fixed) {
        Growing growing = new Growing(start.channels().size(), made, isFed, fixed);
        Deque<Strand.Reached> open = new ArrayDeque<>(List.of(new Strand.Reached(start, 1, true, false)));
        while (!open.isEmpty()) {
            Strand.Reached at = open.remove();
            reached.add(at.value().id());
            if (outputs.contains(at.value().id())) {
                growing.fix("they are an output of the model");
            }
            consumers.getOrDefault(at.value().id(), List.of())
                    .forEach(layer -> growing.read(layer, at).ifPresent(open::add));
        }
        if (growing.spots.stream().anyMatch(spot -> usesOf.get(spot.tensor()) > 1)) {
            growing.fix("their weights are used in several places");
        }
        all.add(growing.grown());
    }

    /** A strand in the making. */
    private final class Growing {

        private final int units;
        private final boolean isFed;
        private final List<Spot> spots;
        private final Map<Layer, Integer> halves = new HashMap<>();
        private Optional<String> fixed;
        private boolean isConvolution;

        Growing(int units, Collection<Spot> made, boolean isFed, Optional<String> fixed) {
            this.units = units;
            this.isFed = isFed;
            this.spots = new ArrayList<>(made);
            this.fixed = fixed;
        }

        Strand grown() {
            boolean isKernel = !spots.isEmpty() && spots.get(0).use() == Spot.Use.MAKES
                    && spots.get(0).tensor().dimensions().axes() > 2;
            if (!halves.isEmpty()) {
                fix("they are joined with others one by one");
            }
            return new Strand(units, isFed, isKernel || isConvolution, spots, fixed);
        }

        void fix(String why) {
            fixed = fixed.or(() -> Optional.of(why));
        }

        /** Takes in a layer that reads the units; where they go on behind it, if they do one by one. */
        Optional<Strand.Reached> read(Layer layer, Strand.Reached at) {
            if (layer instanceof Layer.Bias bias) {
                add(bias.bias(), 0, at, false, Spot.Use.TREATS);
                return next(bias.output(), at);
            } else if (layer instanceof Layer.Scale scale) {
                add(scale.factors(), 0, at, false, Spot.Use.TREATS);
                return next(scale.output(), at);
            } else if (layer instanceof Layer.BatchNormalisation norm) {
                add(norm.mean(), 0, at, false, Spot.Use.KEEPS);
                add(norm.variance(), 0, at, false, Spot.Use.KEEPS);
                return next(norm.output(), at);
            } else if (layer instanceof Layer.EachChannel each) {
                return Optional.of(new Strand.Reached(each.output(), at.times(), at.unitsFirst(),
                        at.isPadded() || !keepsConstants(each)));
            } else if (layer instanceof Layer.Pointwise) {
                return next(layer.outputs().get(0), at);
            } else if (layer instanceof Layer.LayerNormalisation || layer instanceof Layer.Softmax) {
                fix("all of them are normalised together");
                return next(layer.outputs().get(0), at);
            } else if (layer instanceof Layer.Flatten flatten) {
                return flatten(flatten, at);
            } else if (layer instanceof Layer.OfTwo two) {
                return join(two, at);
            }
            weigh(layer, at);
            return layer instanceof Layer.Convolution convolution && !convolution.isMixing()
                    ? next(convolution.output(), at) : Optional.empty();
        }

        /** Whether a channel of one number remains so, whichever that is. */
        private static boolean keepsConstants(Layer.EachChannel layer) {
            return layer.places().filter(places -> places.keeps(BigFraction.ONE) && places.keeps(BigFraction.TWO)).isPresent();
        }

        private void weigh(Layer layer, Strand.Reached at) {
            if (layer instanceof Layer.Dense dense) {
                add(dense.kernel(), dense.inAxis(), at, false, Spot.Use.READS);
            } else if (layer instanceof Layer.Convolution convolution) {
                isConvolution = true;
                add(convolution.kernel(), convolution.depthwise() ? convolution.outAxis() : convolution.inAxis(), at,
                        convolution.sliding().padding().stream().anyMatch(padding -> padding > 0),
                        convolution.depthwise() ? Spot.Use.MAKES : Spot.Use.READS);
            } else if (layer instanceof Layer.TransposedConvolution convolution) {
                isConvolution = true;
                add(convolution.kernel(), convolution.inAxis(), at, true, Spot.Use.READS);
            } else {
                fix("what reads them is not followed");
            }
        }

        /** Units that are joined with themselves, as x with the gate of x, go on one by one. */
        private Optional<Strand.Reached> join(Layer.OfTwo layer, Strand.Reached at) {
            int half = layer.first().equals(layer.second()) ? 2 : halves.merge(layer, 1, Integer::sum);
            if (half < 2) {
                return Optional.empty();
            }
            halves.remove(layer);
            if (!keepsZero(layer)) {
                fix("they are joined with what is made of them");
            }
            return next(layer.output(), at);
        }

        /** Whether units that are zero where the ways part are zero behind: nothing is known of what is made of them on a way. */
        private boolean keepsZero(Layer.OfTwo layer) {
            return layer.first().equals(layer.second()) || layer instanceof Layer.Product
                    && layer.inputs().stream().anyMatch(value -> consumers.get(value.id()).size() > 1);
        }

        private static Optional<Strand.Reached> next(Value output, Strand.Reached at) {
            return Optional.of(new Strand.Reached(output, at.times(), at.unitsFirst(), at.isPadded()));
        }

        /** Behind a second one of them units are no longer followed. */
        private Optional<Strand.Reached> flatten(Layer.Flatten flatten, Strand.Reached at) {
            if (at.times() == 1 && flatten.output().channels() instanceof Channels.Flattened flattened
                    && flattened.channels().size() == units) {
                return Optional.of(new Strand.Reached(flatten.output(), flattened.times(), flattened.channelsFirst(),
                        at.isPadded()));
            }
            fix("what reads them is not followed");
            return Optional.empty();
        }

        /** A single number is for all of them. Other sizes than one slice for each are left to those who check shapes. */
        private void add(Weights tensor, int axis, Strand.Reached at, boolean isPadded, Spot.Use use) {
            if (tensor.dimensions().axes() > axis && tensor.dimensions().size(axis) == (long) units * at.times()) {
                spots.add(new Spot(tensor, axis, units, at.times(), at.unitsFirst(), isPadded || at.isPadded(), use));
            } else if (tensor.dimensions().entries() != 1) {
                fix("the sizes of what reads them are not known");
            }
        }
    }
}
