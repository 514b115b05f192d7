package org.stillpoint.arbitraries;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.AbsoluteValue;
import org.stillpoint.activation.HardTanh;
import org.stillpoint.activation.LeakyRelu;
import org.stillpoint.domain.Loss;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Relu;

/**
 * A training computed with the sizes of its numbers in place of the numbers: how long they become and how much work that is, for
 * next to nothing. It knows which numbers are certainly 0, so that a training from zero counts as the little that it is.
 *
 * <p>All samples count as one that has whatever some of them has, every gradient is that of all samples, and all numbers of a
 * layer are as long as the longest. The bound is never below the truth, and often several times above it.
 */
final class Growth {

    private static final int WORD = 64;

    /** What is longer is as much too long; the limit keeps the sum of the work from running over. */
    private static final long MOST_WORDS = 100_000;

    private static final int NONE = Integer.MAX_VALUE;

    private final Bases bases = new Bases();
    private final KernelTraining training;
    private final Extent input;
    private final Extent target;
    private final Size rate;
    private final Size momentum;
    private final Size decay;
    private final Size kappa;
    private final Size unknown;
    private final Size hundredth;
    private final Size share;
    private final int samples;
    private final Extent[] weights;
    private final Extent[] biases;
    private final Extent[] weightVelocity;
    private final Extent[] biasVelocity;
    private long work;
    private long longest = 1;

    /** @param training with at least one batch */
    Growth(KernelTraining training) {
        this.training = training;
        this.samples = Arrays.stream(training.inputs()).mapToInt(batch -> batch.length).sum();
        BigFraction[][][] start = training.network().parameters().weights;
        Extent[] parameters = entries(start, training.network().parameters().biases);
        Extent[] velocities = entries(training.velocity().weights, training.velocity().biases);
        this.weights = Arrays.copyOf(parameters, start.length);
        this.biases = Arrays.copyOfRange(parameters, start.length, parameters.length);
        this.weightVelocity = Arrays.copyOf(velocities, start.length);
        this.biasVelocity = Arrays.copyOfRange(velocities, start.length, velocities.length);
        this.input = ofAnySample(training.inputs());
        this.target = ofAnySample(training.targets());
        this.rate = ofAny(training.rates());
        this.momentum = ofAny(training.momentum());
        this.decay = ofAny(training.decay());
        this.kappa = ofAny(training.kappa());
        this.unknown = bases.unknown(5, 5);
        this.hundredth = ofAny(new BigFraction(1, 100));
        this.share = samples == 1 ? Size.ONE : bases.unknown(32 - Integer.numberOfLeadingZeros(samples), 0);
        Stream.of(parameters, velocities, new Extent[] {input, target}).flatMap(Arrays::stream)
                .forEach(given -> counted(given.size(), 0));
    }

    /**
     * The work so far: for each operation on fractions the square of the number of words that the result has, as a greatest
     * common divisor takes.
     */
    long work() {
        return work;
    }

    /** The bits of the longest number so far, numerator or denominator. */
    long longest() {
        return longest;
    }

    /** One step of the training, after the last one too. */
    Growth step() {
        Extent[] gradient = gradient();
        for (int l = 0; l < weights.length; l++) {
            Extent slope = counted(gradient[2 * l].plus(weights[l].times(decay)));
            weightVelocity[l] = counted(weightVelocity[l].times(momentum).plus(slope));
            weights[l] = counted(weights[l].plus(weightVelocity[l].times(rate)));
            biasVelocity[l] = counted(biasVelocity[l].times(momentum).plus(gradient[2 * l + 1]));
            biases[l] = counted(biases[l].plus(biasVelocity[l].times(rate)));
        }
        return this;
    }

    /** For each layer the gradient of the weights and that of the biases. */
    private Extent[] gradient() {
        int ofThisStep = bases.count();
        int depth = weights.length;
        Units[] a = new Units[depth];
        Units[] slopes = new Units[depth];
        a[0] = new Units(input.other()[0], input.size(), NONE);
        Units z = preactivations(0, a[0]);
        for (int l = 1; l < depth; l++) {
            ActivationFunction sigma = training.network().sigma()[l - 1];
            int own = smooth(sigma) ? bases.count() : NONE;
            Size fresh = smooth(sigma) ? bases.unknown(z.size.bits(bases) + 2, 0) : Size.ONE;
            a[l] = activations(sigma, z, value(sigma, z.size, fresh), sigma.value(BigFraction.ZERO),
                    weights[l - 1].other().length, own);
            slopes[l] = activations(sigma, z, slope(sigma, fresh), sigma.derivative(BigFraction.ZERO, training.kappa()),
                    weights[l - 1].other().length, own);
            z = preactivations(l, a[l]);
        }
        Extent[] gradient = new Extent[2 * depth];
        Units delta = derivative(z);
        for (int l = depth - 1; l >= 0; l--) {
            gradient[2 * l] = mean(outer(delta, weights[l].other().length, a[l]), delta, ofThisStep);
            gradient[2 * l + 1] = mean(column(delta, biases[l].other().length), delta, ofThisStep);
            delta = l == 0 ? delta : below(l, delta, slopes[l]);
        }
        return gradient;
    }

    /**
     * One number a unit.
     *
     * @param other the units whose number may be other than 0
     * @param own the base that stands for a different denominator in each unit, {@link #NONE} if all units have theirs in common
     */
    private record Units(BitSet other, Size size, int own) {

        /** That of a sum over the units. */
        Size summed() {
            int terms = other.cardinality();
            return terms == 0 ? Size.ZERO : size.summed(terms, own, own == NONE ? NONE : own + 1);
        }
    }

    private Units preactivations(int l, Units a) {
        BitSet other = new BitSet();
        int products = 0;
        for (int j = 0; j < weights[l].other().length; j++) {
            BitSet terms = (BitSet) weights[l].other()[j].clone();
            terms.and(a.other);
            products += terms.cardinality();
            boolean bias = j < biases[l].other().length && !biases[l].other()[j].isEmpty();
            other.set(j, bias || !terms.isEmpty());
        }
        Size sum = products == 0 ? Size.ZERO : weights[l].size().times(a.summed());
        return new Units(other, counted(sum.plus(biases[l].size()), 2 * products * samples), NONE);
    }

    private static boolean smooth(ActivationFunction sigma) {
        return !(sigma instanceof Identity || sigma instanceof Relu || sigma instanceof AbsoluteValue
                || sigma instanceof LeakyRelu || sigma instanceof HardTanh || sigma instanceof ArbitraryActivation);
    }

    private Size value(ActivationFunction sigma, Size z, Size fresh) {
        return sigma instanceof ArbitraryActivation ? unknown : sigma instanceof LeakyRelu ? z.times(hundredth)
                : smooth(sigma) ? fresh : z.or(Size.ONE);
    }

    private Size slope(ActivationFunction sigma, Size fresh) {
        return sigma instanceof ArbitraryActivation ? unknown : sigma instanceof LeakyRelu ? hundredth.or(kappa)
                : smooth(sigma) ? fresh.times(fresh) : Size.ONE.or(kappa);
    }

    /** What a function gives, of one size elsewhere and of a number known at pre-activation 0. */
    private Units activations(ActivationFunction sigma, Units z, Size elsewhere, BigFraction atZero, int units, int own) {
        BitSet other = new BitSet();
        other.set(0, units);
        if (atZero.signum() == 0 && !(sigma instanceof ArbitraryActivation)) {
            other.and(z.other);
        }
        Size size = (z.other.isEmpty() ? Size.ZERO : elsewhere).or(atZero.signum() == 0 ? Size.ZERO : ofAny(atZero));
        return new Units(other, size, z.other.isEmpty() ? NONE : own);
    }

    private Units derivative(Units f) {
        BitSet outputs = new BitSet();
        outputs.set(0, weights[weights.length - 1].other().length);
        if (training.loss() == Loss.SQUARED) {
            BitSet other = (BitSet) f.other.clone();
            other.or(target.other()[0]);
            return new Units(other, counted(f.size.plus(target.size()), samples * outputs.cardinality()), NONE);
        }
        if (training.loss() == Loss.HINGE || training.loss() == Loss.PERCEPTRON) {
            return new Units(target.other()[0], target.size(), NONE);
        }
        return new Units(outputs, training.loss() == Loss.ABSOLUTE ? Size.ONE : unknown, NONE);
    }

    private static Extent outer(Units delta, int rows, Units a) {
        BitSet[] other = IntStream.range(0, rows).mapToObj(j -> delta.other.get(j) ? a.other : new BitSet())
                .toArray(BitSet[]::new);
        return new Extent(other, delta.size.times(a.size));
    }

    private static Extent column(Units delta, int rows) {
        BitSet one = new BitSet();
        one.set(0);
        return new Extent(IntStream.range(0, rows).mapToObj(j -> delta.other.get(j) ? one : new BitSet()).toArray(BitSet[]::new),
                delta.size);
    }

    private Units below(int l, Units delta, Units slopes) {
        BitSet other = new BitSet();
        int products = 0;
        for (int j = delta.other.nextSetBit(0); j >= 0; j = delta.other.nextSetBit(j + 1)) {
            other.or(weights[l].other()[j]);
            products += weights[l].other()[j].cardinality();
        }
        other.and(slopes.other);
        Size sum = other.isEmpty() ? Size.ZERO : weights[l].size().times(delta.summed()).times(slopes.size);
        return new Units(other, counted(sum, 3 * products * samples), slopes.own);
    }

    /**
     * Over the samples of a batch: each base of this step stands for another denominator in each sample, and in each unit that
     * has its own.
     */
    private Extent mean(Extent each, Units delta, int ofThisStep) {
        int entries = each.count();
        Size own = delta.own == NONE || entries == 0 ? each.size() : each.size()
                .summed(delta.other.cardinality(), delta.own, delta.own + 1);
        return new Extent(each.other(), entries == 0 ? Size.ZERO
                : counted(share.times(own).summed(samples, ofThisStep, NONE), 3 * samples * entries));
    }

    private Extent counted(Extent result) {
        counted(result.size(), 2 * result.count());
        return result;
    }

    private Size counted(Size result, int operations) {
        if (!result.isZero()) {
            long bits = result.bits(bases);
            long words = Math.min(bits / WORD + 1, MOST_WORDS);
            longest = Math.max(longest, bits);
            work += operations * words * words;
        }
        return result;
    }

    private Extent[] entries(BigFraction[][][] stack, BigFraction[][] rows) {
        BigFraction[][] all = Stream.concat(Arrays.stream(stack).flatMap(Stream::of), Stream.of(rows))
                .toArray(BigFraction[][]::new);
        Size[][] sizes = bases.ofRows(all);
        Extent[] entries = new Extent[stack.length + rows.length];
        int next = 0;
        for (int l = 0; l < stack.length; l++) {
            entries[l] = Extent.of(stack[l], Arrays.copyOfRange(sizes, next, next + stack[l].length));
            next += stack[l].length;
        }
        for (int l = 0; l < rows.length; l++) {
            BigFraction[][] column = Arrays.stream(rows[l]).map(entry -> new BigFraction[] {entry}).toArray(BigFraction[][]::new);
            entries[stack.length + l] = Extent.of(column, new Size[][] {sizes[next + l]});
        }
        return entries;
    }

    /** One row: what some sample has. */
    private Extent ofAnySample(BigFraction[][][] batches) {
        BigFraction[][] rows = Arrays.stream(batches).flatMap(Stream::of).toArray(BigFraction[][]::new);
        Extent all = Extent.of(rows, bases.ofRows(rows));
        BitSet any = new BitSet();
        Arrays.stream(all.other()).forEach(any::or);
        return new Extent(new BitSet[] {any}, all.size());
    }

    private Size ofAny(BigFraction... numbers) {
        return Arrays.stream(bases.ofRows(numbers)[0]).reduce(Size.ZERO, Size::or);
    }
}
