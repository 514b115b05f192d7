package org.stillpoint.engine.enclosure;

import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Sign;
import org.stillpoint.enclosure.Slope;

/** Fractions while they are short, and balls. */
public final class MixedField implements Field<Mixed> {

    /** The longest numerator or denominator of a fraction that stays one, in bits, unless a step needs longer ones to decide. */
    static final int LONGEST = 1000;

    private static final Mixed ZERO = Mixed.of(BigFraction.ZERO);
    private static final Mixed ONE = Mixed.of(BigFraction.ONE);

    private final Precision precision;
    private final int longest;

    public MixedField(Precision precision) {
        this(precision, LONGEST);
    }

    public MixedField(Precision precision, int longest) {
        this.precision = precision;
        this.longest = longest;
    }

    public Precision precision() {
        return precision;
    }

    @Override
    public Mixed[] array(int length) {
        return new Mixed[length];
    }

    @Override
    public Mixed[][] arrays(int length) {
        return new Mixed[length][];
    }

    @Override
    public Mixed zero() {
        return ZERO;
    }

    @Override
    public Mixed one() {
        return ONE;
    }

    /** A number that is given, however long. */
    @Override
    public Mixed number(BigFraction value) {
        return Mixed.of(value);
    }

    /** What was calculated. */
    private Mixed result(BigFraction exact) {
        return ExactNumber.bits(exact) <= longest ? Mixed.of(exact) : Mixed.of(precision.ball(exact));
    }

    private Mixed result(Ball ball) {
        return ball.isExact() ? Mixed.of(precision.middle(ball)) : Mixed.of(ball);
    }

    public Ball ball(Mixed number) {
        return number.isExact() ? precision.ball(number.exact()) : number.ball();
    }

    /** With balls for fractions that are too long to go on with. */
    State<Mixed> shortened(State<Mixed> state) {
        return new State<>(shortened(state.parameters()), state.memory().stream().map(this::shortened).toList(), state.steps());
    }

    private Values<Mixed> shortened(Values<Mixed> values) {
        return new Values<>(shortened(values.weights()), shortened(values.biases()));
    }

    private Mixed[][] shortened(Mixed[][] rows) {
        return Arrays.stream(rows).map(row -> Arrays.stream(row).map(number -> number.isExact() ? result(number.exact()) : number)
                .toArray(Mixed[]::new)).toArray(Mixed[][]::new);
    }

    @Override
    public boolean isZero(Mixed a) {
        return a.isExact() && a.exact().signum() == 0;
    }

    @Override
    public Mixed add(Mixed a, Mixed b) {
        if (isZero(a) || isZero(b)) {
            return isZero(a) ? b : a;
        }
        return a.isExact() && b.isExact() ? result(a.exact().add(b.exact())) : result(precision.add(ball(a), ball(b)));
    }

    @Override
    public Mixed subtract(Mixed a, Mixed b) {
        return isZero(b) ? a : add(a, negate(b));
    }

    @Override
    public Mixed negate(Mixed a) {
        return a.isExact() ? Mixed.of(a.exact().negate()) : Mixed.of(a.ball().negate());
    }

    @Override
    public Mixed multiply(Mixed a, Mixed b) {
        if (isZero(a) || isZero(b)) {
            return ZERO;
        }
        return a.isExact() && b.isExact() ? result(a.exact().multiply(b.exact()))
                : result(precision.multiply(ball(a), ball(b)));
    }

    @Override
    public Mixed divide(Mixed a, Mixed b) {
        if (isZero(a)) {
            return ZERO;
        }
        return a.isExact() && b.isExact() ? result(a.exact().divide(b.exact())) : result(precision.divide(ball(a), ball(b)));
    }

    @Override
    public Mixed power(BigFraction base, int exponent) {
        return (long) ExactNumber.bits(base) * exponent <= longest ? Mixed.of(base.pow(BigInteger.valueOf(exponent)))
                : Mixed.of(new BallField(precision).power(base, exponent));
    }

    @Override
    public Mixed squareRoot(Mixed square) {
        if (square.isExact()) {
            BigInteger[] above = square.exact().getNumerator().sqrtAndRemainder();
            BigInteger[] below = square.exact().getDenominator().sqrtAndRemainder();
            if (above[1].signum() == 0 && below[1].signum() == 0) {
                return Mixed.of(new BigFraction(above[0], below[0]));
            }
        }
        return result(new BallField(precision).squareRoot(ball(square)));
    }

    @Override
    public Mixed dot(Mixed start, Mixed[] a, int from, int stride, Mixed[] x) {
        BigFraction exact = BigFraction.ZERO;
        boolean isExact = start == null || start.isExact();
        for (int i = 0; i < x.length && isExact; i++) {
            Mixed u = a[from + i * stride];
            if (!isZero(u) && !isZero(x[i])) {
                isExact = u.isExact() && x[i].isExact();
                exact = isExact ? exact.add(u.exact().multiply(x[i].exact())) : exact;
            }
        }
        if (isExact) {
            return result(start == null ? exact : exact.add(start.exact()));
        }
        return result(precision.dot(start == null ? null : ball(start), balls(a, from, stride, x.length), 0, 1,
                balls(x, 0, 1, x.length)));
    }

    private Ball[] balls(Mixed[] numbers, int from, int stride, int count) {
        Ball[] balls = new Ball[count];
        for (int i = 0; i < count; i++) {
            balls[i] = ball(numbers[from + i * stride]);
        }
        return balls;
    }

    @Override
    public Sign sign(Mixed a) {
        if (!a.isExact()) {
            return a.ball().sign();
        }
        return switch (a.exact().signum()) {
            case 1 -> Sign.POSITIVE;
            case -1 -> Sign.NEGATIVE;
            default -> Sign.ZERO;
        };
    }

    @Override
    public Mixed exp(Mixed a) {
        return result(precision.exp(ball(a)));
    }

    @Override
    public Mixed log(Mixed a) {
        return result(precision.log(ball(a)));
    }

    @Override
    public void apply(SmoothActivation sigma, Mixed z, Mixed[] values, Mixed[] slopes, int at) {
        Slope both = BallField.slope(precision, sigma, ball(z));
        values[at] = z.isExact() && z.exact().signum() > 0 && sigma == SmoothActivation.ELU ? z : result(both.value());
        slopes[at] = result(both.slope());
    }

    @Override
    public Mixed middle(Mixed a) {
        return a.isExact() ? a : Mixed.of(precision.midpoint(a.ball()));
    }

    @Override
    public Mixed spread(Mixed atMiddle, Mixed source, int k) {
        return Mixed.of(new BallField(precision).spread(ball(atMiddle), ball(source), k));
    }

    @Override
    public boolean seemsLarger(Mixed a, Mixed b) {
        return ball(a).mid().compareTo(ball(b).mid()) > 0;
    }
}
