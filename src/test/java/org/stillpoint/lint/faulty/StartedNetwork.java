package org.stillpoint.lint.faulty;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Weights;

/** Builds a network layer by layer from words such as {@code conv 32 5x5 same zeros}, the channels before the places. */
final class StartedNetwork {

    private static final BigFraction EPSILON = new BigFraction(1, 1000);

    private final NetworkBuilder builder = new NetworkBuilder();
    private Value value;
    private int[] places;
    private int layers;

    /** Appends one layer. */
    void append(List<String> words) {
        layers++;
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        switch (words.get(0)) {
            case "input" -> input(sizes(rest.next()), rest.hasNext());
            case "dense" -> dense(Integer.parseInt(rest.next()), rest);
            case "conv" -> convolution(Integer.parseInt(rest.next()), sizes(rest.next()), rest);
            case "pool" -> pool(sizes(rest.next()), rest);
            case "flatten" -> flatten();
            case "dropout" -> dropout();
            case "batchnorm" -> batchNormalisation();
            case "softmax" -> builder.add(new Layer.Softmax(name("softmax"), value, value = made("softmax", value.channels())));
            default -> builder.add(new Layer.Pointwise(name(words.get(0)), value,
                    new PointwiseFunction.Of(Activation.fromId(words.get(0))), value = made(words.get(0), value.channels())));
        }
    }

    Network finish() {
        builder.output(value);
        return builder.build();
    }

    private String name(String what) {
        return what + " " + layers;
    }

    private Value made(String what, Channels channels) {
        return builder.value(name(what), channels, value.axis());
    }

    private void input(int[] sizes, boolean channelsFirst) {
        int channels = channelsFirst ? sizes[0] : sizes[sizes.length - 1];
        places = channelsFirst ? Arrays.copyOfRange(sizes, 1, sizes.length) : Arrays.copyOf(sizes, sizes.length - 1);
        value = builder.input("input", builder.channels(channels), places.length == 0 ? -1 : 1);
    }

    /** Behind places that nobody flattened it works at each place. */
    private void dense(int units, Iterator<String> start) {
        String kernel = "random";
        String bias = "0";
        while (start.hasNext()) {
            String word = start.next();
            switch (word) {
                case "bias" -> bias = start.next();
                case "constant" -> kernel = start.next();
                default -> kernel = word;
            }
        }
        if (places.length > 0) {
            value = moved("channels last", -1);
        }
        Channels out = builder.channels(units);
        Weights weights = weights("kernel", kernel, units, value.channels().size());
        builder.add(new Layer.Dense(name("dense"), value, weights, 0, value = builder.value(name("dense"), out, -1)));
        bias(bias, out);
        if (places.length > 0) {
            value = moved("channels first", 1);
        }
    }

    private Value moved(String what, int axis) {
        Value moved = builder.value(name(what), value.channels(), axis);
        builder.add(new Layer.EachChannel(name(what), value, what, true, moved));
        return moved;
    }

    private void bias(String start, Channels out) {
        builder.add(new Layer.Bias(name("bias"), value, weights("bias", start, out.size()), value = made("bias", out)));
    }

    private void convolution(int filters, int[] window, Iterator<String> rest) {
        boolean same = false;
        int stride = 1;
        String kernel = "random";
        String bias = "0";
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "same" -> same = true;
                case "stride" -> stride = Integer.parseInt(rest.next());
                case "bias" -> bias = rest.next();
                case "constant" -> kernel = rest.next();
                default -> kernel = word;
            }
        }
        for (int axis = 0; axis < places.length; axis++) {
            places[axis] = same ? (places[axis] + stride - 1) / stride : (places[axis] - window[axis]) / stride + 1;
        }
        if (same) {
            Value padded = made("padded", value.channels());
            builder.add(new Layer.EachChannel(name("padding"), value,
                    "padded for windows of " + Arrays.toString(window) + ", stride " + stride, true, padded));
            value = padded;
        }
        Channels out = builder.channels(filters);
        long[] sizes = LongStream.concat(LongStream.of(filters, value.channels().size()),
                Arrays.stream(window).asLongStream()).toArray();
        int by = stride;
        Sliding sliding = Sliding.plain(window.length).withStride(IntStream.range(0, window.length).map(axis -> by).toArray());
        builder.add(new Layer.Convolution(name("conv"), value, weights("kernel", kernel, sizes), 0, 1, false, sliding,
                value = made("conv", out)));
        bias(bias, out);
    }

    private void pool(int[] window, Iterator<String> rest) {
        int stride = rest.hasNext() && rest.next().equals("stride") ? Integer.parseInt(rest.next()) : 0;
        for (int axis = 0; axis < places.length; axis++) {
            int by = stride == 0 ? window[axis] : stride;
            places[axis] = Math.max(1, (places[axis] - window[axis]) / by + 1);
        }
        Value pooled = made("pool", value.channels());
        builder.add(new Layer.EachChannel(name("pool"), value, "largest of " + Arrays.toString(window), true, pooled));
        value = pooled;
    }

    private void flatten() {
        int times = Arrays.stream(places).reduce(1, (a, b) -> a * b);
        places = new int[0];
        builder.add(new Layer.Flatten(name("flatten"), value, value = builder.value(name("flatten"),
                new Channels.Flattened(value.channels(), times, true), -1)));
    }

    /** A mask is fed, which may be anything. */
    private void dropout() {
        Value mask = builder.input(name("mask"), value.channels(), value.axis());
        builder.add(new Layer.Product(name("dropout"), value, mask, value = made("dropout", value.channels())));
    }

    private void batchNormalisation() {
        Channels channels = value.channels();
        int size = channels.size();
        builder.add(new Layer.BatchNormalisation(name("batchnorm"), value, weights("mean", "0", size),
                weights("variance", "1", size), EPSILON, value = made("batchnorm", channels)));
        builder.add(new Layer.Scale(name("gamma"), value, weights("gamma", "1", size), value = made("gamma", channels)));
        builder.add(new Layer.Bias(name("beta"), value, weights("beta", "0", size), value = made("beta", channels)));
    }

    private Weights weights(String what, String start, long... sizes) {
        Entries entries = switch (start) {
            case "random" -> new Drawn(layers);
            case "zeros" -> new Always(0);
            default -> new Always(code(ExactNumber.parse(start)));
        };
        return Weights.of(name(what), ElementType.FLOAT64, Dimensions.of(sizes), entries);
    }

    /** The next binary64 below, near enough: what counts is that all entries are the same. */
    private static long code(BigFraction number) {
        if (number.signum() == 0) {
            return 0;
        }
        return Code.exact(number.multiply(1 << 20).getNumeratorAsLong() / number.getDenominatorAsLong(), -20);
    }

    /** Numbers that differ as those of an initialiser do, all distinct places having their own. */
    private record Drawn(int seed) implements Entries {

        @Override
        public void read(long from, long[] codes) {
            for (int i = 0; i < codes.length; i++) {
                long mixed = (from + i + 1) * 0x9E3779B97F4A7C15L + seed * 0xD1B54A32D192ED03L;
                mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
                mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
                codes[i] = Code.exact((mixed >> 12) | 1, -52);
            }
        }
    }

    private record Always(long code) implements Entries {

        @Override
        public void read(long from, long[] codes) {
            Arrays.fill(codes, code);
        }
    }

    private static int[] sizes(String text) {
        return Stream.of(text.split("x")).mapToInt(Integer::parseInt).toArray();
    }
}
