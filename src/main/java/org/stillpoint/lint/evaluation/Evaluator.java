package org.stillpoint.lint.evaluation;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * Computes a network as it is used after training, over the rationals: batch normalisation takes the statistics that are stored.
 * Where the network itself has no rational values, or is not understood, {@link Closeness} says what is computed.
 */
public final class Evaluator {

    private final Arrangement arrangement;
    private final Limits.Meter meter;
    private final int bits;
    private final Drawing drawing;
    private final Products products;
    private final Map<Integer, Computed> computed = new HashMap<>();

    private Evaluator(Arrangement arrangement, Limits limits, Drawing drawing) {
        this.arrangement = arrangement;
        this.meter = new Limits.Meter(limits);
        this.bits = limits.bits();
        this.drawing = drawing;
        this.products = new Products(meter);
    }

    /**
     * The values of a network for these inputs.
     *
     * @param inputs in the order of the network's, samples along the first axis of each
     * @throws DomainException if they do not fit, a weight is not finite, or it is more than the limits allow
     * @throws IOException if the weights cannot be read
     */
    public static Evaluation evaluate(Network network, List<Tensor> inputs, Limits limits) throws IOException {
        if (inputs.size() != network.inputs().size()) {
            throw new DomainException(inputs.size() + " inputs, expected " + network.inputs().size());
        }
        return evaluate(network, Arrangement.of(network, inputs.stream().map(Tensor::shape).toList()), inputs, limits,
                Drawing.BY_INPUTS);
    }

    /**
     * The same in shapes that are known to fit.
     *
     * @param inputs of the shapes that they have there
     */
    public static Evaluation evaluate(Network network, Arrangement arrangement, List<Tensor> inputs, Limits limits,
                                      Drawing drawing) throws IOException {
        Evaluator evaluator = new Evaluator(arrangement, limits, drawing);
        for (int i = 0; i < inputs.size(); i++) {
            evaluator.computed.put(network.inputs().get(i).id(), new Computed(inputs.get(i), Closeness.EXACT));
        }
        for (Layer layer : network.layers()) {
            evaluator.add(layer);
        }
        return new Evaluation(evaluator.computed);
    }

    private void add(Layer layer) throws IOException {
        try {
            Closeness before = layer.inputs().stream().map(value -> computed.get(value.id()).closeness())
                    .reduce(Closeness.EXACT, Closeness::and);
            for (int i = 0; i < layer.outputs().size(); i++) {
                Value output = layer.outputs().get(i);
                Computed made = Shapes.follow(layer) ? of(layer, arrangement.of(output))
                        : drawn(layer, i, arrangement.of(output));
                Computed shortened = made.shortened(bits);
                computed.put(output.id(), new Computed(shortened.tensor(), shortened.closeness().and(before)));
            }
        } catch (DomainException e) {
            throw new DomainException("layer " + layer.name() + ": " + e.getMessage());
        }
    }

    private Tensor tensor(Value value) {
        return computed.get(value.id()).tensor();
    }

    private Computed drawn(Layer layer, int output, Shape shape) {
        List<Tensor> inputs = layer.inputs().stream().map(this::tensor).toList();
        Tensor tensor = layer instanceof Layer.EachChannel each ? Drawn.channels(each, inputs.get(0), shape, drawing)
                : Drawn.output(layer, output, inputs, shape, drawing);
        return new Computed(tensor, Closeness.DRAWN);
    }

    private Computed of(Layer layer, Shape shape) throws IOException {
        if (layer instanceof Layer.BatchNormalisation batch) {
            return Normalisations.batch(batch, tensor(batch.input()), meter);
        }
        if (layer instanceof Layer.LayerNormalisation normalisation) {
            return Normalisations.layer(normalisation, tensor(normalisation.input()));
        }
        if (layer instanceof Layer.Softmax softmax) {
            return Normalisations.softmax(softmax, tensor(softmax.input()));
        }
        if (layer instanceof Layer.Pointwise pointwise) {
            Tensor x = tensor(pointwise.input());
            return new Computed(x.map(entry -> Functions.value(pointwise.function(), entry)),
                    Functions.closeness(pointwise.function()));
        }
        return new Computed(exact(layer, shape), Closeness.EXACT);
    }

    private Tensor exact(Layer layer, Shape shape) throws IOException {
        if (layer instanceof Layer.Dense dense) {
            return products.dense(dense, tensor(dense.input()), shape);
        }
        if (layer instanceof Layer.Convolution convolution) {
            return products.convolution(convolution, tensor(convolution.input()), shape);
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            return products.transposed(transposed, tensor(transposed.input()), shape);
        }
        if (layer instanceof Layer.Bias bias) {
            return byChannel(bias.input(), bias.bias(), BigFraction::add);
        }
        if (layer instanceof Layer.Scale scale) {
            return byChannel(scale.input(), scale.factors(), BigFraction::multiply);
        }
        if (layer instanceof Layer.EachChannel each) {
            return Places.of(each, tensor(each.input()), shape);
        }
        if (layer instanceof Layer.Flatten flatten) {
            return Flattening.of(flatten, tensor(flatten.input()), shape);
        }
        if (layer instanceof Layer.Concatenation concatenation) {
            int axis = Layout.of(shape, concatenation.output()).axis();
            return concatenation.inputs().stream().map(this::tensor).reduce((a, b) -> a.concatenate(b, axis)).orElseThrow();
        }
        return ofTwo((Layer.OfTwo) layer);
    }

    private Tensor byChannel(Value input, Weights weights, BinaryOperator<BigFraction> function) throws IOException {
        Tensor x = tensor(input);
        Layout layout = Layout.of(x.shape(), input);
        BigFraction[] numbers = ChannelNumbers.of(weights, layout.channels(), meter);
        BigFraction[] entries = new BigFraction[x.shape().entries()];
        for (int channel = 0; channel < numbers.length; channel++) {
            for (int at : layout.channel(channel)) {
                entries[at] = function.apply(x.entry(at), numbers[channel]);
            }
        }
        return Tensor.of(x.shape(), entries);
    }

    private Tensor ofTwo(Layer.OfTwo layer) {
        Tensor first = tensor(layer.first());
        Tensor second = tensor(layer.second());
        Broadcast both = Broadcast.of(first.shape(), second.shape());
        BinaryOperator<BigFraction> function = layer instanceof Layer.Sum ? BigFraction::add
                : layer instanceof Layer.Difference ? BigFraction::subtract : BigFraction::multiply;
        return Tensor.byIndex(both.shape(), index ->
                function.apply(first.entry(both.placeInFirst(index)), second.entry(both.placeInSecond(index))));
    }
}
