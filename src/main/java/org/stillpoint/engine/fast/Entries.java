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
    private final Network start;
    private final boolean remembers;
    private final Optional<Network> velocity;
    private final BigFraction velocityScale;
    private ShortFractions shorts;

    /**
     * @param remembers whether there are velocities
     * @param velocity with which the training starts, in the shape of the network; empty if it is 0
     * @param velocityScale what velocities are kept times, not 0
     */
    Entries(Layout layout, Network start, boolean remembers, Optional<Network> velocity, BigFraction velocityScale) {
        this.layout = layout;
        this.start = start;
        this.remembers = remembers;
        this.velocity = velocity;
        this.velocityScale = velocityScale;
    }

    private int length(int l) {
        return remembers ? 2 * layout.size(l) : layout.size(l);
    }

    /** Fills a row with the parameters of a unit, and its velocities if there are any. */
    private void fill(BigFraction[] row, int l, int j) {
        int size = layout.size(l);
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
        for (int l = 0; l < denominators.length; l++) {
            denominators[l] = new BigInteger[layout.units(l)];
            for (int j = 0; j < denominators[l].length; j++) {
                denominators[l][j] = common != null ? common : Integers.lcm(BigInteger.ONE, Arrays.asList(row(l, j)));
            }
        }
        return denominators;
    }

    private BigFraction[] row(int l, int j) {
        BigFraction[] row = new BigFraction[length(l)];
        fill(row, l, j);
        return row;
    }

    /** All entries, if they are short over one denominator; else null. */
    private ShortFractions shorts() {
        int count = 0;
        for (int l = 0; l < layout.depth(); l++) {
            count += layout.units(l) * length(l);
        }
        ShortFractions all = new ShortFractions(count);
        for (int l = 0; l < layout.depth(); l++) {
            BigFraction[] row = new BigFraction[length(l)];
            for (int j = 0; j < layout.units(l) && all.fit(); j++) {
                fill(row, l, j);
                for (BigFraction entry : row) {
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
        int[] common = shorts == null ? null : base.exponents(denominators[0][0]);
        Row[][] rows = new Row[layout.depth()][];
        int first = 0;
        for (int l = 0; l < rows.length; l++) {
            Numerators.Kind kind = l == 0 ? hidden : Numerators.Kind.BIG;
            rows[l] = new Row[layout.units(l)];
            for (int j = 0; j < rows[l].length; j++) {
                Numerators numerators = shorts != null && kind == Numerators.Kind.SMALL
                        ? new LongNumerators(layout.firstOutgoing(0), layout.size(0), shorts.numerators(first, first + length(l)))
                        : numerators(row(l, j), denominators[l][j], kind);
                rows[l][j] = new Row(layout.size(l), layout.hasBias(l) ? layout.inputs(l) : -1, numerators,
                        shorts == null ? base.exponents(denominators[l][j]) : common);
                first += length(l);
            }
        }
        return rows;
    }

    private static BigInteger[] numerators(BigFraction[] entries, BigInteger denominator) {
        BigInteger[] numerators = new BigInteger[entries.length];
        for (int k = 0; k < numerators.length; k++) {
            numerators[k] = Integers.numerator(entries[k], denominator);
        }
        return numerators;
    }

    private Numerators numerators(BigFraction[] row, BigInteger denominator, Numerators.Kind kind) {
        BigInteger[] all = numerators(row, denominator);
        return switch (kind) {
            case SMALL -> new LimbNumerators(layout.firstOutgoing(0), layout.size(0), all);
            case WIDE -> new WideNumerators(layout.firstOutgoing(0), layout.size(0), all);
            case BIG -> new BigNumerators(all, row);
        };
    }
}
