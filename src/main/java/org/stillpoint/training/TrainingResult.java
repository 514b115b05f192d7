package org.stillpoint.training;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;

/**
 * What training ends with.
 *
 * @param loss the mean loss after the last step
 * @param accuracy the share of samples classified correctly after the last step, from 0 to 1
 */
public record TrainingResult(Network network, int steps, BigFraction loss, BigFraction accuracy) {
}
