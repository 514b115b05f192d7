package org.stillpoint.lint.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.tensor.Shape;

/** The shapes of what layers make of values of given shapes. */
final class Shapes {

    private Shapes() {
    }

    /**
     * Whether the shapes of what a layer makes follow from those of what it takes: not of what is not understood, nor of what is
     * known in words only.
     */
    static boolean follow(Layer layer) {
        return !(layer instanceof Layer.Opaque)
                && !(layer instanceof Layer.EachChannel each && each.places().isEmpty());
    }

    /**
     * The shape of the one output of a layer that is understood.
     *
     * @param known of each input, by its id
     * @throws DomainException if it does not take such inputs
     */
    static Shape of(Layer layer, Map<Integer, Shape> known) {
        List<Layout> inputs = layer.inputs().stream().map(value -> Layout.of(known.get(value.id()), value)).toList();
        Value output = layer.outputs().get(0);
        Shape shape;
        try {
            shape = of(layer, inputs, output.channels().size());
        } catch (DomainException e) {
            throw new DomainException("layer " + layer.name() + ": " + e.getMessage());
        }
        return Layout.of(shape, output).shape();
    }

    private static Shape of(Layer layer, List<Layout> inputs, int channels) {
        Layout input = inputs.get(0);
        if (layer instanceof Layer.Dense) {
            if (input.axis() != input.shape().axes() - 1) {
                throw new DomainException("channels along axis " + input.axis() + " of the shape " + input.shape()
                        + ", expected them along the last one");
            }
            return input.withChannels(channels);
        }
        if (layer instanceof Layer.Convolution convolution) {
            Window window = new Window(Kernel.of(convolution).entries(), convolution.sliding());
            return input.withPlaces(window.fits(input.placeShape())).withSize(input.axis(), channels);
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            Window window = new Window(Kernel.of(transposed).entries(), transposed.sliding());
            return input.withPlaces(window.reached(input.placeShape(), transposed.added())).withSize(input.axis(), channels);
        }
        if (layer instanceof Layer.Flatten) {
            return Shape.of(input.samples(), input.channels() * input.places());
        }
        if (layer instanceof Layer.EachChannel each) {
            return places(each.places().orElseThrow(), input);
        }
        if (layer instanceof Layer.Concatenation) {
            return concatenation(inputs);
        }
        return inputs.size() == 1 ? input.shape() : Broadcast.of(input.shape(), inputs.get(1).shape()).shape();
    }

    private static Shape places(PlaceFunction function, Layout input) {
        if (function instanceof PlaceFunction.MaxPooling pooling) {
            return input.withPlaces(Window.of(pooling.window(), pooling.sliding()).fits(input.placeShape()));
        }
        if (function instanceof PlaceFunction.MeanPooling pooling) {
            return input.withPlaces(Window.of(pooling.window(), pooling.sliding()).fits(input.placeShape()));
        }
        if (function instanceof PlaceFunction.OverAll all) {
            return all.keepsAxes() ? input.withPlaces(Collections.nCopies(input.placeShape().axes(), 1))
                    : Shape.of(input.samples(), input.channels());
        }
        if (function instanceof PlaceFunction.Padding padding) {
            return input.withPlaces(changed(input.placeShape(), padding.before().size(), (size, axis) ->
                    size + padding.before().get(axis) + padding.after().get(axis)));
        }
        if (function instanceof PlaceFunction.Repeating repeating) {
            return input.withPlaces(changed(input.placeShape(), repeating.times().size(), (size, axis) ->
                    size * repeating.times().get(axis)));
        }
        List<Integer> order = ((PlaceFunction.Moved) function).order();
        if (!order.stream().sorted().toList().equals(IntStream.range(0, input.shape().axes()).boxed().toList())) {
            throw new DomainException("the axes " + order + " of the shape " + input.shape() + ", expected each axis once");
        }
        return new Shape(order.stream().map(input.shape()::size).toList());
    }

    private interface Size {

        int of(int size, int axis);
    }

    private static List<Integer> changed(Shape places, int axes, Size size) {
        if (places.axes() != axes) {
            throw new DomainException(places + " places, expected " + axes + " axes of them");
        }
        return IntStream.range(0, axes).mapToObj(axis -> size.of(places.size(axis), axis)).toList();
    }

    private static Shape concatenation(List<Layout> inputs) {
        List<Integer> sizes = new ArrayList<>(inputs.get(0).shape().sizes());
        int axis = inputs.get(0).axis();
        int channels = inputs.stream().mapToInt(Layout::channels).sum();
        sizes.set(axis, channels);
        Shape shape = new Shape(sizes);
        for (Layout input : inputs) {
            if (input.axis() != axis || !input.shape().withSize(axis, channels).equals(shape)) {
                throw new DomainException("the shapes " + inputs.stream().map(Layout::shape).toList()
                        + ", expected shapes that differ in the size of axis " + axis + " only");
            }
        }
        return shape;
    }
}
