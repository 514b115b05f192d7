package org.stillpoint.engine.fast;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/** A piecewise linear activation on scalars over a common base. */
final class RowActivation {

    private final Row[] kinks;
    private final Row[] slopes;
    private final Row[] intercepts;
    private final Row atKinks;

    /** @param atKinks the derivative at every kink */
    RowActivation(PiecewiseLinear sigma, BigFraction atKinks, CoprimeBase base) {
        this.kinks = new Row[sigma.kinks().size()];
        for (int i = 0; i < kinks.length; i++) {
            kinks[i] = Row.of(base, sigma.kinks().get(i));
        }
        this.slopes = new Row[sigma.pieces().size()];
        this.intercepts = new Row[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = Row.of(base, sigma.pieces().get(i).slope());
            intercepts[i] = Row.of(base, sigma.pieces().get(i).intercept());
        }
        this.atKinks = Row.of(base, atKinks);
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
