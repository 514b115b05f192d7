package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** One sample on its way through the network in exact numbers, as far as somebody asks for them. */
final class ExactPass {

    /** {@link Lines.Line} over the base. */
    private record Line(Scalar slope, Scalar intercept, Scalar derivative) {

        static Line of(CoprimeBase base, Lines.Line line) {
            return new Line(Scalar.of(base, line.slope()), Scalar.of(base, line.intercept()), Scalar.of(base, line.derivative()));
        }
    }

    private final CoprimeBase base;
    private final Parameters parameters;
    private final LowestTerms lowest;
    private final Samples samples;
    private final int[][] counts;
    private final List<Lines> lines;
    private final Line[][] scalarLines;
    private final int[][] positions;
    private final boolean linearOutputs;
    private final BigInteger[][] inputs;
    private final int[][] denominators;
    private final int[] inputBits;
    private final Scalar[][] preactivations;
    private final Scalar[][] activations;
    private int sample;
    private boolean used;

    /**
     * @param counts for each layer and unit, how many it stands for
     * @param positions of the pre-activations, which others write
     */
    ExactPass(CoprimeBase base, Parameters parameters, int[][] counts, List<Lines> lines, Samples samples, int[][] positions) {
        this.base = base;
        this.lowest = new LowestTerms(base);
        this.parameters = parameters;
        this.samples = samples;
        this.counts = counts;
        this.lines = lines;
        this.positions = positions;
        this.linearOutputs = lines.get(lines.size() - 1).isIdentity();
        int depth = parameters.layout().depth();
        this.scalarLines = new Line[depth][];
        this.inputs = new BigInteger[depth][];
        this.denominators = new int[depth][];
        this.inputBits = new int[depth];
        this.preactivations = new Scalar[depth][];
        this.activations = new Scalar[depth][];
    }

    /** Forgets what came before. */
    void begin(int next) {
        sample = next;
        if (used) {
            used = false;
            Arrays.fill(inputs, null);
            Arrays.fill(preactivations, null);
            Arrays.fill(activations, null);
        }
    }

    private void require(int l) {
        if (inputs[l] != null) {
            return;
        }
        used = true;
        preactivations[l] = new Scalar[parameters.layout().units(l)];
        activations[l] = new Scalar[parameters.layout().units(l)];
        if (l == 0) {
            inputs[0] = samples.numerators(sample);
            denominators[0] = base.exponents(samples.denominator(sample));
        } else {
            int[] common = base.one();
            for (int k = 0; k < parameters.layout().units(l - 1); k++) {
                if (activation(l - 1, k).signum() != 0) {
                    common = CoprimeBase.lcm(common, activations[l - 1][k].denominator());
                }
            }
            BigInteger[] in = new BigInteger[activations[l - 1].length];
            for (int k = 0; k < in.length; k++) {
                Scalar activation = activations[l - 1][k];
                in[k] = base.raise(activation.numerator(), activation.denominator(), common);
            }
            inputs[l] = in;
            denominators[l] = common;
        }
        inputBits[l] = sumBits(l);
    }

    /** At least the bits of the sum of the absolute values of what comes into a layer. */
    private int sumBits(int l) {
        int most = 0;
        int inAll = 0;
        for (int k = 0; k < inputs[l].length; k++) {
            most = Math.max(most, inputs[l][k].bitLength());
            inAll += count(l, k);
        }
        return most + Integer.SIZE - Integer.numberOfLeadingZeros(inAll);
    }

    /** The numerators of what comes into a layer. */
    BigInteger[] inputs(int l) {
        require(l);
        return inputs[l];
    }

    /** The denominator of what comes into a layer. */
    int[] inputDenominator(int l) {
        require(l);
        return denominators[l];
    }

    /** The pre-activation of a unit. */
    Scalar preactivation(int l, int j) {
        if (l > 0 && l == parameters.layout().depth() - 1) {
            return coupled(j);
        }
        require(l);
        if (preactivations[l][j] == null) {
            Row row = parameters.row(l, j);
            BigInteger sum = parameters.layout().hasBias(l)
                    ? base.raise(row.numerators().get(inputs[l].length), base.one(), denominators[l]) : BigInteger.ZERO;
            sum = sum.add(row.numerators().bits() + inputBits[l] < Long.SIZE ? BigInteger.valueOf(shortProduct(l, row))
                    : product(l, row));
            preactivations[l][j] = new Scalar(sum, base.product(row.denominator(), denominators[l])).reduced(lowest);
        }
        return preactivations[l][j];
    }

    private BigInteger product(int l, Row row) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < inputs[l].length; k++) {
            BigInteger a = inputs[l][k];
            if (a.signum() != 0) {
                int count = count(l, k);
                sum = sum.add(row.numerators().get(k).multiply(count == 1 ? a : a.multiply(BigInteger.valueOf(count))));
            }
        }
        return sum;
    }

    /** As {@link #product} where it fits in a long. */
    private long shortProduct(int l, Row row) {
        long sum = 0;
        for (int k = 0; k < inputs[l].length; k++) {
            sum += count(l, k) * row.numerators().get(k).longValue() * inputs[l][k].longValue();
        }
        return sum;
    }

    /** How many equal numbers an input of a layer stands for. */
    private int count(int l, int k) {
        return l == 0 ? 1 : counts[l - 1][k];
    }

    /** The activation of a unit of a hidden layer. */
    Scalar activation(int l, int j) {
        require(l);
        if (activations[l][j] == null) {
            activations[l][j] = activated(l, j);
        }
        return activations[l][j];
    }

    private Scalar activated(int l, int j) {
        Line line = line(l, j);
        Scalar sloped = line.slope.signum() == 0 ? line.slope : preactivation(l, j).times(base, line.slope);
        return sloped.plus(base, line.intercept);
    }

    /** The derivative of the activation of a unit. */
    Scalar derivative(int l, int j) {
        return line(l, j).derivative;
    }

    private Line line(int l, int j) {
        if (scalarLines[l] == null) {
            scalarLines[l] = lines.get(l).at().stream().map(line -> Line.of(base, line)).toArray(Line[]::new);
        }
        return scalarLines[l][positions[l][j]];
    }

    Scalar output(int o) {
        int last = parameters.layout().depth() - 1;
        return linearOutputs ? preactivation(last, o) : activated(last, o);
    }

    /** The pre-activation of an output behind hidden layers, whose outgoing weights are in the rows of the last of them. */
    private Scalar coupled(int o) {
        int last = parameters.layout().depth() - 1;
        Row own = parameters.row(last, o);
        Scalar[] terms = new Scalar[1 + parameters.layout().units(last - 1)];
        terms[0] = parameters.layout().hasBias(last) ? new Scalar(own.numerators().get(0), own.denominator()) : Scalar.zero(base);
        for (int j = 0; j < terms.length - 1; j++) {
            Scalar activation = activation(last - 1, j);
            terms[j + 1] = activation.signum() == 0 ? activation
                    : activation.times(counts[last - 1][j]).times(base, outgoing(j, o));
        }
        return Scalar.sum(base, terms).reduced(lowest);
    }

    /** An outgoing weight of a unit of the last hidden layer. */
    Scalar outgoing(int j, int o) {
        int l = parameters.layout().depth() - 2;
        Row row = parameters.row(l, j);
        return new Scalar(row.numerators().get(parameters.layout().firstOutgoing(l) + o), row.denominator());
    }

    /** The sign of a pre-activation less a kink. */
    int side(int l, int j, BigFraction kink) {
        return preactivation(l, j).compareTo(base, kink);
    }

    /** The sign of an output less a threshold. */
    int side(int o, BigInteger numerator, BigInteger denominator) {
        return output(o).compareTo(base, numerator, denominator);
    }
}
