package org.stillpoint.check.planted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;

/**
 * A program that calculates gradients. Where a formula can be wrong, the right number is given first, then what planted mistakes
 * put in its place. Planted mistakes have the names that the catalogue has for them, if it has one.
 */
abstract class Program {

    final Ways ways;
    private final List<Planted> mistakes;

    Program(Ways ways, List<Planted> mistakes) {
        this.ways = ways;
        this.mistakes = mistakes;
    }

    /** The gradient over a batch, divided by its size unless the ways say otherwise. */
    abstract Gradient gradient(Asked asked);

    /** What the step of a training makes of momentum, decay and batches; empty if it does not do that. */
    Optional<Asked> train(Asked asked, Settings settings) {
        return Optional.of(new Training(this, asked, settings).run());
    }

    /** A number as it is stored. */
    double rounded(double number) {
        return number;
    }

    /** Whether a mistake is made that is not in some layers only. */
    boolean makes(String mistake) {
        return mistakes.stream().anyMatch(planted -> planted.mistake().equals(mistake));
    }

    boolean makes(String mistake, int l, int depth) {
        return mistakes.stream().anyMatch(planted -> planted.mistake().equals(mistake) && planted.where().holds(l, depth));
    }

    /** The right number, unless a mistake that is made in the layer gives another. */
    double unless(Asked asked, int l, double right, Function<String, Double> wrong) {
        for (Planted planted : mistakes) {
            Double other = planted.where().holds(l, asked.depth()) ? wrong.apply(planted.mistake()) : null;
            if (other != null) {
                return other;
            }
        }
        return right;
    }

    double curve(Activation activation, double z) {
        return switch (activation.id()) {
            case "identity" -> z;
            case "relu" -> Math.max(0, z);
            case "leaky-relu" -> z < 0 ? (makes("leaky-slope-0-forward") ? 0 : 0.01) * z : z;
            case "leaky-relu:1/4" -> makes("leaky-slope-above-0-forward") ? z > 0 ? z / 4 : z
                    : z < 0 ? (makes("leaky-slope-0-forward") ? 0 : makes("leaky-slope-usual-forward") ? 0.01 : 0.25) * z : z;
            case "abs" -> Math.abs(z);
            case "hard-tanh" -> Math.max(makes("hard-tanh-from-0-forward") ? 0 : -1, Math.min(1, z));
            case "sigmoid" -> 1 / (1 + Math.exp(-z));
            case "tanh" -> Math.tanh(z);
            case "softsign" -> z / (1 + Math.abs(z));
            case "softplus" -> Math.log1p(Math.exp(z));
            case "elu" -> z > 0 ? z : Math.expm1(z);
            case "silu" -> z / (1 + Math.exp(-z));
            default -> throw new IllegalArgumentException(activation.id());
        };
    }

    double slope(Activation activation, double z) {
        double a = activation == Activation.SOFTMAX ? 0 : curve(activation, z);
        return switch (activation.id()) {
            case "identity" -> 1;
            case "relu" -> z > 0 ? 1 : z < 0 ? 0 : ways.kappa;
            case "leaky-relu", "leaky-relu:1/4" -> leaky(activation.id().equals("leaky-relu") ? 0.01 : 0.25, z);
            case "abs" -> makes("abs-slope-1") ? 1 : makes("abs-slope-as-relu") ? (z > 0 ? 1 : 0) : Math.signum(z);
            case "hard-tanh" -> makes("hard-tanh-never-flat") ? 1 : makes("hard-tanh-slope-as-tanh") ? 1 - a * a
                    : makes("hard-tanh-flat-below-0") && z < 0 ? 0 : Math.abs(z) <= 1 ? 1 : 0;
            case "sigmoid" -> sigmoid(a);
            case "tanh" -> tanh(a);
            case "softsign" -> makes("softsign-slope-not-squared") ? 1 - Math.abs(a)
                    : 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)));
            case "softplus" -> 1 / (1 + Math.exp(-z));
            case "elu" -> z >= 0 ? 1 : makes("elu-slope-is-a") ? a : Math.exp(z);
            case "silu" -> {
                double s = 1 / (1 + Math.exp(-z));
                yield makes("silu-slope-without-product-rule") ? s : s + z * s * (1 - s);
            }
            default -> throw new IllegalArgumentException(activation.id());
        };
    }

    private double leaky(double below, double z) {
        return z > 0 ? 1 : z == 0 ? below : makes("leaky-slope-0-backward") ? 0 : makes("leaky-slope-1-backward") ? 1
                : makes("leaky-slope-usual-backward") ? 0.01 : makes("leaky-slope-negated-backward") ? -below : below;
    }

    private double sigmoid(double a) {
        Map<String, Double> wrong = Map.of("sigmoid-slope-one-minus-a", 1 - a, "sigmoid-slope-squared-complement",
                (1 - a) * (1 - a), "sigmoid-slope-as-tanh", 1 - a * a, "sigmoid-slope-a-minus-one", a * (a - 1),
                "sigmoid-slope-one-plus-a", a * (1 + a), "flat-spot", a * (1 - a) + 0.1);
        return made(wrong).orElse(a * (1 - a));
    }

    private double tanh(double a) {
        Map<String, Double> wrong = Map.of("tanh-slope-as-sigmoid", a * (1 - a), "tanh-slope-not-squared", 1 - a,
                "tanh-slope-squared-outside", (1 - a) * (1 - a), "tanh-slope-one-plus-square", 1 + a * a, "flat-spot",
                1 - a * a + 0.1);
        return made(wrong).orElse(1 - a * a);
    }

    private Optional<Double> made(Map<String, Double> wrong) {
        return wrong.entrySet().stream().filter(one -> makes(one.getKey())).findFirst().map(Map.Entry::getValue);
    }

    /** The derivative of a sample's loss by an output. */
    double lossSlope(Loss loss, double f, double y, int outputs) {
        double slope = switch (loss.id()) {
            case "squared" -> ways.lossFactor * (f - y);
            case "absolute" -> Math.signum(f - y);
            case "hinge" -> hinge(f, y);
            case "perceptron" -> perceptron(f, y);
            case "logistic" -> makes("condition-left-out") ? -y : -y / (1 + Math.exp(y * f));
            case "cross-entropy" -> f - y;
            default -> throw new IllegalArgumentException(loss.id());
        };
        return ways.overOutputs ? slope / outputs : slope;
    }

    private double hinge(double f, double y) {
        if (makes("hinge-condition-at-0")) {
            return y * f <= 0 ? -y : 0;
        }
        boolean active = makes("condition-left-out") || (ways.hingeAtOne ? y * f <= 1 : y * f < 1);
        return active != makes("condition-inverted") ? (makes("margin-slope-times-output") ? -f * y : -y) : 0;
    }

    private double perceptron(double f, double y) {
        if (makes("perceptron-condition-at-1")) {
            return y * f < 1 ? -y : 0;
        }
        if (makes("perceptron-zero-is-positive")) {
            return ((f >= 0 ? 1 : -1) - y) / 2;
        }
        double step = makes("perceptron-step-doubled") ? 2 : 1;
        return (ways.perceptronOnlyBelowZero ? y * f < 0 : y * f <= 0) ? -step * y : 0;
    }

    static double[] softmax(double[] z) {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : z) {
            most = Math.max(most, one);
        }
        double sum = 0;
        double[] s = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            s[j] = Math.exp(z[j] - most);
            sum += s[j];
        }
        for (int j = 0; j < z.length; j++) {
            s[j] /= sum;
        }
        return s;
    }
}
