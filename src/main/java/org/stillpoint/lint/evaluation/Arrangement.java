package org.stillpoint.lint.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.tensor.Shape;

/**
 * A shape for each value of a network, so that every layer takes what it gets. A network says only where its channels are: other
 * sizes are looked for, also those of what comes out of layers that are not understood.
 */
public final class Arrangement {

    private static final int SAMPLES = 2;
    private static final int MOST_AXES = 5;
    private static final int MOST_ATTEMPTS = 200_000;

    /** Places along each axis: first those of windows that are usual, with some room around. */
    private static final List<Integer> PLACES = List.of(5, 6, 7, 8, 9, 10, 12, 14, 16, 4, 3, 2, 1, 20, 24, 28, 32, 40, 48, 64);
    private static final List<Integer> DRAWN_PLACES = List.of(1, 2, 3, 4, 5, 6, 7, 8);

    private final Map<Integer, Shape> shapes;

    private Arrangement(Map<Integer, Shape> shapes) {
        this.shapes = Map.copyOf(shapes);
    }

    /** @throws DomainException if none was found for inputs of these shapes */
    public static Arrangement of(Network network, List<Shape> inputs) {
        return new Search(network, inputs).found();
    }

    /** @throws DomainException if none was found, whatever sizes were tried */
    public static Arrangement of(Network network) {
        return new Search(network, List.of()).found();
    }

    public Shape of(Value value) {
        return shapes.get(value.id());
    }

    private static final class Search {

        private final Network network;
        private final Map<Integer, Shape> known = new HashMap<>();
        private final List<Shape> given;
        private int attempts;
        private Optional<DomainException> last = Optional.empty();

        Search(Network network, List<Shape> given) {
            this.network = network;
            this.given = given;
        }

        Arrangement found() {
            if (!input(0)) {
                throw new DomainException("no sizes found that every layer takes"
                        + last.map(e -> " (" + e.getMessage() + ")").orElse("") + ", expected that there are some");
            }
            return new Arrangement(known);
        }

        /** Whether there are shapes for this input and all that follows. */
        private boolean input(int index) {
            if (index == network.inputs().size()) {
                return layer(0);
            }
            Value value = network.inputs().get(index);
            List<Shape> candidates = given.isEmpty() ? uniform(value, PLACES).toList() : List.of(given.get(index));
            return tried(value, candidates.stream(), () -> input(index + 1));
        }

        private boolean layer(int from) {
            int index = from;
            for (; index < network.layers().size() && Shapes.follow(network.layers().get(index)); index++) {
                Layer layer = network.layers().get(index);
                try {
                    known.put(layer.outputs().get(0).id(), Shapes.of(layer, known));
                } catch (DomainException e) {
                    last = Optional.of(e);
                    return false;
                }
                attempts++;
            }
            return index == network.layers().size() || output(index, 0);
        }

        private boolean output(int index, int output) {
            Layer layer = network.layers().get(index);
            if (output == layer.outputs().size()) {
                return layer(index + 1);
            }
            Value value = layer.outputs().get(output);
            Stream<Shape> alike = layer.inputs().stream().flatMap(input ->
                    alike(value, Layout.of(known.get(input.id()), input)));
            return tried(value, Stream.concat(alike, uniform(value, DRAWN_PLACES)), () -> output(index, output + 1));
        }

        private interface Rest {

            boolean fits();
        }

        private boolean tried(Value value, Stream<Shape> candidates, Rest rest) {
            Set<Shape> different = new LinkedHashSet<>(candidates.toList());
            for (Shape shape : different) {
                if (attempts++ > MOST_ATTEMPTS) {
                    return false;
                }
                known.put(value.id(), shape);
                if (fits(value, shape) && rest.fits()) {
                    return true;
                }
            }
            return false;
        }

        private boolean fits(Value value, Shape shape) {
            try {
                return Layout.of(shape, value).samples() > 0;
            } catch (DomainException e) {
                last = Optional.of(e);
                return false;
            }
        }
    }

    /** Shapes with as many places as an input has, about half or twice as many, or those of all axes of places but one. */
    private static Stream<Shape> alike(Value value, Layout input) {
        List<Integer> places = input.placeShape().sizes();
        Stream<List<Integer>> fewer = IntStream.range(0, places.size()).mapToObj(without -> IntStream.range(0, places.size())
                .filter(axis -> axis != without).mapToObj(places::get).toList());
        return Stream.concat(Stream.of(places, places.stream().map(size -> (size + 1) / 2).toList(),
                        places.stream().map(size -> size * 2).toList(), Collections.nCopies(places.size(), 1)), fewer)
                .flatMap(sizes -> with(value, input.samples(), sizes).stream());
    }

    /** These places and the channels of a value on their axis; empty if there is no such axis. */
    private static Optional<Shape> with(Value value, int samples, List<Integer> places) {
        int axis = axis(value, places.size() + 2);
        if (axis < 1 || axis >= places.size() + 2) {
            return Optional.empty();
        }
        List<Integer> sizes = new ArrayList<>(places);
        sizes.add(0, samples);
        sizes.add(axis, value.channels().size());
        return Optional.of(new Shape(sizes));
    }

    /** Shapes with equally many places along each axis. */
    private static Stream<Shape> uniform(Value value, List<Integer> places) {
        return IntStream.rangeClosed(2, MOST_AXES).boxed()
                .filter(axes -> axis(value, axes) >= 1 && axis(value, axes) < axes)
                .flatMap(axes -> places.stream().map(size -> new Shape(Collections.nCopies(axes, size)).withSize(0, SAMPLES)
                        .withSize(axis(value, axes), value.channels().size())));
    }

    private static int axis(Value value, int axes) {
        return value.axis() < 0 ? axes + value.axis() : value.axis();
    }
}
