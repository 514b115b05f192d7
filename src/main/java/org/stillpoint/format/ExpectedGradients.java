package org.stillpoint.format;

import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Float64;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.NetworkGradient;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gradients that somebody else computed, in the shape of {@code gradients --json}:
 * {@code {"loss": "q", "gradients": {"layers": [...]}}}, where the loss may be left out.
 */
public final class ExpectedGradients {

    private ExpectedGradients() {
    }

    /**
     * Every number of the file that is more than so many units in the last place of a binary64 number away from the exact one.
     *
     * @param loss the exact mean loss
     * @param gradient the exact mean gradient, of this network
     * @param ulps from 0; the unit is that at the exact number
     * @throws FormatException if the file holds no gradients in the shape of the network
     */
    public static List<Difference> differences(JsonCursor file, Network network, BigFraction loss, NetworkGradient gradient,
                                               int ulps) {
        ObjectNode computed = ResultFormat.write(loss, gradient);
        if (file.allowing(Set.of(ResultFormat.LOSS, ResultFormat.GRADIENTS)).optionalField(ResultFormat.LOSS).isEmpty()) {
            computed.remove(ResultFormat.LOSS);
        }
        NetworkFormat.readInShapeOf(network, file.field(ResultFormat.GRADIENTS));
        return TreeComparison.of(file, computed, (expected, actual) -> Float64.within(ulps, expected, actual));
    }
}
