package org.stillpoint.engine;

import java.util.List;

/**
 * One step of training, in real numbers.
 *
 * @param batch the indices of its samples in the data set, from 0
 * @param samples the passes of these samples, before the step
 * @param gradients the mean gradient over the batch, layer by layer, without momentum and decay
 * @param network the network after the step
 */
public record RealStep(List<Integer> batch, List<RealSample> samples, List<RealLayer> gradients, RealNetwork network) {

    public RealStep {
        batch = List.copyOf(batch);
        samples = List.copyOf(samples);
        gradients = List.copyOf(gradients);
    }

    public static RealStep of(StepTrace step) {
        return new RealStep(step.batch(), step.samples().stream().map(RealSample::of).toList(),
                RealGradients.layers(step.gradients()), RealNetwork.of(step.network()));
    }
}
