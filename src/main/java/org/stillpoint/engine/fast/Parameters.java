package org.stillpoint.engine.fast;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** All parameters of a network as a {@link Row} for each unit, as {@link Layout} says. */
final class Parameters {

    private final Layout layout;
    private final Row[][] rows;
    private final CoprimeBase base;
    private final boolean remembers;
    private final BigFraction velocityScale;

    /**
     * @param remembers whether there are velocities
     * @param velocityScale what velocities are kept times, not 0
     */
    Parameters(Layout layout, Row[][] rows, CoprimeBase base, boolean remembers, BigFraction velocityScale) {
        this.layout = layout;
        this.rows = rows;
        this.base = base;
        this.remembers = remembers;
        this.velocityScale = velocityScale;
    }

    Layout layout() {
        return layout;
    }

    Row row(int l, int j) {
        return rows[l][j];
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
        LowestTerms lowest = new LowestTerms(base);
        int bits = 0;
        for (Row[] layer : rows) {
            for (Row row : layer) {
                for (int k = 0; k < row.size(); k++) {
                    bits = Math.max(bits, ExactNumber.bits(row.fraction(k, lowest)));
                    if (remembers) {
                        BigFraction velocity = row.fraction(row.size() + k, lowest).divide(velocityScale);
                        bits = Math.max(bits, ExactNumber.bits(velocity));
                    }
                }
            }
        }
        return bits;
    }
}
