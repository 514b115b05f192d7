package org.stillpoint.graph.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * Networks of other architectures than the perceptron, stated in a few lines and trained exactly. Their errors are the
 * derivatives to which differences of the loss come: half the distance, a quarter of the error.
 */
class SmallNetworksTest {

    private static final BigFraction RATE = new BigFraction(1, 10);

    @Test
    void aConvolutionWithPoolingAndBatchNormalisation() {
        Graph graph = new Graph();
        Node filters = graph.parameter("filters", counted(2, 1, 2, 2));
        Node gamma = graph.parameter("gamma", Tensor.of(Shape.of(2), 1, 2));
        Node beta = graph.parameter("beta", Tensor.of(Shape.of(2), 0, 1));
        Node head = graph.parameter("head", Tensor.of(Shape.of(2, 1), 1, -1));
        Node x = graph.input("x", Shape.of(2, 1, 4, 4));
        Node channels = x.convolution(filters).apply(Forward.batchNormalisationWithoutRoot(BigFraction.ONE))
                .timesAlong(1, gamma).plusAlong(1, beta).relu();
        Node output = channels.maxPooling(Shape.of(2, 2), Sliding.plain(2)).meanOver(2, 3).times(head);

        Tensor withoutTies = Tensor.at(x.shape(), place -> new BigFraction(place * 7 % 31 - 15, 8));

        trains(graph, output, Map.of("x", withoutTies), Tensor.of(Shape.of(2, 1), 1, -1));
    }

    @Test
    void aPerceptron() {
        Graph graph = new Graph();
        Node x = graph.input("x", Shape.of(3, 2));
        Node hidden = x.times(graph.parameter("W1", counted(2, 2))).plusAlong(1, graph.parameter("b1", counted(2))).relu();
        Node output = hidden.times(graph.parameter("W2", counted(2, 1)));

        trains(graph, output, Map.of("x", Tensor.of(Shape.of(3, 2), 1, 0, 3, 1, 1, 1)), Tensor.of(Shape.of(3, 1), 1, 0, -1));
    }

    @Test
    void aResidualBranch() {
        Graph graph = new Graph();
        Node first = graph.parameter("first", counted(2, 3));
        Node second = graph.parameter("second", Tensor.zeros(Shape.of(3, 2)));
        Node x = graph.input("x", Shape.of(2, 2));
        Node output = x.plus(x.times(first).relu().times(second));

        trains(graph, output, Map.of("x", counted(2, 2)), Tensor.of(Shape.of(2, 2), 1, 0, 0, 1));
    }

    @Test
    void aGate() {
        Graph graph = new Graph();
        Node gate = graph.parameter("gate", counted(2, 2));
        Node let = graph.parameter("let", counted(2, 2));
        Node x = graph.input("x", Shape.of(3, 2));
        Node open = x.times(gate).activation(Activation.RATIONAL_SIGMOID);
        Node output = open.entrywise(x.times(let)).plus(open.complement().entrywise(x));

        trains(graph, output, Map.of("x", counted(3, 2)), Tensor.zeros(Shape.of(3, 2)));
    }

    @Test
    void aPairOfLowRankBesideAFrozenMatrix() {
        Graph graph = new Graph();
        Node weights = graph.frozen("weights", counted(2, 2));
        Node down = graph.parameter("down", counted(2, 1));
        Node up = graph.parameter("up", Tensor.zeros(Shape.of(1, 2)));
        Node x = graph.input("x", Shape.of(3, 2));
        Node output = x.times(weights).plus(x.times(down).times(up));

        TrainingProgram program = trains(graph, output, Map.of("x", counted(3, 2)), Tensor.zeros(Shape.of(3, 2)));

        assertThat(program.slots().get(program.slot("weights")).role()).isEqualTo(Role.FROZEN);
    }

    @Test
    void linearAttention() {
        Graph graph = new Graph();
        Node x = graph.input("x", Shape.of(3, 2));
        Node queries = x.times(graph.parameter("Wq", counted(2, 2)));
        Node keys = x.times(graph.parameter("Wk", Tensor.of(Shape.of(2, 2), 1, 0, 1, 1)));
        Node values = x.times(graph.parameter("Wv", Tensor.of(Shape.of(2, 2), 0, 1, 1, 0)));
        Node output = queries.timesTransposed(keys).times(values);

        trains(graph, output, Map.of("x", Tensor.of(Shape.of(3, 2), 1, 0, 0, 1, 1, 1)), Tensor.zeros(Shape.of(3, 2)));
    }

    @Test
    void attentionWithRationalWeights() {
        Graph graph = new Graph();
        Node x = graph.input("x", Shape.of(3, 2));
        Node queries = x.times(graph.parameter("Wq", counted(2, 2)));
        Node keys = x.times(graph.parameter("Wk", Tensor.of(Shape.of(2, 2), 1, 0, 1, 1)));
        Node values = x.times(graph.parameter("Wv", Tensor.of(Shape.of(2, 2), 0, 1, 1, 0)));
        Node output = queries.timesTransposed(keys).rationalSoftmax().times(values);

        trains(graph, output, Map.of("x", Tensor.of(Shape.of(3, 2), 1, 0, 0, 1, 1, 1)), Tensor.zeros(Shape.of(3, 2)));
    }

    /** The softmax of equal scores is rational, and queries of zero have them in each step. */
    @Test
    void attentionWithSoftmaxOfEqualScores() {
        Graph graph = new Graph();
        Node x = graph.input("x", Shape.of(3, 2));
        Node queries = x.times(graph.parameter("Wq", Tensor.zeros(Shape.of(2, 2))));
        Node keys = x.times(graph.parameter("Wk", Tensor.zeros(Shape.of(2, 2))));
        Node values = x.times(graph.parameter("Wv", counted(2, 2)));
        Node output = queries.timesTransposed(keys).softmax().times(values);
        graph.loss(output, graph.input("y", output.shape()), Loss.SQUARED);
        TrainingProgram program = TrainingProgram.of(graph, Optimisers.momentum());

        List<Object> end = program.run(3, program.feed(Map.of("x", Tensor.of(Shape.of(3, 2), 1, 0, 0, 1, 1, 1),
                "y", Tensor.zeros(Shape.of(3, 2)), "rate", RATE, "momentum", BigFraction.ONE_HALF)));

        assertThat(end.get(program.slot("Wq"))).isEqualTo(Tensor.zeros(Shape.of(2, 2)));
        assertThat(end.get(program.slot("Wk"))).isEqualTo(Tensor.zeros(Shape.of(2, 2)));
        assertThat(end.get(program.slot("Wv"))).isNotEqualTo(counted(2, 2));
    }

    @Test
    void tiedEmbeddings() {
        Graph graph = new Graph();
        Node table = graph.parameter("table", counted(4, 2));
        Node words = graph.input("words", Shape.of(3));
        Node output = table.rows(words).timesTransposed(table);

        trains(graph, output, Map.of("words", Tensor.of(Shape.of(3), 0, 2, 2)), Tensor.zeros(Shape.of(3, 4)));
    }

    /** Trains with the squared loss, with momentum, for three steps. */
    private static TrainingProgram trains(Graph graph, Node output, Map<String, Object> fed, Tensor target) {
        graph.loss(output.named("output"), graph.input("y", output.shape()), Loss.SQUARED);
        TrainingProgram program = TrainingProgram.of(graph, Optimisers.momentum());
        Map<String, Object> all = new HashMap<>(fed);
        all.putAll(Map.of("y", target, "rate", RATE, "momentum", BigFraction.ONE_HALF));

        assertThat(GradientCheck.fault(program)).isEmpty();
        List<Step> steps = program.steps(3, program.feed(all));
        List<Object> end = program.run(3, program.feed(all));
        for (int slot : program.slots(Role.PARAMETER)) {
            String name = program.name(slot);
            assertThat(end.get(slot)).as(name).isEqualTo(steps.get(2).next(name)).isNotEqualTo(program.start().get(slot));
        }
        BigFraction far = error(program, all, new BigFraction(1, 1_000));
        BigFraction near = error(program, all, new BigFraction(1, 2_000));
        assertThat(far.divide(near)).isBetween(new BigFraction(39, 10), new BigFraction(41, 10));
        return program;
    }

    /** What the central difference of the loss is off from the derivative along a direction in which all parameters move. */
    private static BigFraction error(TrainingProgram program, Map<String, Object> fed, BigFraction h) {
        Step step = program.steps(1, program.feed(fed)).get(0);
        BigFraction derivative = BigFraction.ZERO;
        for (int slot : program.slots(Role.PARAMETER)) {
            Tensor error = (Tensor) step.values().get(program.differentiation().errors().get(slot));
            derivative = derivative.add(error.innerProduct(direction(error.shape())));
        }
        BigFraction difference = loss(program, fed, h).subtract(loss(program, fed, h.negate())).divide(h.multiply(2));
        return difference.subtract(derivative);
    }

    private static BigFraction loss(TrainingProgram program, Map<String, Object> fed, BigFraction h) {
        Map<String, Object> moved = new HashMap<>();
        for (int slot : program.slots(Role.PARAMETER)) {
            Tensor start = (Tensor) program.start().get(slot);
            moved.put(program.name(slot), start.plus(direction(start.shape()).times(h)));
        }
        Step step = program.withStart(moved).steps(1, program.feed(fed)).get(0);
        Tensor off = ((Tensor) step.value("output")).minus((Tensor) step.value("y"));
        return off.innerProduct(off).divide(2);
    }

    private static Tensor direction(Shape shape) {
        return Tensor.at(shape, place -> new BigFraction(place * place % 5 - 1));
    }

    /** Entries 1/2, 1, 3/2, -1, in turn. */
    private static Tensor counted(int... sizes) {
        List<BigFraction> numbers = List.of(BigFraction.ONE_HALF, BigFraction.ONE, new BigFraction(3, 2), BigFraction.MINUS_ONE);
        return Tensor.at(Shape.of(sizes), place -> numbers.get(place % numbers.size()));
    }
}
