package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * Steps of any network under any loss: deltas and gradients in exact numbers, over denominators that follow from those of the
 * layers. What is 0 costs nothing: outputs without a derivative, units off their lines.
 */
final class Backpropagation implements Steps {

    private final CoprimeBase base;
    private final Parameters parameters;
    private final LowestTerms lowest;
    private final Forward forward;
    private final int[][] counts;
    private final UpdateRule update;
    private final Scalar rate;
    private final boolean sides;
    private final int last;
    private final BigInteger[][][] changes;
    private final int[][][] over;

    /** @param counts for each layer and unit, how many it stands for */
    Backpropagation(CoprimeBase base, Parameters parameters, Forward forward, int[][] counts, Settings settings) {
        this.base = base;
        this.lowest = new LowestTerms(base);
        this.parameters = parameters;
        this.forward = forward;
        this.counts = counts;
        this.update = UpdateRule.of(settings, base);
        this.rate = Scalar.of(base, UpdateRule.velocityScale(settings));
        this.sides = SideLoss.of(settings.loss().rational()).isPresent();
        this.last = parameters.layout().depth() - 1;
        this.changes = new BigInteger[last + 1][][];
        this.over = new int[last + 1][][];
        for (int l = 0; l <= last; l++) {
            changes[l] = new BigInteger[parameters.layout().units(l)][];
            over[l] = new int[parameters.layout().units(l)][];
        }
    }

    @Override
    public void step(int first, int end) {
        Scalar size = rate.over(base, end - first);
        for (int i = first; i < end; i++) {
            forward.run(i);
            add(size);
        }
        for (int l = 0; l <= last; l++) {
            for (int j = 0; j < changes[l].length; j++) {
                if (changes[l][j] != null || update.isRestless()) {
                    parameters.row(l, j).descend(base, update, changes[l][j], over[l][j]);
                    forward.moved(l, j);
                    changes[l][j] = null;
                }
            }
        }
    }

    /** Adds the gradient of the sample that was run last, times a factor. */
    private void add(Scalar factor) {
        Scalar[] g = new Scalar[parameters.layout().units(last)];
        boolean some = false;
        for (int o = 0; o < g.length; o++) {
            g[o] = nonzero(delta(o).times(base, factor).reduced(lowest));
            some |= g[o] != null;
        }
        if (some && last == 0) {
            addIncoming(0, g);
        } else if (some) {
            addBiases(g);
            addBehind(g);
        }
    }

    private static Scalar nonzero(Scalar number) {
        return number.signum() == 0 ? null : number;
    }

    /** The delta of one output: the derivative of the loss by it, times that of its activation. */
    private Scalar delta(int o) {
        Target target = forward.target(o);
        Scalar derivative = sides ? target.derivative(base, forward.side(o))
                : forward.exact().output(o).plus(base, Scalar.of(base, target.y()).times(-1));
        return forward.hasLinearOutputs() ? derivative : derivative.times(base, forward.exact().derivative(last, o));
    }

    private void addBiases(Scalar[] g) {
        for (int o = 0; o < g.length; o++) {
            if (g[o] != null && parameters.layout().hasBias(last)) {
                add(last, o, new BigInteger[] {g[o].numerator()}, g[o].denominator());
            }
        }
    }

    /** The hidden layers, from the last one down. */
    private void addBehind(Scalar[] g) {
        Scalar[] deltas = new Scalar[parameters.layout().units(last - 1)];
        for (int j = 0; j < deltas.length; j++) {
            Scalar slope = forward.exact().derivative(last - 1, j);
            deltas[j] = slope.signum() == 0 ? null : nonzero(back(g, j).times(base, slope).reduced(lowest));
        }
        for (int j = 0; j < deltas.length; j++) {
            addCoupled(j, deltas[j], g);
        }
        for (int l = last - 2; l >= 0; l--) {
            deltas = below(l, deltas);
            addIncoming(l, deltas);
        }
    }

    /** The derivative by the activation of a unit of the last hidden layer. */
    private Scalar back(Scalar[] g, int j) {
        Scalar sum = Scalar.zero(base);
        for (int o = 0; o < g.length; o++) {
            if (g[o] != null) {
                sum = sum.plus(base, g[o].times(base, forward.exact().outgoing(j, o)));
            }
        }
        return sum;
    }

    /** The deltas of hidden layer l, given those of the layer above it; null where one is 0. */
    private Scalar[] below(int l, Scalar[] above) {
        int[] common = base.one();
        for (int j = 0; j < above.length; j++) {
            if (above[j] != null) {
                common = CoprimeBase.lcm(common, weighted(l + 1, j, above[j]));
            }
        }
        BigInteger[] factors = new BigInteger[above.length];
        for (int j = 0; j < above.length; j++) {
            if (above[j] != null) {
                factors[j] = base.raise(above[j].times(counts[l + 1][j]).numerator(), weighted(l + 1, j, above[j]), common);
            }
        }
        Scalar[] deltas = new Scalar[parameters.layout().units(l)];
        for (int k = 0; k < deltas.length; k++) {
            Scalar slope = forward.exact().derivative(l, k);
            if (slope.signum() != 0) {
                BigInteger sum = BigInteger.ZERO;
                for (int j = 0; j < above.length; j++) {
                    if (above[j] != null) {
                        sum = sum.add(factors[j].multiply(parameters.row(l + 1, j).numerators().get(k)));
                    }
                }
                deltas[k] = nonzero(new Scalar(sum, common).times(base, slope).reduced(lowest));
            }
        }
        return deltas;
    }

    /** The denominator of a delta times a weight of its unit. */
    private int[] weighted(int l, int j, Scalar delta) {
        return base.product(delta.denominator(), parameters.row(l, j).denominator());
    }

    /** Deltas times what comes into a layer whose rows have no outgoing weights. */
    private void addIncoming(int l, Scalar[] deltas) {
        for (int j = 0; j < deltas.length; j++) {
            if (deltas[j] != null) {
                BigInteger[] change = new BigInteger[parameters.row(l, j).size()];
                int[] common = base.product(deltas[j].denominator(), forward.exact().inputDenominator(l));
                fillIncoming(change, l, deltas[j], common);
                add(l, j, change, common);
            }
        }
    }

    private void fillIncoming(BigInteger[] change, int l, Scalar delta, int[] common) {
        BigInteger[] in = forward.exact().inputs(l);
        BigInteger factor = base.raise(delta.numerator(),
                base.product(delta.denominator(), forward.exact().inputDenominator(l)), common);
        for (int k = 0; k < in.length; k++) {
            change[k] = in[k].signum() == 0 ? BigInteger.ZERO : factor.multiply(in[k]);
        }
        if (parameters.layout().hasBias(l)) {
            change[in.length] = base.raise(delta.numerator(), delta.denominator(), common);
        }
    }

    /** As {@link #addIncoming} for a unit of the last hidden layer, and its activation times the derivatives by the outputs. */
    private void addCoupled(int j, Scalar delta, Scalar[] g) {
        int l = last - 1;
        Scalar activation = forward.exact().activation(l, j);
        if (delta == null && activation.signum() == 0) {
            return;
        }
        int[] common = delta == null ? base.one()
                : base.product(delta.denominator(), forward.exact().inputDenominator(l));
        Scalar[] outgoing = new Scalar[g.length];
        for (int o = 0; o < g.length; o++) {
            if (g[o] != null && activation.signum() != 0) {
                outgoing[o] = activation.times(base, g[o]);
                common = CoprimeBase.lcm(common, outgoing[o].denominator());
            }
        }
        BigInteger[] change = new BigInteger[parameters.row(l, j).size()];
        Arrays.fill(change, BigInteger.ZERO);
        if (delta != null) {
            fillIncoming(change, l, delta, common);
        }
        for (int o = 0; o < g.length; o++) {
            if (outgoing[o] != null) {
                change[parameters.layout().firstOutgoing(l) + o] =
                        base.raise(outgoing[o].numerator(), outgoing[o].denominator(), common);
            }
        }
        add(l, j, change, common);
    }

    private void add(int l, int j, BigInteger[] change, int[] denominator) {
        if (changes[l][j] == null) {
            changes[l][j] = change;
            over[l][j] = denominator;
            return;
        }
        int[] common = CoprimeBase.lcm(over[l][j], denominator);
        BigInteger[] sums = new BigInteger[change.length];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = base.raise(changes[l][j][k], over[l][j], common).add(base.raise(change[k], denominator, common));
        }
        changes[l][j] = sums;
        over[l][j] = common;
    }
}
