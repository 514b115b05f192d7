package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Where a number can be added to each channel that a layer makes: in the bias that follows, in the mean that a batch
 * normalisation takes away, or in a new bias.
 */
final class BiasBehind {

    private final Layer layer;
    private final Weights weights;
    private final boolean isNew;
    private final boolean negated;
    private final FloatingPoint type;
    private final Rounding rounding;
    private BigFraction[] sums;

    private BiasBehind(Layer layer, Weights weights, boolean isNew, boolean negated, long[] codes, Rounding rounding) {
        this.layer = layer;
        this.weights = weights;
        this.isNew = isNew;
        this.negated = negated;
        this.type = FloatingPoint.of(weights).orElseThrow();
        this.sums = Arrays.stream(codes).mapToObj(Code::number).toArray(BigFraction[]::new);
        this.rounding = rounding;
    }

    /** Behind a layer that mixes. */
    static BiasBehind of(Network network, Layer layer, Mixing mixing, Changes changes, Limitations limitations,
                         Rounding rounding) throws IOException {
        Value made = layer.outputs().get(0);
        List<Layer> takers = network.layers().stream().filter(other -> other.inputs().contains(made)).toList();
        if (takers.size() == 1 && !network.outputs().contains(made)) {
            Layer next = takers.get(0);
            if (next instanceof Layer.Bias bias && isItsOwn(network, next, bias.bias()) && limitations.mayChange(bias.bias())) {
                return new BiasBehind(layer, bias.bias(), false, false, changes.entries(bias.bias()), rounding);
            }
            if (next instanceof Layer.BatchNormalisation batch && isItsOwn(network, next, batch.mean())
                    && limitations.mayChange(batch.mean())) {
                return new BiasBehind(layer, batch.mean(), false, true, changes.entries(batch.mean()), rounding);
            }
        }
        int channels = made.channels().size();
        Weights kernel = mixing.weights();
        Weights bias = new Weights(newName(network, made), kernel.type(), true, Dimensions.of(channels),
                new HeldEntries(new long[channels]));
        return new BiasBehind(layer, bias, true, false, new long[channels], rounding);
    }

    /** Whether a layer alone uses a tensor, which has a number for each channel. */
    private static boolean isItsOwn(Network network, Layer layer, Weights weights) {
        long uses = network.layers().stream().flatMap(other -> other.weights().stream())
                .filter(other -> other.name().equals(weights.name())).count();
        return uses == 1 && FloatingPoint.of(weights).isPresent() && TensorCuts.of(layer).stream()
                .anyMatch(use -> use.weights().equals(weights) && use.fits() && use.cuts().size() == 1);
    }

    private static String newName(Network network, Value made) {
        return IntStream.iterate(0, i -> i + 1).mapToObj(i -> made.name() + ".bias" + (i == 0 ? "" : i))
                .filter(name -> network.layers().stream().flatMap(layer -> layer.weights().stream())
                        .noneMatch(weights -> weights.name().equals(name)))
                .findFirst().orElseThrow();
    }

    /** Whether it is there, or can be made. */
    boolean isPossible(Limitations limitations) {
        return !isNew || limitations.mayHaveBias(layer);
    }

    /**
     * Adds a number to each channel, if the sums are numbers of the tensor's type or may be rounded to such; if not, nothing is
     * changed.
     *
     * @return whether that was done
     */
    boolean add(BigFraction[] numbers) {
        BigFraction[] more = IntStream.range(0, sums.length)
                .mapToObj(i -> negated ? sums[i].subtract(numbers[i]) : sums[i].add(numbers[i])).toArray(BigFraction[]::new);
        if (!Arrays.stream(more).allMatch(sum -> type.code(sum, rounding).isPresent())) {
            return false;
        }
        sums = more;
        return true;
    }

    /** What was added before something else. */
    BigFraction[] state() {
        return sums;
    }

    void back(BigFraction[] state) {
        sums = state;
    }

    /** Whether nothing is rounded. */
    boolean isExact() {
        return Arrays.stream(sums).allMatch(type::has);
    }

    void settle(Changes changes) {
        long[] codes = Arrays.stream(sums).mapToLong(type::nearest).toArray();
        changes.change(weights, codes);
        if (isNew && Arrays.stream(codes).anyMatch(code -> code != 0)) {
            changes.add(layer, weights);
        }
    }
}
