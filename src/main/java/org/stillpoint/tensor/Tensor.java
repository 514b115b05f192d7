package org.stillpoint.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;

/**
 * Exact rationals in a rectangular order. A number may be seen as a tensor without axes.
 *
 * @param entries in row-major order, as many as the shape has
 */
public record Tensor(Shape shape, List<BigFraction> entries) implements Content {

    /** @throws DomainException if there are more or fewer entries, or one is a number of a subclass of BigFraction */
    public Tensor {
        entries = List.copyOf(entries);
        if (entries.size() != shape.entries()) {
            throw new DomainException(entries.size() + " entries in a tensor of the shape " + shape + ", expected "
                    + shape.entries());
        }
        entries.forEach(ExactNumber::requirePlain);
    }

    public static Tensor of(Shape shape, BigFraction... entries) {
        return new Tensor(shape, List.of(entries));
    }

    /** A tensor of integers. */
    public static Tensor of(Shape shape, int... entries) {
        return new Tensor(shape, IntStream.of(entries).mapToObj(BigFraction::new).toList());
    }

    /**
     * What a slot holds, as a tensor: a number becomes one without axes.
     *
     * @throws DomainException if it is neither a number nor a tensor
     */
    public static Tensor ofValue(Object value) {
        if (value instanceof Tensor tensor) {
            return tensor;
        }
        if (value instanceof BigFraction number) {
            return of(Shape.NUMBER, number);
        }
        throw new DomainException("a value of " + value.getClass() + ", expected a number or a tensor");
    }

    public static Tensor zeros(Shape shape) {
        return filled(shape, BigFraction.ZERO);
    }

    public static Tensor filled(Shape shape, BigFraction value) {
        return new Tensor(shape, Collections.nCopies(shape.entries(), value));
    }

    /** A tensor whose entries are given by their places in row-major order. */
    public static Tensor at(Shape shape, IntFunction<BigFraction> entry) {
        return new Tensor(shape, IntStream.range(0, shape.entries()).mapToObj(entry).toList());
    }

    /** A tensor whose entries are given by their indices. */
    public static Tensor byIndex(Shape shape, Function<int[], BigFraction> entry) {
        return at(shape, place -> entry.apply(shape.index(place)));
    }

    /** What a slot holds of it: the number, if there are no axes, so that equal values are equal objects. */
    public Object value() {
        return shape.axes() == 0 ? number() : this;
    }

    /** @throws DomainException if it has axes */
    public BigFraction number() {
        if (shape.axes() != 0) {
            throw new DomainException("a tensor of the shape " + shape + ", expected a number");
        }
        return entry(0);
    }

    /** The entry at a place in row-major order. */
    public BigFraction entry(int place) {
        return entries.get(place);
    }

    public BigFraction get(int... index) {
        return entries.get(shape.place(index));
    }

    @Override
    public boolean isZero() {
        return entries.stream().allMatch(entry -> entry.signum() == 0);
    }

    public Tensor map(UnaryOperator<BigFraction> function) {
        return new Tensor(shape, entries.stream().map(function).toList());
    }

    /** Entry by entry with a tensor of the same shape. */
    public Tensor zip(Tensor other, BinaryOperator<BigFraction> function) {
        if (!shape.equals(other.shape)) {
            throw new DomainException("tensors of the shapes " + shape + " and " + other.shape + ", expected equal shapes");
        }
        return at(shape, place -> function.apply(entry(place), other.entry(place)));
    }

    public Tensor plus(Tensor other) {
        return zip(other, BigFraction::add);
    }

    public Tensor minus(Tensor other) {
        return zip(other, BigFraction::subtract);
    }

    public Tensor times(BigFraction number) {
        return map(number::multiply);
    }

    public BigFraction sum() {
        return entries.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** The sum of the products of entries at the same places. */
    public BigFraction innerProduct(Tensor other) {
        return zip(other, BigFraction::multiply).sum();
    }

    /** The product of two matrices, (n x k) and (k x m). */
    public Tensor matrixProduct(Tensor other) {
        if (shape.axes() != 2 || other.shape.axes() != 2 || shape.size(1) != other.shape.size(0)) {
            throw new DomainException("a matrix product of the shapes " + shape + " and " + other.shape
                    + ", expected nxk and kxm");
        }
        return byIndex(Shape.of(shape.size(0), other.shape.size(1)), at -> IntStream.range(0, shape.size(1))
                .mapToObj(k -> get(at[0], k).multiply(other.get(k, at[1])))
                .reduce(BigFraction.ZERO, BigFraction::add));
    }

    /** The same entries in the same order. */
    public Tensor reshape(Shape other) {
        return new Tensor(other, entries);
    }

    /** A matrix with rows and columns exchanged. */
    public Tensor transpose() {
        return permute(List.of(1, 0));
    }

    /**
     * The axes in another order.
     *
     * @param order which axis of this one each axis of the result is
     */
    public Tensor permute(List<Integer> order) {
        if (!order.stream().sorted().toList().equals(IntStream.range(0, shape.axes()).boxed().toList())) {
            throw new DomainException("the axes " + order + " of the shape " + shape + ", expected each axis once");
        }
        return byIndex(new Shape(order.stream().map(shape::size).toList()), at -> {
            int[] index = new int[at.length];
            for (int axis = 0; axis < at.length; axis++) {
                index[order.get(axis)] = at[axis];
            }
            return get(index);
        });
    }

    /** This one and another behind it, along an axis; all other axes have the same sizes. */
    public Tensor concatenate(Tensor other, int axis) {
        int size = shape.size(axis);
        if (other.shape.axes() != shape.axes() || !other.shape.withSize(axis, size).equals(shape)) {
            throw new DomainException("tensors of the shapes " + shape + " and " + other.shape
                    + ", expected shapes that differ in the size of axis " + axis + " only");
        }
        return byIndex(shape.withSize(axis, size + other.shape.size(axis)), at ->
                at[axis] < size ? get(at) : other.get(moved(at, axis, -size)));
    }

    /** The part with indices along an axis from one on, up to and without another. */
    public Tensor slice(int axis, int from, int to) {
        if (from < 0 || from >= to || to > shape.size(axis)) {
            throw new DomainException("a slice from " + from + " to below " + to + " along axis " + axis + " of the shape "
                    + shape + ", expected a part of it that is not empty");
        }
        return byIndex(shape.withSize(axis, to - from), at -> get(moved(at, axis, from)));
    }

    /** The sum along an axis, which is gone then. */
    public Tensor sumOver(int axis) {
        Shape result = shape.part(0, shape.requireAxis(axis)).followedBy(shape.part(axis + 1, shape.axes()));
        BigFraction[] sums = new BigFraction[result.entries()];
        for (int place = 0; place < entries.size(); place++) {
            int at = result.place(without(shape.index(place), axis));
            sums[at] = sums[at] == null ? entry(place) : sums[at].add(entry(place));
        }
        return of(result, sums);
    }

    private static int[] moved(int[] index, int axis, int by) {
        int[] moved = index.clone();
        moved[axis] += by;
        return moved;
    }

    private static int[] without(int[] index, int axis) {
        return IntStream.range(0, index.length).filter(i -> i != axis).map(i -> index[i]).toArray();
    }

    /** Brackets for each axis: {@code [[1, 2], [1/2, 0]]}; a number without axes is itself. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(entries.stream().map(ExactNumber::write).toList());
        for (int axis = shape.axes() - 1; axis >= 0; axis--) {
            int size = shape.size(axis);
            List<String> inner = parts;
            parts = Stream.iterate(0, i -> i < inner.size(), i -> i + size)
                    .map(i -> "[" + String.join(", ", inner.subList(i, i + size)) + "]").toList();
        }
        return parts.get(0);
    }
}
