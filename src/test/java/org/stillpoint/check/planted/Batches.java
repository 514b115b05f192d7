package org.stillpoint.check.planted;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;

/** A batch at a time in matrices with a column for each sample: Z = W A + b, dW = dZ A^T, dA = W^T dZ. */
final class Batches extends Program {

    Batches(Ways ways, List<Planted> mistakes) {
        super(ways, mistakes);
    }

    @Override
    Gradient gradient(Asked asked) {
        return gradient(asked, 0);
    }

    /** Where weights are updated on the way down, each layer is changed before the deltas below are calculated. */
    @Override
    Optional<Asked> train(Asked asked, Settings settings) {
        if (!makes("weights-updated-before-deltas")) {
            return super.train(asked, settings);
        }
        if (settings.momentum().signum() != 0 || settings.weightDecay().signum() != 0) {
            return Optional.empty();
        }
        for (int step = 0; step < settings.steps(); step++) {
            gradient(asked.batch(settings.batch(step, asked.samples())), settings.learningRate().doubleValue());
        }
        return Optional.of(asked);
    }

    /** @param rate 0 where nothing is updated on the way down */
    private Gradient gradient(Asked asked, double rate) {
        int depth = asked.depth();
        double[][][] z = new double[depth][][];
        double[][][] a = new double[depth + 1][][];
        a[0] = transposed(asked.x());
        for (int l = 0; l < depth; l++) {
            z[l] = preactivations(asked, l, a[l]);
            a[l + 1] = activations(asked, l, z[l]);
        }
        Gradient gradient = Gradient.zeros(asked);
        double[][] outputs = transposed(a[depth]);
        System.arraycopy(outputs, 0, gradient.outputs(), 0, outputs.length);
        double[][] pulled = errors(asked, a[depth]);
        for (int l = depth - 1; l >= 0; l--) {
            double[][] dz = deltas(asked, l, pulled, z[l], a[l + 1]);
            gradient.w()[l] = weightGradient(asked, l, dz, a[l]);
            if (asked.b()[l] != null) {
                gradient.b()[l] = biasGradient(asked, l, dz);
            }
            update(asked, l, gradient, rate);
            if (l > 0) {
                pulled = down(asked, l, dz);
            }
        }
        return gradient;
    }

    private double[][] preactivations(Asked asked, int l, double[][] below) {
        double[][] w = asked.w()[l];
        boolean square = w.length == w[0].length;
        double[][] used = makes("weights-transposed-forward", l, asked.depth()) && square ? transposed(w) : w;
        double[][] z = times(used, below);
        for (int j = 0; j < z.length && asked.b()[l] != null; j++) {
            double bias = makes("bias-of-first-unit-forward", l, asked.depth()) ? asked.b()[l][0]
                    : makes("bias-left-out-forward", l, asked.depth()) ? 0
                    : makes("bias-twice-forward", l, asked.depth()) ? 2 * asked.b()[l][j]
                    : makes("bias-subtracted-forward", l, asked.depth()) ? -asked.b()[l][j] : asked.b()[l][j];
            for (int i = 0; i < z[j].length; i++) {
                z[j][i] += bias;
            }
        }
        return z;
    }

    private double[][] activations(Asked asked, int l, double[][] z) {
        Activation activation = asked.activations()[l];
        if (activation == Activation.SOFTMAX) {
            return makes("softmax-over-batch") ? Arrays.stream(z).map(Program::softmax).toArray(double[][]::new)
                    : makes("sigmoid-for-softmax") ? each(z, one -> curve(Activation.SIGMOID, one))
                    : transposed(Arrays.stream(transposed(z)).map(Program::softmax).toArray(double[][]::new));
        }
        return makes("activation-left-out-forward", l, asked.depth()) ? z : each(z, one -> curve(used(asked, l), one));
    }

    private Activation used(Asked asked, int l) {
        return asked.activations()[makes("hidden-activation-on-output") && asked.isLast(l) ? 0 : l];
    }

    private double[][] errors(Asked asked, double[][] f) {
        double[][] y = transposed(asked.y());
        int n = asked.samples();
        double[][] errors = new double[f.length][n];
        for (int j = 0; j < f.length; j++) {
            for (int i = 0; i < n; i++) {
                errors[j][i] = lossSlope(asked.loss(), f[j][i], y[j][i], f.length);
            }
        }
        if (makes("error-mean-over-batch") || makes("error-sum-over-batch")) {
            for (double[] row : errors) {
                Arrays.fill(row, Arrays.stream(row).sum() / (makes("error-sum-over-batch") ? 1 : n));
            }
        }
        if (makes("error-summed-over-outputs") || makes("error-mean-over-outputs")) {
            double[] sums = columnSums(errors);
            Arrays.setAll(errors, j -> Arrays.stream(sums).map(sum -> makes("error-summed-over-outputs") ? sum : sum / f.length)
                    .toArray());
        }
        if (makes("errors-kept-from-sample-to-sample")) {
            for (double[] row : errors) {
                Arrays.parallelPrefix(row, Double::sum);
            }
        }
        return errors;
    }

    private double[][] deltas(Asked asked, int l, double[][] pulled, double[][] z, double[][] a) {
        if (makes("delta-mean-over-batch", l, asked.depth()) || makes("delta-sum-over-batch", l, asked.depth())) {
            for (double[] row : pulled) {
                Arrays.fill(row, Arrays.stream(row).sum() / (makes("delta-sum-over-batch", l, asked.depth()) ? 1 : row.length));
            }
        }
        if (asked.isLast(l) && asked.loss() == Loss.CROSS_ENTROPY) {
            boolean again = makes("cross-entropy-times-output-slope");
            return again ? each(pulled, a, (p, s) -> p * s * (1 - s)) : pulled;
        }
        if (asked.activations()[l] == Activation.SOFTMAX) {
            double[][] products = each(pulled, a, (p, s) -> p * s);
            double[] sums = columnSums(products);
            double[][] deltas = new double[pulled.length][];
            for (int j = 0; j < deltas.length; j++) {
                int unit = j;
                deltas[j] = IntStream.range(0, sums.length).mapToDouble(i -> a[unit][i] * (pulled[unit][i] - sums[i])).toArray();
            }
            return deltas;
        }
        double[][] slopes = each(z, one -> slope(used(asked, l), one));
        if (makes("slope-averaged-over-batch", l, asked.depth())) {
            for (double[] row : slopes) {
                Arrays.fill(row, Arrays.stream(row).sum() / row.length);
            }
        }
        double[][] deltas = each(pulled, slopes, (p, s) -> p * s);
        if (makes("mask-by-what-comes-down", l, asked.depth()) && asked.activations()[l] == Activation.RELU) {
            deltas = each(pulled, p -> p > 0 ? p : 0);
        }
        if (makes("delta-summed-over-units", l, asked.depth())) {
            double[] sums = columnSums(deltas);
            Arrays.setAll(deltas, j -> sums.clone());
        }
        if (makes("delta-divided-by-most-of-batch", l, asked.depth())) {
            double most = Arrays.stream(deltas).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(1);
            deltas = each(deltas, one -> most == 0 ? one : one / most);
        }
        return deltas;
    }

    private double[][] weightGradient(Asked asked, int l, double[][] dz, double[][] below) {
        int n = asked.samples();
        double by = makes("weight-gradient-not-averaged", l, asked.depth()) || ways.sum ? 1
                : makes("weight-gradient-averaged-twice", l, asked.depth()) ? n * n
                : makes("divided-by-inputs-of-network") ? asked.inputs(0) : n;
        double[][] right = times(dz, transposed(below));
        double[][] used = right;
        if (makes("weight-gradient-transposed", l, asked.depth()) && right.length == right[0].length) {
            used = transposed(right);
        } else if (makes("weight-gradient-reshaped", l, asked.depth())) {
            used = reshaped(transposed(right), right.length);
        } else if (makes("product-of-sums", l, asked.depth()) || makes("product-of-means", l, asked.depth())) {
            double size = makes("product-of-means", l, asked.depth()) ? n : 1;
            used = new double[dz.length][below.length];
            for (int j = 0; j < dz.length; j++) {
                for (int k = 0; k < below.length; k++) {
                    used[j][k] = Arrays.stream(dz[j]).sum() * Arrays.stream(below[k]).sum() / size;
                }
            }
        } else if (makes("first-sample-left-out", l, asked.depth()) && n > 1) {
            used = times(without(dz), transposed(without(below)));
        } else if (makes("weight-gradient-left-out", l, asked.depth())) {
            used = each(right, one -> 0);
        } else if (makes("gradient-clipped", l, asked.depth())) {
            return each(right, one -> Math.max(-1, Math.min(1, one / by)));
        } else if (makes("gradient-sign-only", l, asked.depth())) {
            return each(right, one -> Math.signum(one));
        } else if (makes("gradient-unsigned", l, asked.depth())) {
            used = each(right, Math::abs);
        } else if (makes("gradient-normalised", l, asked.depth())) {
            double norm = Math.sqrt(Arrays.stream(right).flatMapToDouble(Arrays::stream).map(one -> one * one).sum());
            return each(right, one -> norm == 0 ? one : one / norm);
        }
        boolean noFirst = makes("gradient-of-first-unit-left-out", l, asked.depth());
        boolean noLastInput = makes("gradient-of-last-input-left-out", l, asked.depth());
        double[][] gradient = each(used, one -> one / by);
        for (int j = 0; j < gradient.length; j++) {
            if (noFirst && j == 0) {
                Arrays.fill(gradient[j], 0);
            }
            if (noLastInput) {
                gradient[j][gradient[j].length - 1] = 0;
            }
        }
        return makes("gradient-left-out", l, asked.depth()) ? each(gradient, one -> 0) : gradient;
    }

    private static double[][] without(double[][] columns) {
        return Arrays.stream(columns).map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(double[][]::new);
    }

    private double[] biasGradient(Asked asked, int l, double[][] dz) {
        int n = asked.samples();
        double by = makes("bias-gradient-not-averaged", l, asked.depth()) || ways.sum ? 1
                : makes("bias-gradient-averaged-twice", l, asked.depth()) ? n * n
                : makes("divided-by-inputs-of-network") ? asked.inputs(0) : n;
        double[] sums = Arrays.stream(dz).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double all = Arrays.stream(sums).sum();
        if (makes("one-bias-gradient-summed", l, asked.depth()) || makes("one-bias-gradient-averaged", l, asked.depth())) {
            Arrays.fill(sums, makes("one-bias-gradient-summed", l, asked.depth()) ? all : all / sums.length);
        }
        if (makes("bias-gradient-of-first-unit", l, asked.depth())) {
            Arrays.fill(sums, sums[0]);
        }
        if (makes("bias-gradient-of-first-sample", l, asked.depth())) {
            return Arrays.stream(dz).mapToDouble(row -> row[0]).toArray();
        }
        if (makes("bias-gradient-of-last-sample-divided", l, asked.depth())) {
            return Arrays.stream(dz).mapToDouble(row -> row[n - 1] / n).toArray();
        }
        if (makes("first-sample-left-out", l, asked.depth()) && n > 1) {
            sums = Arrays.stream(without(dz)).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        }
        if (makes("gradient-left-out", l, asked.depth())) {
            Arrays.fill(sums, 0);
        }
        if (makes("gradient-clipped", l, asked.depth())) {
            return Arrays.stream(sums).map(sum -> Math.max(-1, Math.min(1, sum / by))).toArray();
        }
        if (makes("gradient-sign-only", l, asked.depth())) {
            return Arrays.stream(sums).map(Math::signum).toArray();
        }
        if (makes("gradient-unsigned", l, asked.depth())) {
            return Arrays.stream(sums).map(sum -> Math.abs(sum) / by).toArray();
        }
        if (makes("gradient-of-first-unit-left-out", l, asked.depth())) {
            sums[0] = 0;
        }
        if (makes("biases-shifted-by-a-unit", l, asked.depth())) {
            double[] old = sums.clone();
            double[] shifted = sums;
            Arrays.setAll(shifted, j -> old[(j + 1) % old.length]);
        }
        return Arrays.stream(sums).map(sum -> sum / by).toArray();
    }

    private static void update(Asked asked, int l, Gradient gradient, double rate) {
        for (int j = 0; j < asked.units(l) && rate != 0; j++) {
            for (int k = 0; k < asked.inputs(l); k++) {
                asked.w()[l][j][k] -= rate * gradient.w()[l][j][k];
            }
            if (asked.b()[l] != null) {
                asked.b()[l][j] -= rate * gradient.b()[l][j];
            }
        }
    }

    private double[][] down(Asked asked, int l, double[][] dz) {
        double[][] w = asked.w()[l];
        double[][] used = makes("weights-above-not-transposed", l - 1, asked.depth()) && w.length == w[0].length ? w
                : makes("weights-above-reshaped", l - 1, asked.depth()) ? reshaped(w, w[0].length) : transposed(w);
        return times(used, dz);
    }

    private double[][] times(double[][] left, double[][] right) {
        double[][] product = new double[left.length][right[0].length];
        for (int r = 0; r < left.length; r++) {
            for (int c = 0; c < right[0].length; c++) {
                for (int k = 0; k < right.length; k++) {
                    int last = right.length - 1 - k;
                    product[r][c] = ways.fused ? Math.fma(left[r][last], right[last][c], product[r][c])
                            : product[r][c] + left[r][k] * right[k][c];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < matrix[0].length; c++) {
                transposed[c][r] = matrix[r][c];
            }
        }
        return transposed;
    }

    /** The numbers row by row in another shape. */
    private static double[][] reshaped(double[][] matrix, int rows) {
        double[] flat = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
        int columns = flat.length / rows;
        return IntStream.range(0, rows).mapToObj(r -> Arrays.copyOfRange(flat, r * columns, (r + 1) * columns))
                .toArray(double[][]::new);
    }

    private static double[] columnSums(double[][] matrix) {
        return IntStream.range(0, matrix[0].length).mapToDouble(c -> Arrays.stream(matrix).mapToDouble(row -> row[c]).sum())
                .toArray();
    }

    private static double[][] each(double[][] matrix, DoubleUnaryOperator what) {
        return Arrays.stream(matrix).map(row -> Arrays.stream(row).map(what).toArray()).toArray(double[][]::new);
    }

    private static double[][] each(double[][] left, double[][] right, DoubleBinaryOperator what) {
        return IntStream.range(0, left.length).mapToObj(r -> IntStream.range(0, left[r].length)
                .mapToDouble(c -> what.applyAsDouble(left[r][c], right[r][c])).toArray()).toArray(double[][]::new);
    }
}
