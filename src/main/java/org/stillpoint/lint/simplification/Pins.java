package org.stillpoint.lint.simplification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** Families of channels of which none can be taken away, and why. */
final class Pins {

    private final Map<Integer, String> reasons = new HashMap<>();

    private Pins() {
    }

    /** The reason of each family that has to stay as it is. */
    static Map<Integer, String> of(Network network) {
        Pins pins = new Pins();
        network.inputs().forEach(value -> pins.pin(value, "it is an input of the model"));
        network.outputs().forEach(value -> pins.pin(value, "it is an output of the model"));
        network.layers().forEach(pins::layer);
        pins.tensors(network);
        return Map.copyOf(pins.reasons);
    }

    private void pin(Value value, String reason) {
        pin(value.channels(), reason);
    }

    private void pin(Channels channels, String reason) {
        Unit.of(channels).forEach(unit -> reasons.putIfAbsent(unit.family(), reason));
    }

    private void pin(Layer layer, String reason) {
        layer.inputs().forEach(value -> pin(value, reason));
        layer.outputs().forEach(value -> pin(value, reason));
    }

    private void layer(Layer layer) {
        if (layer instanceof Layer.Opaque) {
            pin(layer, "layer " + layer.name() + " is not understood");
        } else if (layer instanceof Layer.Softmax || layer instanceof Layer.LayerNormalisation) {
            pin(layer, "layer " + layer.name() + " makes each channel of all of them");
        } else if (!layer.isMixing() && !treatsOneByOne(layer)) {
            pin(layer, "the channels of layer " + layer.name() + " do not belong together one by one");
        }
    }

    private static boolean treatsOneByOne(Layer layer) {
        Channels output = layer.outputs().get(0).channels();
        if (layer instanceof Layer.Concatenation) {
            return Unit.of(output).equals(layer.inputs().stream().flatMap(value -> Unit.of(value.channels()).stream()).toList());
        }
        Channels input = layer.inputs().get(0).channels();
        if (layer instanceof Layer.Flatten) {
            return output.equals(input) || output instanceof Channels.Flattened flattened && flattened.channels().equals(input);
        }
        return layer.inputs().stream().allMatch(value -> value.channels().equals(output));
    }

    /** Tensors that cannot be cut, or that are used in more ways than one. */
    private void tensors(Network network) {
        Map<String, List<TensorCuts.Cut>> known = new HashMap<>();
        Set<String> opaque = new HashSet<>();
        network.layers().stream().filter(Layer.Opaque.class::isInstance).flatMap(layer -> layer.weights().stream())
                .map(Weights::name).forEach(opaque::add);
        Map<String, List<TensorCuts.Cut>> clashes = new HashMap<>();
        for (Layer layer : network.layers()) {
            for (TensorCuts use : TensorCuts.of(layer)) {
                String name = use.weights().name();
                List<TensorCuts.Cut> before = known.putIfAbsent(name, use.cuts());
                if (!use.fits()) {
                    pin(layer, "tensor " + name + " has other sizes than its channels");
                } else if (FloatingPoint.of(use.weights()).isEmpty()) {
                    pin(layer, "tensor " + name + " is stored as " + use.weights().type());
                } else if (opaque.contains(name)) {
                    pin(layer, "tensor " + name + " is used by a layer that is not understood");
                } else if (before != null && !before.equals(use.cuts())) {
                    clashes.put(name, before);
                    pin(layer, shared(name));
                }
            }
        }
        clashes.forEach((name, cuts) -> cuts.forEach(cut -> pin(cut.channels(), shared(name))));
    }

    private static String shared(String name) {
        return "tensor " + name + " is used by layers of other channels too";
    }
}
