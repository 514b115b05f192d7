package org.stillpoint.check.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.RationalLoss;

/** Backpropagation and gradient descent without a mistake. */
final class RightFormulas implements Formulas {

    static final Formulas RIGHT = new RightFormulas();

    private static final BigFraction HALF = new BigFraction(1, 2);

    /** Made once, as each gradient asks for one. */
    private static final List<List<Integer>> UP_TO = IntStream.range(0, 20).mapToObj(RightFormulas::upTo).toList();

    private RightFormulas() {
    }

    private static List<Integer> upTo(int samples) {
        return IntStream.range(0, samples).boxed().toList();
    }

    @Override
    public Rounded forwardInput(Pass p, int i, int l, int k) {
        return p.below(i, l, k);
    }

    @Override
    public Rounded preactivation(Pass p, int i, int l, int j) {
        List<Rounded> parts = new ArrayList<>(p.width(l) + 1);
        for (int k = 0; k < p.width(l); k++) {
            parts.add(p.weight(l, j, k).times(p.formulas().forwardInput(p, i, l, k)));
        }
        if (p.hasBias(l)) {
            parts.add(p.bias(l, j));
        }
        return Rounded.sum(parts);
    }

    @Override
    public Rounded activation(Pass p, int i, int l, int j) {
        return Curves.value(p, i, l, j);
    }

    @Override
    public Rounded target(Pass p, int i, int j) {
        return p.y(i, j);
    }

    @Override
    public Rounded lossSlope(Pass p, int i, int l, int j) {
        Rounded f = p.a(i, l, j);
        Rounded y = p.formulas().target(p, i, j);
        if (p.loss() instanceof RationalLoss rational) {
            return switch (rational) {
                case SQUARED -> squared(p, f.minus(y).stored(p.format()));
                case HINGE -> overOutputs(p, isBelow(p, Convention.HINGE_AT_1,
                        Rounded.ONE.minus(y.times(f)).stored(p.format()).sign())
                        ? y.negate() : Rounded.ZERO);
                case PERCEPTRON -> overOutputs(p, y.times(f).sign() < 0
                        || y.times(f).sign() == 0 && p.conventions().way(Convention.PERCEPTRON_AT_0) == 0
                        ? y.negate() : Rounded.ZERO);
                case ABSOLUTE -> overOutputs(p, Rounded.of(absolute(p, f.minus(y).stored(p.format()).sign())));
            };
        }
        return overOutputs(p, p.loss() == Loss.LOGISTIC ? y.negate().times(p.elementary().logistic(y.times(f).negate()))
                : f.minus(y).stored(p.format()));
    }

    private static boolean isBelow(Pass p, Convention atThreshold, int sign) {
        return sign > 0 || sign == 0 && p.conventions().way(atThreshold) == 1;
    }

    private static int absolute(Pass p, int sign) {
        return sign != 0 ? sign : switch (p.conventions().way(Convention.ABSOLUTE_AT_0)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> -1;
        };
    }

    private static Rounded squared(Pass p, Rounded difference) {
        return switch (p.conventions().way(Convention.LOSS_FACTOR)) {
            case 0 -> difference;
            case 1 -> difference.times(Rounded.TWO);
            case 2 -> difference.times(Rounded.TWO).dividedBy(p.outputs());
            default -> difference.dividedBy(p.outputs());
        };
    }

    /** The derivative by an output of what is summed over outputs, or averaged. */
    static Rounded overOutputs(Pass p, Rounded slope) {
        return p.outputs() == 1 || p.conventions().way(Convention.LOSS_OVER_OUTPUTS) == 0 ? slope : slope.dividedBy(p.outputs());
    }

    @Override
    public Rounded curveSlope(Pass p, int l, Activation activation, Rounded z, Rounded a) {
        return Curves.slope(p, activation, z);
    }

    @Override
    public Rounded slope(Pass p, int i, int l, int j) {
        return p.formulas().curveSlope(p, l, p.activation(l), p.z(i, l, j), p.a(i, l, j));
    }

    @Override
    public Rounded weightAbove(Pass p, int i, int l, int m, int j) {
        return p.weight(l + 1, m, j);
    }

    @Override
    public Rounded pulled(Pass p, int i, int l, int j) {
        if (p.isLast(l)) {
            return p.lossSlope(i, j);
        }
        List<Rounded> parts = new ArrayList<>(p.units(l + 1));
        for (int m = 0; m < p.units(l + 1); m++) {
            parts.add(p.formulas().weightAbove(p, i, l, m, j).times(p.delta(i, l + 1, m)));
        }
        return Rounded.sum(parts);
    }

    /** Behind cross-entropy the slope of the output activation cancels against the loss. */
    @Override
    public Rounded delta(Pass p, int i, int l, int j) {
        Rounded pulled = p.formulas().pulled(p, i, l, j);
        if (p.isLast(l) && p.loss() == Loss.CROSS_ENTROPY) {
            return pulled;
        }
        if (p.activation(l) == Activation.SOFTMAX) {
            List<Rounded> parts = new ArrayList<>();
            for (int m = 0; m < p.units(l); m++) {
                parts.add(p.a(i, l, m).times(p.formulas().pulled(p, i, l, m)));
            }
            return p.a(i, l, j).times(pulled.minus(Rounded.sum(parts)));
        }
        return p.slope(i, l, j).times(pulled);
    }

    @Override
    public Rounded input(Pass p, int i, int l, int k) {
        return p.below(i, l, k);
    }

    @Override
    public Rounded term(Pass p, int i, int l, int j, int k) {
        return k == Place.BIAS ? p.delta(i, l, j) : p.delta(i, l, j).times(p.formulas().input(p, i, l, k));
    }

    @Override
    public List<Integer> samples(Pass p, int l, int j, int k) {
        return p.samples() < UP_TO.size() ? UP_TO.get(p.samples()) : upTo(p.samples());
    }

    @Override
    public Rounded averaged(Pass p, int l, int j, int k, Rounded sum) {
        return p.samples() == 1 || p.conventions().way(Convention.BATCH) == 1 ? sum : sum.dividedBy(p.samples());
    }

    @Override
    public Rounded gradient(Pass p, int l, int j, int k) {
        List<Rounded> terms = new ArrayList<>();
        for (int i : p.formulas().samples(p, l, j, k)) {
            terms.add(p.formulas().term(p, i, l, j, k));
        }
        return p.formulas().averaged(p, l, j, k, Rounded.sum(terms));
    }

    @Override
    public Rounded loss(Pass p) {
        List<Rounded> parts = new ArrayList<>();
        int last = p.depth() - 1;
        for (int i = 0; i < p.samples(); i++) {
            for (int j = 0; j < p.outputs(); j++) {
                parts.add(lossValue(p, p.a(i, last, j), p.y(i, j)));
            }
        }
        return reported(p, Rounded.sum(parts));
    }

    private static Rounded lossValue(Pass p, Rounded f, Rounded y) {
        Rounded difference = f.minus(y).stored(p.format());
        Rounded margin = y.times(f).stored(p.format());
        return switch ((RationalLoss) p.loss()) {
            case SQUARED -> difference.times(difference);
            case ABSOLUTE -> difference.sign() < 0 ? difference.negate() : difference;
            case HINGE -> positive(Rounded.ONE.minus(margin).stored(p.format()));
            case PERCEPTRON -> positive(margin.negate());
        };
    }

    private static Rounded positive(Rounded number) {
        return number.sign() > 0 ? number : Rounded.ZERO;
    }

    private static Rounded reported(Pass p, Rounded sum) {
        int batch = p.samples() == 1 ? 1 : p.conventions().way(Convention.REPORTED_LOSS);
        boolean mean = batch == 2 || batch == 0 && p.conventions().way(Convention.BATCH) == 0;
        Rounded total = mean ? sum.dividedBy(p.samples()) : sum;
        if (p.loss() != Loss.SQUARED) {
            return overOutputs(p, total);
        }
        int own = p.conventions().way(Convention.REPORTED_FACTOR);
        int factor = own == 0 ? p.conventions().way(Convention.LOSS_FACTOR) : own - 1;
        Rounded half = Rounded.of(HALF);
        return switch (factor) {
            case 0 -> total.times(half);
            case 1 -> total;
            case 2 -> total.dividedBy(p.outputs());
            default -> total.times(half).dividedBy(p.outputs());
        };
    }

    @Override
    public List<Integer> batch(Descent d) {
        return d.settings().batch(d.step(), d.dataSize());
    }

    @Override
    public List<List<Integer>> updates(Descent d) {
        return List.of(d.formulas().batch(d));
    }

    @Override
    public Rounded rate(Descent d, int l, int j, int k) {
        return d.learningRate();
    }

    @Override
    public Rounded decay(Descent d, int l, int j, int k) {
        if (d.weightDecay().isZero() || k == Place.BIAS && d.conventions().way(Convention.DECAY_ON_BIASES) == 0) {
            return Rounded.ZERO;
        }
        Rounded decay = d.weightDecay().times(d.parameter(l, j, k));
        return d.conventions().way(Convention.DECAY) == 1 ? decay.times(Rounded.TWO) : decay;
    }

    @Override
    public Rounded force(Descent d, int l, int j, int k) {
        Rounded decay = d.formulas().decay(d, l, j, k);
        return decay.isZero() || isBesideMomentum(d) ? d.gradient(l, j, k) : d.gradient(l, j, k).plus(decay);
    }

    private static boolean isBesideMomentum(Descent d) {
        return d.conventions().way(Convention.DECAY) == 2;
    }

    @Override
    public Rounded velocity(Descent d, int l, int j, int k) {
        Rounded force = d.formulas().force(d, l, j, k);
        if (d.momentum().isZero()) {
            return force;
        }
        Rounded kept = d.momentum().times(d.velocity(l, j, k));
        return d.conventions().way(Convention.MOMENTUM) == 1
                ? kept.plus(Rounded.ONE.minus(d.momentum()).times(force)) : kept.plus(force);
    }

    @Override
    public Rounded moved(Descent d, int l, int j, int k) {
        Rounded velocity = d.newVelocity(l, j, k);
        if (!d.momentum().isZero() && d.conventions().way(Convention.MOMENTUM) == 2) {
            velocity = d.formulas().force(d, l, j, k).plus(d.momentum().times(velocity));
        }
        Rounded move = d.formulas().rate(d, l, j, k).times(velocity);
        Rounded moved = d.parameter(l, j, k).minus(move);
        Rounded decay = d.formulas().decay(d, l, j, k);
        return decay.isZero() || !isBesideMomentum(d) ? moved : moved.minus(d.learningRate().times(decay));
    }
}
