package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** What operations do not take, and what they say then. */
class OperationRefusalTest {

    private static final BigFraction ONE = BigFraction.ONE;
    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final Tensor ROW = Tensor.of(Shape.of(2), 1, 2);
    private static final Tensor MATRIX = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    private static final Tensor SIGNAL = Tensor.zeros(Shape.of(1, 2, 3));

    static Stream<Arguments> refusals() {
        KinkDerivatives kinks = KinkDerivatives.all(HALF);
        return Stream.of(
                of(Forward.sum(), ROW, MATRIX, "sum of shapes 2 and 2x3, expected equal shapes"),
                of(Forward.sum(), ONE, ROW, "sum of shapes number and 2, expected equal shapes"),
                of(Forward.product(), MATRIX, ROW, "product of shapes 2x3 and 2, expected equal shapes"),
                of(Forward.scaling(), MATRIX, ROW, "scaling by a tensor of the shape 2, expected a number"),
                of(Forward.sumWithCopies(), MATRIX, ROW,
                        "sum with copies of shapes 2x3 and 2, expected along each axis from the last one equal sizes, or 1"),
                of(Forward.sumAlong(1), MATRIX, ROW,
                        "sum along axis 1 of shapes 2x3 and 2, expected an entry for each index along the axis, of 3"),
                of(Forward.productAlong(-1), MATRIX, ROW, "product along axis 1 from the end of shapes 2x3 and 2, expected an"
                        + " entry for each index along the axis, of 3"),
                of(Forward.sumAlong(2), MATRIX, ROW, "axis 2 of the shape 2x3, expected one from 0 to below 2"),
                of(Forward.dense(true), ROW, MATRIX, "fully connected of shapes 2 and 2x3, expected units in along the last axis"
                        + " and a matrix units out x units in"),
                of(Forward.dense(false), MATRIX, MATRIX, "fully connected, units in x units out of shapes 2x3 and 2x3, expected"
                        + " units in along the last axis and a matrix units in x units out"),
                of(Forward.affineAcross(1), MATRIX, MATRIX,
                        "line for all along axis 1 of shapes 2x3 and 2x3, expected the second to be 2x2x1"),
                of(Forward.flattening(), ONE, "flattening of a number, expected an axis or more"),
                of(Forward.normalisationAlong(2, ONE), MATRIX, "axis 2 of the shape 2x3, expected one from 0 to below 2"),
                of(Forward.spread(Shape.of(4, 3), List.of(0)), ROW, "spread over axes [0] of 4x3 of the shape 2, expected 3"),
                of(Forward.sumOver(List.of(2)), MATRIX, "axis 2 of the shape 2x3, expected one from 0 to below 2"),
                of(Forward.meanOver(List.of(1, 0)), MATRIX, "axes [1, 0] of the shape 2x3, expected each once, ascending"),
                of(Forward.matrixProduct(), MATRIX, MATRIX,
                        "matrix product of shapes 2x3 and 2x3, expected nxk and kxm, and equal sizes before"),
                of(Forward.matrixProduct(true, false), MATRIX, ROW,
                        "matrix product, first transposed of shapes 2x3 and 2, expected kxn and kxm, and equal sizes before"),
                of(Forward.convolution(Sliding.plain(1), 1), SIGNAL, Tensor.zeros(Shape.of(4, 3, 2)),
                        "a convolution of shapes 1x2x3 and 4x3x2, expected samples x channels and channels x channels in one of 1"
                                + " groups, each with 1 more axes"),
                of(Forward.convolution(Sliding.plain(1), 1), SIGNAL, Tensor.zeros(Shape.of(4, 2, 4)),
                        "a window of 4 over 3 places with stride [1], padding [0], dilation [1], expected one that fits"),
                of(Forward.transposedConvolution(Sliding.plain(1), 1, List.of(0)), SIGNAL, Tensor.zeros(Shape.of(3, 1, 2)),
                        "transposed convolution with stride [1], padding [0], dilation [1], groups 1, added [0] of shapes 1x2x3"
                                + " and 3x1x2, expected samples x channels and channels x channels, each with 1 more axes"),
                of(Forward.maxPooling(Shape.of(2, 2), Sliding.plain(2)), SIGNAL,
                        "a pooling of the shape 1x2x3, expected samples x channels and 2 more axes"),
                of(Forward.activation(Activation.TANH, kinks), ROW,
                        "tanh of 1 is not rational, expected a number where it is: entries here are exact rationals"),
                of(Forward.activation(Activation.SOFTPLUS, kinks), BigFraction.ZERO,
                        "softplus of 0 is not rational, expected a number where it is: entries here are exact rationals"),
                of(Forward.batchNormalisation(ONE), ROW, "a batch normalisation of the shape 2, expected samples x channels"),
                of(Forward.batchNormalisation(ONE), Tensor.of(Shape.of(2, 1), 0, 2),
                        "batch normalisation, epsilon 1 where variance and epsilon are 2, expected a square of a rational: roots"
                                + " here are exact"),
                of(Forward.layerNormalisation(3, ONE), MATRIX,
                        "a layer normalisation over the last 3 axes of the shape 2x3, expected as many"),
                of(Forward.groupNormalisation(2, ONE), MATRIX,
                        "a group normalisation of the shape 2x3, expected samples x channels in 2 equal groups"),
                of(Forward.softmax(), ROW, "softmax of a row of different numbers is not rational, expected rows of equal ones"),
                of(Forward.softmax(), ONE, "softmax of a number, expected a tensor with rows"),
                of(Forward.concatenation(1), MATRIX, Tensor.zeros(Shape.of(3, 3)),
                        "concatenation along axis 1 of shapes 2x3 and 3x3, expected shapes that differ along that axis only"),
                of(Forward.slice(1, 2, 5), MATRIX,
                        "slice 2 to 5 of axis 1 of the shape 2x3, expected a part of it that is not empty"),
                of(Forward.reshape(Shape.of(5)), MATRIX, "reshape to 5 of the shape 2x3, expected one of 5 entries"),
                of(Forward.permutation(List.of(0, 1)), ROW, "axes in the order [0, 1] of the shape 2, expected each axis once"),
                of(Forward.embedding(), MATRIX, new BigFraction(2),
                        "an index of 2 into a table of 2 rows, expected an integer from 0 to 1"),
                of(Forward.embedding(), MATRIX, HALF,
                        "an index of 1/2 into a table of 2 rows, expected an integer from 0 to 1"),
                of(Losses.logisticError(), ONE, ONE,
                        "the derivative of the logistic loss at 1 is not rational, expected a number where it is: entries here"
                                + " are exact rationals"),
                of(Losses.crossEntropyError(), BigFraction.ZERO, ONE,
                        "derivative of the cross-entropy at an output of 0, expected one above 0"),
                of(Losses.binaryCrossEntropyError(), ONE, ONE,
                        "derivative of the binary cross-entropy at an output of 1, expected one between 0 and 1"),
                of(Updates.unbiased(), ROW, ONE, "mean without bias of the share 1, expected another number"),
                of(Updates.rootQuotient(ONE), ONE, BigFraction.TWO,
                        "quotient by a root and 1: the root of 2 is not rational, expected a square of a rational: roots here"
                                + " are exact"),
                of(Updates.rootQuotient(ONE), ONE, BigFraction.MINUS_ONE,
                        "quotient by a root and 1: the root of -1 is not rational, expected a square of a rational: roots here"
                                + " are exact"),
                of(Updates.normClip(ONE), ONE, BigFraction.TWO,
                        "clipping of a norm at 1: the norm of square 2 is not rational, expected a square of a rational: roots"
                                + " here are exact"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatAnOperationDoesNotTakeIsRefusedInOneLine(Operation operation, Object x, Object y, String message) {
        assertThatThrownBy(() -> operation.apply(x, y, x)).isInstanceOf(DomainException.class).hasMessage(message);
    }

    /** What is refused because of its shape is refused when a graph is built. */
    @ParameterizedTest
    @MethodSource("shapes")
    void aShapeThatIsNotTakenIsRefusedAsTheOperationDoes(Differentiable differentiable, Object x, Object y, String message) {
        List<Shape> shapes = Stream.of(x, y).limit(differentiable.operands())
                .map(value -> Tensor.ofValue(value).shape()).toList();

        assertThatThrownBy(() -> differentiable.shape().of(shapes)).isInstanceOf(DomainException.class).hasMessage(message);
    }

    static Stream<Arguments> shapes() {
        return refusals().filter(arguments -> arguments.get()[0] instanceof Operation operation && operation instanceof ShapeRule)
                .filter(arguments -> Stream.of("rational", "row of", "index").noneMatch(((String) arguments.get()[3])::contains))
                .map(arguments -> Arguments.of(differentiable((Operation) arguments.get()[0]), arguments.get()[1],
                        arguments.get()[2], arguments.get()[3]));
    }

    private static Differentiable differentiable(Operation operation) {
        int operands = operation instanceof OfOne ? 1 : 2;
        return new Differentiable(operation, operands, (ShapeRule) operation,
                Collections.nCopies(operands, Optional.empty()));
    }

    static Stream<Arguments> constants() {
        return Stream.of(
                constant(() -> Sliding.plain(1).withStride(0), "a stride of 0, expected at least 1"),
                constant(() -> Sliding.plain(1).withPadding(-1), "a padding of -1, expected at least 0"),
                constant(() -> Sliding.plain(1).withDilation(0), "a dilation of 0, expected at least 1"),
                constant(() -> Sliding.plain(2).withStride(1),
                        "strides [1], paddings [0, 0] and dilations [1, 1], expected one of each for each axis of places"),
                constant(() -> Forward.convolution(Sliding.plain(1), 0), "0 groups, expected at least 1"),
                constant(() -> Forward.transposedConvolution(Sliding.plain(1), 1, List.of(1)),
                        "added places [1] with strides [1], expected for each axis one number from 0 to below its stride"),
                constant(() -> Forward.meanPooling(Shape.of(2), Sliding.plain(2)),
                        "a window of 2 with stride [1, 1], padding [0, 0], dilation [1, 1], expected one size for each axis"),
                constant(() -> Forward.maxPooling(Shape.of(3), Sliding.plain(1).withPadding(2)),
                        "a padding of 2 for a window of 3, expected at most half of it"),
                constant(() -> Forward.activation(Activation.SOFTMAX, KinkDerivatives.all(ONE)),
                        "softmax of each entry, expected softmax of rows"),
                constant(() -> Forward.batchNormalisation(BigFraction.ZERO), "an epsilon of 0, expected one above 0"),
                constant(() -> Forward.layerNormalisation(0, ONE), "a layer normalisation over 0 axes, expected at least 1"),
                constant(() -> Forward.groupNormalisation(0, ONE), "a group normalisation with 0 groups, expected at least 1"),
                constant(() -> Forward.bounded(Optional.of(ONE), Optional.of(ONE), ONE),
                        "bounds 1 and 1, expected a lower one and a higher one"),
                constant(() -> Updates.runningMean(ONE), "a share of 1, expected one from 0 to below 1"),
                constant(() -> Updates.rootQuotient(BigFraction.ZERO), "an epsilon of 0, expected one above 0"),
                constant(() -> Updates.clip(BigFraction.ZERO), "a bound of 0, expected one above 0"),
                constant(() -> Updates.normClip(BigFraction.MINUS_ONE), "a bound of -1, expected one above 0"),
                constant(() -> new Differentiable(new Sum(), 2, new Sum(), List.of()),
                        "2 operands and 0 pulls, expected one or two operands with a pull, or none, for each"));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void constantsThatMakeNoSenseAreRefusedAtOnce(ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(DomainException.class).hasMessage(message);
    }

    /** A window may be so wide apart that it steps over a short channel. */
    @Test
    void aWindowThatSeesNothingButPaddingHasNoLargestEntry() {
        Differentiable pooling = Forward.maxPooling(Shape.of(2), Sliding.plain(1).withPadding(1).withDilation(2));

        assertThatThrownBy(() -> pooling.operation().apply(Tensor.zeros(Shape.of(1, 1, 1)), ONE, ONE))
                .isInstanceOf(DomainException.class).hasMessageEndingWith("expected no window that sees nothing but padding");
    }

    @Test
    void whatIsZeroNeedsNoRoot() {
        Tensor equal = Tensor.filled(Shape.of(3, 1), BigFraction.TWO);
        Differentiable normalisation = Forward.batchNormalisation(BigFraction.TWO);

        assertThat(normalisation.operation().apply(equal, equal, equal)).isEqualTo(Tensor.zeros(Shape.of(3, 1)));
        assertThat(Updates.rootQuotient(ONE).apply(BigFraction.ZERO, BigFraction.TWO, ONE)).isEqualTo(BigFraction.ZERO);
        assertThatCode(() -> Pulling.error(normalisation.pulls().get(0).get(), Tensor.zeros(Shape.of(3, 1)),
                List.of(Tensor.of(Shape.of(3, 1), 1, 2, 4)))).doesNotThrowAnyException();
    }

    private static Arguments of(Differentiable differentiable, Object x, String message) {
        return of(differentiable, x, x, message);
    }

    private static Arguments of(Differentiable differentiable, Object x, Object y, String message) {
        return of(differentiable.operation(), x, y, message);
    }

    private static Arguments of(Operation operation, Object x, Object y, String message) {
        return Arguments.of(operation, x, y, message);
    }

    private static Arguments constant(ThrowingCallable made, String message) {
        return Arguments.of(made, message);
    }
}
