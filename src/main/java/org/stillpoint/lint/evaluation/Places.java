package org.stillpoint.lint.evaluation;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** What layers do with the places of each channel. */
final class Places {

    private Places() {
    }

    static Tensor of(Layer.EachChannel layer, Tensor x, Shape result) {
        PlaceFunction function = layer.places().orElseThrow();
        if (function instanceof PlaceFunction.Moved moved) {
            return x.permute(moved.order());
        }
        Layout input = Layout.of(x.shape(), layer.input());
        Layout output = Layout.of(result, layer.output());
        int[][] seen = seen(function, input, output);
        Function<Stream<BigFraction>, BigFraction> one = made(function);
        BigFraction[] entries = new BigFraction[result.entries()];
        for (int sample = 0; sample < input.samples(); sample++) {
            for (int channel = 0; channel < input.channels(); channel++) {
                int from = input.at(sample, channel, 0);
                for (int place = 0; place < seen.length; place++) {
                    entries[output.at(sample, channel, place)] = one.apply(Arrays.stream(seen[place])
                            .mapToObj(at -> at < 0 ? null : x.entry(from + input.offset(at))));
                }
            }
        }
        return Tensor.of(result, entries);
    }

    /** For each place of the output those of the input that it is made of, -1 for padding. */
    private static int[][] seen(PlaceFunction function, Layout input, Layout output) {
        Shape places = input.placeShape();
        Shape result = output.placeShape();
        if (function instanceof PlaceFunction.MaxPooling pooling) {
            return Window.of(pooling.window(), pooling.sliding()).seen(places, result);
        }
        if (function instanceof PlaceFunction.MeanPooling pooling) {
            return Window.of(pooling.window(), pooling.sliding()).seen(places, result);
        }
        if (function instanceof PlaceFunction.OverAll) {
            return new int[][] {IntStream.range(0, input.places()).toArray()};
        }
        return IntStream.range(0, result.entries()).mapToObj(place -> new int[] {single(function, places, result.index(place))})
                .toArray(int[][]::new);
    }

    private static int single(PlaceFunction function, Shape places, int[] index) {
        int[] at = IntStream.range(0, index.length).map(axis -> function instanceof PlaceFunction.Padding padding
                ? index[axis] - padding.before().get(axis)
                : index[axis] / ((PlaceFunction.Repeating) function).times().get(axis)).toArray();
        boolean within = IntStream.range(0, at.length).allMatch(axis -> at[axis] >= 0 && at[axis] < places.size(axis));
        return within ? places.place(at) : -1;
    }

    /** What is made of what is seen, where null is padding. */
    private static Function<Stream<BigFraction>, BigFraction> made(PlaceFunction function) {
        if (function instanceof PlaceFunction.MaxPooling || function instanceof PlaceFunction.OverAll all && all.largest()) {
            return seen -> seen.filter(entry -> entry != null).max(BigFraction::compareTo).orElseThrow(Places::onlyPadding);
        }
        if (function instanceof PlaceFunction.OverAll) {
            return Places::mean;
        }
        if (function instanceof PlaceFunction.MeanPooling pooling) {
            return pooling.countsPadding() ? seen -> mean(seen.map(entry -> entry == null ? BigFraction.ZERO : entry))
                    : seen -> mean(seen.filter(entry -> entry != null));
        }
        return function instanceof PlaceFunction.Padding padding
                ? seen -> seen.map(entry -> entry == null ? padding.number() : entry).toList().get(0)
                : seen -> seen.toList().get(0);
    }

    private static BigFraction mean(Stream<BigFraction> entries) {
        BigFraction[] all = entries.toArray(BigFraction[]::new);
        if (all.length == 0) {
            throw onlyPadding();
        }
        return Arrays.stream(all).reduce(BigFraction.ZERO, BigFraction::add).divide(all.length);
    }

    private static DomainException onlyPadding() {
        return new DomainException("a window that sees nothing but padding, expected one that sees a place");
    }
}
