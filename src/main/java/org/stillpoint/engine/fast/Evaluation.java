package org.stillpoint.engine.fast;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** What a network makes of all samples. */
final class Evaluation {

    private final CoprimeBase base;
    private final Forward forward;
    private final Samples samples;
    private final RationalLoss loss;

    Evaluation(CoprimeBase base, Forward forward, Samples samples, RationalLoss loss) {
        this.base = base;
        this.forward = forward;
        this.samples = samples;
        this.loss = loss;
    }

    /** The sum of the losses of all samples. */
    BigFraction totalLoss() {
        Scalar sum = Scalar.zero(base);
        for (int i = 0; i < samples.count(); i++) {
            forward.run(i);
            for (int o = 0; o < samples.outputs(); o++) {
                sum = sum.plus(base, loss(o));
            }
        }
        return new LowestTerms(base).fraction(sum.numerator(), sum.denominator());
    }

    /** An output whose loss does not depend on it is not computed. */
    private Scalar loss(int o) {
        Target target = forward.target(o);
        if (loss == RationalLoss.SQUARED) {
            Scalar difference = forward.exact().output(o).plus(base, Scalar.of(base, target.y()).times(-1));
            return difference.times(base, difference).over(base, 2);
        }
        int side = forward.side(o);
        Scalar constant = Scalar.of(base, target.constant(side));
        return target.derivative(side).signum() == 0 ? constant
                : forward.exact().output(o).times(base, target.derivative(base, side)).plus(base, constant);
    }

    /** How many samples are right. */
    int right(AccuracyRule rule) {
        int right = 0;
        for (int i = 0; i < samples.count(); i++) {
            forward.run(i);
            right += isRight(rule) ? 1 : 0;
        }
        return right;
    }

    private boolean isRight(AccuracyRule rule) {
        BigFraction y = forward.target(0).y();
        return switch (rule) {
            case SIGN -> forward.sign(0) == y.signum();
            case THRESHOLD -> forward.exact().output(0).compareTo(base, BigFraction.ONE_HALF) > 0 == y.signum() > 0;
            case ARGMAX -> isOnlyLargest();
        };
    }

    private boolean isOnlyLargest() {
        int hot = 0;
        while (forward.target(hot).y().signum() == 0) {
            hot++;
        }
        Scalar largest = forward.exact().output(hot).times(-1);
        for (int o = 0; o < samples.outputs(); o++) {
            if (o != hot && forward.exact().output(o).plus(base, largest).signum() >= 0) {
                return false;
            }
        }
        return true;
    }
}
