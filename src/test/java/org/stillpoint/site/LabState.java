package org.stillpoint.site;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;

/**
 * What the lab shows, as its element {@code state} says it.
 *
 * @param loss a fraction, which may be longer than what our readers take
 * @param accuracy the share of samples that are right, empty if the targets are no labels
 */
record LabState(int step, Network network, String loss, Optional<BigFraction> accuracy) {

    private static final Pattern FRACTION = Pattern.compile("-?[0-9]++(/[1-9][0-9]*+)?");

    LabState {
        if (!FRACTION.matcher(loss).matches()) {
            throw new IllegalArgumentException(loss + " is no fraction");
        }
    }

    /** The network is read as any of our files. */
    static LabState read(String text) {
        JsonCursor state = Json.read(new Source("state", text));
        JsonCursor accuracy = state.field("accuracy");
        return new LabState(state.field("step").number().intValue(), NetworkFormat.read(state.field("network")),
                state.field("loss").string(), accuracy.node().isNull() ? Optional.empty() : Optional.of(accuracy.number()));
    }
}
