package org.stillpoint.graph.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import org.stillpoint.graph.certificate.TrainingQuestion;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;

/** What people ask about starts, asked of programs with a slot for each number. */
class FieldProgramsTest {

    private static final Path FILE = Path.of("src/test/resources/field/cases.json");
    private static final int STEPS = 4;

    private static List<JsonCursor> cases() throws IOException {
        return Json.read(new Source(FILE.toString(), Files.readString(FILE))).field("cases").elements();
    }

    /** The columns: how many parameters never change, and how many of the others move in a run. */
    @ParameterizedTest
    @CsvSource({"zero-convolution, 0, 2", "two-zero-convolutions, 3, 1", "lora-both-zero, 4, 0", "lora-b-zero, 0, 4",
        "zero-last-layer, 0, 2", "zero-first-layer, 10, 2", "dead-pixels, 2, 4", "softmax-regression, 0, 6",
        "different-outgoing-weights, 0, 9", "random-hidden-biases, 0, 7", "xor-dead-unit, 4, 5", "xor-zero-one-targets, 6, 0",
        "perceptron-rate, 0, 3", "zero-inputs, 8, 1"})
    void whatIsFoundNeverChangesAndTheRestMoves(String id, int unchanged, int moved) throws IOException {
        JsonCursor json = cases().stream().filter(each -> each.field("id").string().equals(id)).findFirst().orElseThrow();

        Examination seen = Examination.of(architecture(json), STEPS);

        assertThat(seen.confirmed()).isTrue();
        assertThat(seen.unchanged()).hasSize(unchanged);
        assertThat(seen.moved()).hasSize(moved);
    }

    @Test
    void everyCaseIsDecided() throws IOException {
        assertThat(cases()).hasSize(14);
    }

    private static Architecture architecture(JsonCursor json) {
        Network network = NetworkFormat.read(json.field("network"));
        DataSet data = DataFormat.read(json.field("data"));
        Graph graph = new Graph();
        List<Map<String, Node>> parameters = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            parameters.add(parameters(graph, network.layers().get(l), "layer " + (l + 1)));
        }
        RationalLoss loss = RationalLoss.valueOf(
                json.field("settings").field("loss").string().toUpperCase(Locale.ROOT));
        int size = json.field("settings").optionalField("batch-size").map(each -> each.node().asInt()).orElse(1);
        for (int i = 0; i < size; i++) {
            List<Node> values = inputs(graph, "input " + i, network.inputs());
            for (int l = 0; l < network.layers().size(); l++) {
                values = layer(network.layers().get(l), parameters.get(l), values);
            }
            List<Node> targets = inputs(graph, "target " + i, network.outputs());
            for (int j = 0; j < values.size(); j++) {
                graph.loss(values.get(j), targets.get(j), loss);
            }
        }
        TrainingProgram program = TrainingProgram.of(graph, Optimisers.descent());
        List<Map<String, ?>> batches = new ArrayList<>();
        for (int from = 0; from < data.size(); from += size) {
            batches.add(batch(data, from, size));
        }
        return new Architecture(json.field("id").string(), "", "", program, TrainingQuestion.about(program).fedOneOf(batches),
                program.feed(step -> batches.get(step % batches.size())));
    }

    private static List<Node> inputs(Graph graph, String name, int count) {
        return IntStream.range(0, count).mapToObj(k -> graph.input(name + " " + k)).toList();
    }

    private static Map<String, Object> batch(DataSet data, int from, int size) {
        Map<String, Object> fed = new HashMap<>(Map.of("rate", new BigFraction(1, 10)));
        for (int i = 0; i < size; i++) {
            List<BigFraction> input = data.inputs().get(from + i).entries();
            List<BigFraction> target = data.targets().get(from + i).entries();
            for (int k = 0; k < input.size(); k++) {
                fed.put("input " + i + " " + k, input.get(k));
            }
            for (int j = 0; j < target.size(); j++) {
                fed.put("target " + i + " " + j, target.get(j));
            }
        }
        return fed;
    }

    private static Map<String, Node> parameters(Graph graph, Layer layer, String name) {
        Map<String, Node> parameters = new HashMap<>();
        for (int j = 0; j < layer.units(); j++) {
            for (int k = 0; k < layer.inputs(); k++) {
                parameters.put(j + " " + k, graph.parameter(name + " weight " + j + " " + k, layer.weights().get(j, k)));
            }
            int unit = j;
            layer.bias().ifPresent(bias -> parameters.put("" + unit, graph.parameter(name + " bias " + unit, bias.get(unit))));
        }
        return parameters;
    }

    private static List<Node> layer(Layer layer, Map<String, Node> parameters, List<Node> below) {
        return IntStream.range(0, layer.units()).mapToObj(j -> {
            Node z = IntStream.range(0, below.size()).mapToObj(k -> parameters.get(j + " " + k).entrywise(below.get(k)))
                    .reduce(Node::plus).orElseThrow();
            return (layer.bias().isPresent() ? z.plus(parameters.get("" + j)) : z).activation(layer.activation());
        }).toList();
    }
}
