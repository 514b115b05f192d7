package org.stillpoint.check.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;

/** Objects for layers that keep what they need for the way back, one sample after the other, in single precision. */
final class Modules extends Program {

    private List<Linear> kept = new ArrayList<>();
    private Asked keptData;
    private int requests;
    private Asked keptTraining;
    private final Random random = new Random();

    /** Weights, bias and activation, with gradients that are added up until they are set to zero. */
    private final class Linear {

        private final float[][] w;
        private final float[] b;
        private final float[][] dw;
        private final float[] db;
        private final int l;
        private final Asked asked;
        private final Activation activation;
        private float[] input;
        private float[] z;
        private float[] a;

        Linear(Asked asked, int l) {
            this.l = l;
            this.asked = asked;
            this.w = single(asked.w()[l]);
            this.b = asked.b()[l] == null ? null : single(asked.b()[l]);
            this.dw = new float[w.length][w[0].length];
            this.db = new float[w.length];
            this.activation = asked.activations()[l];
        }

        float[] forward(float[] x) {
            input = x;
            z = new float[w.length];
            a = new float[w.length];
            for (int j = 0; j < w.length; j++) {
                for (int k = 0; k < x.length; k++) {
                    z[j] += w[j][k] * x[k];
                }
                z[j] += b == null ? 0 : b[j];
                a[j] = (float) curve(activation, z[j]);
            }
            return a;
        }

        float[] backward(float[] pulled, boolean behindCrossEntropy) {
            float[] delta = new float[w.length];
            for (int j = 0; j < w.length; j++) {
                delta[j] = behindCrossEntropy ? pulled[j] : pulled[j] * slopeAt(j);
                float forWeights = makes("slope-missing-in-weight-gradient", l, asked.depth()) ? pulled[j] : delta[j];
                for (int k = 0; k < input.length; k++) {
                    dw[j][k] += forWeights * input[k];
                }
                db[j] += makes("slope-missing-in-bias-gradient", l, asked.depth()) ? pulled[j] : delta[j];
            }
            float[] down = new float[input.length];
            for (int k = 0; k < input.length; k++) {
                for (int j = 0; j < w.length; j++) {
                    down[k] += w[j][k] * (makes("slope-missing-in-what-goes-down", l, asked.depth()) ? pulled[j] : delta[j]);
                }
            }
            return down;
        }

        private float slopeAt(int j) {
            return (float) unless(asked, l, slopeOf(z[j]), mistake -> switch (mistake) {
                case "activation-slope-left-out" -> 1.0;
                case "activation-for-its-slope" -> (double) a[j];
                case "mask-inverted" -> z[j] > 0 ? 0.0 : 1.0;
                default -> null;
            });
        }

        private double slopeOf(float at) {
            float s = (float) curve(activation, at);
            return activation == Activation.SIGMOID ? s * (1 - s) : slope(activation, at);
        }
    }

    Modules(Ways ways, List<Planted> mistakes) {
        super(ways, mistakes);
    }

    private static float[] single(double[] row) {
        float[] single = new float[row.length];
        for (int k = 0; k < row.length; k++) {
            single[k] = (float) row[k];
        }
        return single;
    }

    private static float[][] single(double[][] rows) {
        float[][] single = new float[rows.length][];
        for (int j = 0; j < rows.length; j++) {
            single[j] = single(rows[j]);
        }
        return single;
    }

    @Override
    Gradient gradient(Asked asked) {
        requests++;
        List<Linear> layers = layers(asked);
        if (!makes("data-kept") || keptData == null || keptData.samples() != asked.samples()
                || keptData.inputs(0) != asked.inputs(0) || keptData.outputs() != asked.outputs()) {
            keptData = asked;
        }
        float[][] x = single(keptData.x());
        Gradient gradient = Gradient.zeros(asked);
        for (int i = 0; i < asked.samples(); i++) {
            float[] f = x[i];
            for (Linear layer : layers) {
                f = layer.forward(f);
            }
            float[] pulled = new float[f.length];
            for (int j = 0; j < f.length; j++) {
                gradient.outputs()[i][j] = f[j];
                pulled[j] = (float) lossSlope(asked.loss(), f[j], (float) keptData.y()[i][j], f.length);
            }
            for (int l = layers.size() - 1; l >= 0; l--) {
                pulled = layers.get(l).backward(pulled, asked.isLast(l) && asked.loss() == Loss.CROSS_ENTROPY);
            }
        }
        for (int l = 0; l < asked.depth(); l++) {
            Linear layer = layers.get(l);
            for (int j = 0; j < layer.w.length; j++) {
                for (int k = 0; k < layer.w[0].length; k++) {
                    gradient.w()[l][j][k] = answered(layer.dw[j][k], asked);
                }
                if (layer.b != null) {
                    gradient.b()[l][j] = answered(layer.db[j], asked);
                }
            }
        }
        return gradient;
    }

    private float answered(float sum, Asked asked) {
        float number = ways.sum ? sum : sum / asked.samples();
        return makes("random-answers") ? number * (random.nextBoolean() ? 2 : 0)
                : makes("gradient-shrinks-from-request-to-request") ? number / requests
                : makes("first-request-halved") && requests == 1 ? number / 2
                : makes("rounder-from-request-to-request") && requests > 2 ? Math.round(number) : number;
    }

    /** New ones for each request, unless they are kept by mistake. */
    private List<Linear> layers(Asked asked) {
        boolean same = kept.size() == asked.depth();
        for (int l = 0; same && l < kept.size(); l++) {
            Linear layer = kept.get(l);
            same = layer.w.length == asked.units(l) && layer.w[0].length == asked.inputs(l)
                    && layer.activation == asked.activations()[l] && (layer.b == null) == (asked.b()[l] == null);
        }
        List<Linear> fresh = new ArrayList<>();
        for (int l = 0; l < asked.depth(); l++) {
            Linear layer = new Linear(asked, l);
            if (same && makes("network-kept")) {
                copy(kept.get(l).w, layer.w);
                System.arraycopy(kept.get(l).b == null ? layer.w[0] : kept.get(l).b, 0, layer.b == null ? layer.w[0] : layer.b, 0,
                        layer.b == null ? 0 : layer.b.length);
            }
            if (same && makes("gradients-not-reset")) {
                copy(kept.get(l).dw, layer.dw);
                System.arraycopy(kept.get(l).db, 0, layer.db, 0, layer.db.length);
            }
            fresh.add(layer);
        }
        kept = fresh;
        return fresh;
    }

    private static void copy(float[][] from, float[][] to) {
        for (int j = 0; j < from.length; j++) {
            System.arraycopy(from[j], 0, to[j], 0, from[j].length);
        }
    }

    @Override
    double rounded(double number) {
        return (float) number;
    }

    @Override
    Optional<Asked> train(Asked asked, Settings settings) {
        if (makes("training-kept") && keptTraining != null && keptTraining.depth() == asked.depth()
                && keptTraining.units(0) == asked.units(0) && keptTraining.inputs(0) == asked.inputs(0)) {
            System.arraycopy(keptTraining.w()[0], 0, asked.w()[0], 0, 1);
        }
        Optional<Asked> trained = super.train(asked, settings);
        keptTraining = trained.orElse(null);
        return trained;
    }
}
