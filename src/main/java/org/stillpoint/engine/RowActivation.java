package org.stillpoint.engine;

import org.hipparchus.fraction.BigFraction;

/** A piecewise linear activation on scalars over a common base. */
final class RowActivation {

    private final Row[] kinks;
    private final Row[] slopes;
    private final Row[] intercepts;
    private final Row atKinks;

    RowActivation(PiecewiseLinear sigma, BigFraction kappa, CoprimeBase base) {
        this.kinks = sigma.kinks().stream().map(kink -> Row.of(base, kink)).toArray(Row[]::new);
        this.slopes = sigma.pieces().stream().map(piece -> Row.of(base, piece.slope())).toArray(Row[]::new);
        this.intercepts = sigma.pieces().stream().map(piece -> Row.of(base, piece.intercept())).toArray(Row[]::new);
        this.atKinks = Row.of(base, sigma.atKinks().orElse(kappa));
    }

    Row value(Row z) {
        int piece = 0;
        while (piece < kinks.length && z.compareTo(kinks[piece]) > 0) {
            piece++;
        }
        return z.scaled(slopes[piece]).plus(intercepts[piece]);
    }

    Row derivative(Row z) {
        for (int piece = 0; piece < kinks.length; piece++) {
            int side = z.compareTo(kinks[piece]);
            if (side <= 0) {
                return side == 0 ? atKinks : slopes[piece];
            }
        }
        return slopes[kinks.length];
    }
}
