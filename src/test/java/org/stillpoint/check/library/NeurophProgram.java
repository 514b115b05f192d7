package org.stillpoint.check.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neuroph.core.Connection;
import org.neuroph.core.Neuron;
import org.neuroph.core.data.DataSet;
import org.neuroph.core.transfer.Linear;
import org.neuroph.core.transfer.RectifiedLinear;
import org.neuroph.core.transfer.Sigmoid;
import org.neuroph.core.transfer.Tanh;
import org.neuroph.core.transfer.TransferFunction;
import org.neuroph.nnet.MultiLayerPerceptron;
import org.neuroph.nnet.learning.BackPropagation;
import org.neuroph.nnet.learning.MomentumBackpropagation;
import org.neuroph.util.NeuronProperties;
import org.neuroph.util.TransferFunctionType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Neuroph as a program to check; it only trains, and passes all of the data at a time. Its argument says how: {@code online} is a
 * sample a step, {@code batch} all of the data a step, {@code momentum} a sample a step with momentum.
 */
public final class NeurophProgram {

    private static final Map<String, Class<? extends TransferFunction>> ACTIVATIONS = Map.of("identity", Linear.class,
            "relu", RectifiedLinear.class, "sigmoid", Sigmoid.class, "tanh", Tanh.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final String mode;

    private NeurophProgram(String mode) {
        this.mode = mode;
    }

    public static void main(String[] args) throws IOException {
        NeurophProgram program = new NeurophProgram(args.length == 0 ? "online" : args[0]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(program.answer(JSON.readTree(line)));
            System.out.flush();
        }
    }

    private ObjectNode answer(JsonNode request) {
        if (request.get("do").stringValue().equals("hello")) {
            return hello();
        }
        ObjectNode answer = JSON.createObjectNode().put("id", request.get("id").intValue());
        JsonNode settings = request.get("settings");
        double[][] inputs = matrix(request.get("data").get("inputs"));
        String unsupported = unsupported(settings, inputs.length);
        if (!unsupported.isEmpty()) {
            return answer.put("unsupported", unsupported);
        }
        JsonNode layers = request.get("network").get("layers");
        MultiLayerPerceptron network = network(layers);
        train(network, inputs, matrix(request.get("data").get("targets")), settings);
        answer.putObject("network").set("layers", written(network, layers.size()));
        return answer;
    }

    private ObjectNode hello() {
        ObjectNode hello = JSON.createObjectNode().put("name", "Neuroph 2.92, " + mode)
                .put("biases", "always").put("max-samples", 2);
        hello.putArray("does").add("train");
        hello.putArray("activations").add("identity").add("relu").add("sigmoid").add("tanh");
        hello.putArray("output-activations").add("identity").add("relu").add("sigmoid").add("tanh");
        return hello;
    }

    /** Why not; empty if so. */
    private String unsupported(JsonNode settings, int samples) {
        boolean momentum = settings.get("momentum").doubleValue() != 0;
        int batch = Math.min(settings.get("batch-size").intValue(), samples);
        if (settings.get("weight-decay").doubleValue() != 0) {
            return "weight decay";
        }
        if (momentum && !mode.equals("momentum")) {
            return "momentum";
        }
        if (batch != (mode.equals("batch") ? samples : 1)) {
            return "batches of " + batch + " of " + samples + " samples";
        }
        return settings.get("steps").intValue() * batch % samples == 0 ? "" : "a pass over a part of the data";
    }

    /** The bias of a unit is the weight of a further unit below, which always has the output 1. */
    private static MultiLayerPerceptron network(JsonNode layers) {
        List<Integer> widths = new ArrayList<>(List.of(layers.get(0).get("weights").get(0).size()));
        layers.forEach(layer -> widths.add(layer.get("weights").size()));
        MultiLayerPerceptron network = new MultiLayerPerceptron(widths, new NeuronProperties(TransferFunctionType.LINEAR, true));
        for (int l = 0; l < layers.size(); l++) {
            JsonNode layer = layers.get(l);
            for (int j = 0; j < layer.get("weights").size(); j++) {
                Neuron neuron = network.getLayerAt(l + 1).getNeuronAt(j);
                neuron.setTransferFunction(transferFunction(layer.get("activation").stringValue()));
                Connection[] connections = neuron.getInputConnections();
                JsonNode row = layer.get("weights").get(j);
                for (int k = 0; k < row.size(); k++) {
                    connections[k].getWeight().setValue(row.get(k).doubleValue());
                }
                connections[row.size()].getWeight().setValue(layer.get("bias").get(j).doubleValue());
            }
        }
        return network;
    }

    private static TransferFunction transferFunction(String activation) {
        try {
            return ACTIVATIONS.get(activation).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(activation, e);
        }
    }

    private void train(MultiLayerPerceptron network, double[][] inputs, double[][] targets, JsonNode settings) {
        BackPropagation rule = rule(settings.get("momentum").doubleValue());
        rule.setLearningRate(settings.get("learning-rate").doubleValue());
        rule.setBatchMode(mode.equals("batch"));
        rule.setMaxError(-1); // no pass is left out because the error is small
        network.setLearningRule(rule);
        DataSet data = new DataSet(inputs[0].length, targets[0].length);
        for (int i = 0; i < inputs.length; i++) {
            data.addRow(inputs[i], targets[i]);
        }
        int stepsOfPass = mode.equals("batch") ? 1 : inputs.length;
        int passes = settings.get("steps").intValue() / stepsOfPass;
        if (passes > 0) {
            rule.setMaxIterations(passes);
            rule.learn(data);
        }
    }

    private BackPropagation rule(double momentum) {
        if (!mode.equals("momentum")) {
            return new BackPropagation();
        }
        MomentumBackpropagation rule = new MomentumBackpropagation();
        rule.setMomentum(momentum);
        return rule;
    }

    private static ArrayNode written(MultiLayerPerceptron network, int depth) {
        ArrayNode layers = JSON.createArrayNode();
        for (int l = 1; l <= depth; l++) {
            ObjectNode layer = layers.addObject();
            ArrayNode weights = layer.putArray("weights");
            ArrayNode bias = layer.putArray("bias");
            for (Neuron neuron : network.getLayerAt(l).getNeurons()) {
                Connection[] connections = neuron.getInputConnections();
                if (connections.length > 0) { // that of biases has none
                    ArrayNode row = weights.addArray();
                    for (int k = 0; k < connections.length - 1; k++) {
                        row.add(connections[k].getWeight().getValue());
                    }
                    bias.add(connections[connections.length - 1].getWeight().getValue());
                }
            }
        }
        return layers;
    }

    /** One row for each sample; a target may be a bare number. */
    private static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            JsonNode row = rows.get(i);
            matrix[i] = new double[row.isArray() ? row.size() : 1];
            for (int k = 0; k < matrix[i].length; k++) {
                matrix[i][k] = (row.isArray() ? row.get(k) : row).doubleValue();
            }
        }
        return matrix;
    }
}
