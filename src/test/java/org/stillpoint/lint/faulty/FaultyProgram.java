package org.stillpoint.lint.faulty;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.modelfile.network.Network;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A program that somebody asked for help with, from a published set: its network, and how its weights start.
 *
 * @param network layers, one after the other, separated by commas
 * @param note in what it differs from the program; empty if in nothing
 */
record FaultyProgram(String name, String network, String loss, String note) {

    /** All of them, in the order of the file. */
    static List<FaultyProgram> all() throws IOException {
        try (InputStream in = FaultyProgram.class.getResourceAsStream("/models/faulty/programs.json")) {
            List<FaultyProgram> programs = new ArrayList<>();
            for (JsonNode each : new ObjectMapper().readTree(in).get("programs")) {
                programs.add(new FaultyProgram(each.get("program").asString(), each.get("network").asString(),
                        each.get("loss").asString(), each.path("note").asString("")));
            }
            return programs;
        }
    }

    /** The network with the weights of its start; what starts at random is drawn. */
    Network start() {
        StartedNetwork started = new StartedNetwork();
        for (String layer : network.split(", ")) {
            started.append(List.of(layer.split(" ")));
        }
        return started.finish();
    }
}
