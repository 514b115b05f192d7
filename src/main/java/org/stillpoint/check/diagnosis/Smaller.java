package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Removal;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** Questions with one part less than another, or one plainer number, the largest parts first. */
final class Smaller {

    private static final List<BigFraction> PLAIN = List.of(BigFraction.ZERO, BigFraction.ONE, BigFraction.MINUS_ONE,
            BigFraction.TWO, new BigFraction(-2));

    /** Those that are easiest to follow by hand come first. */
    private static final List<Activation> EASY = List.of(Activation.IDENTITY, Activation.RELU, Activation.ABS,
            Activation.HARD_TANH);

    private Smaller() {
    }

    static Stream<Question> than(Question question) {
        return Stream.<Function<Question, Stream<Optional<Question>>>>of(Smaller::fewerLayers, Smaller::fewerSamples,
                        Smaller::fewerUnits, Smaller::shorterTraining, Smaller::fewerBiases, Smaller::plainerActivations,
                        Smaller::plainer)
                .flatMap(parts -> parts.apply(question)).flatMap(Optional::stream).filter(Smaller::fits);
    }

    /** Whether the data are still those of the network, and the loss takes the targets. */
    private static boolean fits(Question question) {
        return question.data().inputWidth() == question.network().inputs() && tried(() -> {
            question.loss().requireTargets(question.network(), question.data());
            return Optional.of(question);
        }).isPresent();
    }

    private static Optional<Question> made(Question question, Network network, DataSet data) {
        return Optional.of(question.withNetwork(network).withData(data));
    }

    /** Empty if the parts do not fit. */
    private static Optional<Question> tried(Supplier<Optional<Question>> part) {
        try {
            return part.get();
        } catch (DomainException e) {
            return Optional.empty();
        }
    }

    private static Stream<Optional<Question>> fewerLayers(Question q) {
        return IntStream.range(0, q.network().layers().size() - 1).mapToObj(l ->
                tried(() -> Optional.of(q.withNetwork(Removal.layer(q.network(), l)))));
    }

    private static Stream<Optional<Question>> fewerSamples(Question q) {
        return IntStream.range(0, q.data().size()).mapToObj(i -> q.data().size() - 1 - i).map(i ->
                tried(() -> Optional.of(q.withData(Removal.sample(q.data(), i)))));
    }

    private static Stream<Optional<Question>> fewerUnits(Question q) {
        Network network = q.network();
        Stream<Optional<Question>> hidden = IntStream.range(0, network.layers().size() - 1).boxed().flatMap(l ->
                IntStream.range(0, network.layers().get(l).units()).mapToObj(j ->
                        tried(() -> Optional.of(q.withNetwork(Removal.unit(network, l, j))))));
        Stream<Optional<Question>> outputs = IntStream.range(0, network.outputs()).mapToObj(j ->
                tried(() -> made(q, Removal.output(network, j), Removal.output(q.data(), j))));
        Stream<Optional<Question>> inputs = IntStream.range(0, network.inputs()).mapToObj(k ->
                tried(() -> made(q, Removal.input(network, k), Removal.input(q.data(), k))));
        return Stream.of(hidden, outputs, inputs).flatMap(parts -> parts);
    }

    private static Stream<Optional<Question>> shorterTraining(Question q) {
        if (q instanceof GradientQuestion) {
            return Stream.empty();
        }
        TrainingQuestion training = (TrainingQuestion) q;
        Settings s = training.settings();
        return Stream.of(s.steps() > 1 ? s.withSteps(1) : s, s.steps() > 1 ? s.withSteps(s.steps() - 1) : s,
                        s.withMomentum(BigFraction.ZERO), s.withWeightDecay(BigFraction.ZERO),
                        s.withBatchSize(Math.min(s.batchSize(), q.data().size())), s.withBatchSize(1),
                        s.withLearningRate(BigFraction.ONE))
                .filter(settings -> !settings.equals(s))
                .map(settings -> Optional.of(new TrainingQuestion(q.network(), q.data(), settings)));
    }

    private static Stream<Optional<Question>> fewerBiases(Question q) {
        return Stream.of(Optional.of(q.withNetwork(new Network(q.network().layers().stream()
                .map(layer -> new Layer(layer.weights(), Optional.empty(), layer.activation())).toList()))))
                .filter(without -> !without.get().network().equals(q.network()))
                .map(without -> without.map(Question.class::cast));
    }

    private static Stream<Optional<Question>> plainerActivations(Question q) {
        List<Layer> layers = q.network().layers();
        return IntStream.range(0, layers.size()).boxed().flatMap(l -> {
            int rank = EASY.indexOf(layers.get(l).activation());
            return EASY.stream().limit(rank < 0 ? EASY.size() : rank).map(easier -> tried(() -> {
                List<Layer> changed = new ArrayList<>(layers);
                changed.set(l, new Layer(layers.get(l).weights(), layers.get(l).bias(), easier));
                return Optional.of(q.withNetwork(new Network(changed)));
            }));
        });
    }

    private static Stream<Optional<Question>> plainer(Question q) {
        Stream<Optional<Question>> parameters = IntStream.range(0, q.network().parameters().size()).boxed().flatMap(n ->
                plainer(q.network().parameters().get(n))
                        .map(number -> Optional.of(q.withNetwork(replaced(q.network(), n, number)))));
        Stream<Optional<Question>> inputs = entries(q.data().inputs(), changed ->
                q.withData(new DataSet(changed, q.data().targets())));
        Stream<Optional<Question>> targets = entries(q.data().targets(), changed ->
                q.withData(new DataSet(q.data().inputs(), changed)));
        return Stream.of(parameters, inputs, targets).flatMap(parts -> parts);
    }

    private static Stream<BigFraction> plainer(BigFraction number) {
        int at = PLAIN.indexOf(number);
        return PLAIN.stream().limit(at < 0 ? PLAIN.size() : at);
    }

    private static Stream<Optional<Question>> entries(List<Vector> rows, Function<List<Vector>, Question> question) {
        return IntStream.range(0, rows.size()).boxed().flatMap(i -> IntStream.range(0, rows.get(i).size()).boxed().flatMap(k ->
                plainer(rows.get(i).get(k)).map(number -> {
                    List<Vector> changed = new ArrayList<>(rows);
                    changed.set(i, replaced(rows.get(i), k, number));
                    return Optional.of(question.apply(changed));
                })));
    }

    private static Vector replaced(Vector vector, int k, BigFraction number) {
        List<BigFraction> entries = new ArrayList<>(vector.entries());
        entries.set(k, number);
        return new Vector(entries);
    }

    /** @param n in the order of {@link Network#parameters()} */
    private static Network replaced(Network network, int n, BigFraction number) {
        List<BigFraction> numbers = new ArrayList<>(network.parameters());
        numbers.set(n, number);
        return withParameters(network, numbers);
    }

    /** The network with other numbers. */
    static Network withParameters(Network network, List<BigFraction> numbers) {
        Iterator<BigFraction> next = numbers.iterator();
        return new Network(network.layers().stream().map(layer -> {
            Matrix weights = new Matrix(layer.weights().rows().stream().map(row -> taken(next, row.size())).toList());
            return new Layer(weights, layer.bias().map(bias -> taken(next, bias.size())), layer.activation());
        }).toList());
    }

    private static Vector taken(Iterator<BigFraction> next, int size) {
        return new Vector(Stream.generate(next::next).limit(size).toList());
    }
}
