package org.stillpoint.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.DomainException;

class TensorTest {

    private static final Tensor MATRIX = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);

    @Test
    void theLastIndexRunsFastest() {
        assertThat(MATRIX.get(0, 2)).isEqualTo(new BigFraction(3));
        assertThat(MATRIX.get(1, 0)).isEqualTo(new BigFraction(4));
        assertThat(Tensor.byIndex(Shape.of(2, 3), at -> new BigFraction(3 * at[0] + at[1] + 1))).isEqualTo(MATRIX);
        assertThat(Shape.of(4, 3, 2).index(Shape.of(4, 3, 2).place(3, 1, 1))).containsExactly(3, 1, 1);
    }

    @Test
    void itIsWrittenWithBracketsForEachAxis() {
        assertThat(MATRIX).hasToString("[[1, 2, 3], [4, 5, 6]]");
        assertThat(Tensor.of(Shape.of(2), new BigFraction(1, 2), BigFraction.ZERO)).hasToString("[1/2, 0]");
        assertThat(Tensor.ofValue(new BigFraction(-2, 4))).hasToString("-1/2");
        assertThat(List.of(Shape.of(2, 3), Shape.of(4), Shape.NUMBER)).hasToString("[2x3, 4, number]");
    }

    @Test
    void aNumberIsATensorWithoutAxes() {
        BigFraction number = new BigFraction(2, 3);

        assertThat(Tensor.ofValue(number).value()).isSameAs(number);
        assertThat(Tensor.ofValue(MATRIX).value()).isSameAs(MATRIX);
        assertThat(Shape.NUMBER.entries()).isEqualTo(1);
        assertThat(MATRIX.sumOver(0).sumOver(0).value()).isEqualTo(new BigFraction(21));
    }

    @Test
    void tensorsOfEqualShapesAndValuesAreEqual() {
        Tensor halves = Tensor.filled(Shape.of(2), BigFraction.ONE_HALF);

        assertThat(Tensor.of(Shape.of(2), new BigFraction(2, 4), new BigFraction(-1, -2)))
                .isEqualTo(halves).hasSameHashCodeAs(halves);
        assertThat(halves).isNotEqualTo(halves.reshape(Shape.of(2, 1)));
        assertThat(Tensor.zeros(Shape.of(2)).isZero()).isTrue();
        assertThat(Tensor.of(Shape.of(2), 0, 1).isZero()).isFalse();
    }

    @Test
    void partsAreTakenAndPutTogether() {
        assertThat(MATRIX.transpose()).hasToString("[[1, 4], [2, 5], [3, 6]]");
        assertThat(MATRIX.slice(1, 1, 3)).hasToString("[[2, 3], [5, 6]]");
        assertThat(MATRIX.slice(1, 0, 1).concatenate(MATRIX.slice(1, 1, 3), 1)).isEqualTo(MATRIX);
        assertThat(MATRIX.concatenate(MATRIX, 0)).hasToString("[[1, 2, 3], [4, 5, 6], [1, 2, 3], [4, 5, 6]]");
        assertThat(MATRIX.sumOver(0)).hasToString("[5, 7, 9]");
        assertThat(MATRIX.sumOver(1)).hasToString("[6, 15]");
        assertThat(MATRIX.reshape(Shape.of(3, 2))).hasToString("[[1, 2], [3, 4], [5, 6]]");
        assertThat(Tensor.of(Shape.of(1, 2, 3), 1, 2, 3, 4, 5, 6).permute(List.of(2, 0, 1)))
                .hasToString("[[[1, 4]], [[2, 5]], [[3, 6]]]");
    }

    @Test
    void sumsAndProductsAreExact() {
        assertThat(MATRIX.matrixProduct(MATRIX.transpose())).hasToString("[[14, 32], [32, 77]]");
        assertThat(MATRIX.times(new BigFraction(1, 3)).plus(MATRIX)).hasToString("[[4/3, 8/3, 4], [16/3, 20/3, 8]]");
        assertThat(MATRIX.minus(MATRIX).isZero()).isTrue();
        assertThat(MATRIX.innerProduct(MATRIX)).isEqualTo(new BigFraction(91));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(() -> Shape.of(2, 0), "an axis of size 0, expected at least 1"),
                refusal(() -> Shape.of(70_000, 70_000),
                        "a tensor of the shape 70000x70000, expected at most 2147483647 entries"),
                refusal(() -> Tensor.of(Shape.of(2), 1), "1 entries in a tensor of the shape 2, expected 2"),
                refusal(() -> Tensor.ofValue("1"), "a value of class java.lang.String, expected a number or a tensor"),
                refusal(MATRIX::number, "a tensor of the shape 2x3, expected a number"),
                refusal(() -> MATRIX.get(0, 3), "an index of 3 along axis 1 of the shape 2x3, expected one from 0 to 2"),
                refusal(() -> MATRIX.get(0), "1 indices into the shape 2x3, expected 2"),
                refusal(() -> MATRIX.sumOver(2), "axis 2 of the shape 2x3, expected one from 0 to below 2"),
                refusal(() -> MATRIX.plus(MATRIX.transpose()), "tensors of the shapes 2x3 and 3x2, expected equal shapes"),
                refusal(() -> MATRIX.matrixProduct(MATRIX), "a matrix product of the shapes 2x3 and 2x3, expected nxk and kxm"),
                refusal(() -> MATRIX.reshape(Shape.of(4)), "6 entries in a tensor of the shape 4, expected 4"),
                refusal(() -> MATRIX.permute(List.of(0, 0)), "the axes [0, 0] of the shape 2x3, expected each axis once"),
                refusal(() -> MATRIX.slice(1, 2, 4),
                        "a slice from 2 to below 4 along axis 1 of the shape 2x3, expected a part of it that is not empty"),
                refusal(() -> MATRIX.concatenate(MATRIX.transpose(), 0),
                        "tensors of the shapes 2x3 and 3x2, expected shapes that differ in the size of axis 0 only"),
                refusal(() -> Shape.of(2).part(1, 3), "axes 1 to 3 of the shape 2, expected axes that it has"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeIsRefusedInOneLine(ThrowingCallable refused, String message) {
        assertThatThrownBy(refused).isInstanceOf(DomainException.class).hasMessage(message);
    }

    private static Arguments refusal(ThrowingCallable refused, String message) {
        return Arguments.of(refused, message);
    }
}
