package org.stillpoint.domain;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * When an output f is right for a target y that is a label. Data whose targets fit several rules take the first one: targets that
 * are all 1 are signs.
 */
public enum AccuracyRule {

    /** One output, targets 1 and -1: right if {@code sign(f) = y}, so that {@code f = 0} is no label and never right. */
    SIGN("sign") {
        @Override
        boolean fits(Vector target) {
            return target.size() == 1 && target.get(0).abs().equals(BigFraction.ONE);
        }
    },

    /** One output, targets 0 and 1: right if {@code f > 1/2} just where {@code y = 1}. */
    THRESHOLD("threshold") {
        @Override
        boolean fits(Vector target) {
            return target.size() == 1 && isZeroOrOne(target.get(0));
        }
    },

    /** Several outputs, in each target one 1 and zeros: right if the output at the 1 is the only largest. */
    ARGMAX("argmax") {
        @Override
        boolean fits(Vector target) {
            return target.size() > 1 && target.entries().stream().allMatch(AccuracyRule::isZeroOrOne)
                    && target.entries().stream().filter(y -> y.signum() != 0).count() == 1;
        }
    };

    private final String id;

    AccuracyRule(String id) {
        this.id = id;
    }

    abstract boolean fits(Vector target);

    /** The name that commands print. */
    public String id() {
        return id;
    }

    /** The first rule that every target fits; empty if the targets are no labels. */
    public static Optional<AccuracyRule> of(DataSet data) {
        return Arrays.stream(values()).filter(rule -> data.targets().stream().allMatch(rule::fits)).findFirst();
    }

    private static boolean isZeroOrOne(BigFraction y) {
        return y.signum() == 0 || y.equals(BigFraction.ONE);
    }
}
