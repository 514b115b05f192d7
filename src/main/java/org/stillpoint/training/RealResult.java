package org.stillpoint.training;

import java.util.Optional;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealNetwork;

/**
 * What training ends with, in real numbers.
 *
 * @param loss the mean loss after the last step
 * @param accuracy after the last step, empty if the targets are no labels
 */
public record RealResult(RealNetwork network, int steps, Real loss, Optional<Accuracy> accuracy) {

    public static RealResult of(TrainingResult result) {
        return new RealResult(RealNetwork.of(result.network()), result.steps(), new Exact(result.loss()), result.accuracy());
    }
}
