package org.stillpoint.modelfile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** A network in lines, one a layer, for tests that say what a reader understands. */
public final class NetworkText {

    private NetworkText() {
    }

    /**
     * What is fed, the layers, and what comes out. Channels are {@code #2:5}: five that belong to no others but those with the
     * number 2; {@code @1} behind them is their axis, if it is not the last.
     */
    public static List<String> of(Network network) {
        return Stream.of(Stream.of("in " + values(network.inputs())), network.layers().stream().map(NetworkText::line),
                Stream.of("out " + values(network.outputs()))).flatMap(lines -> lines).toList();
    }

    private static String line(Layer layer) {
        return layer.getClass().getSimpleName() + " " + layer.name() + ": " + values(layer.inputs()) + " -> "
                + values(layer.outputs()) + details(layer) + layer.weights().stream().map(Weights::name)
                .map(name -> " " + name).collect(Collectors.joining());
    }

    private static String details(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return " out=" + dense.outAxis();
        }
        if (layer instanceof Layer.Convolution convolution) {
            return " out=" + convolution.outAxis() + " in=" + convolution.inAxis() + (convolution.depthwise() ? " depthwise" : "")
                    + " " + convolution.sliding();
        }
        if (layer instanceof Layer.TransposedConvolution convolution) {
            return " out=" + convolution.outAxis() + " in=" + convolution.inAxis() + " " + convolution.sliding() + ", added "
                    + convolution.added();
        }
        if (layer instanceof Layer.Pointwise pointwise) {
            return " " + function(pointwise.function());
        }
        if (layer instanceof Layer.EachChannel each) {
            return " " + each.what() + (each.zeroToZero() ? ", 0 to 0" : "");
        }
        return layer instanceof Layer.Opaque opaque ? " (" + opaque.why() + ")" : "";
    }

    private static String function(PointwiseFunction function) {
        if (function instanceof PointwiseFunction.Of of) {
            return of.activation().id();
        }
        if (function instanceof PointwiseFunction.Affine affine) {
            return affine.factor() + " x + " + affine.addend();
        }
        if (function instanceof PointwiseFunction.Clip clip) {
            return "from " + clip.low().map(Object::toString).orElse("-") + " to "
                    + clip.high().map(Object::toString).orElse("-");
        }
        PointwiseFunction.Named named = (PointwiseFunction.Named) function;
        return "\"" + named.name() + "\"" + (named.zeroToZero() ? ", 0 to 0" : "");
    }

    private static String values(List<Value> values) {
        return values.stream().map(value -> channels(value.channels()) + (value.axis() == -1 ? "" : "@" + value.axis()))
                .collect(Collectors.joining(", "));
    }

    private static String channels(Channels channels) {
        if (channels instanceof Channels.Joined joined) {
            return joined.parts().stream().map(NetworkText::channels).collect(Collectors.joining("|", "(", ")"));
        }
        if (channels instanceof Channels.Flattened flattened) {
            return channels(flattened.channels()) + "*" + flattened.times()
                    + (flattened.channelsFirst() ? " channels first" : "");
        }
        return "#" + ((Channels.Own) channels).id() + ":" + channels.size();
    }
}
