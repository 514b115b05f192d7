package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Errors begin with the derivatives of losses. */
class LossErrorProperties {

    private static final BigFraction ONE = BigFraction.ONE;

    /** All four are convex: each lies above the line through one of its points with the slope there, at a kink with any. */
    @Property
    void theErrorOfARationalLossIsTheSlopeOfALineBelowIt(@ForAll RationalLoss loss, @ForAll long seed) {
        Random random = new Random(seed);
        Shape shape = Shape.of(Draws.size(random));
        Tensor output = Draws.tensor(random, shape);
        Tensor other = Draws.tensor(random, shape);
        Tensor target = Draws.tensor(random, shape).map(entry -> entry.signum() < 0 ? BigFraction.MINUS_ONE : ONE);

        Tensor error = apply(Losses.error(loss), output, target);

        BigFraction line = value(loss, output, target).add(error.innerProduct(other.minus(output)));
        assertThat(value(loss, other, target)).isGreaterThanOrEqualTo(line);
    }

    /** With log x as the number whose derivative is 1 / x. */
    @Property
    void theErrorOfTheCrossEntropyIsItsDerivative(@ForAll long seed) {
        Random random = new Random(seed);
        Tensor output = Draws.probabilities(random, Draws.shape(random));
        Tensor target = Draws.tensor(random, output.shape());
        Tensor one = Tensor.filled(output.shape(), ONE);

        Tensor first = target.zip(output, BigFraction::divide);
        Tensor second = one.minus(target).zip(one.minus(output), BigFraction::divide);

        assertThat(apply(Losses.crossEntropyError(), output, target)).isEqualTo(first.times(BigFraction.MINUS_ONE));
        assertThat(apply(Losses.binaryCrossEntropyError(), output, target)).isEqualTo(second.minus(first));
    }

    /** {@code -y / (1 + exp(y x))}, where the exponent is 0. */
    @Property
    void theErrorOfTheLogisticLossAtZeroIsHalfTheLabelAway(@ForAll long seed) {
        Random random = new Random(seed);
        Tensor label = Draws.tensor(random, Draws.shape(random));

        assertThat(apply(Losses.logisticError(), Tensor.zeros(label.shape()), label).plus(label))
                .isEqualTo(label.times(BigFraction.ONE_HALF));
    }

    private static Tensor apply(Operation operation, Tensor output, Tensor target) {
        return Tensor.ofValue(operation.apply(output.value(), target.value(), output.value()));
    }

    private static BigFraction value(Loss loss, Tensor output, Tensor target) {
        return loss.rational().value(new Vector(output.entries()), new Vector(target.entries()));
    }
}
