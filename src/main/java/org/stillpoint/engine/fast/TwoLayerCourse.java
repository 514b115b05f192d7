package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.Integers;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * One hidden layer whose activation is a line through 0 on either side, without momentum, under a loss whose derivative depends
 * on signs only. Then a step is linear in the parameters of one neuron, with integers of the data as coefficients once the
 * denominator has grown by one factor q, and neurons know of each other through signs alone. Signs come from {@link SignFilter}
 * where it is certain.
 */
final class TwoLayerCourse implements Course {

    private final Network shape;
    private final DataSet data;
    private final Settings settings;
    private final SideLoss loss;
    private final int[] counts;
    private final int incoming;
    private final boolean hiddenBias;
    private final Slopes slopes;
    private final BigInteger divisor;
    private final IntegerSamples samples;
    private final StepSizes sizes;
    private final IntegerRow[] rows;
    private final BigInteger[] constants;
    private final BigInteger constantDenominator;
    private final SignFilter filter;
    private final long[] gradient;
    private final long[][] shared;
    private final long[] still;
    private final long[][] coefficients;
    private final boolean[] moved;
    private final long[] constantSums;
    private final long[] factors;
    private final int[] signs;
    private int done;

    /** Empty if the training is not of this kind, or its data are too long. */
    static Optional<Course> of(Copies copies, DataSet data, Settings settings) {
        Network network = copies.network();
        Optional<SideLoss> loss = SideLoss.of(settings.loss().rational());
        if (network.layers().size() != 2 || settings.momentum().signum() != 0 || loss.isEmpty()) {
            return Optional.empty();
        }
        PiecewiseLinear sigma = PiecewiseLinear.of(network.layers().get(0).activation()).orElseThrow();
        if (!sigma.isHomogeneous()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TwoLayerCourse(network, data, settings, loss.get(), copies.counts()[0], sigma));
        } catch (ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    private TwoLayerCourse(Network start, DataSet data, Settings settings, SideLoss loss, int[] counts, PiecewiseLinear sigma) {
        Layer hidden = start.layers().get(0);
        Layer last = start.layers().get(1);
        this.shape = start;
        this.data = data;
        this.settings = settings;
        this.loss = loss;
        this.counts = counts;
        this.hiddenBias = hidden.bias().isPresent();
        this.incoming = hidden.inputs() + (hiddenBias ? 1 : 0);
        int used = (int) Math.max(1, Math.min(data.size(), (long) settings.steps() * settings.batchSize()));
        this.samples = new IntegerSamples(data, used, loss, hiddenBias);
        this.slopes = new Slopes(sigma, settings.kinks().at(hidden.activation()));
        this.sizes = new StepSizes(settings, data.size(), samples, slopes, last.units(), max(counts));
        this.divisor = divisor(hidden, last);
        this.rows = new IntegerRow[hidden.units()];
        for (int j = 0; j < rows.length; j++) {
            rows[j] = new IntegerRow(incoming, entries(hidden, last, j), divisor);
        }
        this.filter = new SignFilter(rows.length, last.units(), divisor, sizes.q());
        this.constants = new BigInteger[last.units()];
        BigInteger denominator = sizes.constantDenominator();
        for (int o = 0; o < constants.length; o++) {
            denominator = Integers.lcm(denominator, bias(last, o).getDenominator());
        }
        this.constantDenominator = denominator;
        for (int o = 0; o < constants.length; o++) {
            constants[o] = Integers.numerator(bias(last, o), denominator);
            filter.readConstant(o, constants[o], denominator);
        }
        for (int j = 0; j < rows.length; j++) {
            filter.read(j, rows[j], incoming);
        }
        this.gradient = new long[last.units()];
        this.shared = new long[3][last.units() * incoming];
        this.still = new long[last.units() * incoming];
        this.coefficients = new long[rows.length][last.units() * incoming];
        this.moved = new boolean[rows.length];
        this.constantSums = new long[last.units()];
        this.factors = new long[rows.length];
        this.signs = new int[rows.length];
    }

    private static int max(int[] counts) {
        return Arrays.stream(counts).max().orElse(1);
    }

    private static BigFraction bias(Layer layer, int o) {
        return layer.bias().map(bias -> bias.get(o)).orElse(BigFraction.ZERO);
    }

    private static BigInteger divisor(Layer hidden, Layer last) {
        BigInteger divisor = BigInteger.ONE;
        for (Layer layer : List.of(hidden, last)) {
            for (Vector row : layer.weights().rows()) {
                divisor = Integers.lcm(divisor, row.entries());
            }
        }
        return hidden.bias().isPresent() ? Integers.lcm(divisor, hidden.bias().get().entries()) : divisor;
    }

    /** The incoming weights, the bias and the outgoing weights of a hidden unit. */
    private BigFraction[] entries(Layer hidden, Layer last, int j) {
        BigFraction[] entries = new BigFraction[incoming + last.units()];
        Vector weights = hidden.weights().row(j);
        for (int k = 0; k < weights.size(); k++) {
            entries[k] = weights.get(k);
        }
        if (hiddenBias) {
            entries[incoming - 1] = bias(hidden, j);
        }
        for (int o = 0; o < last.units(); o++) {
            entries[incoming + o] = last.weights().get(o, j);
        }
        return entries;
    }

    @Override
    public void step() {
        int first = done % settings.batches(data.size()) * settings.batchSize();
        int end = (int) Math.min((long) first + settings.batchSize(), data.size());
        long size = sizes.step(end - first);
        if (end - first == 1) {
            stepOnOne(first, size);
        } else {
            stepOnMany(first, end, size);
        }
        moveConstants(sizes.constantStep(end - first, constantDenominator));
        done++;
    }

    /** Neurons on the same side share their coefficients. */
    private void stepOnOne(int i, long size) {
        forward(samples, i);
        boolean moves = false;
        for (int o = 0; o < constants.length; o++) {
            gradient[o] = samples.target(i, o).derivative(side(samples, i, o));
            constantSums[o] = gradient[o];
            moves |= gradient[o] != 0;
        }
        for (int sign = -1; sign <= 1 && moves; sign++) {
            Arrays.fill(shared[sign + 1], 0);
            addGradient(shared[sign + 1], samples.input(i), size * slopes.slope(sign));
        }
        for (int j = 0; j < rows.length; j++) {
            long slope = moves ? slopes.slope(signs[j]) : 0;
            if (slope != 0 || sizes.decays()) {
                move(j, slope == 0 ? still : shared[signs[j] + 1], sizes.growth(size * slope, gradientNorm() * samples.norm(i)));
            }
        }
    }

    private void stepOnMany(int first, int end, long size) {
        long sum = 0;
        for (int i = first; i < end; i++) {
            forward(samples, i);
            for (int o = 0; o < constants.length; o++) {
                gradient[o] = samples.target(i, o).derivative(side(samples, i, o));
                constantSums[o] += gradient[o];
            }
            if (gradientNorm() != 0) {
                sum += gradientNorm() * samples.norm(i) * slopes.largest();
                for (int j = 0; j < rows.length; j++) {
                    long slope = slopes.slope(signs[j]);
                    if (slope != 0) {
                        addGradient(coefficients[j], samples.input(i), size * slope);
                        moved[j] = true;
                    }
                }
            }
        }
        for (int j = 0; j < rows.length; j++) {
            if (moved[j] || sizes.decays()) {
                move(j, coefficients[j], sizes.growth(size, sum));
                Arrays.fill(coefficients[j], 0);
                moved[j] = false;
            }
        }
    }

    private void addGradient(long[] c, int[] x, long factor) {
        for (int o = 0; o < gradient.length; o++) {
            long g = factor * gradient[o];
            int from = o * incoming;
            for (int k = 0; k < incoming && g != 0; k++) {
                c[from + k] += g * x[k];
            }
        }
    }

    private long gradientNorm() {
        long norm = 0;
        for (long g : gradient) {
            norm += Math.abs(g);
        }
        return norm;
    }

    private void move(int j, long[] c, int growth) {
        rows[j].update(c, growth, sizes.weightScale(), hiddenBias ? sizes.q() : sizes.weightScale());
        filter.read(j, rows[j], incoming);
    }

    private void moveConstants(BigInteger size) {
        boolean trained = shape.layers().get(1).bias().isPresent();
        for (int o = 0; o < constants.length; o++) {
            if (trained && constantSums[o] != 0) {
                constants[o] = constants[o].subtract(size.multiply(BigInteger.valueOf(constantSums[o])));
                filter.readConstant(o, constants[o], constantDenominator);
            }
            constantSums[o] = 0;
        }
    }

    /** Finds the sign of each pre-activation. */
    private void forward(IntegerSamples of, int i) {
        int[] x = of.input(i);
        for (int j = 0; j < rows.length; j++) {
            int sign = filter.preactivationSign(j, x, of.norm(i));
            signs[j] = sign == SignFilter.UNKNOWN ? rows[j].tier().preactivationSign(x) : sign;
            factors[j] = signs[j] == 0 ? 0 : counts[j] * slopes.slope(signs[j]);
        }
    }

    /** The side of the threshold that output o is on, after {@link #forward}. */
    private int side(IntegerSamples of, int i, int o) {
        IntegerSamples.Target target = of.target(i, o);
        return side(of, i, o, target.thresholdNumerator(), target.thresholdDenominator());
    }

    private int side(IntegerSamples of, int i, int o, long numerator, long denominator) {
        long scale = of.inputDenominator().longValueExact() * slopes.denominator();
        int side = filter.outputSide(o, factors, incoming, scale, numerator, denominator);
        return side == SignFilter.UNKNOWN ? exactSide(of.input(i), o, scale, numerator, denominator) : side;
    }

    private int exactSide(int[] x, int o, long scale, long numerator, long denominator) {
        long[] c = Arrays.stream(x).asLongStream().toArray();
        int common = 0;
        for (int j = 0; j < rows.length; j++) {
            if (factors[j] != 0) {
                common = Math.max(common, rows[j].exponent());
            }
        }
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < rows.length; j++) {
            if (factors[j] != 0) {
                sum = sum.add(rows[j].incomingTimes(c, 0).multiply(rows[j].outgoing(o)).multiply(BigInteger.valueOf(factors[j]))
                        .multiply(power(2 * (common - rows[j].exponent()))));
            }
        }
        BigInteger below = BigInteger.valueOf(denominator);
        BigInteger constant = constants[o].multiply(below).subtract(BigInteger.valueOf(numerator).multiply(constantDenominator));
        BigInteger over = divisor.multiply(divisor).multiply(power(2 * common)).multiply(BigInteger.valueOf(scale));
        return sum.multiply(constantDenominator).multiply(below).add(constant.multiply(over)).signum();
    }

    private BigInteger power(int exponent) {
        return BigInteger.valueOf(sizes.q()).pow(exponent);
    }

    @Override
    public Network network() {
        CoprimeBase base = CoprimeBase.of(List.of(divisor, BigInteger.valueOf(sizes.q()), constantDenominator));
        LowestTerms lowest = new LowestTerms(base);
        int[] start = base.exponents(divisor);
        int[] perStep = base.exponents(BigInteger.valueOf(sizes.q()));
        Layer hidden = shape.layers().get(0);
        Layer last = shape.layers().get(1);
        List<Vector> weights = new ArrayList<>();
        BigFraction[] bias = new BigFraction[rows.length];
        BigFraction[][] outgoing = new BigFraction[last.units()][rows.length];
        for (int j = 0; j < rows.length; j++) {
            BigFraction[] entries = rows[j].exponent() == 0 ? entries(hidden, last, j)
                    : fractions(rows[j], lowest, start, perStep);
            weights.add(rows[j].exponent() == 0 ? hidden.weights().row(j) : Vector.of(Arrays.copyOf(entries, hidden.inputs())));
            bias[j] = entries[incoming - 1];
            for (int o = 0; o < outgoing.length; o++) {
                outgoing[o][j] = entries[incoming + o];
            }
        }
        BigFraction[] constant = new BigFraction[constants.length];
        for (int o = 0; o < constant.length; o++) {
            constant[o] = lowest.fraction(constants[o], base.exponents(constantDenominator));
        }
        return Network.of(
                new Layer(new Matrix(weights), hidden.bias().map(any -> Vector.of(bias)), hidden.activation()),
                new Layer(new Matrix(Arrays.stream(outgoing).map(Vector::of).toList()),
                        last.bias().map(any -> Vector.of(constant)), last.activation()));
    }

    private static BigFraction[] fractions(IntegerRow row, LowestTerms lowest, int[] start, int[] perStep) {
        int[] denominator = new int[start.length];
        for (int p = 0; p < start.length; p++) {
            denominator[p] = Math.addExact(start[p], Math.multiplyExact(perStep[p], row.exponent()));
        }
        BigFraction[] fractions = new BigFraction[row.entries()];
        for (int k = 0; k < fractions.length; k++) {
            fractions[k] = row.fraction(k, lowest, denominator);
        }
        return fractions;
    }

    @Override
    public BigFraction meanLoss() {
        try {
            return meanLossOfIntegers();
        } catch (ArithmeticException tooLong) {
            return evaluation().meanLoss();
        }
    }

    /** The loss is linear in the outputs once their sides are known, so the samples are summed up before any neuron is asked. */
    private BigFraction meanLossOfIntegers() {
        IntegerSamples all = allSamples();
        long[][] sums = new long[rows.length][constants.length * incoming];
        long[] constantFactors = new long[constants.length];
        BigFraction rest = BigFraction.ZERO;
        for (int i = 0; i < all.count(); i++) {
            forward(all, i);
            for (int o = 0; o < constants.length; o++) {
                int side = side(all, i, o);
                long g = all.target(i, o).derivative(side);
                rest = rest.add(all.target(i, o).constant(side));
                constantFactors[o] = Math.addExact(constantFactors[o], g);
                addOutputs(sums, all.input(i), o, g);
            }
        }
        BigFraction scale = new BigFraction(BigInteger.ONE,
                all.inputDenominator().multiply(BigInteger.valueOf(slopes.denominator())).multiply(all.derivativeDenominator()));
        BigFraction total = rest.add(outputs(sums).multiply(scale));
        for (int o = 0; o < constants.length; o++) {
            total = total.add(new BigFraction(constants[o].multiply(BigInteger.valueOf(constantFactors[o])),
                    constantDenominator.multiply(all.derivativeDenominator())));
        }
        return total.divide(data.size());
    }

    private void addOutputs(long[][] sums, int[] x, int o, long g) {
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < incoming; k++) {
                sums[j][o * incoming + k] = Math.addExact(sums[j][o * incoming + k],
                        Math.multiplyExact(Math.multiplyExact(factors[j], g), x[k]));
            }
        }
    }

    /** The sum over neurons and outputs of outgoing weight times incoming weights times coefficients. */
    private BigFraction outputs(long[][] sums) {
        int common = Arrays.stream(rows).mapToInt(IntegerRow::exponent).max().orElse(0);
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < rows.length; j++) {
            for (int o = 0; o < constants.length; o++) {
                sum = sum.add(rows[j].incomingTimes(sums[j], o * incoming).multiply(rows[j].outgoing(o))
                        .multiply(power(2 * (common - rows[j].exponent()))));
            }
        }
        return new BigFraction(sum, divisor.multiply(divisor).multiply(power(2 * common)));
    }

    private IntegerSamples allSamples() {
        return samples.count() == data.size() ? samples : new IntegerSamples(data, data.size(), loss, hiddenBias);
    }

    @Override
    public int right(AccuracyRule rule) {
        try {
            return rule == AccuracyRule.SIGN ? rightSigns() : evaluation().right(rule);
        } catch (ArithmeticException tooLong) {
            return evaluation().right(rule);
        }
    }

    /**
     * For rules other than signs, samples that no step has seen and that are too long for an int, or sums that are too long for a
     * long.
     */
    private Course evaluation() {
        return new LayeredCourse(network(), Optional.empty(), data, settings.withSteps(0), new int[][] {counts});
    }

    private int rightSigns() {
        IntegerSamples all = allSamples();
        int right = 0;
        for (int i = 0; i < all.count(); i++) {
            forward(all, i);
            right += side(all, i, 0, 0, 1) == all.target(i, 0).signum() ? 1 : 0;
        }
        return right;
    }

    @Override
    public int atMost() {
        long most = constantDenominator.bitLength();
        long perStep = 64 - Long.numberOfLeadingZeros(sizes.q() - 1);
        for (IntegerRow row : rows) {
            most = Math.max(most, Math.max(row.tier().bits(), divisor.bitLength() + perStep * row.exponent()));
        }
        for (BigInteger constant : constants) {
            most = Math.max(most, constant.bitLength());
        }
        return (int) Math.min(most, Integer.MAX_VALUE);
    }

    @Override
    public int exact() {
        return network().parameters().stream().mapToInt(ExactNumber::bits).max().orElse(0);
    }
}
