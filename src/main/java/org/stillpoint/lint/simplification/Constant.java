package org.stillpoint.lint.simplification;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.lint.evaluation.Closeness;
import org.stillpoint.lint.evaluation.Functions;
import org.stillpoint.modelfile.network.PointwiseFunction;

/** A number that does not depend on what is fed; of one that is no rational, bounds are known. */
record Constant(BigFraction low, BigFraction high) {

    static final Constant ZERO = exactly(BigFraction.ZERO);

    private static final Precision PRECISION = Precision.of(256);

    static Constant exactly(BigFraction number) {
        return new Constant(number, number);
    }

    private static Constant of(Ball ball) {
        return new Constant(PRECISION.low(ball), PRECISION.high(ball));
    }

    boolean isExact() {
        return low.equals(high);
    }

    boolean isZero() {
        return isExact() && low.signum() == 0;
    }

    Constant plus(Constant other) {
        return new Constant(low.add(other.low), high.add(other.high));
    }

    Constant times(BigFraction factor) {
        return factor.signum() >= 0 ? new Constant(low.multiply(factor), high.multiply(factor))
                : new Constant(high.multiply(factor), low.multiply(factor));
    }

    Constant times(Constant other) {
        Constant one = times(other.low);
        Constant another = times(other.high);
        return new Constant(least(one.low, another.low), least(one.high.negate(), another.high.negate()).negate());
    }

    private static BigFraction least(BigFraction a, BigFraction b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Divided by the root of a positive number. */
    Constant overRootOf(BigFraction square) {
        if (isZero()) {
            return this;
        }
        return times(of(PRECISION.divide(PRECISION.one(), PRECISION.sqrt(PRECISION.ball(square)))));
    }

    /** The value of a function; empty if nothing is known of it. */
    Optional<Constant> under(PointwiseFunction function) {
        if (isExact() && Functions.closeness(function) == Closeness.EXACT) {
            return Optional.of(exactly(Functions.value(function, low)));
        }
        if (function instanceof PointwiseFunction.Named named) {
            return named.zeroToZero() && isZero() ? Optional.of(ZERO) : Optional.empty();
        }
        if (function instanceof PointwiseFunction.Affine affine) {
            return Optional.of(times(affine.factor()).plus(exactly(affine.addend())));
        }
        if (function instanceof PointwiseFunction.Clip) {
            return Optional.of(rising(x -> Functions.value(function, x)));
        }
        Activation activation = ((PointwiseFunction.Of) function).activation();
        if (activation instanceof SmoothActivation smooth) {
            return isZero() && smooth.mapsZeroToZero() ? Optional.of(ZERO) : smooth(smooth);
        }
        boolean rises = !activation.equals(Activation.ABS) && !activation.id().startsWith(Activation.LEAKY_RELU.id());
        return rises ? Optional.of(rising(x -> Functions.value(function, x))) : Optional.empty();
    }

    private Constant rising(UnaryOperator<BigFraction> function) {
        return new Constant(function.apply(low), function.apply(high));
    }

    /** Those that rise everywhere. */
    private Optional<Constant> smooth(SmoothActivation activation) {
        try {
            Optional<Constant> below = smooth(activation, low);
            return below.flatMap(a -> smooth(activation, high).map(b -> new Constant(a.low, b.high)));
        } catch (TooLargeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Constant> smooth(SmoothActivation activation, BigFraction x) {
        Ball ball = PRECISION.ball(x);
        return switch (activation) {
            case SIGMOID -> Optional.of(of(PRECISION.sigmoid(ball).value()));
            case TANH -> Optional.of(of(PRECISION.tanh(ball).value()));
            case SOFTPLUS -> Optional.of(of(PRECISION.softplus(ball).value()));
            case ELU -> Optional.of(of(PRECISION.elu(ball).value()));
            case SILU, GELU, SOFTMAX -> Optional.empty();
        };
    }
}
