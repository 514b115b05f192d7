package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * Any depth, any loss, momentum and decay: each unit's incoming weights and bias are integers over a denominator of their own,
 * which grows only when the unit is moved.
 */
final class LayeredCourse implements Course {

    /** Bits of a denominator that are not worth a look. */
    private static final int REDUCED_FROM = 64;

    private final Network shape;
    private final DataSet data;
    private final Settings settings;
    private final int[][] counts;
    private final CoprimeBase base;
    private final RowLoss loss;
    private final RowActivation[] activations;
    private final Row[] inputs;
    private final Row[] targets;
    private final Row one;
    private final Row rate;
    private final Row momentum;
    private final Row decay;
    private final boolean plain;
    private final Row[][] starts;
    private final Row[][] parameters;
    private final int[][] reducedBits;
    private final Row[][] velocities;
    private int done;

    /**
     * @param velocity in the shape of the start; zero if there is none
     * @param counts for each layer and unit, how many it stands for
     */
    LayeredCourse(Network start, Optional<Network> velocity, DataSet data, Settings settings, int[][] counts) {
        this.shape = start;
        this.data = data;
        this.settings = settings;
        this.counts = counts;
        this.base = CoprimeBase.of(denominators(velocity));
        this.loss = new RowLoss(settings.loss().rational(), base);
        this.activations = new RowActivation[start.layers().size() - 1];
        for (int l = 0; l < activations.length; l++) {
            Activation sigma = start.layers().get(l).activation();
            activations[l] = new RowActivation(PiecewiseLinear.of(sigma).orElseThrow(), settings.kinks().at(sigma), base);
        }
        this.inputs = new Row[data.size()];
        this.targets = new Row[data.size()];
        this.one = Row.of(base, BigFraction.ONE);
        this.rate = Row.of(base, settings.learningRate());
        this.momentum = Row.of(base, settings.momentum());
        this.decay = Row.of(base, settings.weightDecay());
        this.plain = momentum.signum() == 0 && decay.signum() == 0;
        this.starts = new Row[start.layers().size()][];
        this.parameters = new Row[start.layers().size()][];
        this.reducedBits = new int[parameters.length][];
        this.velocities = new Row[parameters.length][];
        for (int l = 0; l < parameters.length; l++) {
            Layer layer = start.layers().get(l);
            parameters[l] = new Row[layer.units()];
            reducedBits[l] = new int[layer.units()];
            velocities[l] = new Row[layer.units()];
            for (int j = 0; j < layer.units(); j++) {
                List<BigFraction> row = row(layer, j);
                parameters[l][j] = Row.of(base, row);
                if (!plain) {
                    velocities[l][j] = velocity.isPresent() ? Row.of(base, row(velocity.get().layers().get(l), j))
                            : Row.zeros(base, row.size());
                }
            }
            starts[l] = parameters[l].clone();
        }
    }

    /** The incoming weights of a unit, and its bias if it has one. */
    private static List<BigFraction> row(Layer layer, int unit) {
        List<BigFraction> row = new ArrayList<>(layer.weights().row(unit).entries());
        layer.bias().ifPresent(bias -> row.add(bias.get(unit)));
        return row;
    }

    private Set<BigInteger> denominators(Optional<Network> velocity) {
        Set<BigInteger> denominators = new HashSet<>();
        addDenominators(shape, denominators);
        velocity.ifPresent(v -> addDenominators(v, denominators));
        for (Layer layer : shape.layers()) {
            denominators.addAll(PiecewiseLinear.of(layer.activation()).orElseThrow().denominators());
            denominators.add(settings.kinks().at(layer.activation()).getDenominator());
        }
        addDenominators(data.inputs(), denominators);
        addDenominators(data.targets(), denominators);
        for (BigFraction number : List.of(settings.learningRate(), settings.momentum(), settings.weightDecay())) {
            denominators.add(number.getDenominator());
        }
        int size = Math.min(settings.batchSize(), data.size());
        denominators.add(BigInteger.valueOf(size));
        denominators.add(BigInteger.valueOf(data.size() - (settings.batches(data.size()) - 1) * size));
        denominators.add(BigInteger.valueOf(data.size()));
        return denominators;
    }

    private static void addDenominators(Network network, Set<BigInteger> denominators) {
        for (Layer layer : network.layers()) {
            addDenominators(layer.weights().rows(), denominators);
            layer.bias().ifPresent(bias -> addDenominators(List.of(bias), denominators));
        }
    }

    private static void addDenominators(List<Vector> vectors, Set<BigInteger> denominators) {
        for (Vector vector : vectors) {
            for (BigFraction number : vector.entries()) {
                if (!number.getDenominator().equals(BigInteger.ONE)) {
                    denominators.add(number.getDenominator());
                }
            }
        }
    }

    /** A sample becomes integers when it is asked for: a short training sees few of them. */
    private Row input(int sample) {
        if (inputs[sample] == null) {
            inputs[sample] = Row.of(base, data.inputs().get(sample).entries());
        }
        return inputs[sample];
    }

    private Row target(int sample) {
        if (targets[sample] == null) {
            targets[sample] = Row.of(base, data.targets().get(sample).entries());
        }
        return targets[sample];
    }

    @Override
    public void step() {
        int first = done % settings.batches(data.size()) * settings.batchSize();
        int end = (int) Math.min((long) first + settings.batchSize(), data.size());
        Row factor = plain ? rate : one;
        if (end - first > 1) {
            factor = factor.scaled(Row.of(base, BigFraction.getReducedFraction(1, end - first)));
        }
        Row[][] gradient = new Row[parameters.length][];
        for (int l = 0; l < gradient.length; l++) {
            gradient[l] = new Row[parameters[l].length];
        }
        for (int i = first; i < end; i++) {
            addGradient(gradient, i, factor);
        }
        for (int l = 0; l < gradient.length; l++) {
            for (int j = 0; j < gradient[l].length; j++) {
                update(l, j, gradient[l][j]);
            }
        }
        done++;
    }

    /**
     * v' = momentum v + gradient + decay w, parameters' = parameters - rate v'; the decay spares the bias, which is the last
     * entry. Without momentum and decay the gradient is times the rate already.
     *
     * @param gradient null if it is zero
     */
    private void update(int l, int j, Row gradient) {
        Row change = gradient;
        if (!plain) {
            Row weights = hasBias(l) ? parameters[l][j].withLastZero() : parameters[l][j];
            Row velocity = velocities[l][j].scaled(momentum).plus(weights.scaled(decay));
            velocity = gradient == null ? velocity : velocity.plus(gradient);
            if (remembers()) {
                velocities[l][j] = velocity;
            }
            change = velocity.scaled(rate);
        }
        if (change != null && !change.isZero()) {
            parameters[l][j] = parameters[l][j].minus(change);
        }
    }

    /** Adds the gradient of a sample times a factor. */
    private void addGradient(Row[][] gradient, int sample, Row factor) {
        int depth = parameters.length;
        Row[] in = new Row[depth];
        Row[][] z = new Row[depth][];
        forward(sample, in, z);
        Row[] delta = new Row[z[depth - 1].length];
        for (int o = 0; o < delta.length; o++) {
            delta[o] = loss.derivative(z[depth - 1][o], target(sample).entry(o));
        }
        for (int l = depth - 1; l >= 0; l--) {
            for (int j = 0; j < delta.length; j++) {
                if (delta[j].signum() != 0) {
                    Row summand = in[l].scaled(delta[j].scaled(factor));
                    gradient[l][j] = gradient[l][j] == null ? summand : gradient[l][j].plus(summand);
                }
            }
            if (l > 0) {
                delta = back(l, delta, z[l - 1]);
            }
        }
    }

    /** The deltas of the layer below l, given those of l and the pre-activations of the layer below. */
    private Row[] back(int l, Row[] delta, Row[] below) {
        Row sum = Row.zeros(base, parameters[l][0].size());
        for (int j = 0; j < delta.length; j++) {
            if (delta[j].signum() != 0) {
                sum = sum.plus(parameters[l][j].scaled(delta[j].times(new int[] {counts[l][j]})));
            }
        }
        Row[] result = new Row[below.length];
        for (int k = 0; k < below.length; k++) {
            result[k] = sum.entry(k).scaled(activations[l - 1].derivative(below[k]));
        }
        return result;
    }

    /** The inputs and the pre-activations of every layer. */
    private void forward(int sample, Row[] in, Row[][] z) {
        Row activation = input(sample);
        Row counted = activation;
        for (int l = 0; l < parameters.length; l++) {
            in[l] = hasBias(l) ? activation.withOne() : activation;
            Row weighted = counted == activation ? in[l] : hasBias(l) ? counted.withOne() : counted;
            z[l] = new Row[parameters[l].length];
            for (int j = 0; j < z[l].length; j++) {
                z[l][j] = parameters(l, j).dot(weighted);
            }
            if (l < parameters.length - 1) {
                activation = activate(l, z[l]);
                counted = activation.times(counts[l]);
            }
        }
    }

    /**
     * What a unit has in common with its denominator is taken out whenever the denominator has twice the bits it had after that,
     * and only when another step needs it: the export takes it out anyway.
     */
    private Row parameters(int l, int j) {
        if (parameters[l][j].denominatorBits() > Math.max(REDUCED_FROM, 2 * reducedBits[l][j])) {
            parameters[l][j] = parameters[l][j].reduced();
            reducedBits[l][j] = parameters[l][j].denominatorBits();
        }
        return parameters[l][j];
    }

    private Row activate(int l, Row[] z) {
        Row[] values = new Row[z.length];
        for (int j = 0; j < z.length; j++) {
            values[j] = activations[l].value(z[j]);
        }
        return Row.ofScalars(base, values);
    }

    private boolean hasBias(int l) {
        return shape.layers().get(l).bias().isPresent();
    }

    private Row[] output(int sample) {
        Row[][] z = new Row[parameters.length][];
        forward(sample, new Row[parameters.length], z);
        return z[z.length - 1];
    }

    @Override
    public Network network() {
        LowestTerms lowest = new LowestTerms(base);
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < parameters.length; l++) {
            layers.add(layer(l, lowest));
        }
        return new Network(layers);
    }

    /** Units that never moved are what they were at the start. */
    private Layer layer(int l, LowestTerms lowest) {
        Layer start = shape.layers().get(l);
        List<Vector> rows = new ArrayList<>();
        BigFraction[] bias = new BigFraction[parameters[l].length];
        for (int j = 0; j < bias.length; j++) {
            Row row = parameters[l][j];
            boolean moved = row != starts[l][j];
            BigFraction[] weights = new BigFraction[start.inputs()];
            for (int k = 0; k < weights.length && moved; k++) {
                weights[k] = row.fraction(k, lowest);
            }
            rows.add(moved ? Vector.of(weights) : start.weights().row(j));
            if (hasBias(l)) {
                bias[j] = moved ? row.fraction(weights.length, lowest) : start.bias().get().get(j);
            }
        }
        return new Layer(new Matrix(rows), start.bias().map(any -> Vector.of(bias)), start.activation());
    }

    @Override
    public BigFraction meanLoss() {
        Row sum = Row.zeros(base, 1);
        for (int i = 0; i < data.size(); i++) {
            Row[] f = output(i);
            for (int o = 0; o < f.length; o++) {
                sum = sum.plus(loss.value(f[o], target(i).entry(o)));
            }
        }
        return sum.scaled(Row.of(base, BigFraction.getReducedFraction(1, data.size()))).fraction(0);
    }

    @Override
    public int right(AccuracyRule rule) {
        RowAccuracy accuracy = new RowAccuracy(rule, base);
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            right += accuracy.isRight(output(i), target(i)) ? 1 : 0;
        }
        return right;
    }

    @Override
    public int atMost() {
        return Math.max(bitsAtMost(parameters), remembers() ? bitsAtMost(velocities) : 0);
    }

    private static int bitsAtMost(Row[][] rows) {
        int bits = 0;
        for (Row[] layer : rows) {
            for (Row row : layer) {
                bits = Math.max(bits, row.bitsAtMost());
            }
        }
        return bits;
    }

    /** Without momentum the next step does not ask what the velocity was. */
    private boolean remembers() {
        return momentum.signum() != 0;
    }

    @Override
    public int exact() {
        int bits = network().parameters().stream().mapToInt(ExactNumber::bits).max().orElse(0);
        return remembers() ? Math.max(bits, velocityBits()) : bits;
    }

    private int velocityBits() {
        LowestTerms lowest = new LowestTerms(base);
        int bits = 0;
        for (Row[] layer : velocities) {
            for (Row row : layer) {
                for (int k = 0; k < row.size(); k++) {
                    bits = Math.max(bits, ExactNumber.bits(row.fraction(k, lowest)));
                }
            }
        }
        return bits;
    }
}
