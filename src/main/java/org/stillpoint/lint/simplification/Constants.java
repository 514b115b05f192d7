package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Which features of the values of a network are one number for all samples at all places, whatever is fed, in use after training.
 * Found layer by layer; what is not found may still be one.
 */
final class Constants {

    private final Tensors tensors;
    private final Map<Integer, List<Optional<Constant>>> known = new HashMap<>();

    private Constants(Tensors tensors) {
        this.tensors = tensors;
    }

    static Constants of(Network network, Tensors tensors) throws IOException {
        Constants constants = new Constants(tensors);
        network.inputs().forEach(constants::vary);
        for (Layer layer : network.layers()) {
            layer.outputs().forEach(constants::vary);
            if (!(layer instanceof Layer.Opaque) && TensorCuts.of(layer).stream().allMatch(TensorCuts::fits)) {
                constants.known.put(layer.outputs().get(0).id(), constants.made(layer));
            }
        }
        return constants;
    }

    /** For each feature the number that it is, if it is one. */
    List<Optional<Constant>> of(Value value) {
        return known.get(value.id());
    }

    private void vary(Value value) {
        known.put(value.id(), Collections.nCopies(value.channels().size(), Optional.empty()));
    }

    private List<Optional<Constant>> made(Layer layer) throws IOException {
        List<Optional<Constant>> input = of(layer.inputs().get(0));
        if (layer instanceof Layer.WithKernel one && one.isMixing()) {
            Mixing mixing = Mixing.of(one, tensors);
            return IntStream.range(0, mixing.out()).mapToObj(out -> sum(mixing, out, input)).toList();
        }
        if (layer instanceof Layer.Convolution convolution) {
            return depthwise(convolution, input);
        }
        if (layer instanceof Layer.Bias bias) {
            BigFraction[] numbers = numbers(bias.bias(), input.size());
            return each(input, i -> input.get(i).map(constant -> constant.plus(Constant.exactly(numbers[i]))));
        }
        if (layer instanceof Layer.Scale scale) {
            BigFraction[] numbers = numbers(scale.factors(), input.size());
            return each(input, i -> numbers[i].signum() == 0 ? Optional.of(Constant.ZERO)
                    : input.get(i).map(constant -> constant.times(numbers[i])));
        }
        if (layer instanceof Layer.BatchNormalisation batch) {
            return normalised(batch, input);
        }
        if (layer instanceof Layer.Concatenation concatenation) {
            return concatenation.inputs().stream().flatMap(value -> of(value).stream()).toList();
        }
        return layer instanceof Layer.OfTwo two ? ofTwo(two) : withoutWeights(layer, input);
    }

    private List<Optional<Constant>> withoutWeights(Layer layer, List<Optional<Constant>> input) {
        if (layer instanceof Layer.Pointwise pointwise) {
            return each(input, i -> input.get(i).flatMap(constant -> constant.under(pointwise.function())));
        }
        if (layer instanceof Layer.EachChannel channel) {
            return each(input, i -> input.get(i).filter(constant -> keeps(channel, constant)));
        }
        if (layer instanceof Layer.Flatten flatten) {
            return flattened(flatten, input);
        }
        boolean alone = layer instanceof Layer.Softmax && input.size() == 1;
        return Collections.nCopies(input.size(), alone ? Optional.of(Constant.exactly(BigFraction.ONE)) : Optional.empty());
    }

    private static boolean keeps(Layer.EachChannel layer, Constant constant) {
        if (layer.places().isEmpty()) {
            return layer.zeroToZero() && constant.isZero();
        }
        PlaceFunction places = layer.places().get();
        return places.keeps(constant.low()) && places.keeps(constant.high());
    }

    private static List<Optional<Constant>> flattened(Layer.Flatten layer, List<Optional<Constant>> input) {
        Channels output = layer.output().channels();
        if (output.equals(layer.input().channels())) {
            return input;
        }
        if (output instanceof Channels.Flattened flattened && flattened.channels().equals(layer.input().channels())) {
            Channels.Own own = new Channels.Own(0, input.size());
            return Unit.of(new Channels.Flattened(own, flattened.times(), flattened.channelsFirst())).stream()
                   .map(unit -> input.get(unit.index())).toList();
        }
        return Collections.nCopies(output.size(), Optional.empty());
    }

    private List<Optional<Constant>> ofTwo(Layer.OfTwo layer) {
        List<Optional<Constant>> first = of(layer.first());
        List<Optional<Constant>> second = of(layer.second());
        if (first.size() != second.size() || first.size() != layer.output().channels().size()) {
            return Collections.nCopies(layer.output().channels().size(), Optional.empty());
        }
        return each(first, i -> ofTwo(layer, first.get(i), second.get(i)));
    }

    private static Optional<Constant> ofTwo(Layer.OfTwo layer, Optional<Constant> first, Optional<Constant> second) {
        if (layer instanceof Layer.Product && (isZero(first) || isZero(second))) {
            return Optional.of(Constant.ZERO);
        }
        return first.flatMap(a -> second.map(b -> layer instanceof Layer.Product ? a.times(b)
                : a.plus(layer instanceof Layer.Difference ? b.times(BigFraction.MINUS_ONE) : b)));
    }

    private static boolean isZero(Optional<Constant> constant) {
        return constant.filter(Constant::isZero).isPresent();
    }

    private List<Optional<Constant>> normalised(Layer.BatchNormalisation layer, List<Optional<Constant>> input)
            throws IOException {
        BigFraction[] means = numbers(layer.mean(), input.size());
        BigFraction[] variances = numbers(layer.variance(), input.size());
        return each(input, i -> input.get(i).flatMap(constant -> {
            Constant centred = constant.plus(Constant.exactly(means[i].negate()));
            BigFraction square = variances[i].add(layer.epsilon());
            if (square.signum() <= 0) {
                return Optional.empty();
            }
            return Optional.of(ExactNumber.squareRoot(square).map(root -> centred.times(root.reciprocal()))
                    .orElseGet(() -> centred.overRootOf(square)));
        }));
    }

    private List<Optional<Constant>> depthwise(Layer.Convolution layer, List<Optional<Constant>> input) throws IOException {
        Mixing mixing = Mixing.of(layer, tensors);
        return each(input, i -> mixing.isZero(i, 0) ? Optional.of(Constant.ZERO)
                : input.get(i).filter(constant -> constant.isZero() || mixing.keepsConstants())
                        .map(constant -> constant.times(mixing.sum(i, 0))));
    }

    private static Optional<Constant> sum(Mixing mixing, int out, List<Optional<Constant>> input) {
        Constant sum = Constant.ZERO;
        for (int in = 0; in < input.size(); in++) {
            if (!mixing.isZero(out, in)) {
                Optional<Constant> constant = input.get(in).filter(each -> each.isZero() || mixing.keepsConstants());
                if (constant.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.plus(constant.get().times(mixing.sum(out, in)));
            }
        }
        return Optional.of(sum);
    }

    private static List<Optional<Constant>> each(List<Optional<Constant>> input, IntFunction<Optional<Constant>> made) {
        return IntStream.range(0, input.size()).mapToObj(made).toList();
    }

    /** A number for each channel; there may be one for all of them. */
    private BigFraction[] numbers(Weights weights, int channels) throws IOException {
        long[] codes = tensors.codes(weights);
        return IntStream.range(0, channels).mapToObj(i -> Code.number(codes[codes.length == 1 ? 0 : i]))
                .toArray(BigFraction[]::new);
    }
}
