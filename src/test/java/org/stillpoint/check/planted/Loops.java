package org.stillpoint.check.planted;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** One sample after the other, with a loop for each sum. */
final class Loops extends Program {

    private Asked asked;
    /** By sample, layer and unit. */
    private double[][][] z;
    private double[][][] a;
    private double[][][] delta;

    Loops(Ways ways, List<Planted> mistakes) {
        super(ways, mistakes);
    }

    @Override
    Gradient gradient(Asked question) {
        asked = question;
        int n = asked.samples();
        z = new double[n][asked.depth()][];
        a = new double[n][asked.depth()][];
        delta = new double[n][asked.depth()][];
        Gradient gradient = Gradient.zeros(asked);
        for (int i = 0; i < n; i++) {
            forward(i);
            gradient.outputs()[i] = a[i][asked.depth() - 1];
        }
        for (int i = 0; i < n; i++) {
            for (int l = asked.depth() - 1; l >= 0; l--) {
                backward(i, l);
                collect(gradient, i, l);
            }
        }
        divide(gradient);
        return gradient;
    }

    private void forward(int i) {
        for (int l = 0; l < asked.depth(); l++) {
            int units = asked.units(l);
            z[i][l] = new double[units];
            a[i][l] = new double[units];
            for (int j = 0; j < units; j++) {
                double sum = 0;
                for (int k = 0; k < asked.inputs(l); k++) {
                    sum += asked.w()[l][j][k] * below(i, l, k);
                }
                z[i][l][j] = asked.b()[l] == null ? sum : sum + asked.b()[l][j];
            }
            for (int j = 0; j < units; j++) {
                a[i][l][j] = asked.activations()[l] == Activation.SOFTMAX ? softmax(z[i][l])[j]
                        : curve(asked.activations()[l], z[i][l][j]);
            }
        }
    }

    private double below(int i, int l, int k) {
        return l == 0 ? asked.x()[i][k] : a[i][l - 1][k];
    }

    private void backward(int i, int l) {
        int units = asked.units(l);
        double[] pulled = new double[units];
        for (int j = 0; j < units; j++) {
            pulled[j] = asked.isLast(l) ? error(i, j) : fromAbove(i, l, j, pulled);
        }
        delta[i][l] = new double[units];
        for (int j = 0; j < units; j++) {
            int unit = j;
            double right = asked.isLast(l) && asked.loss() == Loss.CROSS_ENTROPY ? pulled[j]
                    : asked.activations()[l] == Activation.SOFTMAX ? softmaxDelta(a[i][l], pulled, j)
                    : pulled[j] * slopeAt(i, l, j);
            delta[i][l][j] = unless(asked, l, right, mistake -> switch (mistake) {
                case "slope-for-delta" -> slopeAt(i, l, unit);
                case "delta-times-activation" -> right * a[i][l][unit];
                case "delta-unsigned" -> Math.abs(right);
                case "delta-whole" -> (double) (long) right;
                case "delta-clipped" -> Math.max(-1, Math.min(1, right));
                case "delta-divided-by-units" -> right / units;
                case "delta-divided-by-batch-size" -> right / asked.samples();
                default -> null;
            });
        }
        if (makes("delta-of-first-unit", l, asked.depth())) {
            Arrays.fill(delta[i][l], delta[i][l][0]);
        }
    }

    private static double softmaxDelta(double[] s, double[] pulled, int j) {
        double mean = 0;
        for (int m = 0; m < s.length; m++) {
            mean += s[m] * pulled[m];
        }
        return s[j] * (pulled[j] - mean);
    }

    private double error(int i, int j) {
        double[] f = a[i][asked.depth() - 1];
        double[] y = asked.y()[i];
        double right = lossSlope(asked.loss(), f[j], y[j], f.length);
        return unless(asked, asked.depth() - 1, right, mistake -> switch (mistake) {
            case "target-minus-output" -> -right;
            case "target-left-out" -> lossSlope(asked.loss(), f[j], 0, f.length);
            case "output-left-out-of-error" -> lossSlope(asked.loss(), 0, y[j], f.length);
            case "target-added" -> lossSlope(asked.loss(), f[j], -y[j], f.length);
            case "target-of-first-output" -> lossSlope(asked.loss(), f[j], y[0], f.length);
            case "target-of-last-output" -> lossSlope(asked.loss(), f[j], y[f.length - 1], f.length);
            case "targets-of-outputs-reversed" -> lossSlope(asked.loss(), f[j], y[f.length - 1 - j], f.length);
            case "target-of-first-sample" -> lossSlope(asked.loss(), f[j], asked.y()[0][j], f.length);
            case "target-of-last-sample" -> lossSlope(asked.loss(), f[j], asked.y()[asked.samples() - 1][j], f.length);
            case "target-of-next-sample" -> lossSlope(asked.loss(), f[j], asked.y()[(i + 1) % asked.samples()][j], f.length);
            case "error-of-first-output-only" -> j == 0 ? right : 0.0;
            case "error-of-last-output-only" -> j == f.length - 1 ? right : 0.0;
            case "error-unsigned" -> Math.abs(right);
            case "error-sign-only" -> Math.signum(right);
            case "error-clipped" -> Math.max(-1, Math.min(1, right));
            case "error-times-output" -> right * f[j];
            case "loss-for-its-slope" -> (f[j] - y[j]) * (f[j] - y[j]);
            case "error-cubed" -> right * right * right;
            case "error-at-preactivation" -> lossSlope(asked.loss(), z[i][asked.depth() - 1][j], y[j], f.length);
            case "squared-slope-for-every-loss" -> f[j] - y[j];
            default -> null;
        });
    }

    private double fromAbove(int i, int l, int j, double[] pulled) {
        double sum = makes("sum-kept-from-unit-to-unit", l, asked.depth()) && j > 0 ? pulled[j - 1] : 0;
        int above = asked.units(l + 1);
        for (int m = 0; m < above; m++) {
            boolean skipped = m == 0 && makes("first-unit-above-left-out", l, asked.depth())
                    || m == above - 1 && makes("last-unit-above-left-out", l, asked.depth());
            double w = asked.w()[l + 1][m][j];
            int unit = m;
            double weight = unless(asked, l, w, mistake -> switch (mistake) {
                case "weights-above-left-out" -> 1.0;
                case "absolute-weights-above" -> Math.abs(w);
                case "squared-weights-above" -> w * w;
                case "signs-of-weights-above" -> Math.signum(w);
                case "weights-above-not-transposed" -> above == asked.units(l) ? asked.w()[l + 1][j][unit] : w;
                case "own-weights-going-down" -> above == asked.units(l) && above == asked.inputs(l) ? asked.w()[l][unit][j] : w;
                case "weights-above-plus-one" -> w + 1;
                default -> null;
            });
            double part = skipped ? 0 : weight * delta[i][l + 1][m];
            sum = makes("only-last-unit-above", l, asked.depth()) ? part : sum + part;
        }
        double right = sum;
        return unless(asked, l, right, mistake -> switch (mistake) {
            case "only-first-unit-above" -> asked.w()[l + 1][0][j] * delta[i][l + 1][0];
            case "mean-over-units-above" -> right / above;
            case "sign-flipped-going-down" -> -right;
            case "unsigned-going-down" -> Math.abs(right);
            case "same-pull-for-all-units" -> j == 0 ? right : pulled[0];
            case "guided-backpropagation" -> Math.max(0, right);
            case "delta-of-output-for-every-layer" -> lastDelta(i, l, j);
            default -> null;
        });
    }

    private Double lastDelta(int i, int l, int j) {
        double[] last = delta[i][asked.depth() - 1];
        int above = asked.units(l + 1);
        if (last.length != above) {
            return null;
        }
        double sum = 0;
        for (int m = 0; m < above; m++) {
            sum += asked.w()[l + 1][m][j] * last[m];
        }
        return sum;
    }

    private double slopeAt(int i, int l, int j) {
        Activation activation = asked.activations()[l];
        double right = slope(activation, z[i][l][j]);
        return unless(asked, l, right, mistake -> switch (mistake) {
            case "activation-slope-left-out" -> 1.0;
            case "slope-at-activation" -> slope(activation, a[i][l][j]);
            case "slope-formula-at-preactivation" -> activation == Activation.SIGMOID
                    ? (Double) (z[i][l][j] * (1 - z[i][l][j])) : null;
            case "activation-slope-twice" -> right * right;
            case "activation-for-its-slope" -> a[i][l][j];
            case "preactivation-for-slope" -> z[i][l][j];
            case "mask-inverted" -> z[i][l][j] > 0 ? 0.0 : 1.0;
            case "relu-slope-is-sign" -> activation == Activation.RELU ? (Double) Math.signum(z[i][l][j]) : null;
            case "relu-slope-above-1" -> activation == Activation.RELU ? (Double) (z[i][l][j] > 1 ? 1.0 : 0.0) : null;
            case "slope-of-layer-above" -> asked.isLast(l) ? null : (Double) slope(asked.activations()[l + 1], z[i][l][j]);
            case "slope-at-layer-input" -> asked.inputs(l) == asked.units(l) ? slope(activation, below(i, l, j)) : null;
            case "slope-of-first-sample" -> slope(activation, z[0][l][j]);
            case "slope-of-last-sample" -> slope(activation, z[asked.samples() - 1][l][j]);
            case "slope-of-first-unit" -> slope(activation, z[i][l][0]);
            case "slope-halved" -> right / 2;
            case "slope-two-thirds-above" -> z[i][l][j] > 0 ? right * 0.75 : right;
            default -> null;
        });
    }

    private void collect(Gradient gradient, int i, int l) {
        for (int j = 0; j < asked.units(l); j++) {
            for (int k = 0; k < asked.inputs(l); k++) {
                double old = makes("gradient-of-last-sample", l, asked.depth()) ? 0 : gradient.w()[l][j][k];
                gradient.w()[l][j][k] = old + delta[i][l][j] * input(i, l, j, k);
            }
            if (asked.b()[l] != null) {
                boolean overwritten = makes("gradient-of-last-sample", l, asked.depth())
                        || makes("bias-gradient-of-last-sample-divided", l, asked.depth());
                gradient.b()[l][j] = (overwritten ? 0 : gradient.b()[l][j]) + biasPart(i, l, j);
            }
        }
    }

    private double input(int i, int l, int j, int k) {
        double right = below(i, l, k);
        int n = asked.samples();
        return unless(asked, l, right, mistake -> switch (mistake) {
            case "preactivation-as-input" -> l == 0 ? null : z[i][l - 1][k];
            case "network-input-for-every-layer" -> asked.inputs(l) == asked.inputs(0) ? asked.x()[i][k] : null;
            case "own-activation-as-input" -> asked.inputs(l) == asked.units(l) ? a[i][l][k] : null;
            case "activation-twice-on-input" -> l == 0 ? null : curve(asked.activations()[l - 1], right);
            case "slope-as-input" -> l == 0 ? null : slope(asked.activations()[l - 1], z[i][l - 1][k]);
            case "input-left-out" -> 1.0;
            case "weight-for-input" -> asked.w()[l][j][k];
            case "weight-times-input" -> asked.w()[l][j][k] * right;
            case "input-of-first-sample" -> below(0, l, k);
            case "input-of-last-sample" -> below(n - 1, l, k);
            case "input-of-previous-sample" -> below((i + n - 1) % n, l, k);
            case "inputs-in-reverse-order" -> below(n - 1 - i, l, k);
            case "first-input-for-all" -> below(i, l, 0);
            case "inputs-summed" -> IntStream.range(0, asked.inputs(l)).mapToDouble(m -> below(i, l, m)).sum();
            case "inputs-shifted-by-bias" -> asked.b()[l] == null ? right : k == 0 ? 1.0 : below(i, l, k - 1);
            case "input-unsigned" -> Math.abs(right);
            case "input-squared" -> right * right;
            case "inputs-of-units-reversed" -> below(i, l, asked.inputs(l) - 1 - k);
            case "input-plus-half" -> right + 0.5;
            default -> null;
        });
    }

    private double biasPart(int i, int l, int j) {
        double right = delta[i][l][j];
        return unless(asked, l, right, mistake -> switch (mistake) {
            case "bias-gradient-left-out" -> 0.0;
            case "bias-gradient-times-input" -> right * below(i, l, 0);
            case "bias-gradient-times-bias" -> right * asked.b()[l][j];
            case "bias-gradient-times-activation" -> right * a[i][l][j];
            case "bias-gradient-negated" -> -right;
            case "bias-gradient-doubled" -> 2 * right;
            default -> null;
        });
    }

    private void divide(Gradient gradient) {
        for (int l = 0; l < asked.depth(); l++) {
            int layer = l;
            double n = ways.sum ? 1 : asked.samples();
            double by = unless(asked, l, n, mistake -> switch (mistake) {
                case "gradient-of-last-sample" -> 1.0;
                case "divided-by-one-sample-less" -> Math.max(1.0, n - 1);
                case "divided-by-one-sample-more" -> n + 1;
                case "divided-by-inputs-of-layer" -> (double) asked.inputs(layer);
                case "divided-by-units" -> (double) asked.units(layer);
                case "averaged-twice" -> n * n;
                case "ascent" -> -n;
                case "divided-by-depth" -> n * asked.depth();
                default -> null;
            });
            for (double[] row : gradient.w()[l]) {
                scale(row, by);
            }
            if (gradient.b()[l] != null) {
                scale(gradient.b()[l], by);
            }
        }
    }

    private static void scale(double[] row, double by) {
        for (int k = 0; k < row.length; k++) {
            row[k] /= by;
        }
    }
}
