package org.stillpoint.graph.training;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;

/** The training of a perceptron as a program of numbers: as many samples a step as every batch can be repeated to. */
public record PerceptronProgram(Network network, DataSet data, Settings settings, int samples, TrainingProgram program) {

    public static PerceptronProgram of(Network network, DataSet data, Settings settings, Optimiser optimiser) {
        int samples = IntStream.range(0, settings.batches(data.size())).map(step -> settings.batch(step, data.size()).size())
                .reduce(1, (a, b) -> a / BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue() * b);
        return new PerceptronProgram(network, data, settings, samples, program(network, settings, samples, optimiser));
    }

    static PerceptronProgram of(TrainingRun run, Optimiser optimiser) {
        return of(run.network(), run.data(), run.settings(), optimiser);
    }

    private static TrainingProgram program(Network network, Settings settings, int samples, Optimiser optimiser) {
        Graph graph = new Graph();
        List<Layer> layers = network.layers();
        List<Map<String, Node>> parameters = IntStream.range(0, layers.size()).mapToObj(l -> parameters(graph, layers.get(l), l))
                .toList();
        for (int i = 0; i < samples; i++) {
            int sample = i;
            List<Node> values = IntStream.range(0, network.inputs())
                    .mapToObj(k -> graph.input("x" + sample + "," + k)).toList();
            for (int l = 0; l < layers.size(); l++) {
                values = layer(graph, settings, layers.get(l), parameters.get(l), values, l == layers.size() - 1);
            }
            for (int j = 0; j < values.size(); j++) {
                graph.loss(values.get(j), graph.input("y" + i + "," + j), settings.loss().rational(),
                        new BigFraction(1, samples));
            }
        }
        return TrainingProgram.of(graph, optimiser);
    }

    private static Map<String, Node> parameters(Graph graph, Layer layer, int l) {
        Map<String, Node> parameters = new HashMap<>();
        for (int j = 0; j < layer.units(); j++) {
            for (int k = 0; k < layer.inputs(); k++) {
                parameters.put(j + "," + k, graph.parameter("W" + l + "," + j + "," + k, layer.weights().get(j, k)));
            }
            int unit = j;
            layer.bias().ifPresent(b -> parameters.put("" + unit, graph.parameter("b" + l + "," + unit, b.get(unit))));
        }
        return parameters;
    }

    private static List<Node> layer(Graph graph, Settings settings, Layer layer, Map<String, Node> parameters,
                                    List<Node> below, boolean last) {
        List<Node> above = new ArrayList<>();
        for (int j = 0; j < layer.units(); j++) {
            List<Node> terms = new ArrayList<>();
            for (int k = 0; k < below.size(); k++) {
                terms.add(parameters.get(j + "," + k).times(below.get(k)));
            }
            if (layer.bias().isPresent()) {
                terms.add(parameters.get("" + j));
            }
            Node z = graph.sum(terms);
            above.add(last ? z : z.activation(layer.activation(), settings.kinks()));
        }
        return above;
    }

    /** Whether a parameter is a weight, by its name. */
    static boolean isWeight(String name) {
        return name.startsWith("W");
    }

    /** The parameters in the order of {@link Network#parameters()}, after these steps, with numbers that are fed by name. */
    List<Object> trained(int steps, Map<String, BigFraction> rates) {
        List<Object> state = program.run(steps, program.feed(step -> fed(step, rates)));
        List<Object> parameters = new ArrayList<>();
        List<Layer> layers = network.layers();
        for (int l = 0; l < layers.size(); l++) {
            for (int j = 0; j < layers.get(l).units(); j++) {
                for (int k = 0; k < layers.get(l).inputs(); k++) {
                    parameters.add(state.get(program.slot("W" + l + "," + j + "," + k)));
                }
            }
            for (int j = 0; layers.get(l).bias().isPresent() && j < layers.get(l).units(); j++) {
                parameters.add(state.get(program.slot("b" + l + "," + j)));
            }
        }
        return parameters;
    }

    /** What is fed in a step, with these numbers besides. */
    public Map<String, Object> fed(int step, Map<String, BigFraction> rates) {
        Map<String, Object> given = new HashMap<>(rates);
        List<Integer> batch = settings.batch(step, data.size());
        for (int i = 0; i < samples; i++) {
            int sample = batch.get(i % batch.size());
            for (int k = 0; k < network.inputs(); k++) {
                given.put("x" + i + "," + k, data.inputs().get(sample).get(k));
            }
            for (int j = 0; j < network.outputs(); j++) {
                given.put("y" + i + "," + j, data.targets().get(sample).get(j));
            }
        }
        return given;
    }
}
