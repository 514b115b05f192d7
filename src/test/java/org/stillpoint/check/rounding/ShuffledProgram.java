package org.stillpoint.check.rounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** A right program in floating-point numbers, which draws the order of its operations, and by which of some formulas it goes. */
final class ShuffledProgram {

    private final ShuffledFloats f;
    private final ShuffledCurves curves;
    private final Map<Convention, Integer> ways;

    /** @param ways the program's way of each convention */
    ShuffledProgram(Random random, FloatFormat format, int ulps, Map<Convention, Integer> ways) {
        this.f = new ShuffledFloats(random, format, ulps);
        this.curves = new ShuffledCurves(f, ways);
        this.ways = ways;
    }

    /** Where the mean over the batch is taken. */
    private enum Mean { NONE, DIVIDED_AFTERWARDS, AT_THE_LOSS, IN_EACH_TERM }

    /** The parameters of one layer, or their gradients; the bias behind the weights. */
    private record Numbers(double[][] rows) {
    }

    private final class Pass {

        private final Network network;
        private final List<Numbers> parameters;
        private final double[] y;
        private final List<double[]> z = new ArrayList<>();
        private final List<double[]> a = new ArrayList<>();

        /** Of each layer and unit, the factors of its delta. */
        private final List<List<List<Double>>> deltas = new ArrayList<>();

        Pass(Network network, List<Numbers> parameters, double[] x, double[] y) {
            this.network = network;
            this.parameters = parameters;
            this.y = y;
            a.add(x);
            for (int l = 0; l < network.layers().size(); l++) {
                forward(network.layers().get(l), parameters.get(l));
            }
        }

        private void forward(Layer layer, Numbers numbers) {
            double[] below = a.get(a.size() - 1);
            double[] sums = new double[layer.units()];
            for (int j = 0; j < sums.length; j++) {
                List<List<Double>> terms = new ArrayList<>();
                for (int k = 0; k < below.length; k++) {
                    terms.add(List.of(numbers.rows[j][k], below[k]));
                }
                if (layer.bias().isPresent()) {
                    terms.add(List.of(numbers.rows[j][below.length]));
                }
                sums[j] = f.dot(terms);
            }
            z.add(sums);
            a.add(layer.activation() == Activation.SOFTMAX ? array(curves.softmax(list(sums)))
                    : IntStream.range(0, sums.length).mapToDouble(j -> curves.value(layer.activation(), sums[j])).toArray());
        }

        double[] outputs() {
            return a.get(a.size() - 1);
        }

        /** @param atTheLoss factors of every derivative of the loss */
        void back(Loss loss, List<Double> atTheLoss) {
            int depth = network.layers().size();
            for (int l = depth - 1; l >= 0; l--) {
                List<List<Double>> ofUnits = new ArrayList<>();
                for (int j = 0; j < network.layers().get(l).units(); j++) {
                    ofUnits.add(l == depth - 1 ? last(loss, atTheLoss, j) : hidden(l, j));
                }
                deltas.add(0, ofUnits);
            }
        }

        private List<Double> last(Loss loss, List<Double> atTheLoss, int j) {
            int l = network.layers().size() - 1;
            Activation activation = network.outputActivation();
            if (activation == Activation.SOFTMAX && loss != Loss.CROSS_ENTROPY) {
                return List.of(behindSoftmax(loss, atTheLoss, j));
            }
            double pulled = f.product(lossSlope(loss, atTheLoss, j));
            return loss == Loss.CROSS_ENTROPY ? List.of(pulled)
                    : List.of(curves.slope(activation, z.get(l)[j], outputs()[j]), pulled);
        }

        private double behindSoftmax(Loss loss, List<Double> atTheLoss, int j) {
            double[] s = outputs();
            List<Double> pulled = IntStream.range(0, s.length).mapToObj(m -> f.product(lossSlope(loss, atTheLoss, m))).toList();
            if (f.heads()) {
                double mean = f.dot(IntStream.range(0, s.length).mapToObj(m -> List.of(s[m], pulled.get(m))).toList());
                return f.times(s[j], f.minus(pulled.get(j), mean));
            }
            return f.dot(IntStream.range(0, s.length).mapToObj(m -> List.of(m != j ? -f.times(s[j], s[m])
                    : f.heads() ? f.times(s[j], f.minus(1, s[j])) : f.minus(s[j], f.times(s[j], s[j])), pulled.get(m))).toList());
        }

        private List<Double> hidden(int l, int j) {
            double slope = curves.slope(network.layers().get(l).activation(), z.get(l)[j], a.get(l + 1)[j]);
            List<Double> drawnIn = f.heads() ? List.of(slope) : List.of();
            List<List<Double>> terms = new ArrayList<>();
            for (int m = 0; m < network.layers().get(l + 1).units(); m++) {
                double weight = parameters.get(l + 1).rows[m][j];
                terms.add(Stream.of(List.of(weight), deltas.get(0).get(m), drawnIn).flatMap(List::stream).toList());
            }
            return drawnIn.isEmpty() ? List.of(slope, f.dot(terms)) : List.of(f.dot(terms));
        }

        private List<Double> lossSlope(Loss loss, List<Double> more, int j) {
            double out = outputs()[j];
            List<Double> factors = new ArrayList<>(more);
            if (loss == Loss.SQUARED) {
                factors.add(f.minus(out, y[j]));
                int way = ways.get(Convention.LOSS_FACTOR);
                if (way == 1 || way == 2) {
                    factors.add(2.0);
                }
                if (way >= 2) {
                    factors.add(f.over(1, outputs().length));
                }
                return factors;
            }
            factors.add(slopeByOutput(loss, out, y[j]));
            if (ways.get(Convention.LOSS_OVER_OUTPUTS) == 1) {
                factors.add(f.over(1, outputs().length));
            }
            return factors;
        }

        private double slopeByOutput(Loss loss, double out, double y) {
            return switch (loss.id()) {
                case "hinge" -> y * out < 1 || y * out == 1 && ways.get(Convention.HINGE_AT_1) == 1 ? -y : 0;
                case "perceptron" -> y * out < 0 || y * out == 0 && ways.get(Convention.PERCEPTRON_AT_0) == 0 ? -y : 0;
                case "absolute" -> out != y ? Math.signum(out - y) : new double[] {0, 1, -1}[ways.get(Convention.ABSOLUTE_AT_0)];
                case "logistic" -> -y * curves.sigmoid(-y * out);
                case "cross-entropy" -> f.minus(out, y);
                default -> throw new IllegalArgumentException(loss.id());
            };
        }

        double loss(Loss loss, int j) {
            double out = outputs()[j];
            return switch (loss.id()) {
                case "squared" -> f.times(f.minus(out, y[j]), f.minus(out, y[j]));
                case "absolute" -> Math.abs(f.minus(out, y[j]));
                case "hinge" -> Math.max(0, f.minus(1, y[j] * out));
                default -> Math.max(0, -y[j] * out);
            };
        }
    }

    Answer.Numbers answer(Question question) {
        Network network = question.network();
        List<Numbers> parameters = numbers(network);
        if (question instanceof TrainingQuestion training) {
            return new Answer.Numbers(reported(network, trained(training, parameters)), Optional.empty(), Optional.empty());
        }
        List<Pass> passes = new ArrayList<>();
        List<Numbers> gradients = gradients(question, parameters,
                IntStream.range(0, question.data().size()).boxed().toList(), passes);
        return new Answer.Numbers(reported(network, gradients),
                Optional.of(passes.stream().map(pass -> list(pass.outputs()).stream().map(ShuffledProgram::reported).toList())
                        .toList()),
                question.loss().isRational() ? Optional.of(reported(loss(question, passes))) : Optional.empty());
    }

    private List<Numbers> gradients(Question question, List<Numbers> parameters, List<Integer> batch, List<Pass> passes) {
        Mean mean = batch.size() == 1 || ways.get(Convention.BATCH) == 1 ? Mean.NONE : Mean.values()[1 + f.oneOf(3)];
        double share = f.over(1, batch.size());
        for (int i : batch) {
            Pass pass = new Pass(question.network(), parameters, array(question.data().inputs().get(i)),
                    array(question.data().targets().get(i)));
            pass.back(question.loss(), mean == Mean.AT_THE_LOSS ? List.of(share) : List.of());
            passes.add(pass);
        }
        List<Numbers> gradients = new ArrayList<>();
        for (int l = 0; l < parameters.size(); l++) {
            double[][] rows = new double[parameters.get(l).rows.length][];
            for (int j = 0; j < rows.length; j++) {
                rows[j] = new double[parameters.get(l).rows[j].length];
                for (int k = 0; k < rows[j].length; k++) {
                    rows[j][k] = gradient(passes, mean, share, l, j, k);
                }
            }
            gradients.add(new Numbers(rows));
        }
        return gradients;
    }

    private double gradient(List<Pass> passes, Mean mean, double share, int l, int j, int k) {
        List<List<Double>> terms = new ArrayList<>();
        for (Pass pass : passes) {
            List<Double> factors = new ArrayList<>(pass.deltas.get(l).get(j));
            if (k < pass.a.get(l).length) {
                factors.add(pass.a.get(l)[k]);
            }
            if (mean == Mean.IN_EACH_TERM) {
                factors.add(share);
            }
            terms.add(factors);
        }
        double sum = f.dot(terms);
        return mean == Mean.DIVIDED_AFTERWARDS ? f.divided(sum, passes.size()) : sum;
    }

    private double loss(Question question, List<Pass> passes) {
        int outputs = question.network().outputs();
        double sum = f.sum(passes.stream().flatMap(pass ->
                IntStream.range(0, outputs).mapToObj(j -> pass.loss(question.loss(), j))).toList());
        int batch = ways.get(Convention.REPORTED_LOSS);
        double total = batch == 2 || batch == 0 && ways.get(Convention.BATCH) == 0 ? f.divided(sum, passes.size()) : sum;
        if (question.loss() != Loss.SQUARED) {
            return ways.get(Convention.LOSS_OVER_OUTPUTS) == 1 ? f.divided(total, outputs) : total;
        }
        int own = ways.get(Convention.REPORTED_FACTOR);
        int factor = own == 0 ? ways.get(Convention.LOSS_FACTOR) : own - 1;
        double halved = factor == 0 || factor == 3 ? f.times(total, 0.5) : total;
        return factor >= 2 ? f.divided(halved, outputs) : halved;
    }

    private List<Numbers> trained(TrainingQuestion question, List<Numbers> start) {
        Settings settings = question.settings();
        List<Numbers> parameters = start;
        List<Numbers> velocities = start.stream().map(numbers -> new Numbers(
                Stream.of(numbers.rows).map(row -> new double[row.length]).toArray(double[][]::new))).toList();
        for (int step = 0; step < settings.steps(); step++) {
            List<Numbers> gradients = gradients(question, parameters, settings.batch(step, question.data().size()),
                    new ArrayList<>());
            List<Numbers> moved = new ArrayList<>();
            for (int l = 0; l < parameters.size(); l++) {
                double[][] rows = new double[parameters.get(l).rows.length][];
                for (int j = 0; j < rows.length; j++) {
                    rows[j] = new double[parameters.get(l).rows[j].length];
                    for (int k = 0; k < rows[j].length; k++) {
                        boolean bias = k == question.network().layers().get(l).inputs();
                        rows[j][k] = moved(settings, bias, parameters.get(l).rows[j][k], gradients.get(l).rows[j][k],
                                velocities.get(l).rows[j], k);
                    }
                }
                moved.add(new Numbers(rows));
            }
            parameters = moved;
        }
        return parameters;
    }

    private double moved(Settings settings, boolean bias, double parameter, double gradient, double[] velocities, int k) {
        double rate = settings.learningRate().doubleValue();
        double momentum = settings.momentum().doubleValue();
        double lambda = settings.weightDecay().doubleValue();
        boolean decays = lambda != 0 && (!bias || ways.get(Convention.DECAY_ON_BIASES) == 1);
        int way = ways.get(Convention.DECAY);
        double force = gradient;
        if (decays && way < 2) {
            force = f.dot(List.of(List.of(gradient), way == 1 ? List.of(2.0, lambda, parameter) : List.of(lambda, parameter)));
        }
        double velocity = force;
        double move = force;
        if (momentum != 0) {
            velocity = f.dot(List.of(List.of(momentum, velocities[k]), ways.get(Convention.MOMENTUM) == 1
                    ? List.of(1 - momentum, force) : List.of(force)));
            move = ways.get(Convention.MOMENTUM) == 2 ? f.dot(List.of(List.of(force), List.of(momentum, velocity))) : velocity;
        }
        velocities[k] = velocity;
        List<List<Double>> terms = new ArrayList<>(List.of(List.of(parameter), List.of(-rate, move)));
        if (decays && way == 2) {
            terms.add(List.of(-rate, lambda, parameter));
        }
        return f.dot(terms);
    }

    private static List<Numbers> numbers(Network network) {
        return network.layers().stream().map(layer -> new Numbers(IntStream.range(0, layer.units()).mapToObj(j ->
                Stream.concat(layer.weights().row(j).entries().stream(), layer.bias().map(bias -> bias.get(j)).stream())
                        .mapToDouble(BigFraction::doubleValue).toArray()).toArray(double[][]::new))).toList();
    }

    private static List<Reported> reported(Network network, List<Numbers> numbers) {
        List<Reported> all = new ArrayList<>();
        for (int l = 0; l < numbers.size(); l++) {
            int inputs = network.layers().get(l).inputs();
            for (double[] row : numbers.get(l).rows) {
                IntStream.range(0, inputs).forEach(k -> all.add(reported(row[k])));
            }
            for (double[] row : numbers.get(l).rows) {
                IntStream.range(inputs, row.length).forEach(k -> all.add(reported(row[k])));
            }
        }
        return all;
    }

    private static Reported reported(double number) {
        return Reported.of(FloatFormat.FLOAT64.read(new BigDecimal(number)), Double.toString(number));
    }

    private static double[] array(Vector vector) {
        return vector.entries().stream().mapToDouble(BigFraction::doubleValue).toArray();
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] array) {
        return IntStream.range(0, array.length).mapToObj(i -> array[i]).toList();
    }
}
