package org.stillpoint.graph.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** The training of a perceptron in full batches as a program of matrices, with a sample in each row. */
record TensorPerceptron(TrainingRun run, TrainingProgram program) {

    /** @param run has no batch that is not the whole of its data */
    static TensorPerceptron of(TrainingRun run) {
        int samples = run.data().size();
        Graph graph = new Graph();
        Node values = graph.input("x", Shape.of(samples, run.network().inputs()));
        List<Layer> layers = run.network().layers();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            values = values.timesTransposed(graph.parameter("W" + l, matrix(layer.weights().rows())));
            Optional<Tensor> bias = layer.bias().map(TensorPerceptron::vector);
            if (bias.isPresent()) {
                values = values.plusAlong(1, graph.parameter("b" + l, bias.get()));
            }
            if (l < layers.size() - 1) {
                values = values.activation(layer.activation(), run.settings().kinks());
            }
        }
        graph.loss(values, graph.input("y", values.shape()), run.settings().loss().rational(), new BigFraction(1, samples));
        return new TensorPerceptron(run,
                TrainingProgram.of(graph, Optimisers.momentum().withDecay(PerceptronProgram::isWeight)));
    }

    /** The parameters in the order of {@link Network#parameters()}, after all steps. */
    List<BigFraction> trained() {
        Settings settings = run.settings();
        Map<String, Object> fed = new HashMap<>(Map.of("rate", settings.learningRate(), "momentum", settings.momentum(),
                "decay", settings.weightDecay()));
        fed.put("x", matrix(run.data().inputs()));
        fed.put("y", matrix(run.data().targets()));
        List<Object> state = program.run(settings.steps(), program.feed(fed));
        return program.slots(Role.PARAMETER).stream().flatMap(slot -> ((Tensor) state.get(slot)).entries().stream()).toList();
    }

    private static Tensor matrix(List<Vector> rows) {
        List<BigFraction> entries = new ArrayList<>();
        rows.forEach(row -> entries.addAll(row.entries()));
        return new Tensor(Shape.of(rows.size(), rows.get(0).size()), entries);
    }

    private static Tensor vector(Vector vector) {
        return new Tensor(Shape.of(vector.size()), vector.entries());
    }
}
