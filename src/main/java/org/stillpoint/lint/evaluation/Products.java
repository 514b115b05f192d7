package org.stillpoint.lint.evaluation;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Layers whose outputs are sums of products of weights and inputs. */
final class Products {

    private final Limits.Meter meter;

    Products(Limits.Meter meter) {
        this.meter = meter;
    }

    /**
     * Which entry of the window meets which place of the input, for one place of the output.
     *
     * @param entries of the window
     * @param places of the input, one for each of these
     */
    private record Taps(int[] entries, int[] places) {

        static Taps of(List<int[]> pairs) {
            return new Taps(pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                    pairs.stream().mapToInt(pair -> pair[1]).toArray());
        }
    }

    Tensor dense(Layer.Dense layer, Tensor x, Shape result) throws IOException {
        Layout input = Layout.of(x.shape(), layer.input());
        List<Taps> taps = IntStream.range(0, input.places()).mapToObj(place -> new Taps(new int[] {0}, new int[] {place}))
                .toList();
        return sums(layer.kernel(), Kernel.of(layer), false, x, input, Layout.of(result, layer.output()), taps);
    }

    Tensor convolution(Layer.Convolution layer, Tensor x, Shape result) throws IOException {
        Layout input = Layout.of(x.shape(), layer.input());
        Layout output = Layout.of(result, layer.output());
        Kernel kernel = Kernel.of(layer);
        int[][] seen = new Window(kernel.entries(), layer.sliding()).seen(input.placeShape(), output.placeShape());
        List<Taps> taps = IntStream.range(0, seen.length).mapToObj(place -> Taps.of(
                IntStream.range(0, seen[place].length).filter(entry -> seen[place][entry] >= 0)
                        .mapToObj(entry -> new int[] {entry, seen[place][entry]}).toList())).toList();
        return sums(layer.kernel(), kernel, layer.depthwise(), x, input, output, taps);
    }

    /** The entry of the window that meets a place of the input is the one through which a convolution would see it. */
    Tensor transposed(Layer.TransposedConvolution layer, Tensor x, Shape result) throws IOException {
        Layout input = Layout.of(x.shape(), layer.input());
        Layout output = Layout.of(result, layer.output());
        Kernel kernel = Kernel.of(layer);
        int[][] seen = new Window(kernel.entries(), layer.sliding()).seen(output.placeShape(), input.placeShape());
        List<List<int[]>> pairs = IntStream.range(0, output.places()).<List<int[]>>mapToObj(place -> new ArrayList<>()).toList();
        for (int place = 0; place < seen.length; place++) {
            for (int entry = 0; entry < seen[place].length; entry++) {
                if (seen[place][entry] >= 0) {
                    pairs.get(seen[place][entry]).add(new int[] {entry, place});
                }
            }
        }
        return sums(layer.kernel(), kernel, false, x, input, output, pairs.stream().map(Taps::of).toList());
    }

    private Tensor sums(Weights weights, Kernel kernel, boolean depthwise, Tensor x, Layout input, Layout output, List<Taps> taps)
            throws IOException {
        if (kernel.out() != output.channels() || kernel.in() != (depthwise ? 1 : input.channels())
                || depthwise && input.channels() != output.channels()) {
            throw new DomainException("weights " + weights.name() + " of " + weights.dimensions() + " from " + input.channels()
                    + " channels to " + output.channels() + ", expected as many");
        }
        meter.read(weights.dimensions().entries());
        Integers of = Integers.of(x.entries());
        long products = taps.stream().mapToLong(tap -> tap.entries().length).sum();
        meter.compute(products * output.samples() * kernel.out() * kernel.in(), of.bits());
        Integers factors = Integers.of(weights);
        BigInteger denominator = factors.denominator().multiply(of.denominator());
        BigFraction[] sums = new BigFraction[output.shape().entries()];
        for (int sample = 0; sample < output.samples(); sample++) {
            for (int out = 0; out < kernel.out(); out++) {
                for (int place = 0; place < taps.size(); place++) {
                    BigInteger sum = BigInteger.ZERO;
                    for (int in = 0; in < kernel.in(); in++) {
                        int from = input.at(sample, depthwise ? out : in, 0);
                        sum = sum.add(sum(factors, kernel, kernel.at(out, in), of, input, from, taps.get(place)));
                    }
                    sums[output.at(sample, out, place)] = Integers.over(sum, denominator);
                }
            }
        }
        return Tensor.of(output.shape(), sums);
    }

    private static BigInteger sum(Integers factors, Kernel kernel, int at, Integers of, Layout input, int from, Taps taps) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < taps.entries().length; i++) {
            BigInteger factor = factors.numerators()[at + kernel.offsets()[taps.entries()[i]]];
            BigInteger entry = of.numerators()[from + input.offset(taps.places()[i])];
            if (factor.signum() != 0 && entry.signum() != 0) {
                sum = sum.add(factor.multiply(entry));
            }
        }
        return sum;
    }
}
