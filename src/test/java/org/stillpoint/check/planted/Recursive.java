package org.stillpoint.check.planted;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Each number as the text book defines it, by a function that calls itself and keeps nothing. */
final class Recursive extends Program {

    private Asked asked;

    Recursive(Ways ways, List<Planted> mistakes) {
        super(ways, mistakes);
    }

    @Override
    Gradient gradient(Asked question) {
        asked = question;
        Gradient gradient = Gradient.zeros(asked);
        int n = asked.samples();
        for (int l = 0; l < asked.depth(); l++) {
            int layer = l;
            for (int j = 0; j < asked.units(l); j++) {
                int unit = j;
                for (int k = 0; k < asked.inputs(l); k++) {
                    int input = k;
                    gradient.w()[l][j][k] = overBatch(l, i ->
                            delta(i, layer, unit) * below(i, layer, input)) / (ways.sum ? 1 : n);
                }
                if (asked.b()[l] != null) {
                    gradient.b()[l][j] = overBatch(l, i -> delta(i, layer, unit)) / (ways.sum ? 1 : n);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            int sample = i;
            gradient.outputs()[i] = IntStream.range(0, asked.outputs()).mapToDouble(j ->
                    a(sample, asked.depth() - 1, j)).toArray();
        }
        return gradient;
    }

    private double overBatch(int l, IntToDoubleFunction part) {
        int from = makes("every-second-sample", l, asked.depth()) ? 2 : 1;
        int until = asked.samples() - (makes("last-sample-left-out", l, asked.depth()) ? 1 : 0);
        double sum = 0;
        for (int i = 0; i < until; i += from) {
            sum += makes("terms-unsigned", l, asked.depth()) ? Math.abs(part.applyAsDouble(i)) : part.applyAsDouble(i);
        }
        return makes("gradient-of-first-sample", l, asked.depth()) 
                ? part.applyAsDouble(0) * (ways.sum ? 1 : asked.samples()) : sum;
    }

    private double below(int i, int l, int k) {
        return l == 0 ? asked.x()[i][k] : a(i, l - 1, k);
    }

    private double z(int i, int l, int j) {
        int width = asked.inputs(l);
        double sum = IntStream.range(0, width).mapToDouble(k -> asked.w()[l][j][k] * forwardInput(i, l, k)).sum();
        double mean = makes("mean-of-inputs-forward", l, asked.depth()) ? sum / width : sum;
        boolean biased = asked.b()[l] != null && !makes("bias-behind-activation", l, asked.depth());
        return !biased ? mean
                : mean + (makes("bias-once-an-input-forward", l, asked.depth()) ? width : 1) * asked.b()[l][j];
    }

    private double forwardInput(int i, int l, int k) {
        double right = below(i, l, k);
        return unless(asked, l, right, mistake -> switch (mistake) {
            case "last-input-left-out-forward" -> k == asked.inputs(l) - 1 ? 0.0 : right;
            case "first-input-left-out-forward" -> k == 0 ? 0.0 : right;
            case "preactivation-as-input-forward" -> l == 0 ? null : z(i, l - 1, k);
            case "network-input-for-every-layer-forward" -> asked.inputs(l) == asked.inputs(0) ? asked.x()[i][k] : null;
            case "input-of-first-sample-forward" -> below(0, l, k);
            default -> null;
        });
    }

    private double a(int i, int l, int j) {
        Activation activation = asked.activations()[l];
        if (activation == Activation.SOFTMAX) {
            return softmax(IntStream.range(0, asked.units(l)).mapToDouble(m -> z(i, l, m)).toArray())[j];
        }
        double right = curve(activation, z(i, l, j));
        return unless(asked, l, right, mistake -> switch (mistake) {
            case "activation-twice-forward" -> curve(activation, right);
            case "activation-of-first-unit-forward" -> curve(activation, z(i, l, 0));
            case "activation-whole" -> (double) (long) right;
            case "bias-behind-activation" -> asked.b()[l] == null ? null : right + asked.b()[l][j];
            default -> null;
        });
    }

    private double delta(int i, int l, int j) {
        if (asked.isLast(l) && asked.loss() == Loss.CROSS_ENTROPY) {
            return pulled(i, l, j);
        }
        if (asked.activations()[l] == Activation.SOFTMAX) {
            return IntStream.range(0, asked.units(l)).mapToDouble(m ->
                    pulled(i, l, m) * a(i, l, m) * ((m == j ? 1 : 0) - a(i, l, j))).sum();
        }
        double right = slope(asked.activations()[l], z(i, l, j)) * pulled(i, l, j);
        return unless(asked, l, right, mistake -> switch (mistake) {
            case "slope-at-preactivation-above" -> asked.isLast(l) || asked.units(l + 1) != asked.units(l) ? null
                    : slope(asked.activations()[l], z(i, l + 1, j)) * pulled(i, l, j);
            case "delta-of-neighbour" -> slope(asked.activations()[l], z(i, l, j)) * pulled(i, l, (j + 1) % asked.units(l));
            default -> null;
        });
    }

    private double pulled(int i, int l, int j) {
        if (asked.isLast(l)) {
            return lossSlope(asked.loss(), a(i, l, j), asked.y()[i][j], asked.outputs());
        }
        if (makes("layer-skipped-going-down") && l + 2 < asked.depth() && asked.inputs(l + 2) == asked.units(l)) {
            return IntStream.range(0, asked.units(l + 2)).mapToDouble(m -> asked.w()[l + 2][m][j] * delta(i, l + 2, m)).sum();
        }
        double sum = IntStream.range(0, asked.units(l + 1)).mapToDouble(m -> asked.w()[l + 1][m][j] * delta(i, l + 1, m)).sum();
        boolean kept = makes("residual-where-there-is-none") && asked.units(l) == asked.units(l + 1);
        return kept ? sum + delta(i, l + 1, j) : sum;
    }
}
