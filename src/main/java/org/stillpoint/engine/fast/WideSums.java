package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/** Coefficients as {@link WideCoefficients} has them; units on one line share theirs until a second sample adds to them. */
final class WideSums implements Coefficients {

    private final CoprimeBase base;
    private final Layout layout;
    private final Forward forward;
    private final Samples samples;
    private final WideCoefficients wide;
    private final WideRule rule;
    private final Multipliers none;
    private final Multipliers[] coefficients;
    private final Multipliers[] ofPositions;
    private final BigInteger[] derivatives;
    private final BigInteger[] sums;
    private BigInteger step;

    WideSums(CoprimeBase base, Layout layout, Forward forward, Samples samples, WideCoefficients wide, UpdateRule update) {
        this.base = base;
        this.layout = layout;
        this.forward = forward;
        this.samples = samples;
        this.wide = wide;
        this.rule = wide.rule(base.exponents(wide.q()), update);
        this.derivatives = new BigInteger[layout.units(1)];
        this.sums = new BigInteger[derivatives.length];
        Arrays.fill(sums, BigInteger.ZERO);
        this.none = new Multipliers(zeros());
        this.coefficients = new Multipliers[layout.units(0)];
        this.ofPositions = new Multipliers[wide.positions()];
    }

    private BigInteger[] zeros() {
        BigInteger[] zeros = new BigInteger[derivatives.length * layout.firstOutgoing(0)];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    @Override
    public void begin(int batch) {
        step = wide.step(batch);
    }

    @Override
    public void add(int i) {
        if (derive()) {
            Arrays.fill(ofPositions, null);
            for (int j = 0; j < coefficients.length; j++) {
                int position = forward.position(0, j);
                if (wide.slope(position).signum() != 0) {
                    Multipliers added = ofPosition(position, i);
                    coefficients[j] = coefficients[j] == null ? added : coefficients[j].plus(added);
                }
            }
        }
    }

    /** Finds the derivatives of the loss, and whether one is not 0. */
    private boolean derive() {
        boolean any = false;
        for (int o = 0; o < derivatives.length; o++) {
            derivatives[o] = wide.derivative(forward.target(o), forward.side(o));
            sums[o] = sums[o].add(derivatives[o]);
            any |= derivatives[o].signum() != 0;
        }
        return any;
    }

    private Multipliers ofPosition(int position, int i) {
        if (ofPositions[position] == null) {
            BigInteger factor = step.multiply(wide.slope(position))
                    .multiply(wide.inputDenominator().divide(samples.denominator(i)));
            BigInteger[] c = zeros();
            for (int o = 0; o < derivatives.length; o++) {
                if (derivatives[o].signum() != 0) {
                    fill(c, o * layout.firstOutgoing(0), i, factor.multiply(derivatives[o]));
                }
            }
            ofPositions[position] = new Multipliers(c);
        }
        return ofPositions[position];
    }

    /** Products with an input and, for the bias, its denominator. */
    private void fill(BigInteger[] c, int from, int i, BigInteger factor) {
        BigInteger[] x = samples.numerators(i);
        for (int k = 0; k < x.length; k++) {
            c[from + k] = factor.multiply(x[k]);
        }
        if (layout.hasBias(0)) {
            c[from + x.length] = factor.multiply(samples.denominator(i));
        }
    }

    @Override
    public boolean has(int j) {
        return coefficients[j] != null;
    }

    @Override
    public void mix(int j, Row row) {
        row.mix(base, has(j) ? coefficients[j] : none, rule);
        coefficients[j] = null;
    }

    @Override
    public BigInteger takeDerivatives(int o) {
        BigInteger sum = sums[o];
        sums[o] = BigInteger.ZERO;
        return sum;
    }

    @Override
    public BigInteger derivativeDenominator() {
        return wide.derivativeDenominator();
    }
}
