package org.stillpoint.graph.operation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Dual;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** A tensor of dual numbers: entries, and beside each how it changes in one direction. */
record Grid(Shape shape, List<Dual> entries) {

    static final Dual ZERO = Dual.constant(BigFraction.ZERO);

    static Grid of(Tensor values, Tensor direction) {
        return new Grid(values.shape(), IntStream.range(0, values.shape().entries())
                .mapToObj(place -> new Dual(values.entry(place), direction.entry(place))).toList());
    }

    static Grid byIndex(Shape shape, Function<int[], Dual> entry) {
        return new Grid(shape, indices(shape).map(entry).toList());
    }

    static Grid number(Dual number) {
        return new Grid(Shape.NUMBER, List.of(number));
    }

    /** All indices of a shape, in row-major order. */
    static Stream<int[]> indices(Shape shape) {
        Stream<int[]> indices = Stream.of(new int[0]);
        for (int size : shape.sizes()) {
            indices = indices.flatMap(index -> IntStream.range(0, size).mapToObj(i ->
                    IntStream.concat(IntStream.of(index), IntStream.of(i)).toArray()));
        }
        return indices;
    }

    Dual get(int... index) {
        int place = 0;
        for (int axis = 0; axis < index.length; axis++) {
            place = place * shape.sizes().get(axis) + index[axis];
        }
        return entries.get(place);
    }

    Grid map(Function<Dual, Dual> function) {
        return new Grid(shape, entries.stream().map(function).toList());
    }

    Tensor values() {
        return new Tensor(shape, entries.stream().map(Dual::value).toList());
    }

    Tensor slopes() {
        return new Tensor(shape, entries.stream().map(Dual::slope).toList());
    }

    static Dual sum(Stream<Dual> terms) {
        return terms.reduce(ZERO, Dual::plus);
    }
}
