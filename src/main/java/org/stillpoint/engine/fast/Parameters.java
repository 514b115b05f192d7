package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.Integers;
import org.stillpoint.engine.fast.fraction.LowestTerms;
import org.stillpoint.engine.fast.fraction.ShortFractions;

/**
 * All parameters of a network as a {@link Row} for each unit. With hidden layers the outgoing weights of the last of them stand
 * with the units that they come from, and the rows of the outputs have their biases only.
 */
final class Parameters {

    private final Network start;
    private final boolean remembers;
    private final Optional<Network> velocity;
    private final BigFraction velocityScale;
    private final int[] inputs;
    private final boolean[] biased;
    private final BigFraction[][][] entries;
    private final Row[][] rows;
    private ShortFractions shorts;
    private CoprimeBase base;

    /**
     * @param remembers whether there are velocities
     * @param velocity with which the training starts, in the shape of the network; empty if it is 0
     * @param velocityScale what velocities are kept times, not 0
     */
    Parameters(Network start, boolean remembers, Optional<Network> velocity, BigFraction velocityScale) {
        this.start = start;
        this.remembers = remembers;
        this.velocity = velocity;
        this.velocityScale = velocityScale;
        int depth = start.layers().size();
        this.inputs = new int[depth];
        this.biased = new boolean[depth];
        this.entries = new BigFraction[depth][][];
        this.rows = new Row[depth][];
        for (int l = 0; l < depth; l++) {
            Layer layer = start.layers().get(l);
            inputs[l] = l > 0 && l == depth - 1 ? 0 : layer.inputs();
            biased[l] = layer.bias().isPresent();
            rows[l] = new Row[layer.units()];
            entries[l] = new BigFraction[layer.units()][];
        }
        for (int l = 0; l < depth; l++) {
            for (int j = 0; j < rows[l].length; j++) {
                entries[l][j] = entries(l, j);
            }
        }
    }

    /**
     * A denominator for each row: one for all if it is short, but with several hidden layers, where it would be multiplied by
     * itself step by step, the least one of each row.
     */
    BigInteger[][] denominators() {
        shorts = rows.length > 2 ? null : shorts();
        BigInteger common = shorts == null ? null : BigInteger.valueOf(shorts.denominator());
        BigInteger[][] denominators = new BigInteger[rows.length][];
        for (int l = 0; l < rows.length; l++) {
            denominators[l] = new BigInteger[rows[l].length];
            for (int j = 0; j < rows[l].length; j++) {
                denominators[l][j] = common != null ? common : Integers.lcm(BigInteger.ONE, Arrays.asList(entries[l][j]));
            }
        }
        return denominators;
    }

    /** All entries, if they are short over one denominator; else null. */
    private ShortFractions shorts() {
        int count = 0;
        for (BigFraction[][] layer : entries) {
            count += layer.length * layer[0].length;
        }
        ShortFractions all = new ShortFractions(count);
        for (BigFraction[][] layer : entries) {
            for (BigFraction[] row : layer) {
                for (BigFraction entry : row) {
                    all.add(entry);
                }
            }
        }
        return all.fit() ? all : null;
    }

    /**
     * Makes the rows.
     *
     * @param base of all these denominators
     * @param small whether the last hidden layer is to take steps of small coefficients
     */
    void read(CoprimeBase base, BigInteger[][] denominators, boolean small) {
        this.base = base;
        int first = 0;
        for (int l = 0; l < rows.length; l++) {
            for (int j = 0; j < rows[l].length; j++) {
                BigFraction[] all = entries[l][j];
                rows[l][j] = new Row(remembers ? all.length / 2 : all.length, biased[l] ? inputs[l] : -1,
                        small && l == rows.length - 2 ? smallNumerators(all, denominators[l][j], first)
                                : bigNumerators(all, denominators[l][j], first),
                        base.exponents(denominators[l][j]));
                first += all.length;
            }
        }
    }

    private Numerators smallNumerators(BigFraction[] all, BigInteger denominator, int first) {
        int size = remembers ? all.length / 2 : all.length;
        if (shorts == null) {
            return new LimbNumerators(firstOutgoing(), size, numerators(all, denominator));
        }
        long[] numbers = new long[all.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = shorts.numerator(first + k);
        }
        return new LongNumerators(firstOutgoing(), size, numbers);
    }

    private Numerators bigNumerators(BigFraction[] all, BigInteger denominator, int first) {
        if (shorts == null) {
            return new BigNumerators(numerators(all, denominator));
        }
        BigInteger[] numbers = new BigInteger[all.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = BigInteger.valueOf(shorts.numerator(first + k));
        }
        return new BigNumerators(numbers);
    }

    private static BigInteger[] numerators(BigFraction[] entries, BigInteger denominator) {
        BigInteger[] numerators = new BigInteger[entries.length];
        for (int k = 0; k < numerators.length; k++) {
            numerators[k] = Integers.numerator(entries[k], denominator);
        }
        return numerators;
    }

    /** The parameters of a row and their velocities. */
    private BigFraction[] entries(int l, int j) {
        int size = inputs[l] + (biased[l] ? 1 : 0) + outgoing(l);
        BigFraction[] entries = new BigFraction[remembers ? 2 * size : size];
        fill(entries, 0, start, l, j);
        if (remembers && velocity.isPresent()) {
            fill(entries, size, velocity.get(), l, j);
            for (int k = size; k < entries.length; k++) {
                entries[k] = entries[k].multiply(velocityScale);
            }
        } else {
            Arrays.fill(entries, size, entries.length, BigFraction.ZERO);
        }
        return entries;
    }

    private void fill(BigFraction[] entries, int from, Network network, int l, int j) {
        Layer layer = network.layers().get(l);
        int next = from;
        List<BigFraction> weights = layer.weights().row(j).entries();
        for (int k = 0; k < inputs[l]; k++) {
            entries[next++] = weights.get(k);
        }
        if (biased[l]) {
            entries[next++] = layer.bias().get().get(j);
        }
        for (int o = 0; o < outgoing(l); o++) {
            entries[next++] = network.layers().get(l + 1).weights().get(o, j);
        }
    }

    Row row(int l, int j) {
        return rows[l][j];
    }

    int depth() {
        return rows.length;
    }

    int units(int l) {
        return rows[l].length;
    }

    boolean hasBias(int l) {
        return biased[l];
    }

    /** How many incoming weights the rows of a layer have. */
    int inputs(int l) {
        return inputs[l];
    }

    private int outgoing(int l) {
        return l == rows.length - 2 ? start.outputs() : 0;
    }

    /** Where the outgoing weights begin in the rows of the last hidden layer. */
    int firstOutgoing() {
        return inputs[rows.length - 2] + (biased[rows.length - 2] ? 1 : 0);
    }

    /** The network with these parameters in lowest terms; units that never moved are what they were at the start. */
    Network network() {
        LowestTerms lowest = new LowestTerms(base);
        BigFraction[][][] fractions = new BigFraction[rows.length][][];
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < rows.length; l++) {
            fractions[l] = fractions(l, lowest);
            layers.add(layer(l, fractions));
        }
        return new Network(layers);
    }

    private BigFraction[][] fractions(int l, LowestTerms lowest) {
        BigFraction[][] fractions = new BigFraction[rows[l].length][];
        for (int j = 0; j < fractions.length; j++) {
            if (rows[l][j].hasMoved()) {
                fractions[j] = new BigFraction[rows[l][j].size()];
                for (int k = 0; k < fractions[j].length; k++) {
                    fractions[j][k] = rows[l][j].fraction(k, lowest);
                }
            }
        }
        return fractions;
    }

    private Layer layer(int l, BigFraction[][][] fractions) {
        Layer old = start.layers().get(l);
        Optional<Vector> bias = old.bias();
        if (bias.isPresent()) {
            BigFraction[] biases = new BigFraction[old.units()];
            for (int j = 0; j < biases.length; j++) {
                biases[j] = fractions[l][j] == null ? bias.get().get(j) : fractions[l][j][inputs[l]];
            }
            bias = Optional.of(Vector.of(biases));
        }
        List<Vector> weights = new ArrayList<>();
        for (int j = 0; j < old.units(); j++) {
            weights.add(inputs[l] == 0 ? outgoing(j, old, fractions[l - 1]) : fractions[l][j] == null ? old.weights().row(j)
                    : Vector.of(Arrays.copyOf(fractions[l][j], inputs[l])));
        }
        return new Layer(new Matrix(weights), bias, old.activation());
    }

    private Vector outgoing(int o, Layer old, BigFraction[][] hidden) {
        BigFraction[] weights = new BigFraction[hidden.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = hidden[j] == null ? old.weights().get(o, j) : hidden[j][firstOutgoing() + o];
        }
        return Vector.of(weights);
    }

    /** At least the bits of every parameter and velocity in lowest terms. */
    int bitsAtMost() {
        long most = 1;
        for (Row[] layer : rows) {
            for (Row row : layer) {
                most = Math.max(most, Math.max(row.numerators().bits(), base.bitsAtMost(row.denominator())));
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, remembers ? most + ExactNumber.bits(velocityScale) : most);
    }

    /** The bits of the longest parameter or velocity in lowest terms. */
    int bits() {
        int bits = network().parameters().stream().mapToInt(ExactNumber::bits).max().orElse(0);
        LowestTerms lowest = new LowestTerms(base);
        for (Row[] layer : rows) {
            for (Row row : layer) {
                for (int k = row.size(); k < 2 * row.size() && remembers; k++) {
                    bits = Math.max(bits, ExactNumber.bits(row.fraction(k, lowest).divide(velocityScale)));
                }
            }
        }
        return bits;
    }
}
