package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/**
 * Steps of a network with one hidden layer by {@link SmallCoefficients}: units know of each other through signs alone, and those
 * that do not move are not touched.
 */
final class LinearSteps implements Steps {

    private final CoprimeBase base;
    private final Parameters parameters;
    private final Forward forward;
    private final SmallCoefficients small;
    private final UpdateRule update;
    private final LinearRule rule;
    private final Scalar rate;
    private final long[][] coefficients;
    private final boolean[] moved;
    private final long[] derivatives;
    private final long[] sums;
    private int lastBatch;
    private Scalar lastRate;

    LinearSteps(CoprimeBase base, Parameters parameters, Forward forward, SmallCoefficients small, Settings settings) {
        this.base = base;
        this.parameters = parameters;
        this.forward = forward;
        this.small = small;
        this.update = UpdateRule.of(settings, base);
        this.rule = small.rule(base.exponents(BigInteger.valueOf(small.q())), update);
        this.rate = Scalar.of(base, UpdateRule.velocityScale(settings))
                .times(base, new Scalar(BigInteger.ONE, base.exponents(small.derivativeDenominator())));
        this.derivatives = new long[parameters.layout().units(1)];
        this.sums = new long[derivatives.length];
        this.coefficients = new long[parameters.layout().units(0)][derivatives.length * parameters.layout().firstOutgoing(0)];
        this.moved = new boolean[coefficients.length];
    }

    @Override
    public void step(int first, int end) {
        long size = small.step(end - first);
        for (int i = first; i < end; i++) {
            forward.run(i);
            if (derive()) {
                add(small.inputs().input(i), size);
            }
        }
        for (int j = 0; j < coefficients.length; j++) {
            if (moved[j] || update.isRestless()) {
                parameters.row(0, j).mix(base, coefficients[j], rule);
                forward.reread(0, j);
                Arrays.fill(coefficients[j], 0);
                moved[j] = false;
            }
        }
        moveBiases(end - first);
    }

    /** Finds the derivatives of the loss, and whether one is not 0. */
    private boolean derive() {
        boolean some = false;
        for (int o = 0; o < derivatives.length; o++) {
            derivatives[o] = small.derivative(forward.target(o), forward.side(o));
            sums[o] += derivatives[o];
            some |= derivatives[o] != 0;
        }
        return some;
    }

    private void add(int[] x, long size) {
        for (int j = 0; j < coefficients.length; j++) {
            long factor = size * small.slope(forward.position(0, j));
            if (factor != 0) {
                moved[j] = true;
                for (int o = 0, from = 0; o < derivatives.length; o++, from += x.length) {
                    addProducts(coefficients[j], from, x, factor * derivatives[o]);
                }
            }
        }
    }

    private static void addProducts(long[] c, int from, int[] x, long factor) {
        for (int k = 0; k < x.length; k++) {
            c[from + k] += factor * x[k];
        }
    }

    private void moveBiases(int batch) {
        for (int o = 0; o < sums.length; o++) {
            if (parameters.layout().hasBias(1) && (sums[o] != 0 || update.remembers())) {
                BigInteger change = rate(batch).numerator().multiply(BigInteger.valueOf(sums[o]));
                parameters.row(1, o).descend(base, update, new BigInteger[] {change}, rate(batch).denominator());
                forward.reread(1, o);
            }
            sums[o] = 0;
        }
    }

    /** The learning rate over the size of the batch and the denominator of the derivatives. */
    private Scalar rate(int batch) {
        if (batch != lastBatch) {
            lastBatch = batch;
            lastRate = rate.over(base, batch);
        }
        return lastRate;
    }
}
