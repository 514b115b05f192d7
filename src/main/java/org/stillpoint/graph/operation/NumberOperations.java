package org.stillpoint.graph.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.number.AbsoluteError;
import org.stillpoint.kernel.graph.number.AbsoluteValue;
import org.stillpoint.kernel.graph.number.Blend;
import org.stillpoint.kernel.graph.number.Clip;
import org.stillpoint.kernel.graph.number.ClipSlope;
import org.stillpoint.kernel.graph.number.Constant;
import org.stillpoint.kernel.graph.number.Decay;
import org.stillpoint.kernel.graph.number.Descend;
import org.stillpoint.kernel.graph.number.Difference;
import org.stillpoint.kernel.graph.number.FirstGreater;
import org.stillpoint.kernel.graph.number.FirstLess;
import org.stillpoint.kernel.graph.number.HingeError;
import org.stillpoint.kernel.graph.number.KinkedSlope;
import org.stillpoint.kernel.graph.number.LeakyRectifier;
import org.stillpoint.kernel.graph.number.Maximum;
import org.stillpoint.kernel.graph.number.Minimum;
import org.stillpoint.kernel.graph.number.Negative;
import org.stillpoint.kernel.graph.number.PerceptronError;
import org.stillpoint.kernel.graph.number.Product;
import org.stillpoint.kernel.graph.number.ProductWithThird;
import org.stillpoint.kernel.graph.number.Quotient;
import org.stillpoint.kernel.graph.number.QuotientByThird;
import org.stillpoint.kernel.graph.number.QuotientSlope;
import org.stillpoint.kernel.graph.number.Rectifier;
import org.stillpoint.kernel.graph.number.Same;
import org.stillpoint.kernel.graph.number.Scale;
import org.stillpoint.kernel.graph.number.Square;
import org.stillpoint.kernel.graph.number.Sum;
import org.stillpoint.kernel.graph.number.VelocityUpdate;
import org.stillpoint.tensor.Shape;

/**
 * The operations on numbers, each of which the prover shows to keep the contract of an operation: those of forward graphs with
 * their pulls, the derivatives of losses, and the parts of optimisers. What is asked for again with equal numbers is the same
 * object again, as certificates tell operations apart by identity.
 */
public final class NumberOperations {

    private static final ShapeRule NUMBERS = operands -> {
        operands.forEach(NumberOperations::requireNumber);
        return Shape.NUMBER;
    };
    private static final Map<List<Object>, Operation> MADE = new ConcurrentHashMap<>();

    private static final Pull SAME = Pull.of(made(Same.class, Same::new));
    private static final Pull NEGATIVE = Pull.of(made(Negative.class, Negative::new));
    private static final Operation PRODUCT = made(Product.class, Product::new);

    private NumberOperations() {
    }

    /** {@code x + y}. */
    public static Differentiable sum() {
        return binary(made(Sum.class, Sum::new), SAME, SAME);
    }

    /** {@code x - y}. */
    public static Differentiable difference() {
        return binary(made(Difference.class, Difference::new), SAME, NEGATIVE);
    }

    /** {@code x y}. */
    public static Differentiable product() {
        return binary(PRODUCT, Pull.of(made(ProductWithThird.class, ProductWithThird::new)), Pull.of(PRODUCT));
    }

    /** {@code x / y}, refused for y = 0. */
    public static Differentiable quotient() {
        return binary(made(Quotient.class, () -> new Quotient(NumberOperations::inverse)),
                Pull.of(made(QuotientByThird.class, () -> new QuotientByThird(NumberOperations::inverse))),
                through(made(QuotientSlope.class, () -> new QuotientSlope(NumberOperations::inverse))));
    }

    /** {@code -x}. */
    public static Differentiable negative() {
        return unary(made(Negative.class, Negative::new), NEGATIVE);
    }

    /** {@code x}, the activation identity. */
    public static Differentiable identity() {
        return unary(made(Same.class, Same::new), SAME);
    }

    /** {@code c x}, with the factor c. */
    public static Differentiable scale(BigFraction factor) {
        Operation scale = made(Scale.class, () -> new Scale(factor), factor);
        return unary(scale, Pull.of(scale));
    }

    /** A number, whatever the operand, which gets no error. */
    public static Differentiable constant(BigFraction value) {
        return new Differentiable(made(Constant.class, () -> new Constant(value), value), 1, NUMBERS, List.of(Optional.empty()));
    }

    /** {@code x^2}. */
    public static Differentiable square() {
        return unary(made(Square.class, Square::new), through(scale(BigFraction.TWO).operation()));
    }

    /** {@code max(0, x)}, with the derivative kappa at 0. */
    public static Differentiable rectifier(BigFraction kappa) {
        return unary(made(Rectifier.class, Rectifier::new), kinked(BigFraction.ZERO, kappa));
    }

    /** x from 0 on and a line of that slope below, with the derivative kappa at 0. */
    public static Differentiable leakyRectifier(BigFraction slope, BigFraction kappa) {
        return unary(made(LeakyRectifier.class, () -> new LeakyRectifier(slope), slope), kinked(slope, kappa));
    }

    /** {@code |x|}, with the derivative kappa at 0. */
    public static Differentiable absoluteValue(BigFraction kappa) {
        return unary(made(AbsoluteValue.class, AbsoluteValue::new), kinked(BigFraction.MINUS_ONE, kappa));
    }

    /** x cut off at a bound, from 0, above and at its opposite below, with the derivative kappa at both. */
    public static Differentiable clip(BigFraction bound, BigFraction kappa) {
        return unary(made(Clip.class, () -> new Clip(bound), bound),
                through(made(ClipSlope.class, () -> new ClipSlope(bound, kappa), bound, kappa)));
    }

    /** {@code max(x, y)}, with the derivatives kappa by x and 1 - kappa by y where they are equal. */
    public static Differentiable maximum(BigFraction kappa) {
        return binary(made(Maximum.class, Maximum::new), through(greater(kappa)), through(less(BigFraction.ONE.subtract(kappa))));
    }

    /** {@code min(x, y)}, with the derivatives kappa by x and 1 - kappa by y where they are equal. */
    public static Differentiable minimum(BigFraction kappa) {
        return binary(made(Minimum.class, Minimum::new), through(less(kappa)), through(greater(BigFraction.ONE.subtract(kappa))));
    }

    /** The derivative of the perceptron loss by the output x, of the target y. */
    public static Operation perceptronError() {
        return made(PerceptronError.class, PerceptronError::new);
    }

    /** The derivative of the hinge loss by the output x, of the target y. */
    public static Operation hingeError() {
        return made(HingeError.class, HingeError::new);
    }

    /** The derivative of the squared loss (x - y)^2 / 2 by the output x, of the target y. */
    public static Operation squaredError() {
        return made(Difference.class, Difference::new);
    }

    /** The derivative of the absolute loss by the output x, of the target y. */
    public static Operation absoluteError() {
        return made(AbsoluteError.class, AbsoluteError::new);
    }

    /** {@code x - z y}: from x down the gradient y at the rate z. */
    public static Operation descend() {
        return made(Descend.class, Descend::new);
    }

    /** {@code x - z x}: the weight x after its decay at the rate z. */
    public static Operation decay() {
        return made(Decay.class, Decay::new);
    }

    /** {@code y + z x}: the velocity after the velocity x, of the gradient y and the momentum z. */
    public static Operation velocityUpdate() {
        return made(VelocityUpdate.class, VelocityUpdate::new);
    }

    /** {@code z x + y - z y}: the running mean after the running mean x, that takes in y and keeps a share z of what it was. */
    public static Operation blend() {
        return made(Blend.class, Blend::new);
    }

    private static Differentiable unary(Operation operation, Pull pull) {
        return new Differentiable(operation, 1, NUMBERS, List.of(Optional.of(pull)));
    }

    private static Differentiable binary(Operation operation, Pull first, Pull second) {
        return new Differentiable(operation, 2, NUMBERS, List.of(Optional.of(first), Optional.of(second)));
    }

    private static Pull through(Operation slope) {
        return Pull.through(slope, PRODUCT);
    }

    private static Pull kinked(BigFraction below, BigFraction kappa) {
        return through(made(KinkedSlope.class, () -> new KinkedSlope(below, kappa), below, kappa));
    }

    private static Operation greater(BigFraction kappa) {
        return made(FirstGreater.class, () -> new FirstGreater(kappa), kappa);
    }

    private static Operation less(BigFraction kappa) {
        return made(FirstLess.class, () -> new FirstLess(kappa), kappa);
    }

    private static BigFraction inverse(BigFraction number) {
        if (number.signum() == 0) {
            throw new IllegalArgumentException("a quotient by 0, expected a divisor other than 0");
        }
        return number.reciprocal();
    }

    private static void requireNumber(Shape shape) {
        if (shape.axes() != 0) {
            throw new IllegalArgumentException("an operand of the shape " + shape + ", expected a number");
        }
    }

    /** The operation of a class with these numbers. */
    private static Operation made(Class<? extends Operation> type, Supplier<? extends Operation> maker, BigFraction... numbers) {
        return MADE.computeIfAbsent(List.of(type, List.of(numbers)), key -> maker.get());
    }
}
