package org.stillpoint.lint.evaluation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** All places of all channels as channels, in the order that the channels of the output say. */
final class Flattening {

    private Flattening() {
    }

    static Tensor of(Layer.Flatten layer, Tensor x, Shape shape) {
        Layout input = Layout.of(x.shape(), layer.input());
        Layout output = Layout.of(shape, layer.output());
        boolean channelsFirst = channelsFirst(layer, input);
        BigFraction[] entries = new BigFraction[shape.entries()];
        for (int sample = 0; sample < input.samples(); sample++) {
            for (int channel = 0; channel < input.channels(); channel++) {
                for (int place = 0; place < input.places(); place++) {
                    int feature = channelsFirst ? channel * input.places() + place : place * input.channels() + channel;
                    entries[output.at(sample, feature, 0)] = x.entry(input.at(sample, channel, place));
                }
            }
        }
        return Tensor.of(shape, entries);
    }

    private static boolean channelsFirst(Layer.Flatten layer, Layout input) {
        if (layer.output().channels() instanceof Channels.Flattened flattened
                && flattened.channels().equals(layer.input().channels()) && flattened.times() == input.places()) {
            return flattened.channelsFirst();
        }
        if (input.places() == 1) {
            return true;
        }
        throw new DomainException("channels of \"" + layer.output().name() + "\", expected those of \"" + layer.input().name()
                + "\", each " + input.places() + " times");
    }
}
