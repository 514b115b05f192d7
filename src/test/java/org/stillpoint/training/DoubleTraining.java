package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;

/**
 * The same in floating point, and without backpropagation: derivatives are quotients of differences. Good to some six digits, by
 * formulas that have nothing in common with those of the engine.
 */
final class DoubleTraining {

    private static final double STEP = 1e-4;

    private final Network shape;
    private final DataSet data;
    private final Loss loss;

    DoubleTraining(Network shape, DataSet data, Loss loss) {
        this.shape = shape;
        this.data = data;
        this.loss = loss;
    }

    static double[] parameters(Network network) {
        return network.parameters().stream().mapToDouble(p -> p.doubleValue()).toArray();
    }

    /** The parameters after all steps of gradient descent with momentum and decay. */
    double[] descend(Settings settings) {
        double[] theta = parameters(shape);
        double[] velocity = new double[theta.length];
        List<Boolean> weights = weights();
        for (int step = 0; step < settings.steps(); step++) {
            double[] gradient = gradient(theta, settings.batch(step, data.size()));
            for (int k = 0; k < theta.length; k++) {
                double decayed = gradient[k] + (weights.get(k) ? settings.weightDecay().doubleValue() * theta[k] : 0);
                velocity[k] = settings.momentum().doubleValue() * velocity[k] + decayed;
            }
            for (int k = 0; k < theta.length; k++) {
                theta[k] -= settings.learningRate().doubleValue() * velocity[k];
            }
        }
        return theta;
    }

    /** The parameters after all steps of Adam. */
    double[] adam(Settings settings, double rate, double beta1, double beta2, double epsilon) {
        double[] theta = parameters(shape);
        double[] m = new double[theta.length];
        double[] v = new double[theta.length];
        for (int step = 0; step < settings.steps(); step++) {
            double[] gradient = gradient(theta, settings.batch(step, data.size()));
            for (int k = 0; k < theta.length; k++) {
                m[k] = beta1 * m[k] + (1 - beta1) * gradient[k];
                v[k] = beta2 * v[k] + (1 - beta2) * gradient[k] * gradient[k];
                theta[k] -= rate * m[k] / (1 - Math.pow(beta1, step + 1))
                        / (Math.sqrt(v[k] / (1 - Math.pow(beta2, step + 1))) + epsilon);
            }
        }
        return theta;
    }

    /** Of each parameter, whether it is a weight. */
    private List<Boolean> weights() {
        List<Boolean> weights = new ArrayList<>();
        for (Layer layer : shape.layers()) {
            IntStream.range(0, layer.units() * layer.inputs()).forEach(k -> weights.add(true));
            IntStream.range(0, layer.bias().isPresent() ? layer.units() : 0).forEach(k -> weights.add(false));
        }
        return weights;
    }

    /** By differences to both sides, of fourth order. */
    double[] gradient(double[] theta, List<Integer> batch) {
        double[] gradient = new double[theta.length];
        for (int k = 0; k < theta.length; k++) {
            gradient[k] = (8 * (at(theta, k, STEP, batch) - at(theta, k, -STEP, batch))
                    - at(theta, k, 2 * STEP, batch) + at(theta, k, -2 * STEP, batch)) / (12 * STEP);
        }
        return gradient;
    }

    private double at(double[] theta, int k, double step, List<Integer> batch) {
        double[] moved = theta.clone();
        moved[k] += step;
        return meanLoss(moved, batch);
    }

    double meanLoss(double[] theta, List<Integer> batch) {
        return batch.stream().mapToDouble(i -> sampleLoss(theta, i)).sum() / batch.size();
    }

    private double sampleLoss(double[] theta, int sample) {
        double[] a = data.inputs().get(sample).entries().stream().mapToDouble(x -> x.doubleValue()).toArray();
        int at = 0;
        for (Layer layer : shape.layers()) {
            double[] z = new double[layer.units()];
            int bias = at + layer.units() * layer.inputs();
            for (int j = 0; j < z.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    z[j] += theta[at++] * a[k];
                }
                z[j] += layer.bias().isPresent() ? theta[bias + j] : 0;
            }
            at = bias + (layer.bias().isPresent() ? z.length : 0);
            a = activated(layer.activation(), z);
        }
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += loss(a[j], data.targets().get(sample).get(j).doubleValue());
        }
        return sum;
    }

    private static double[] activated(Activation activation, double[] z) {
        double[] a = new double[z.length];
        double sum = 0;
        for (double number : z) {
            sum += Math.exp(number);
        }
        for (int j = 0; j < z.length; j++) {
            a[j] = activation == Activation.SOFTMAX ? Math.exp(z[j]) / sum : activated(activation.id(), z[j]);
        }
        return a;
    }

    private static double activated(String activation, double z) {
        return switch (activation) {
            case "identity" -> z;
            case "relu" -> Math.max(0, z);
            case "leaky-relu" -> z < 0 ? z / 100 : z;
            case "abs" -> Math.abs(z);
            case "hard-tanh" -> Math.max(-1, Math.min(1, z));
            case "softsign" -> z / (1 + Math.abs(z));
            case "rational-sigmoid" -> 0.5 + z / (2 + 2 * Math.abs(z));
            case "sigmoid" -> 1 / (1 + Math.exp(-z));
            case "tanh" -> Math.tanh(z);
            case "softplus" -> Math.log1p(Math.exp(z));
            case "elu" -> z > 0 ? z : Math.expm1(z);
            case "silu" -> z / (1 + Math.exp(-z));
            case "gelu" -> z * normal(z);
            default -> throw new IllegalArgumentException(activation);
        };
    }

    /** The normal distribution function, by Simpson's rule. */
    private static double normal(double z) {
        int parts = 200;
        double width = z / parts;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            double weight = i == 0 || i == parts ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-(i * width) * (i * width) / 2);
        }
        return 0.5 + sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    private double loss(double f, double y) {
        return switch (loss.id()) {
            case "squared" -> (f - y) * (f - y) / 2;
            case "absolute" -> Math.abs(f - y);
            case "hinge" -> Math.max(0, 1 - y * f);
            case "perceptron" -> Math.max(0, -y * f);
            case "logistic" -> Math.log1p(Math.exp(-y * f));
            case "cross-entropy" -> -y * Math.log(f) - (isSoftmax() || y == 1 ? 0 : (1 - y) * Math.log(1 - f));
            default -> throw new IllegalArgumentException(loss.id());
        };
    }

    private boolean isSoftmax() {
        return shape.outputActivation() == Activation.SOFTMAX;
    }
}
