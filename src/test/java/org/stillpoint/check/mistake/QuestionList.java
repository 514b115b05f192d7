package org.stillpoint.check.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** A few small questions that tell mistakes apart: numbers are halves, or whole so that kinks are met, the same in every run. */
final class QuestionList {

    private static final List<String> HALVES = List.of("-2", "-3/2", "-1", "-1/2", "1/2", "1", "3/2", "2");
    private static final List<String> WHOLE = List.of("-1", "0", "1", "1", "-1", "2");

    private QuestionList() {
    }

    /** The cheap ones first: elementary functions come last. */
    static List<Question> all() {
        return Stream.of(piecewiseLinear(), trainings(), smooth()).flatMap(questions -> questions).toList();
    }

    private static Stream<Question> piecewiseLinear() {
        return Stream.of(
                gradient(1, "2-2-2-2", "relu relu identity", "squared", 2, HALVES),
                gradient(2, "2-2-2-2", "relu relu identity", "squared", 4, HALVES),
                gradient(3, "2-2-1", "relu identity", "squared", 4, WHOLE),
                gradient(4, "2-2-2-1", "relu relu identity", "squared", 2, HALVES),
                gradient(5, "3-2-2", "relu identity", "squared", 3, HALVES),
                gradient(6, "2-3-2-2", "identity relu identity", "squared", 4, HALVES),
                gradient(7, "2-2-2", "relu relu", "squared", 4, HALVES),
                gradient(8, "1-1-1-1", "relu relu identity", "squared", 2, HALVES),
                gradient(9, "1-4", "relu", "squared", 4, HALVES),
                gradient(10, "2-2-2-2", "leaky-relu:1/4 leaky-relu:1/4 leaky-relu:1/4", "squared", 4, HALVES),
                gradient(11, "2-2-2-2", "abs abs abs", "squared", 4, HALVES),
                gradient(12, "2-2-2-2", "hard-tanh hard-tanh hard-tanh", "squared", 4, HALVES),
                gradient(13, "2-2-2", "hard-tanh hard-tanh", "absolute", 4, List.of("-1/2", "1/2", "1/4", "-1/4")),
                gradient(14, "2-2-1", "relu identity", "hinge", 4, WHOLE),
                gradient(15, "2-2-2", "relu identity", "hinge", 4, HALVES),
                gradient(16, "2-2-1", "relu identity", "perceptron", 4, WHOLE),
                gradient(17, "2-2", "identity", "perceptron", 4, WHOLE),
                gradient(18, "1-4", "identity", "perceptron", 4, List.of("1/2", "-1/2", "1/4")),
                gradient(19, "2-2-2", "relu identity", "absolute", 4, HALVES),
                gradient(20, "2-2-2-2-2", "relu relu relu identity", "squared", 4, List.of("1/2", "1", "-1/2", "1", "3/2")),
                gradient(54, "2-3", "identity", "squared", 2, HALVES),
                gradient(55, "1-1-1-1", "hard-tanh hard-tanh hard-tanh", "squared", 4, List.of("-1/2", "1/2", "1/4", "-1/4")),
                gradient(51, "1-4", "identity", "hinge", 4, List.of("1/2", "-1/2", "1/4")),
                gradient(52, "1-4", "identity", "perceptron", 4, List.of("0", "1", "-1")),
                gradient(53, "1-4", "relu", "squared", 4, List.of("1/2", "-1/2", "1/4", "1")));
    }

    private static Stream<Question> smooth() {
        return Stream.of(
                gradient(21, "1-1-1-1", "sigmoid sigmoid sigmoid", "squared", 1, HALVES),
                gradient(22, "1-1-1-1", "tanh tanh tanh", "squared", 1, HALVES),
                gradient(23, "1-1-1", "sigmoid tanh", "squared", 1, HALVES),
                gradient(100, "1-2-2-2", "elu elu elu", "squared", 1, HALVES),
                gradient(25, "1-1-1-1", "silu silu silu", "squared", 1, HALVES),
                gradient(26, "1-1-1-1", "softsign softsign softsign", "squared", 1, HALVES),
                gradient(27, "1-2", "identity", "logistic", 2, HALVES),
                gradient(28, "1-2", "softmax", "squared", 2, HALVES),
                gradient(29, "1-2", "softmax", "cross-entropy", 2, HALVES),
                gradient(30, "1-3", "sigmoid", "cross-entropy", 2, HALVES));
    }

    /** One layer or two, as numbers grow fast with depth. */
    private static Stream<Question> trainings() {
        return Stream.of(
                training(41, "2-2", "relu", 4, settings("1/2", 3, 2, "0", "0")),
                training(42, "2-2", "identity", 5, settings("1/8", 4, 2, "1/4", "0")),
                training(43, "2-2", "identity", 5, settings("1/8", 4, 2, "0", "1/2")),
                training(44, "2-2", "identity", 5, settings("1/2", 4, 2, "1/4", "1/4")),
                training(45, "1-2-1", "identity identity", 2, settings("1/2", 3, 2, "1/2", "0")),
                training(46, "2-2-2", "identity identity", 3, settings("1/8", 2, 2, "1/4", "1/4")),
                training(47, "1-1-1-1", "identity identity identity", 2, settings("1/2", 2, 1, "1/2", "0")),
                training(48, "1-1-1-1", "identity identity identity", 2, settings("1/2", 2, 1, "0", "0")));
    }

    private static Settings settings(String rate, int steps, int batchSize, String momentum, String decay) {
        return new Settings(Loss.SQUARED, ExactNumber.parse(rate), steps, batchSize, ExactNumber.parse(momentum),
                ExactNumber.parse(decay), BigFraction.ZERO);
    }

    private static Question gradient(int seed, String widths, String activations, String loss, int samples,
                                     List<String> numbers) {
        Random random = new Random(seed);
        Network network = network(random, widths, activations, numbers);
        return new GradientQuestion(network, data(random, network, Loss.fromId(loss), samples, numbers), Loss.fromId(loss));
    }

    private static Question training(int seed, String widths, String activations, int samples, Settings settings) {
        Random random = new Random(seed);
        Network network = network(random, widths, activations, HALVES);
        return new TrainingQuestion(network, data(random, network, settings.loss(), samples, HALVES), settings);
    }

    private static Network network(Random random, String widths, String activations, List<String> numbers) {
        List<Integer> units = Arrays.stream(widths.split("-")).map(Integer::valueOf).toList();
        List<Layer> layers = new ArrayList<>();
        for (String activation : activations.split(" ")) {
            int l = layers.size();
            List<Vector> rows = Stream.generate(() -> vector(random, units.get(l), numbers)).limit(units.get(l + 1)).toList();
            layers.add(new Layer(new Matrix(rows), Optional.of(vector(random, units.get(l + 1), numbers)),
                    Activation.fromId(activation)));
        }
        return new Network(layers);
    }

    private static DataSet data(Random random, Network network, Loss loss, int samples, List<String> numbers) {
        List<Vector> inputs = Stream.generate(() -> vector(random, network.inputs(), numbers)).limit(samples).toList();
        List<Vector> targets = Stream.generate(() -> target(random, network, loss, numbers)).limit(samples).toList();
        return new DataSet(inputs, targets);
    }

    private static Vector target(Random random, Network network, Loss loss, List<String> numbers) {
        if (loss == Loss.CROSS_ENTROPY && network.outputActivation() == Activation.SOFTMAX) {
            int whole = random.nextInt(network.outputs());
            return new Vector(Stream.iterate(0, j -> j + 1).limit(network.outputs())
                    .map(j -> j == whole ? BigFraction.ONE : BigFraction.ZERO).toList());
        }
        List<String> targets = loss == Loss.SQUARED || loss == Loss.ABSOLUTE ? numbers
                : loss == Loss.CROSS_ENTROPY ? List.of("0", "1", "1/4") : List.of("-1", "1");
        return vector(random, network.outputs(), targets);
    }

    private static Vector vector(Random random, int size, List<String> numbers) {
        return Vector.of(random.ints(size, 0, numbers.size()).mapToObj(numbers::get).toArray(String[]::new));
    }
}
