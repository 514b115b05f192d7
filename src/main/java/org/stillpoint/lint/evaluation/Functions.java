package org.stillpoint.lint.evaluation;

import java.util.Locale;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;
import org.stillpoint.modelfile.network.PointwiseFunction;

/**
 * Functions of a number. Where their values are no rationals, another function is computed in their place, whose values are
 * close to theirs, and 0 where theirs are.
 */
public final class Functions {

    private static final Precision PRECISION = Precision.of(128);
    private static final int DRAWN = 1 << 12;
    private static final int PARTS = 1 << 8;

    private Functions() {
    }

    /** How close the values that are computed are to its own. */
    public static Closeness closeness(PointwiseFunction function) {
        if (function instanceof PointwiseFunction.Of of) {
            return of.activation().isRational() ? Closeness.EXACT : Closeness.NEAR;
        }
        if (function instanceof PointwiseFunction.Named named) {
            return isKnown(named.name()) ? Closeness.NEAR : Closeness.DRAWN;
        }
        return Closeness.EXACT;
    }

    /** @throws DomainException if x is too large for it */
    public static BigFraction value(PointwiseFunction function, BigFraction x) {
        if (function instanceof PointwiseFunction.Affine affine) {
            return affine.factor().multiply(x).add(affine.addend());
        }
        if (function instanceof PointwiseFunction.Clip clip) {
            BigFraction low = clip.low().filter(bound -> x.compareTo(bound) < 0).orElse(x);
            return clip.high().filter(bound -> low.compareTo(bound) > 0).orElse(low);
        }
        if (function instanceof PointwiseFunction.Named named) {
            return named(named, x);
        }
        Activation activation = ((PointwiseFunction.Of) function).activation();
        return activation.isRational() ? activation.rational().kernel().value(x) : smooth((SmoothActivation) activation, x);
    }

    private static BigFraction smooth(SmoothActivation activation, BigFraction x) {
        if (activation.isZeroAt(x)) {
            return BigFraction.ZERO;
        }
        return close(x, (precision, ball) -> switch (activation) {
            case SIGMOID -> precision.sigmoid(ball).value();
            case TANH -> precision.tanh(ball).value();
            case SOFTPLUS -> precision.softplus(ball).value();
            case ELU -> precision.elu(ball).value();
            case SILU -> precision.silu(ball).value();
            case GELU -> precision.gelu(ball).value();
            case SOFTMAX -> throw new DomainException("softmax of one number, expected it of all channels");
        });
    }

    private static boolean isKnown(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "exp", "erf" -> true;
            default -> false;
        };
    }

    private static BigFraction named(PointwiseFunction.Named function, BigFraction x) {
        if (function.zeroToZero() && x.signum() == 0) {
            return BigFraction.ZERO;
        }
        return switch (function.name().toLowerCase(Locale.ROOT)) {
            case "exp" -> exponential(x);
            case "erf" -> close(x, Precision::erf);
            default -> drawn(new SplittableRandom(31L * function.name().hashCode() + x.hashCode()));
        };
    }

    static BigFraction exponential(BigFraction x) {
        return close(x, Precision::exp);
    }

    /** 1 over the root, exactly if it is rational. */
    static BigFraction inverseRoot(BigFraction square) {
        if (square.signum() <= 0) {
            throw new DomainException("a variance with epsilon of " + ExactNumber.write(square) + ", expected more than 0");
        }
        return ExactNumber.squareRoot(square).map(BigFraction::reciprocal).orElseGet(() ->
                close(square, (precision, ball) -> precision.divide(precision.one(), precision.sqrt(ball))));
    }

    /** A number for something that is not understood, from -16 to 16. */
    static BigFraction drawn(SplittableRandom random) {
        return new BigFraction(random.nextInt(-DRAWN, DRAWN + 1), PARTS);
    }

    /** What a function on balls needs. */
    private interface OnBalls {

        Ball value(Precision precision, Ball x);
    }

    private static BigFraction close(BigFraction x, OnBalls function) {
        try {
            return PRECISION.middle(function.value(PRECISION, PRECISION.ball(x)));
        } catch (TooLargeException | UndecidedException e) {
            throw new DomainException("a function at a number of " + ExactNumber.bits(x) + " bits: " + e.getMessage()
                    + ", expected one that is not so large");
        }
    }
}
