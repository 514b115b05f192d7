package org.stillpoint.search;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;

/**
 * How the networks of a claim of one's own are trained.
 *
 * @param learningRate empty if it is drawn
 * @param batchSize {@link #FULL} for the whole data set
 */
record OwnTraining(Loss loss, Optional<BigFraction> learningRate, BigFraction kappa, int batchSize, BigFraction momentum,
                   BigFraction weightDecay) {

    static final int FULL = Integer.MAX_VALUE;

    /** How many numbers are drawn. */
    int numbers() {
        return learningRate.isPresent() ? 0 : 1;
    }

    /** @param numbers the learning rate is taken from there if it is drawn */
    Settings settings(Size size, Pieces numbers) {
        return new Settings(loss, learningRate.orElseGet(numbers::number), size.steps(), Math.min(batchSize, size.samples()),
                momentum, weightDecay, kappa);
    }
}
