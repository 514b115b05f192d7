package org.stillpoint.engine;

import java.util.List;
import org.stillpoint.domain.Network;

/**
 * One step of training.
 *
 * @param batch the indices of its samples in the data set, from 0
 * @param samples the passes of these samples, before the step
 * @param gradients the mean gradient over the batch, without momentum and decay
 * @param network the network after the step
 */
public record StepTrace(List<Integer> batch, List<SampleTrace> samples, NetworkGradient gradients, Network network) {

    public StepTrace {
        batch = List.copyOf(batch);
        samples = List.copyOf(samples);
    }
}
