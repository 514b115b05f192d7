package org.stillpoint.lint.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.tensor.Shape;

/** Where the entries of a value stand: samples along the first axis, channels along another, places along all others. */
final class Layout {

    private final Shape shape;
    private final int axis;
    private final List<Integer> placeAxes;
    private final int[] strides;
    private final int[] places;

    private Layout(Shape shape, int axis) {
        this.shape = shape;
        this.axis = axis;
        this.placeAxes = IntStream.range(1, shape.axes()).filter(i -> i != axis).boxed().toList();
        this.strides = new int[shape.axes()];
        int stride = 1;
        for (int i = shape.axes() - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.size(i);
        }
        Shape of = placeShape();
        this.places = new int[of.entries()];
        for (int place = 0; place < places.length; place++) {
            int[] index = of.index(place);
            for (int i = 0; i < index.length; i++) {
                places[place] += index[i] * strides[placeAxes.get(i)];
            }
        }
    }

    /** @throws DomainException if its channels are along no axis of it behind the first, or there are more or fewer */
    static Layout of(Shape shape, Value value) {
        int axis = value.axis() < 0 ? shape.axes() + value.axis() : value.axis();
        if (axis < 1 || axis >= shape.axes() || shape.size(axis) != value.channels().size()) {
            throw new DomainException("\"" + value.name() + "\" of the shape " + shape + ", expected "
                    + value.channels().size() + " channels along axis " + value.axis() + " and samples before them");
        }
        return new Layout(shape, axis);
    }

    Shape shape() {
        return shape;
    }

    /** That of the channels, from 0. */
    int axis() {
        return axis;
    }

    int samples() {
        return shape.size(0);
    }

    int channels() {
        return shape.size(axis);
    }

    /** The sizes of all axes but the first and that of the channels. */
    Shape placeShape() {
        return new Shape(placeAxes.stream().map(shape::size).toList());
    }

    int places() {
        return places.length;
    }

    /** Where an entry stands in row-major order. */
    int at(int sample, int channel, int place) {
        return sample * strides[0] + channel * strides[axis] + places[place];
    }

    /** How far a place stands from the first one of its channel. */
    int offset(int place) {
        return places[place];
    }

    /** The same with other sizes of places. */
    Shape withPlaces(List<Integer> sizes) {
        if (sizes.size() != placeAxes.size()) {
            throw new DomainException(sizes.size() + " axes of places in place of those of the shape " + shape + ", expected "
                    + placeAxes.size());
        }
        List<Integer> all = new ArrayList<>(shape.sizes());
        IntStream.range(0, sizes.size()).forEach(i -> all.set(placeAxes.get(i), sizes.get(i)));
        return new Shape(all);
    }

    /** The same with another number of channels. */
    Shape withChannels(int count) {
        return shape.withSize(axis, count);
    }

    /** The entries of a channel, samples first. */
    int[] channel(int channel) {
        return IntStream.range(0, samples()).flatMap(sample ->
                IntStream.range(0, places.length).map(place -> at(sample, channel, place))).toArray();
    }
}
