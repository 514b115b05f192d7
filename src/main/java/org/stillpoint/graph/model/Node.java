package org.stillpoint.graph.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.graph.operation.Arithmetic;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.tensor.Shape;

/**
 * A value of a forward computation. What is made of it becomes a node of its graph. Axes count from 0. Shapes that an operation
 * does not take end with a {@link DomainException}, as do nodes of another graph.
 */
public final class Node {

    private final Graph graph;
    private final Source source;
    private final Optional<Shape> shape;
    private String name;

    Node(Graph graph, String name, Source source, Optional<Shape> shape) {
        this.graph = graph;
        this.name = name;
        this.source = source;
        this.shape = shape;
    }

    Graph graph() {
        return graph;
    }

    public Source source() {
        return source;
    }

    /** @throws DomainException if it was left open */
    public Shape shape() {
        return shape.orElseThrow(() -> new DomainException("the shape of \"" + name
                + "\", which was left open, expected a node whose shape is known"));
    }

    /** Empty if it was left open. */
    public Optional<Shape> knownShape() {
        return shape;
    }

    /** Only one node of a graph has it. */
    public String name() {
        return name;
    }

    /**
     * This node, under a name that is easier to find.
     *
     * @throws DomainException if another node has the name
     */
    public Node named(String other) {
        graph.rename(this, other);
        name = other;
        return this;
    }

    /** What any operation makes of it. */
    public Node apply(Differentiable operation) {
        return graph.apply(operation, this);
    }

    private Node apply(Differentiable operation, Node other) {
        return graph.apply(operation, this, other);
    }

    /** On two numbers, that of numbers. */
    private Arithmetic arithmetic(Node other) {
        return shape.equals(other.shape) ? arithmetic() : Arithmetic.TENSORS;
    }

    /** Of what has an open shape, that of tensors. */
    private Arithmetic arithmetic() {
        return shape.map(Arithmetic::of).orElse(Arithmetic.TENSORS);
    }

    /** {@code x + y}, of equal shapes. */
    public Node plus(Node other) {
        return apply(arithmetic(other).sum(), other);
    }

    /** {@code x - y}, of equal shapes. */
    public Node minus(Node other) {
        return apply(arithmetic(other).difference(), other);
    }

    /** {@code 1 - x}, entry by entry. */
    public Node complement() {
        return apply(Forward.complement());
    }

    /**
     * {@code x y}: the product of matrices, n x k and k x m, or of as many pairs of them as equal axes before the last two have
     * places; of a number with anything.
     */
    public Node times(Node other) {
        if (other.shape().axes() == 0) {
            return shape().axes() == 0 ? entrywise(other) : apply(Forward.scaling(), other);
        }
        return shape().axes() == 0 ? other.apply(Forward.scaling(), this) : apply(Forward.matrixProduct(), other);
    }

    /** {@code x y^T}, matrices n x k and m x k. */
    public Node timesTransposed(Node other) {
        return apply(Forward.matrixProduct(false, true), other);
    }

    /** {@code x^T y}, matrices k x n and k x m. */
    public Node transposedTimes(Node other) {
        return apply(Forward.matrixProduct(true, false), other);
    }

    /** The product entry by entry, of equal shapes. */
    public Node entrywise(Node other) {
        return apply(arithmetic(other).product(), other);
    }

    /** The product entry by entry with a mask of the same shape, such as dropout has, which gets no error. */
    public Node masked(Node mask) {
        return apply(Forward.masked(), mask);
    }

    /** {@code c x}. */
    public Node times(BigFraction factor) {
        return apply(arithmetic().multiple(factor));
    }

    /** A number: the sum of the products of entries at the same places, of equal shapes. */
    public Node innerProduct(Node other) {
        return apply(Forward.innerProduct(), other);
    }

    /** The sum with a vector that has an entry for each index along an axis, such as a bias for each channel. */
    public Node plusAlong(int axis, Node vector) {
        return plus(vector.spreadLike(this, axis));
    }

    /** The product with a vector that has an entry for each index along an axis, such as a scale for each channel. */
    public Node timesAlong(int axis, Node vector) {
        return entrywise(vector.spreadLike(this, axis));
    }

    /** Copies along every axis of another node but one; of a node with one axis only, this vector itself. */
    private Node spreadLike(Node other, int axis) {
        other.shape().requireAxis(axis);
        int[] others = IntStream.range(0, other.shape().axes()).filter(i -> i != axis).toArray();
        return others.length == 0 ? this : spread(other.shape(), others);
    }

    /** Copies along new axes. */
    public Node spread(Shape result, int... axes) {
        return apply(Forward.spread(result, list(axes)));
    }

    /** The sum along axes, ascending, which are gone then. */
    public Node sumOver(int... axes) {
        return apply(Forward.sumOver(list(axes)));
    }

    /** The mean along axes, ascending, which are gone then. */
    public Node meanOver(int... axes) {
        return apply(Forward.meanOver(list(axes)));
    }

    /** The sum of all entries, a number. */
    public Node sum() {
        return sumOver(IntStream.range(0, shape().axes()).toArray());
    }

    /** The mean of all entries, a number. */
    public Node mean() {
        return meanOver(IntStream.range(0, shape().axes()).toArray());
    }

    /** An activation of each entry; its derivative at kinks is as in {@link KinkDerivatives#all} of 0. */
    public Node activation(Activation function) {
        return activation(function, KinkDerivatives.all(BigFraction.ZERO));
    }

    /** An activation of each entry. */
    public Node activation(Activation function, KinkDerivatives kinks) {
        return apply(arithmetic().activation(function, kinks));
    }

    /** ReLU with the derivative 0 at 0. */
    public Node relu() {
        return relu(BigFraction.ZERO);
    }

    /** ReLU with the derivative kappa at 0. */
    public Node relu(BigFraction kappa) {
        return activation(Activation.RELU, KinkDerivatives.all(kappa));
    }

    /**
     * The convolution with stride and dilation 1 and without padding of samples x channels x places.
     *
     * @param kernels channels of the result x channels x entries
     */
    public Node convolution(Node kernels) {
        return convolution(kernels, Sliding.plain(shape().axes() - 2), 1);
    }

    /** The convolution of samples x channels x places by kernels, channels of the result x channels of a group x entries. */
    public Node convolution(Node kernels, Sliding sliding, int groups) {
        return apply(Forward.convolution(sliding, groups), kernels);
    }

    /** The largest entry in each window. */
    public Node maxPooling(Shape window, Sliding sliding) {
        return apply(Forward.maxPooling(window, sliding));
    }

    /** The mean of each window. */
    public Node meanPooling(Shape window, Sliding sliding) {
        return apply(Forward.meanPooling(window, sliding));
    }

    /** Along the last axis; refused where it is not rational, unless the entries are equal. */
    public Node softmax() {
        return apply(Forward.softmax());
    }

    /** Along the last axis, with a rational weight in place of exp. */
    public Node rationalSoftmax() {
        return apply(Forward.rationalSoftmax());
    }

    /** This one, and another behind it, along an axis. */
    public Node followedBy(Node other, int axis) {
        return apply(Forward.concatenation(axis), other);
    }

    /** The entries with indices along an axis from one on, up to and without another. */
    public Node slice(int axis, int from, int to) {
        return apply(Forward.slice(axis, from, to));
    }

    /** The same entries in another shape(). */
    public Node reshaped(int... sizes) {
        return apply(Forward.reshape(Shape.of(sizes)));
    }

    /** The axes in another order: which axis of this one each axis of the result is. */
    public Node permuted(int... order) {
        return apply(Forward.permutation(list(order)));
    }

    /** A matrix with rows and columns exchanged. */
    public Node transposed() {
        return permuted(1, 0);
    }

    /** The rows of this table that integers from 0 name. */
    public Node rows(Node indices) {
        return apply(Forward.embedding(), indices);
    }

    private static List<Integer> list(int... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** The name and the shape(). */
    @Override
    public String toString() {
        return name + " (" + shape.map(Shape::toString).orElse("of an open shape") + ")";
    }
}
