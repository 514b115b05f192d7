package org.stillpoint.lint.evaluation;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.tensor.Tensor;

/** Layers that bring values to a common scale. */
final class Normalisations {

    private Normalisations() {
    }

    /** With the statistics that are stored; close to the values if a root is not rational. */
    static Computed batch(Layer.BatchNormalisation layer, Tensor x, Limits.Meter meter) throws IOException {
        Layout layout = Layout.of(x.shape(), layer.input());
        BigFraction[] means = ChannelNumbers.of(layer.mean(), layout.channels(), meter);
        BigFraction[] squares = Stream.of(ChannelNumbers.of(layer.variance(), layout.channels(), meter))
                .map(variance -> variance.add(layer.epsilon())).toArray(BigFraction[]::new);
        BigFraction[] factors = Stream.of(squares).map(Functions::inverseRoot).toArray(BigFraction[]::new);
        BigFraction[] entries = new BigFraction[x.shape().entries()];
        for (int channel = 0; channel < layout.channels(); channel++) {
            for (int at : layout.channel(channel)) {
                entries[at] = x.entry(at).subtract(means[channel]).multiply(factors[channel]);
            }
        }
        boolean exact = Stream.of(squares).allMatch(square -> ExactNumber.squareRoot(square).isPresent());
        return new Computed(Tensor.of(x.shape(), entries), exact ? Closeness.EXACT : Closeness.NEAR);
    }

    static Computed layer(Layer.LayerNormalisation layer, Tensor x) {
        return overChannels(x, Layout.of(x.shape(), layer.input()), row -> {
            BigFraction mean = mean(row);
            BigFraction[] centred = Arrays.stream(row).map(entry -> entry.subtract(mean)).toArray(BigFraction[]::new);
            BigFraction variance = mean(Arrays.stream(centred).map(entry -> entry.multiply(entry)).toArray(BigFraction[]::new));
            BigFraction factor = Functions.inverseRoot(variance.add(layer.epsilon()));
            return Arrays.stream(centred).map(factor::multiply).toArray(BigFraction[]::new);
        });
    }

    static Computed softmax(Layer.Softmax layer, Tensor x) {
        return overChannels(x, Layout.of(x.shape(), layer.input()), row -> {
            BigFraction largest = Arrays.stream(row).max(BigFraction::compareTo).orElseThrow();
            BigFraction[] powers = Arrays.stream(row).map(entry -> Functions.exponential(entry.subtract(largest)))
                    .toArray(BigFraction[]::new);
            BigFraction sum = Arrays.stream(powers).reduce(BigFraction.ZERO, BigFraction::add);
            return Arrays.stream(powers).map(power -> power.divide(sum)).toArray(BigFraction[]::new);
        });
    }

    private static BigFraction mean(BigFraction[] entries) {
        return Arrays.stream(entries).reduce(BigFraction.ZERO, BigFraction::add).divide(entries.length);
    }

    private static Computed overChannels(Tensor x, Layout layout, UnaryOperator<BigFraction[]> function) {
        BigFraction[] entries = new BigFraction[x.shape().entries()];
        for (int sample = 0; sample < layout.samples(); sample++) {
            for (int place = 0; place < layout.places(); place++) {
                BigFraction[] row = new BigFraction[layout.channels()];
                for (int channel = 0; channel < row.length; channel++) {
                    row[channel] = x.entry(layout.at(sample, channel, place));
                }
                row = function.apply(row);
                for (int channel = 0; channel < row.length; channel++) {
                    entries[layout.at(sample, channel, place)] = row[channel];
                }
            }
        }
        return new Computed(Tensor.of(x.shape(), entries), Closeness.NEAR);
    }
}
