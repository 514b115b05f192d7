package org.stillpoint.engine;

import java.util.List;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;

/**
 * One sample on its way through the network and back, in real numbers.
 *
 * @param preactivations one vector a layer, {@code z = W a + b}
 * @param activations one vector a hidden layer, {@code sigma(z)}, and one for the last layer unless its activation is the
 *     identity
 * @param deltas one vector a layer, the derivatives of the loss by the pre-activations
 * @param output what the loss is taken of: the last activations, or the last pre-activations under the identity
 */
public record RealSample(List<List<Real>> preactivations, List<List<Real>> activations, List<List<Real>> deltas,
                         List<Real> output, Real loss) {

    public RealSample {
        preactivations = preactivations.stream().map(List::copyOf).toList();
        activations = activations.stream().map(List::copyOf).toList();
        deltas = deltas.stream().map(List::copyOf).toList();
        output = List.copyOf(output);
    }

    public static RealSample of(SampleTrace sample) {
        return new RealSample(RealLayer.vectors(sample.preactivations()), RealLayer.vectors(sample.activations()),
                RealLayer.vectors(sample.deltas()), RealLayer.vector(sample.output()), new Exact(sample.loss()));
    }
}
