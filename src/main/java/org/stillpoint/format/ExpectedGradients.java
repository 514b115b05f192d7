package org.stillpoint.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Float64;
import org.stillpoint.domain.Network;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.engine.RealLayer;

/**
 * Gradients that somebody else computed, in the shape of {@code gradients --json}:
 * {@code {"loss": "q", "gradients": {"layers": [...]}}}, where the loss may be left out.
 */
public final class ExpectedGradients {

    private final int ulps;
    private final List<Difference> differences = new ArrayList<>();

    private ExpectedGradients(int ulps) {
        this.ulps = ulps;
    }

    /**
     * Every number of the file that is more than so many units in the last place of a binary64 number away from the true one.
     *
     * @param computed the mean loss and the mean gradient, of this network
     * @param ulps from 0; the unit is that at the true number
     * @throws FormatException if the file holds no gradients in the shape of the network, or the enclosure of a number is too
     *     wide to tell
     */
    public static List<Difference> differences(JsonCursor file, Network network, RealGradients computed, int ulps) {
        Optional<JsonCursor> loss = file.allowing(Set.of(ResultFormat.LOSS, ResultFormat.GRADIENTS))
                .optionalField(ResultFormat.LOSS);
        JsonCursor gradients = file.field(ResultFormat.GRADIENTS);
        NetworkFormat.readInShapeOf(network, gradients);
        ExpectedGradients comparison = new ExpectedGradients(ulps);
        loss.ifPresent(expected -> comparison.compare(expected, computed.loss()));
        comparison.compareLayers(gradients.field(NetworkFormat.LAYERS).elements(), computed.layers());
        return List.copyOf(comparison.differences);
    }

    private void compareLayers(List<JsonCursor> expected, List<RealLayer> computed) {
        for (int l = 0; l < computed.size(); l++) {
            JsonCursor layer = expected.get(l).allowing(Set.of(NetworkFormat.WEIGHTS, NetworkFormat.BIAS));
            List<JsonCursor> rows = layer.field(NetworkFormat.WEIGHTS).elements();
            for (int j = 0; j < rows.size(); j++) {
                compare(rows.get(j).elements(), computed.get(l).weights().get(j));
            }
            computed.get(l).bias().ifPresent(bias -> compare(layer.field(NetworkFormat.BIAS).elements(), bias));
        }
    }

    private void compare(List<JsonCursor> expected, List<Real> computed) {
        for (int k = 0; k < computed.size(); k++) {
            compare(expected.get(k), computed.get(k));
        }
    }

    private void compare(JsonCursor expected, Real computed) {
        if (!isWithin(expected, computed)) {
            differences.add(new Difference(expected.pointer(), expected.node().asString(), RealText.of(computed)));
        }
    }

    private boolean isWithin(JsonCursor expected, Real computed) {
        if (computed instanceof Exact exact) {
            return isWithin(expected, exact.value(), exact.value()).orElseThrow();
        }
        Enclosure enclosure = (Enclosure) computed;
        return isWithin(expected, ExactNumber.of(enclosure.low()), ExactNumber.of(enclosure.high()))
                .orElseThrow(() -> expected.error("within " + ulps + " ulps of some numbers of the enclosure "
                        + RealText.of(computed) + " and not of others, expected a narrower one (more --digits) or other --ulps"));
    }

    private Optional<Boolean> isWithin(JsonCursor expected, BigFraction low, BigFraction high) {
        return Float64.within(ulps, expected.number(), low, high);
    }
}
