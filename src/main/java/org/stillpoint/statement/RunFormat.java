package org.stillpoint.statement;

import java.util.List;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.ResultFormat;
import org.stillpoint.format.SettingsFormat;
import tools.jackson.databind.node.ObjectNode;

/** A training as JSON: network, data, settings, and the trace in full. */
public final class RunFormat {

    public static final String NETWORK = "network";
    public static final String DATA = "data";
    public static final String SETTINGS = "settings";
    public static final String TRACE = "trace";

    private RunFormat() {
    }

    /**
     * A network such as claims speak of and the proofs are about: every activation is exact, the last one the identity.
     *
     * @throws org.stillpoint.format.FormatException if the value is another network, or none
     */
    public static Network readNetwork(JsonCursor value) {
        Network network = NetworkFormat.read(value);
        List<JsonCursor> activations = value.field("layers").elements().stream().map(layer -> layer.field("activation")).toList();
        for (int l = 0; l < activations.size(); l++) {
            activations.get(l).checked(network.layers().get(l).activation()::rational);
        }
        if (network.outputActivation() != Activation.IDENTITY) {
            throw activations.get(activations.size() - 1).error("activation " + network.outputActivation().id()
                    + " of the last layer, expected identity, as claims speak of");
        }
        return network;
    }

    /**
     * Settings whose loss is exact.
     *
     * @throws org.stillpoint.format.FormatException if the value is other settings, or none
     */
    public static Settings readSettings(JsonCursor value) {
        Settings settings = SettingsFormat.read(value);
        value.field("loss").checked(settings.loss()::rational);
        return settings;
    }

    public static ObjectNode writeGivens(Run run) {
        ObjectNode value = Json.object();
        value.set(NETWORK, NetworkFormat.write(run.start()));
        value.set(DATA, DataFormat.write(run.data()));
        value.set(SETTINGS, SettingsFormat.write(run.settings()));
        return value;
    }

    public static ObjectNode write(Run run) {
        ObjectNode value = writeGivens(run);
        value.set(TRACE, ResultFormat.write(RealTrace.of(run.trace())));
        return value;
    }
}
