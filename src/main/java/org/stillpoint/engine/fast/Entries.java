package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.Integers;
import org.stillpoint.engine.fast.fraction.ShortFractions;

/** The fractions of a network, and of its velocities if there are any, on their way into rows of integers. */
final class Entries {

    private final Layout layout;
    private final BigFraction[][][] entries;
    private ShortFractions shorts;

    /**
     * @param remembers whether there are velocities
     * @param velocity with which the training starts, in the shape of the network; empty if it is 0
     * @param velocityScale what velocities are kept times, not 0
     */
    Entries(Layout layout, Network start, boolean remembers, Optional<Network> velocity, BigFraction velocityScale) {
        this.layout = layout;
        this.entries = new BigFraction[layout.depth()][][];
        for (int l = 0; l < entries.length; l++) {
            int size = layout.size(l);
            entries[l] = new BigFraction[layout.units(l)][remembers ? 2 * size : size];
            for (int j = 0; j < entries[l].length; j++) {
                BigFraction[] row = entries[l][j];
                fill(row, 0, start, l, j);
                if (remembers && velocity.isPresent()) {
                    fill(row, size, velocity.get(), l, j);
                    for (int k = size; k < row.length; k++) {
                        row[k] = row[k].multiply(velocityScale);
                    }
                } else {
                    Arrays.fill(row, size, row.length, BigFraction.ZERO);
                }
            }
        }
    }

    private void fill(BigFraction[] row, int from, Network network, int l, int j) {
        Layer layer = network.layers().get(l);
        int next = from;
        List<BigFraction> weights = layer.weights().row(j).entries();
        for (int k = 0; k < layout.inputs(l); k++) {
            row[next++] = weights.get(k);
        }
        if (layout.hasBias(l)) {
            row[next++] = layer.bias().get().get(j);
        }
        for (int o = 0; o < layout.outgoing(l); o++) {
            row[next++] = network.layers().get(l + 1).weights().get(o, j);
        }
    }

    /**
     * A denominator for each row: one for all if it is short, but with several hidden layers, where it would be multiplied by
     * itself step by step, the least one of each row.
     */
    BigInteger[][] denominators() {
        shorts = layout.depth() > 2 ? null : shorts();
        BigInteger common = shorts == null ? null : BigInteger.valueOf(shorts.denominator());
        BigInteger[][] denominators = new BigInteger[layout.depth()][];
        for (int l = 0; l < layout.depth(); l++) {
            denominators[l] = new BigInteger[layout.units(l)];
            for (int j = 0; j < layout.units(l); j++) {
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
            for (int j = 0; j < layer.length && all.fit(); j++) {
                for (BigFraction entry : layer[j]) {
                    all.add(entry);
                }
            }
        }
        return all.fit() ? all : null;
    }

    /**
     * The rows.
     *
     * @param base of all these denominators
     * @param hidden which steps the hidden layer takes if it is the only one
     */
    Row[][] rows(CoprimeBase base, BigInteger[][] denominators, Numerators.Kind hidden) {
        Row[][] rows = new Row[layout.depth()][];
        int first = 0;
        for (int l = 0; l < rows.length; l++) {
            rows[l] = new Row[layout.units(l)];
            for (int j = 0; j < rows[l].length; j++) {
                BigFraction[] all = entries[l][j];
                Numerators.Kind kind = l == 0 ? hidden : Numerators.Kind.BIG;
                rows[l][j] = new Row(layout.size(l), layout.hasBias(l) ? layout.inputs(l) : -1,
                        numerators(kind, all, denominators[l][j], first), base.exponents(denominators[l][j]));
                first += all.length;
            }
        }
        return rows;
    }

    /** @param first how many entries there are before these */
    private Numerators numerators(Numerators.Kind kind, BigFraction[] all, BigInteger denominator, int first) {
        return switch (kind) {
            case SMALL -> smallNumerators(all, denominator, first);
            case WIDE -> new WideNumerators(layout.firstOutgoing(0), layout.size(0), numerators(all, denominator, first));
            case BIG -> new BigNumerators(numerators(all, denominator, first));
        };
    }

    private Numerators smallNumerators(BigFraction[] all, BigInteger denominator, int first) {
        if (shorts == null) {
            return new LimbNumerators(layout.firstOutgoing(0), layout.size(0), numerators(all, denominator, first));
        }
        long[] numbers = new long[all.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = shorts.numerator(first + k);
        }
        return new LongNumerators(layout.firstOutgoing(0), layout.size(0), numbers);
    }

    private BigInteger[] numerators(BigFraction[] all, BigInteger denominator, int first) {
        BigInteger[] numerators = new BigInteger[all.length];
        for (int k = 0; k < numerators.length; k++) {
            numerators[k] = shorts == null ? Integers.numerator(all[k], denominator)
                    : BigInteger.valueOf(shorts.numerator(first + k));
        }
        return numerators;
    }
}
