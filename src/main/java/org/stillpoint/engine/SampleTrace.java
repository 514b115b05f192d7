package org.stillpoint.engine;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Vector;

/**
 * One sample on its way through the network and back.
 *
 * @param preactivations one vector a layer, {@code z = W a + b}; the last one is the output if the last activation
 *     is the identity
 * @param activations one vector a hidden layer, {@code sigma(z)}, and one of the last layer if it is not
 * @param deltas one vector a layer, the derivatives of the loss by the pre-activations
 * @param output what the loss is of, behind the activation of the last layer
 */
public record SampleTrace(List<Vector> preactivations, List<Vector> activations, List<Vector> deltas, Vector output,
                          BigFraction loss) {

    public SampleTrace {
        preactivations = List.copyOf(preactivations);
        activations = List.copyOf(activations);
        deltas = List.copyOf(deltas);
    }
}
