package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/** Coefficients as {@link SmallCoefficients} has them. */
final class SmallSums implements Coefficients {

    private final CoprimeBase base;
    private final Forward forward;
    private final SmallCoefficients small;
    private final LinearRule rule;
    private final long[][] coefficients;
    private final boolean[] some;
    private final long[] derivatives;
    private final long[] sums;
    private long step;

    SmallSums(CoprimeBase base, Layout layout, Forward forward, SmallCoefficients small, UpdateRule update) {
        this.base = base;
        this.forward = forward;
        this.small = small;
        this.rule = small.rule(base.exponents(BigInteger.valueOf(small.q())), update);
        this.derivatives = new long[layout.units(1)];
        this.sums = new long[derivatives.length];
        this.coefficients = new long[layout.units(0)][derivatives.length * layout.firstOutgoing(0)];
        this.some = new boolean[coefficients.length];
    }

    @Override
    public void begin(int batch) {
        step = small.step(batch);
    }

    @Override
    public void add(int i) {
        if (derive()) {
            int[] x = small.inputs().input(i);
            for (int j = 0; j < coefficients.length; j++) {
                long factor = step * small.slope(forward.position(0, j));
                if (factor != 0) {
                    some[j] = true;
                    for (int o = 0, from = 0; o < derivatives.length; o++, from += x.length) {
                        addProducts(coefficients[j], from, x, factor * derivatives[o]);
                    }
                }
            }
        }
    }

    /** Finds the derivatives of the loss, and whether one is not 0. */
    private boolean derive() {
        boolean any = false;
        for (int o = 0; o < derivatives.length; o++) {
            derivatives[o] = small.derivative(forward.target(o), forward.side(o));
            sums[o] += derivatives[o];
            any |= derivatives[o] != 0;
        }
        return any;
    }

    private static void addProducts(long[] c, int from, int[] x, long factor) {
        for (int k = 0; k < x.length; k++) {
            c[from + k] += factor * x[k];
        }
    }

    @Override
    public boolean has(int j) {
        return some[j];
    }

    @Override
    public void mix(int j, Row row) {
        row.mix(base, coefficients[j], rule);
        Arrays.fill(coefficients[j], 0);
        some[j] = false;
    }

    @Override
    public BigInteger takeDerivatives(int o) {
        BigInteger sum = BigInteger.valueOf(sums[o]);
        sums[o] = 0;
        return sum;
    }

    @Override
    public BigInteger derivativeDenominator() {
        return small.derivativeDenominator();
    }
}
