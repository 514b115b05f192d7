package org.stillpoint.engine.enclosure;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;

/** What fields of balls of one precision have in common. */
abstract class NumbersInBalls implements Field<Ball> {

    private final Precision precision;

    NumbersInBalls(Precision precision) {
        this.precision = precision;
    }

    public final Precision precision() {
        return precision;
    }

    @Override
    public final Ball[] array(int length) {
        return new Ball[length];
    }

    @Override
    public final Ball[][] arrays(int length) {
        return new Ball[length][];
    }

    @Override
    public final Ball zero() {
        return precision.zero();
    }

    @Override
    public final Ball one() {
        return precision.one();
    }

    @Override
    public final Ball number(BigFraction value) {
        return precision.ball(value);
    }

    @Override
    public final Ball negate(Ball a) {
        return a.negate();
    }
}
