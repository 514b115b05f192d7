package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Adds something to what a chain has, or multiplies it: a constant, a parameter for each channel or for all, or something else,
 * of which then nothing is supposed. The channels of the result are those of the chain.
 */
final class Operand {

    private static final String OTHER = "other";

    private Operand() {
    }

    /** @throws NotUnderstood if the result may have other channels than the chain */
    static Chain plus(Chain chain, Known other) throws IOException {
        Optional<List<Size>> sizes = result(chain, other);
        if (other instanceof Known.Tensor tensor && tensor.entries() == 1 && !tensor.maybeTrained()) {
            return chain.affine("shifted", BigFraction.ONE, chain.scope().constants().number(tensor));
        }
        if (other instanceof Known.Tensor tensor && isForChannels(chain, tensor)) {
            return chain.then("biased", chain.channels(), axis(chain), sizes,
                    (name, input, output) -> new Layer.Bias(name, input, tensor.weights(), output));
        }
        Value value = value(chain, other);
        return chain.then("sum", chain.channels(), axis(chain), sizes,
                (name, input, output) -> new Layer.Sum(name, input, value, output));
    }

    /** @throws NotUnderstood if the result may have other channels than the chain */
    static Chain times(Chain chain, Known other) throws IOException {
        Optional<List<Size>> sizes = result(chain, other);
        if (other instanceof Known.Tensor tensor && tensor.entries() == 1 && !tensor.maybeTrained()) {
            return chain.affine("scaled", chain.scope().constants().number(tensor), BigFraction.ZERO);
        }
        if (other instanceof Known.Tensor tensor && isForChannels(chain, tensor)) {
            return chain.then("scaled", chain.channels(), axis(chain), sizes,
                    (name, input, output) -> new Layer.Scale(name, input, tensor.weights(), output));
        }
        Value value = value(chain, other);
        return chain.then("product", chain.channels(), axis(chain), sizes,
                (name, input, output) -> new Layer.Product(name, input, value, output));
    }

    /** Times something that is made of another one, of which nothing is supposed. */
    static Chain timesSome(Chain chain, Known other) {
        Optional<List<Size>> sizes = result(chain, other);
        Value value = some(chain, other).value();
        return chain.then("product", chain.channels(), axis(chain), sizes,
                (name, input, output) -> new Layer.Product(name, input, value, output));
    }

    /** Where the channels of the result are, which may have axes before those of the chain. */
    private static int axis(Chain chain) {
        return chain.sizes().isEmpty() ? chain.axis() : chain.fromEnd();
    }

    /** Whether a tensor has a number for each channel, or one for all of them, and is the same at all places. */
    private static boolean isForChannels(Chain chain, Known.Tensor tensor) {
        if (tensor.transposed() || !tensor.weights().isFloating()) {
            return false;
        }
        List<Long> sizes = tensor.seenAs();
        int axis = chain.fromEnd() + sizes.size();
        return IntStream.range(0, sizes.size()).allMatch(i -> sizes.get(i) == 1
                || i == axis && sizes.get(i) == chain.channels().size());
    }

    /** The other one as a value with the same channels; if it is not one, a layer without rules makes one of it. */
    private static Value value(Chain chain, Known other) {
        if (other instanceof Known.Stream stream && agrees(chain, stream)) {
            return stream.value();
        }
        return some(chain, other).value();
    }

    private static Known.Stream some(Chain chain, Known other) {
        Demand demand = new Demand(chain.channels().size(), chain.fromEnd());
        String name = chain.scope().part(chain.node(), OTHER);
        if (other instanceof Known.Stream stream) {
            return chain.scope().source(name, "its channels are on another axis or come in another order than those that it is"
                    + " combined with", List.of(stream.value()), List.of(), demand, Optional.empty());
        }
        List<Weights> weights = other instanceof Known.Tensor tensor && tensor.weights().isFloating()
                ? List.of(tensor.weights()) : List.of();
        return chain.scope().source(name, weights.isEmpty() ? "nothing is known of how it is made"
                : "a tensor that differs from place to place, or divides", List.of(), weights, demand, Optional.empty());
    }

    /** Whether another one has the same channels on the same axis. */
    static boolean agrees(Chain chain, Known.Stream other) {
        boolean sameAxis = chain.sizes().isEmpty() && other.sizes().isEmpty()
                ? chain.axis() == other.value().axis() && chain.axis() < 0 : chain.fromEnd() == other.fromEnd();
        return sameAxis && chain.scope().unite(chain.channels(), other.channels());
    }

    /** The sizes of the result, whose channels are certainly those of the chain. */
    private static Optional<List<Size>> result(Chain chain, Known other) {
        Optional<List<Size>> sizes = sizes(other);
        if (chain.channels().size() == 1) {
            int fromEnd = chain.fromEnd();
            NotUnderstood.unless(sizes.isPresent() && (sizes.get().size() < -fromEnd
                    || sizes.get().get(sizes.get().size() + fromEnd).is(1)), "what it takes may have more channels than one");
        }
        return chain.sizes().flatMap(one -> sizes.map(two -> broadcast(one, two, chain.scope())));
    }

    private static Optional<List<Size>> sizes(Known known) {
        if (known instanceof Known.Stream stream) {
            return stream.sizes();
        }
        if (known instanceof Known.Numbers numbers) {
            return Optional.of(numbers.scalar() ? List.of() : List.of(Size.of(numbers.entries().size())));
        }
        return known instanceof Known.Tensor tensor ? Optional.of(Size.all(tensor.seenAs())) : Optional.empty();
    }

    /** What two tensors become that are combined entry by entry. */
    static List<Size> broadcast(List<Size> one, List<Size> two, Scope scope) {
        int axes = Math.max(one.size(), two.size());
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            Size a = i < axes - one.size() ? Size.ONE : one.get(i - axes + one.size());
            Size b = i < axes - two.size() ? Size.ONE : two.get(i - axes + two.size());
            sizes.add(a.equals(b) || b.is(1) ? a : a.is(1) ? b : a instanceof Size.Fixed ? a : b instanceof Size.Fixed ? b
                    : scope.openSize());
        }
        return sizes;
    }
}
