package org.stillpoint.statement;

import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
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

    public static ObjectNode writeGivens(Run run) {
        ObjectNode value = Json.object();
        value.set(NETWORK, NetworkFormat.write(run.start()));
        value.set(DATA, DataFormat.write(run.data()));
        value.set(SETTINGS, SettingsFormat.write(run.settings()));
        return value;
    }

    public static ObjectNode write(Run run) {
        ObjectNode value = writeGivens(run);
        value.set(TRACE, ResultFormat.write(run.trace()));
        return value;
    }
}
