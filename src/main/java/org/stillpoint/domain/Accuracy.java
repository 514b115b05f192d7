package org.stillpoint.domain;

import org.hipparchus.fraction.BigFraction;

/**
 * The share of the samples of a data set that are right by a rule.
 *
 * @param share from 0 to 1
 */
public record Accuracy(AccuracyRule rule, BigFraction share) {

    /** @param samples from 1 */
    public static Accuracy of(AccuracyRule rule, int right, int samples) {
        return new Accuracy(rule, new BigFraction(right, samples));
    }
}
