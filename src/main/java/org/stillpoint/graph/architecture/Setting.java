package org.stillpoint.graph.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.graph.certificate.TrainingQuestion;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * A network while it is put together: where its parameters start, and what is fed to it. It may be a block of any model: the
 * errors of its output are fed too, by a loss that is their inner product with the output. It is trained by gradient descent
 * with momentum.
 */
final class Setting {

    private final Graph graph = new Graph();
    private final Filling filling;
    private final Start start;
    private final Map<String, Tensor> starts = new HashMap<>();
    private final Map<String, Supplier<Tensor>> fed = new LinkedHashMap<>();
    private final List<String> zeros = new ArrayList<>();

    Setting(Filling filling, Start start) {
        this.filling = filling;
        this.start = start;
    }

    /** A parameter that starts at zero if the start says so, or else at any numbers. */
    Node parameter(String name, int... sizes) {
        Shape shape = Shape.of(sizes);
        return parameter(name, start.zero().contains(name) ? Tensor.zeros(shape) : filling.of(shape));
    }

    Node parameter(String name, Tensor from) {
        starts.put(name, from);
        return graph.parameter(name, from.value());
    }

    /** A parameter that starts as another one does, or larger in each entry if the start says so. */
    Node twin(String name, String other) {
        Tensor equal = starts.get(other);
        return parameter(name, start.apart().contains(name) ? equal.plus(filling.of(equal.shape())) : equal);
    }

    Node frozen(String name, int... sizes) {
        return graph.frozen(name, filling.of(Shape.of(sizes)).value());
    }

    Node input(String name, int... sizes) {
        return input(name, Shape.of(sizes), () -> filling.of(Shape.of(sizes)));
    }

    /** An input that is zero in every step. */
    Node zeroInput(String name, int... sizes) {
        zeros.add(name);
        return input(name, Shape.of(sizes), () -> Tensor.zeros(Shape.of(sizes)));
    }

    Node input(String name, Shape shape, Supplier<Tensor> values) {
        fed.put(name, values);
        return graph.input(name, shape);
    }

    /** The errors of an output, which are fed. */
    Node errors(String name, Node output) {
        return input(name, output.shape(), () -> filling.of(output.shape())).innerProduct(output);
    }

    /** The architecture with this output, from the start that was asked for. */
    Architecture surrounded(String name, String claim, Node output) {
        return trained(name, start.toString(), claim, errors("errors", output));
    }

    Architecture trained(String name, String from, String claim, Node loss) {
        TrainingProgram program = program(loss);
        TrainingQuestion question = TrainingQuestion.about(program);
        for (String zero : zeros) {
            question = question.fedZero(zero);
        }
        Map<String, Tensor> rates = rates();
        return new Architecture(name, from, claim, program, question, program.feed(step -> values(rates)));
    }

    /** The architecture that is fed no more than so many batches, again and again. */
    Architecture trainedOn(int batches, String name, String from, String claim, Node loss) {
        TrainingProgram program = program(loss);
        Map<String, Tensor> rates = rates();
        List<Map<String, ?>> data = Stream.generate(() -> values(rates)).limit(batches).collect(Collectors.toList());
        return new Architecture(name, from, claim, program, TrainingQuestion.about(program).fedOneOf(data),
                program.feed(step -> data.get(step % batches)));
    }

    private TrainingProgram program(Node loss) {
        graph.loss(loss);
        return TrainingProgram.of(graph, Optimisers.momentum());
    }

    private Map<String, Tensor> rates() {
        return Map.of("rate", filling.of(Shape.NUMBER), "momentum", filling.of(Shape.NUMBER));
    }

    private Map<String, ?> values(Map<String, Tensor> rates) {
        Map<String, Object> values = new HashMap<>();
        rates.forEach((name, rate) -> values.put(name, rate.value()));
        fed.forEach((name, value) -> values.put(name, value.get().value()));
        return values;
    }
}
