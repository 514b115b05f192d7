package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.stillpoint.domain.Network;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A small input after a public question, run through the command line. */
record FieldCase(JsonCursor json, Path directory) {

    private static final Path FILE = Path.of("src/test/resources/field/cases.json");

    static Stream<FieldCase> all(Path directory) throws IOException {
        return Json.read(new Source(FILE.toString(), Files.readString(FILE))).field("cases").elements().stream()
                .map(json -> new FieldCase(json, directory));
    }

    static FieldCase of(String id, Path directory) throws IOException {
        return all(directory).filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** The case with another value at a place in it, such as {@code /data/targets}. */
    FieldCase with(String pointer, String value) {
        ObjectNode changed = (ObjectNode) json.node().deepCopy();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) changed.at(pointer.substring(0, last)))
                .set(pointer.substring(last + 1), Json.read(new Source("value", value)).node());
        return new FieldCase(new JsonCursor(FILE.toString(), "", changed), directory);
    }

    String id() {
        return json.field("id").string();
    }

    List<String> named() {
        return strings(json.node().get("symmetry names"));
    }

    List<String> notNamed() {
        return strings(json.node().get("symmetry does not name"));
    }

    Network network() {
        return NetworkFormat.read(json.field("network"));
    }

    JsonCursor symmetry() throws IOException {
        return run("symmetry", List.of());
    }

    /** The mean gradients, layer by layer. */
    List<JsonCursor> gradients() throws IOException {
        return run("gradients", List.of("--loss", json.field("settings").field("loss").string())).field("gradients")
                .field("layers").elements();
    }

    /** Trains with the settings of the case, and those given after them, which count. */
    JsonCursor train(String... more) throws IOException {
        List<String> options = new ArrayList<>();
        for (String key : json.field("settings").node().propertyNames()) {
            if (Stream.of(more).noneMatch(("--" + key)::equals)) {
                options.addAll(List.of("--" + key, json.field("settings").node().get(key).asString()));
            }
        }
        options.addAll(List.of(more));
        return run("train", options);
    }

    Network trained(String... more) throws IOException {
        return NetworkFormat.read(train(more).field("network"));
    }

    private JsonCursor run(String command, List<String> options) throws IOException {
        Path network = Files.writeString(directory.resolve("network.json"), Json.write(json.field("network").node()));
        Path data = Files.writeString(directory.resolve("data.json"), Json.write(json.field("data").node()));
        CommandLineRun run = CommandLineRun.of(Stream.concat(Stream.of(command, "--network", network, "--data", data, "--json"),
                options.stream()).toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return Json.read(new Source("output", run.out()));
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::stringValue).toList();
    }

    @Override
    public String toString() {
        return id();
    }
}
