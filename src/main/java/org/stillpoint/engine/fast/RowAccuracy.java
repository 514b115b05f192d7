package org.stillpoint.engine.fast;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/** The rules for right outputs on scalars over a common base. */
final class RowAccuracy {

    private final AccuracyRule rule;
    private final Row half;

    /** @param base one that 1/2 is over */
    RowAccuracy(AccuracyRule rule, CoprimeBase base) {
        this.rule = rule;
        this.half = Row.of(base, BigFraction.ONE_HALF);
    }

    /** @param y one that fits the rule, as long as f */
    boolean isRight(Row[] f, Row y) {
        return switch (rule) {
            case SIGN -> f[0].signum() == y.signum();
            case THRESHOLD -> f[0].compareTo(half) > 0 == y.signum() > 0;
            case ARGMAX -> isOnlyLargest(f, y);
        };
    }

    private static boolean isOnlyLargest(Row[] f, Row y) {
        int hot = 0;
        while (y.entry(hot).signum() == 0) {
            hot++;
        }
        for (int o = 0; o < f.length; o++) {
            if (o != hot && f[hot].compareTo(f[o]) <= 0) {
                return false;
            }
        }
        return true;
    }
}
