package org.stillpoint.graph.operation;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;

/**
 * The forward operations, with their pulls: each says which tensors it takes; a number is one without axes. What it does not
 * take, such as other shapes, ends with a {@link org.stillpoint.domain.DomainException}.
 */
public final class Forward {

    private Forward() {
    }

    /** {@code x + y}, of equal shapes. */
    public static Differentiable sum() {
        return Differentiable.binary(new Sum(), Pull.of(new First()), Pull.of(new First()));
    }

    /** {@code x - y}, of equal shapes. */
    public static Differentiable difference() {
        return Differentiable.binary(new Difference(), Pull.of(new First()), Pull.of(new Multiple(BigFraction.MINUS_ONE)));
    }

    /** {@code x y}, entry by entry, of equal shapes. */
    public static Differentiable product() {
        return Differentiable.binary(new Product(), Pull.of(new Rearranged(new Product(), 0, 2, 2)), Pull.of(new Product()));
    }

    /** {@code x y}, entry by entry, of equal shapes, where y is a mask that is fed: dropout, with what is kept scaled in it. */
    public static Differentiable masked() {
        return Differentiable.of(new Product(), product().pulls().get(0), Optional.empty());
    }

    /** {@code c x}. */
    public static Differentiable multiple(BigFraction factor) {
        return Differentiable.unary(new Multiple(factor), Pull.of(new Multiple(factor)));
    }

    /** {@code 1 - x}, entry by entry. */
    public static Differentiable complement() {
        return Differentiable.unary(new Complement(), Pull.of(new Multiple(BigFraction.MINUS_ONE)));
    }

    /** {@code y x}, a tensor x and a number y. */
    public static Differentiable scaling() {
        return Differentiable.binary(new Scale(), Pull.of(new Rearranged(new Scale(), 0, 2, 2)), Pull.of(new InnerProduct()));
    }

    /** The sum of the products of entries at the same places, of equal shapes: a number. */
    public static Differentiable innerProduct() {
        return Differentiable.binary(new InnerProduct(), Pull.of(new Rearranged(new Scale(), 2, 0, 0)),
                Pull.of(new Rearranged(new Scale(), 1, 0, 0)));
    }

    /**
     * x, and along an axis the entries of the vector y added.
     *
     * @param axis from 0 counted from the first, below 0 from the last, which is -1
     */
    public static Differentiable sumAlong(int axis) {
        AlongAxis along = new AlongAxis(axis);
        return Differentiable.binary(new PlusAlong(along), Pull.of(new First()), Pull.of(new SumBesides(along)));
    }

    /** x, multiplied along an axis by the entries of the vector y; the axis as there. */
    public static Differentiable productAlong(int axis) {
        AlongAxis along = new AlongAxis(axis);
        return Differentiable.binary(new TimesAlong(along), Pull.of(new Rearranged(new TimesAlong(along), 0, 2, 2)),
                Pull.of(new InnerAlong(along)));
    }

    /**
     * {@code x + y}, where one of the two has size 1 along an axis, or no such axis, and is the same at all places of the other
     * one along it. Axes are told apart from the last one.
     */
    public static Differentiable sumWithCopies() {
        Operation back = new SumsLike(BigFraction.ONE);
        return Differentiable.binary(new Broadcast(new Sum()), Pull.of(back), Pull.of(new Rearranged(back, 0, 2, 2)));
    }

    /** {@code x - y}, where one of the two may be the same at several places of the other, as there. */
    public static Differentiable differenceWithCopies() {
        return Differentiable.binary(new Broadcast(new Difference()), Pull.of(new SumsLike(BigFraction.ONE)),
                Pull.of(new Rearranged(new SumsLike(BigFraction.MINUS_ONE), 0, 2, 2)));
    }

    /** {@code x y} entry by entry, where one of the two may be the same at several places of the other, as there. */
    public static Differentiable productWithCopies() {
        return Differentiable.binary(new Broadcast(new Product()), Pull.of(new ProductSumsLike()),
                Pull.of(new Rearranged(new ProductSumsLike(), 0, 2, 1)));
    }

    /** {@code factor x + addend}. */
    public static Differentiable affine(BigFraction factor, BigFraction addend) {
        return Differentiable.unary(new Affine(factor, addend), Pull.of(new Multiple(factor)));
    }

    /**
     * x, but no less than a lowest number and no more than a highest one.
     *
     * @param atBounds what the derivative is there
     */
    public static Differentiable bounded(Optional<BigFraction> low, Optional<BigFraction> high, BigFraction atBounds) {
        Bounded bounds = new Bounded(low, high);
        return Differentiable.unary(bounds, Pull.through(new BoundedSlope(bounds, atBounds), new Product()));
    }

    /**
     * {@code y_0 + y_1 x}, where both numbers are the same for all indices along an axis: what a layer normalisation makes of
     * its input, if its statistics are fed. They get no error.
     *
     * @param axis from 0 counted from the first, below 0 from the last; y is of the shape of x with size 1 there, two behind each
     *     other along a new first axis
     */
    public static Differentiable affineAcross(int axis) {
        AffineAcross across = new AffineAcross(new AlongAxis(axis));
        return Differentiable.of(across, Optional.of(Pull.of(new Rearranged(new AffineAcrossError(across), 0, 2, 2))),
                Optional.empty());
    }

    /** All axes behind the first as one, in row-major order. */
    public static Differentiable flattening() {
        return Differentiable.unary(new Flattening(), Pull.of(new ReshapeLike()));
    }

    /**
     * What a fully connected layer with the matrix y makes of x along its last axis, whatever axes stand before.
     *
     * @param unitsOutFirst whether the matrix is units out x units in; else it is units in x units out
     */
    public static Differentiable dense(boolean unitsOutFirst) {
        return Differentiable.binary(new DenseProduct(unitsOutFirst),
                Pull.of(new Rearranged(new DenseProduct(!unitsOutFirst), 0, 2, 2)), Pull.of(new DenseError(unitsOutFirst)));
    }

    /**
     * Copies of x along new axes: of a bias over samples, of the scale of a channel over its places.
     *
     * @param shape of the result; x has it without those axes
     * @param axes the new ones of the result, ascending, from 0
     */
    public static Differentiable spread(Shape shape, List<Integer> axes) {
        return Differentiable.unary(new Spread(shape, axes), Pull.of(new SumOver(axes, false)));
    }

    /** The sums along axes, ascending, from 0, which are gone then. */
    public static Differentiable sumOver(List<Integer> axes) {
        return Differentiable.unary(new SumOver(axes, false), Pull.of(new SpreadLike(axes, false)));
    }

    /** The means along axes, ascending, from 0, which are gone then: over samples, or pooling over whole channels. */
    public static Differentiable meanOver(List<Integer> axes) {
        return Differentiable.unary(new SumOver(axes, true), Pull.of(new SpreadLike(axes, true)));
    }

    /** {@code x y} of matrices, (n x k) and (k x m), or of as many pairs as equal axes before them have places. */
    public static Differentiable matrixProduct() {
        return matrixProduct(false, false);
    }

    /** The same, where either of x and y may be transposed before. */
    public static Differentiable matrixProduct(boolean transposedFirst, boolean transposedSecond) {
        Operation first = transposedFirst ? new Rearranged(new MatrixProduct(transposedSecond, true), 2, 0, 0)
                : new Rearranged(new MatrixProduct(false, !transposedSecond), 0, 2, 2);
        Operation second = transposedSecond ? new MatrixProduct(true, transposedFirst)
                : new Rearranged(new MatrixProduct(!transposedFirst, false), 1, 0, 0);
        return Differentiable.binary(new MatrixProduct(transposedFirst, transposedSecond), Pull.of(first), Pull.of(second));
    }

    /**
     * Of x (samples x channels x places) by the kernels y (channels of the result x channels of x in a group x entries), with
     * one axis of places or more; the result is (samples x channels x places).
     *
     * @param groups in which the channels of both are, each of which sees its own
     */
    public static Differentiable convolution(Sliding sliding, int groups) {
        Kernels kernels = new Kernels(sliding, groups);
        return Differentiable.binary(new Convolution(kernels), Pull.of(new ConvolutionInputError(kernels)),
                Pull.of(new ConvolutionKernelError(kernels)));
    }

    /**
     * Of x (samples x channels x places) by the kernels y (channels of x x channels of the result in a group x entries): the
     * way back of a convolution from its result to its input.
     *
     * @param added places at the end of each axis, from 0 to below its stride
     */
    public static Differentiable transposedConvolution(Sliding sliding, int groups, List<Integer> added) {
        Kernels kernels = new Kernels(sliding, groups);
        return Differentiable.binary(new TransposedConvolution(kernels, added),
                Pull.of(new Rearranged(new Convolution(kernels), 0, 2, 2)),
                Pull.of(new Rearranged(new ConvolutionKernelError(kernels), 1, 0, 2)));
    }

    /** The largest entry in each window over the places of x (samples x channels x places); of equal ones, the first counts. */
    public static Differentiable maxPooling(Shape window, Sliding sliding) {
        MaxPooling pooling = new MaxPooling(new Pooling(window, sliding));
        return Differentiable.unary(pooling, Pull.of(new MaxPoolingError(pooling)));
    }

    /** The mean of each window over the places of x (samples x channels x places), with zeros as padding. */
    public static Differentiable meanPooling(Shape window, Sliding sliding) {
        MeanPooling pooling = new MeanPooling(new Pooling(window, sliding));
        return Differentiable.unary(pooling, Pull.of(new MeanPoolingError(pooling)));
    }

    /**
     * An activation of each entry, its slope in a slot of its own. A smooth one takes 0 only, and ELU what is above: other
     * values are no rationals.
     */
    public static Differentiable activation(Activation activation, KinkDerivatives kinks) {
        return Differentiable.unary(new Activated(activation),
                Pull.through(new ActivationSlope(activation, kinks.at(activation)), new Product()));
    }

    /** Of x (samples x channels x any more axes), each channel over all samples. Refused where a root is not rational. */
    public static Differentiable batchNormalisation(BigFraction epsilon) {
        return normalisation(new Blocks.Channels(), epsilon, true);
    }

    /**
     * Each index along an axis by itself, over all others. Refused where a root is not rational.
     *
     * @param axis from 0 counted from the first, below 0 from the last, which is -1
     */
    public static Differentiable normalisationAlong(int axis, BigFraction epsilon) {
        return normalisation(new Blocks.Along(new AlongAxis(axis)), epsilon, true);
    }

    /** Over the last axes of x, as many as that. Refused where a root is not rational. */
    public static Differentiable layerNormalisation(int axes, BigFraction epsilon) {
        return normalisation(new Blocks.LastAxes(axes), epsilon, true);
    }

    /** Of x (samples x channels x any more axes), each group of channels of each sample. Refused where a root is not rational. */
    public static Differentiable groupNormalisation(int groups, BigFraction epsilon) {
        return normalisation(new Blocks.ChannelGroups(groups), epsilon, true);
    }

    /**
     * As batch normalisation, but without the root: by variance and epsilon. It is not what networks use; where nothing but
     * zeros and equal values counts, it stands for it in runs that have to stay exact.
     */
    public static Differentiable batchNormalisationWithoutRoot(BigFraction epsilon) {
        return normalisation(new Blocks.Channels(), epsilon, false);
    }

    /** As layer normalisation, but without the root. */
    public static Differentiable layerNormalisationWithoutRoot(int axes, BigFraction epsilon) {
        return normalisation(new Blocks.LastAxes(axes), epsilon, false);
    }

    private static Differentiable normalisation(Blocks blocks, BigFraction epsilon, boolean rooted) {
        Normalisation normalisation = new Normalisation(blocks, epsilon, rooted);
        return Differentiable.unary(normalisation, Pull.of(new NormalisationError(normalisation)));
    }

    /** Along the last axis; refused where the entries of a row are not equal, as only then it is rational. */
    public static Differentiable softmax() {
        return Differentiable.unary(new Softmax(), Pull.through(new Softmax(), new SoftmaxError()));
    }

    /** Along the last axis, with a rational weight in place of exp. It stands for softmax in runs that have to stay exact. */
    public static Differentiable rationalSoftmax() {
        return Differentiable.unary(new RationalSoftmax(), Pull.of(new RationalSoftmaxError()));
    }

    /** x and behind it y, along an axis. */
    public static Differentiable concatenation(int axis) {
        return Differentiable.binary(new Concatenation(axis), Pull.of(new EndLike(axis, false)),
                Pull.of(new Rearranged(new EndLike(axis, true), 0, 2, 2)));
    }

    /** The entries with indices along an axis from one on, from 0, up to and without another. */
    public static Differentiable slice(int axis, int from, int to) {
        Slice slice = new Slice(axis, from, to);
        return Differentiable.unary(slice, Pull.of(new SlicePlace(slice)));
    }

    /** The same entries in the same order and another shape. */
    public static Differentiable reshape(Shape shape) {
        return Differentiable.unary(new Reshape(shape), Pull.of(new ReshapeLike()));
    }

    /** The axes in another order: which axis of x each axis of the result is. */
    public static Differentiable permutation(List<Integer> order) {
        Permutation permutation = new Permutation(order);
        return Differentiable.unary(permutation, Pull.of(permutation.inverse()));
    }

    /** Rows of the table x that the indices y name, which are integers from 0 and get no error. */
    public static Differentiable embedding() {
        return Differentiable.of(new Embedding(), Optional.of(Pull.of(new EmbeddingError())), Optional.empty());
    }
}
