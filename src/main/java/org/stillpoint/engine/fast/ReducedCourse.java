package org.stillpoint.engine.fast;

import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.Course;

/** The training of a network by that of a smaller one with the same outputs and the same numbers in it. */
final class ReducedCourse implements Course {

    private final Course smaller;
    private final UnaryOperator<Network> whole;

    /** @param whole the network that a smaller one stands for */
    ReducedCourse(Course smaller, UnaryOperator<Network> whole) {
        this.smaller = smaller;
        this.whole = whole;
    }

    @Override
    public void step() {
        smaller.step();
    }

    @Override
    public Network network() {
        return whole.apply(smaller.network());
    }

    @Override
    public BigFraction meanLoss() {
        return smaller.meanLoss();
    }

    @Override
    public int right(AccuracyRule rule) {
        return smaller.right(rule);
    }

    @Override
    public int atMost() {
        return smaller.atMost();
    }

    @Override
    public int exact() {
        return smaller.exact();
    }
}
