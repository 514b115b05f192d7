package org.stillpoint.check.rounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.domain.Activation;

/** Activations and their slopes in floating-point numbers, by one or another of the formulas that programs have for them. */
final class ShuffledCurves {

    private final ShuffledFloats f;
    private final Map<Convention, Integer> ways;

    ShuffledCurves(ShuffledFloats floats, Map<Convention, Integer> ways) {
        this.f = floats;
        this.ways = ways;
    }

    double value(Activation activation, double z) {
        String name = activation.id();
        if (name.startsWith("leaky-relu")) {
            return z < 0 ? f.times(below(activation), z) : z;
        }
        return switch (name) {
            case "identity" -> z;
            case "relu" -> Math.max(z, 0);
            case "abs" -> Math.abs(z);
            case "hard-tanh" -> Math.max(-1, Math.min(1, z));
            case "softsign" -> f.over(z, f.plus(1, Math.abs(z)));
            case "rational-sigmoid" -> f.plus(0.5, f.over(z, f.times(2, f.plus(1, Math.abs(z)))));
            case "sigmoid" -> sigmoid(z);
            case "tanh" -> tanh(z);
            case "softplus" -> softplus(z);
            case "elu" -> z > 0 ? z : f.heads() ? f.off(StrictMath.expm1(z)) : f.minus(f.exp(z), 1);
            case "silu" -> f.heads() ? f.times(z, sigmoid(z)) : f.over(z, f.plus(1, f.exp(-z)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** @param a the activation at z */
    double slope(Activation activation, double z, double a) {
        String name = activation.id();
        if (name.startsWith("leaky-relu")) {
            return z > 0 ? 1 : z < 0 ? below(activation) : leakyAtZero(below(activation));
        }
        return switch (name) {
            case "identity" -> 1;
            case "relu" -> z > 0 ? 1 : z < 0 ? 0 : new double[] {0, 1, 0.5}[ways.get(Convention.RELU_AT_0)];
            case "abs" -> z != 0 ? Math.signum(z) : new double[] {0, 1, -1}[ways.get(Convention.ABS_AT_0)];
            case "hard-tanh" -> Math.abs(z) > 1 ? 0 : Math.abs(z) < 1 ? 1
                    : new double[] {1, 0, 0.5}[ways.get(Convention.HARD_TANH_AT_KINKS)];
            case "softsign" -> softsignSlope(z);
            case "rational-sigmoid" -> f.times(0.5, softsignSlope(z));
            case "sigmoid" -> f.times(a, f.minus(1, a));
            case "tanh" -> f.heads() ? f.minus(1, f.times(a, a)) : f.times(f.plus(1, a), f.minus(1, a));
            case "softplus" -> sigmoid(z);
            case "elu" -> z > 0 ? 1 : f.heads() ? f.plus(a, 1) : f.exp(z);
            case "silu" -> siluSlope(z, a);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private double below(Activation leaky) {
        return f.r(leaky.equals(Activation.LEAKY_RELU) ? 0.01 : 0.25);
    }

    private double leakyAtZero(double below) {
        return switch (ways.get(Convention.LEAKY_RELU_AT_0)) {
            case 0 -> below;
            case 1 -> 1;
            case 2 -> f.times(f.plus(1, below), 0.5);
            default -> 0;
        };
    }

    private double softsignSlope(double z) {
        double t = f.plus(1, Math.abs(z));
        return f.heads() ? f.over(1, f.times(t, t)) : f.times(f.over(1, t), f.over(1, t));
    }

    double sigmoid(double z) {
        return switch (f.oneOf(3)) {
            case 0 -> f.over(1, f.plus(1, f.exp(-z)));
            case 1 -> z > 0 ? f.minus(1, sigmoid(-z)) : f.over(f.exp(z), f.plus(1, f.exp(z)));
            default -> f.times(0.5, f.plus(1, tanh(f.times(0.5, z))));
        };
    }

    private double tanh(double z) {
        if (f.heads()) {
            return Math.max(-1, Math.min(1, f.off(StrictMath.tanh(z))));
        }
        double up = f.exp(Math.min(z, 20));
        double down = f.exp(Math.max(-z, -20));
        return z > 20 ? 1 : z < -20 ? -1 : f.over(f.minus(up, down), f.plus(up, down));
    }

    private double softplus(double z) {
        return f.heads() && z < 50 ? f.log(f.plus(1, f.exp(z)))
                : f.plus(Math.max(z, 0), f.off(StrictMath.log1p(f.exp(-Math.abs(z)))));
    }

    private double siluSlope(double z, double a) {
        double s = sigmoid(z);
        return switch (f.oneOf(3)) {
            case 0 -> f.times(s, f.plus(1, f.times(z, f.minus(1, s))));
            case 1 -> f.plus(s, f.product(z, s, f.minus(1, s)));
            default -> f.plus(a, f.times(s, f.minus(1, a)));
        };
    }

    /** With or without the largest drawn out. */
    List<Double> softmax(List<Double> z) {
        double top = f.heads() ? 0 : z.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        List<Double> powers = new ArrayList<>();
        z.forEach(unit -> powers.add(f.exp(f.minus(unit, top))));
        double sum = f.sum(powers);
        return powers.stream().map(power -> f.over(power, sum)).toList();
    }
}
