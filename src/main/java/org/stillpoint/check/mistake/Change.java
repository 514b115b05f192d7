package org.stillpoint.check.mistake;

import java.util.List;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;

/**
 * Some formulas replaced, in the layers of a scope; the others are those of {@code next}, and so are all of them in other layers.
 * Each replacement is told the next formulas, as most mistakes are made with a right number.
 */
final class Change implements Formulas {

    /** Replaces a formula of a unit. */
    @FunctionalInterface
    interface OfUnit {

        Rounded at(Formulas next, Pass p, int i, int l, int j);
    }

    /** Replaces the derivative of an activation. */
    @FunctionalInterface
    interface OfCurve {

        Rounded at(Formulas next, Pass p, int l, Activation activation, Rounded z, Rounded a);
    }

    /** Replaces a formula of a weight, or of a bias where k is negative. */
    @FunctionalInterface
    interface OfTerm {

        Rounded at(Formulas next, Pass p, int i, int l, int j, int k);
    }

    /** Replaces the weight from unit j of layer l to unit m of layer l + 1, in the way down. */
    @FunctionalInterface
    interface OfWeightAbove {

        Rounded at(Formulas next, Pass p, int i, int l, int m, int j);
    }

    /** Replaces a formula of a parameter's gradient. */
    @FunctionalInterface
    interface OfGradient {

        Rounded at(Formulas next, Pass p, int l, int j, int k);
    }

    /** Replaces the samples that are put together. */
    @FunctionalInterface
    interface OfSamples {

        List<Integer> of(Formulas next, Pass p, int l, int j, int k);
    }

    /** Replaces the mean. */
    @FunctionalInterface
    interface OfMean {

        Rounded of(Formulas next, Pass p, int l, int j, int k, Rounded sum);
    }

    /** Replaces the reported loss. */
    @FunctionalInterface
    interface OfLoss {

        Rounded of(Formulas next, Pass p);
    }

    /** Replaces a target. */
    @FunctionalInterface
    interface OfTarget {

        Rounded at(Formulas next, Pass p, int i, int j);
    }

    /** Replaces the batches that a step takes. */
    @FunctionalInterface
    interface OfUpdates {

        List<List<Integer>> of(Formulas next, Descent d);
    }

    /** Replaces the samples of a step. */
    @FunctionalInterface
    interface OfBatch {

        List<Integer> of(Formulas next, Descent d);
    }

    /** Replaces a formula of a parameter's step. */
    @FunctionalInterface
    interface OfStep {

        Rounded at(Formulas next, Descent d, int l, int j, int k);
    }

    private final Scope scope;
    private final Formulas next;
    private OfUnit forwardInput;
    private OfUnit preactivation;
    private OfUnit activation;
    private OfTarget target;
    private OfUnit lossSlope;
    private OfCurve curveSlope;
    private OfUnit slope;
    private OfWeightAbove weightAbove;
    private OfUnit pulled;
    private OfUnit delta;
    private OfUnit input;
    private OfTerm term;
    private OfSamples samples;
    private OfMean averaged;
    private OfGradient gradient;
    private OfLoss loss;
    private OfBatch batch;
    private OfUpdates updates;
    private OfStep rate;
    private OfStep decay;
    private OfStep force;
    private OfStep velocity;
    private OfStep moved;

    Change(Scope scope, Formulas next) {
        this.scope = scope;
        this.next = next;
    }

    Change forwardInput(OfUnit replacement) {
        this.forwardInput = replacement;
        return this;
    }

    Change preactivation(OfUnit replacement) {
        this.preactivation = replacement;
        return this;
    }

    Change activation(OfUnit replacement) {
        this.activation = replacement;
        return this;
    }

    Change target(OfTarget replacement) {
        this.target = replacement;
        return this;
    }

    Change lossSlope(OfUnit replacement) {
        this.lossSlope = replacement;
        return this;
    }

    Change curveSlope(OfCurve replacement) {
        this.curveSlope = replacement;
        return this;
    }

    Change slope(OfUnit replacement) {
        this.slope = replacement;
        return this;
    }

    Change weightAbove(OfWeightAbove replacement) {
        this.weightAbove = replacement;
        return this;
    }

    Change pulled(OfUnit replacement) {
        this.pulled = replacement;
        return this;
    }

    Change delta(OfUnit replacement) {
        this.delta = replacement;
        return this;
    }

    Change input(OfUnit replacement) {
        this.input = replacement;
        return this;
    }

    Change term(OfTerm replacement) {
        this.term = replacement;
        return this;
    }

    Change samples(OfSamples replacement) {
        this.samples = replacement;
        return this;
    }

    Change averaged(OfMean replacement) {
        this.averaged = replacement;
        return this;
    }

    Change gradient(OfGradient replacement) {
        this.gradient = replacement;
        return this;
    }

    Change loss(OfLoss replacement) {
        this.loss = replacement;
        return this;
    }

    Change batch(OfBatch replacement) {
        this.batch = replacement;
        return this;
    }

    Change updates(OfUpdates replacement) {
        this.updates = replacement;
        return this;
    }

    Change rate(OfStep replacement) {
        this.rate = replacement;
        return this;
    }

    Change decay(OfStep replacement) {
        this.decay = replacement;
        return this;
    }

    Change force(OfStep replacement) {
        this.force = replacement;
        return this;
    }

    Change velocity(OfStep replacement) {
        this.velocity = replacement;
        return this;
    }

    Change moved(OfStep replacement) {
        this.moved = replacement;
        return this;
    }

    private boolean covers(Object replacementOrNull, int l, int depth) {
        return replacementOrNull != null && scope.covers(l, depth);
    }

    @Override
    public Rounded forwardInput(Pass p, int i, int l, int k) {
        return covers(forwardInput, l, p.depth()) ? forwardInput.at(next, p, i, l, k)
                : next.forwardInput(p, i, l, k);
    }

    @Override
    public Rounded preactivation(Pass p, int i, int l, int j) {
        return covers(preactivation, l, p.depth()) ? preactivation.at(next, p, i, l, j)
                : next.preactivation(p, i, l, j);
    }

    @Override
    public Rounded activation(Pass p, int i, int l, int j) {
        return covers(activation, l, p.depth()) ? activation.at(next, p, i, l, j)
                : next.activation(p, i, l, j);
    }

    @Override
    public Rounded target(Pass p, int i, int j) {
        return target != null ? target.at(next, p, i, j)
                : next.target(p, i, j);
    }

    @Override
    public Rounded lossSlope(Pass p, int i, int l, int j) {
        return covers(lossSlope, l, p.depth()) ? lossSlope.at(next, p, i, l, j)
                : next.lossSlope(p, i, l, j);
    }

    @Override
    public Rounded curveSlope(Pass p, int l, Activation activation, Rounded z, Rounded a) {
        return covers(curveSlope, l, p.depth()) ? curveSlope.at(next, p, l, activation, z, a)
                : next.curveSlope(p, l, activation, z, a);
    }

    @Override
    public Rounded slope(Pass p, int i, int l, int j) {
        return covers(slope, l, p.depth()) ? slope.at(next, p, i, l, j)
                : next.slope(p, i, l, j);
    }

    @Override
    public Rounded weightAbove(Pass p, int i, int l, int m, int j) {
        return covers(weightAbove, l, p.depth()) ? weightAbove.at(next, p, i, l, m, j)
                : next.weightAbove(p, i, l, m, j);
    }

    @Override
    public Rounded pulled(Pass p, int i, int l, int j) {
        return covers(pulled, l, p.depth()) ? pulled.at(next, p, i, l, j)
                : next.pulled(p, i, l, j);
    }

    @Override
    public Rounded delta(Pass p, int i, int l, int j) {
        return covers(delta, l, p.depth()) ? delta.at(next, p, i, l, j)
                : next.delta(p, i, l, j);
    }

    @Override
    public Rounded input(Pass p, int i, int l, int k) {
        return covers(input, l, p.depth()) ? input.at(next, p, i, l, k)
                : next.input(p, i, l, k);
    }

    @Override
    public Rounded term(Pass p, int i, int l, int j, int k) {
        return covers(term, l, p.depth()) ? term.at(next, p, i, l, j, k)
                : next.term(p, i, l, j, k);
    }

    @Override
    public List<Integer> samples(Pass p, int l, int j, int k) {
        return covers(samples, l, p.depth()) ? samples.of(next, p, l, j, k)
                : next.samples(p, l, j, k);
    }

    @Override
    public Rounded averaged(Pass p, int l, int j, int k, Rounded sum) {
        return covers(averaged, l, p.depth()) ? averaged.of(next, p, l, j, k, sum)
                : next.averaged(p, l, j, k, sum);
    }

    @Override
    public Rounded gradient(Pass p, int l, int j, int k) {
        return covers(gradient, l, p.depth()) ? gradient.at(next, p, l, j, k)
                : next.gradient(p, l, j, k);
    }

    @Override
    public Rounded loss(Pass p) {
        return loss != null ? loss.of(next, p)
                : next.loss(p);
    }

    @Override
    public List<Integer> batch(Descent d) {
        return batch != null ? batch.of(next, d)
                : next.batch(d);
    }

    @Override
    public List<List<Integer>> updates(Descent d) {
        return updates != null ? updates.of(next, d)
                : next.updates(d);
    }

    @Override
    public Rounded rate(Descent d, int l, int j, int k) {
        return covers(rate, l, d.pass().depth()) ? rate.at(next, d, l, j, k)
                : next.rate(d, l, j, k);
    }

    @Override
    public Rounded decay(Descent d, int l, int j, int k) {
        return covers(decay, l, d.pass().depth()) ? decay.at(next, d, l, j, k)
                : next.decay(d, l, j, k);
    }

    @Override
    public Rounded force(Descent d, int l, int j, int k) {
        return covers(force, l, d.pass().depth()) ? force.at(next, d, l, j, k)
                : next.force(d, l, j, k);
    }

    @Override
    public Rounded velocity(Descent d, int l, int j, int k) {
        return covers(velocity, l, d.pass().depth()) ? velocity.at(next, d, l, j, k)
                : next.velocity(d, l, j, k);
    }

    @Override
    public Rounded moved(Descent d, int l, int j, int k) {
        return covers(moved, l, d.pass().depth()) ? moved.at(next, d, l, j, k)
                : next.moved(d, l, j, k);
    }
}
