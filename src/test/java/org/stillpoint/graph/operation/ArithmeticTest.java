package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;

/** Operations of numbers, which are proved, and of tensors have the same results and the same pulls on numbers. */
class ArithmeticTest {

    private static final List<BigFraction> NUMBERS =
            Stream.of(-3, -2, -1, 0, 1, 2, 3).map(n -> new BigFraction(n, 2)).toList();
    private static final KinkDerivatives KINKS = KinkDerivatives.all(new BigFraction(1, 3));

    @Test
    void sumsAndProductsAgree() {
        agree(Arithmetic::sum);
        agree(Arithmetic::difference);
        agree(Arithmetic::product);
        agree(arithmetic -> arithmetic.multiple(new BigFraction(-2, 3)));
        agreeOn(Arithmetic::descent);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activationsAgree(Activation activation) {
        agree(arithmetic -> arithmetic.activation(activation, KINKS));
    }

    static Stream<Activation> activations() {
        return Stream.concat(RationalActivation.all().stream(), Stream.of(RationalActivation.leakyRelu(BigFraction.ONE),
                RationalActivation.leakyRelu(new BigFraction(-1, 5))));
    }

    @ParameterizedTest
    @EnumSource
    void errorsOfLossesAgree(RationalLoss loss) {
        agreeOn(arithmetic -> arithmetic.error(loss));
    }

    @Test
    void numbersAreThoseWithoutAxes() {
        assertThat(Arithmetic.of(Shape.NUMBER)).isEqualTo(Arithmetic.NUMBERS);
        assertThat(Arithmetic.of(Shape.of(1))).isEqualTo(Arithmetic.TENSORS);
    }

    private static void agree(Function<Arithmetic, Differentiable> operation) {
        Differentiable numbers = operation.apply(Arithmetic.NUMBERS);
        Differentiable tensors = operation.apply(Arithmetic.TENSORS);
        assertThat(numbers.operands()).isEqualTo(tensors.operands());
        for (BigFraction x : NUMBERS) {
            for (BigFraction y : numbers.operands() == 1 ? List.of(x) : NUMBERS) {
                assertThat(numbers.operation().apply(x, y, x)).isEqualTo(tensors.operation().apply(x, y, x));
                assertThat(pulled(numbers, x, y)).isEqualTo(pulled(tensors, x, y));
            }
        }
    }

    private static List<Object> pulled(Differentiable operation, BigFraction x, BigFraction y) {
        List<Object> errors = new ArrayList<>();
        for (BigFraction g : NUMBERS) {
            operation.pulls().forEach(pull -> {
                Object slope = pull.orElseThrow().slope().map(each -> each.apply(x, y, y)).orElse(null);
                errors.add(pull.get().error().apply(g, slope == null ? x : slope, slope == null ? y : slope));
            });
        }
        return errors;
    }

    private static void agreeOn(Function<Arithmetic, Operation> operation) {
        for (BigFraction x : NUMBERS) {
            for (BigFraction y : NUMBERS) {
                for (BigFraction z : NUMBERS) {
                    assertThat(operation.apply(Arithmetic.NUMBERS).apply(x, y, z))
                            .isEqualTo(operation.apply(Arithmetic.TENSORS).apply(x, y, z));
                }
            }
        }
    }
}
