package org.stillpoint.domain;

import java.util.function.Predicate;
import org.hipparchus.fraction.BigFraction;

/** What losses ask of targets; each refuses the first sample with another one, by a {@link TargetException}. */
final class Targets {

    private Targets() {
    }

    static void requireLabels(Loss loss, DataSet data) {
        requireEach(data, y -> y.abs().equals(BigFraction.ONE), "1 or -1, the labels of the " + loss.id() + " loss");
    }

    static void requireProbabilities(Loss loss, DataSet data) {
        requireEach(data, y -> y.signum() >= 0 && y.compareTo(BigFraction.ONE) <= 0,
                "a probability from 0 to 1 for the " + loss.id() + " loss");
    }

    static void requireSumsOfOne(Loss loss, DataSet data) {
        for (int i = 0; i < data.size(); i++) {
            BigFraction sum = data.targets().get(i).entries().stream().reduce(BigFraction.ZERO, BigFraction::add);
            if (!sum.equals(BigFraction.ONE)) {
                throw new TargetException(i, "sample " + (i + 1) + " has a target whose entries sum to " + shown(sum)
                        + ", expected 1, as probabilities of the outputs do for the " + loss.id() + " loss behind softmax");
            }
        }
    }

    private static void requireEach(DataSet data, Predicate<BigFraction> takes, String expected) {
        for (int i = 0; i < data.size(); i++) {
            for (BigFraction y : data.targets().get(i).entries()) {
                if (!takes.test(y)) {
                    throw new TargetException(i, "sample " + (i + 1) + " has target " + shown(y) + ", expected " + expected);
                }
            }
        }
    }

    private static String shown(BigFraction number) {
        return ExactNumber.shortened(ExactNumber.write(number));
    }
}
