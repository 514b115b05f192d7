package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * A piecewise linear activation by the position of a pre-activation among its kinks: {@code 2 i} on piece i, {@code 2 i + 1} at
 * kink i.
 *
 * @param kinks in ascending order
 * @param at a line for each position
 */
record Lines(List<BigFraction> kinks, List<Line> at) {

    /** {@code slope z + intercept}, which at a kink is a constant, and the derivative that backpropagation uses. */
    record Line(BigFraction slope, BigFraction intercept, BigFraction derivative) {
    }

    /** Whether it is one line, on which nothing changes. */
    boolean isIdentity() {
        return kinks.isEmpty() && at.get(0).intercept.signum() == 0
                && at.get(0).slope.getNumerator().equals(BigInteger.ONE)
                && at.get(0).slope.getDenominator().equals(BigInteger.ONE);
    }

    /** @param atKinks the derivative at every kink */
    static Lines of(PiecewiseLinear sigma, BigFraction atKinks) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < sigma.pieces().size(); i++) {
            PiecewiseLinear.Piece piece = sigma.pieces().get(i);
            lines.add(new Line(piece.slope(), piece.intercept(), piece.slope()));
            if (i < sigma.kinks().size()) {
                lines.add(new Line(BigFraction.ZERO, piece.at(sigma.kinks().get(i)), atKinks));
            }
        }
        return new Lines(sigma.kinks(), lines);
    }
}
