package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * The parameters that move with one unit: its incoming weights, its bias if it has one, and in the last hidden layer its outgoing
 * weights; with momentum also the velocity of each, times what {@link UpdateRule} keeps velocities times.
 */
final class Row {

    private final int size;
    private final int bias;
    private Numerators numerators;
    private int[] denominator;
    private boolean moved;

    /**
     * @param size how many parameters; the velocities, if there are any, stand behind them
     * @param bias which of them is the bias, which no decay shrinks; -1 if none is
     */
    Row(int size, int bias, Numerators numerators, int[] denominator) {
        this.size = size;
        this.bias = bias;
        this.numerators = numerators;
        this.denominator = denominator;
    }

    int size() {
        return size;
    }

    Numerators numerators() {
        return numerators;
    }

    int[] denominator() {
        return denominator;
    }

    /** Whether any step has changed it. */
    boolean hasMoved() {
        return moved;
    }

    BigFraction fraction(int k, LowestTerms lowest) {
        return numerators.fraction(k, lowest, denominator);
    }

    /**
     * A step with small coefficients, see {@link SmallNumerators#mix}. No numerator becomes longer than the longest one times the
     * sum of the absolute values of all coefficients.
     */
    void mix(CoprimeBase base, long[] c, LinearRule rule) {
        SmallNumerators small = (SmallNumerators) numerators;
        long sum = rule.scale() + Math.abs(rule.momentum()) + Math.abs(rule.decay());
        for (long coefficient : c) {
            sum += Math.abs(coefficient);
        }
        numerators = small.mix(c, rule, bias, Long.SIZE - Long.numberOfLeadingZeros(sum));
        denominator = base.product(denominator, rule.scaleExponents());
        moved = true;
    }

    /** A step with coefficients of any size, see {@link WideNumerators#mix}. */
    void mix(CoprimeBase base, Multipliers c, WideRule rule) {
        ((WideNumerators) numerators).mix(c, rule, bias);
        denominator = base.product(denominator, rule.scaleExponents());
        moved = true;
    }

    /**
     * A step of any size: v' = momentum v + gradient + decay w and w' = w - v', all of it times what velocities are kept times.
     *
     * @param change the gradient, times that too; null if it is zero
     * @param over its denominator
     */
    void descend(CoprimeBase base, UpdateRule rule, BigInteger[] change, int[] over) {
        BigInteger[] old = ((BigNumerators) numerators).all();
        BigFraction[] known = ((BigNumerators) numerators).known();
        int[] common = change == null ? denominator : CoprimeBase.lcm(denominator, over);
        int[] shrunk = rule.decays() ? base.product(denominator, rule.decay().denominator()) : denominator;
        int[] slowed = rule.remembers() ? base.product(denominator, rule.momentum().denominator()) : denominator;
        common = CoprimeBase.lcm(CoprimeBase.lcm(common, shrunk), slowed);
        BigInteger decay = rule.decays() ? base.raise(rule.decay().numerator(), shrunk, common) : null;
        BigInteger momentum = rule.remembers() ? base.raise(rule.momentum().numerator(), slowed, common) : null;
        BigInteger[] raised = base.raise(old, denominator, common);
        BigInteger[] gradient = change == null ? null : base.raise(change, over, common);
        BigInteger[] next = new BigInteger[old.length];
        for (int k = 0; k < size; k++) {
            BigInteger v = gradient == null ? BigInteger.ZERO : gradient[k];
            v = decay != null && k != bias ? v.add(old[k].multiply(decay)) : v;
            v = momentum != null ? v.add(old[size + k].multiply(momentum)) : v;
            if (momentum != null) {
                next[size + k] = v;
                known[size + k] = null;
            }
            next[k] = raised[k];
            if (rule.moves() && v.signum() != 0) {
                next[k] = raised[k].subtract(v);
                known[k] = null;
            }
        }
        numerators = new BigNumerators(next, known);
        denominator = common;
        moved = true;
    }
}
