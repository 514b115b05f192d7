package org.stillpoint.training;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.Network;

/**
 * What training ends with.
 *
 * @param loss the mean loss after the last step
 * @param accuracy after the last step, empty if the targets are no labels
 */
public record TrainingResult(Network network, int steps, BigFraction loss, Optional<Accuracy> accuracy) {
}
