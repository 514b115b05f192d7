package org.stillpoint.engine.fast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.LeakyRelu;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.RationalActivation;

/**
 * A continuous activation made of lines: on piece i, between kink i - 1 and kink i, it is {@code slope z + intercept}.
 *
 * @param kinks in ascending order, one fewer than pieces
 */
record PiecewiseLinear(List<BigFraction> kinks, List<Piece> pieces) {

    private static final PiecewiseLinear LINE = new PiecewiseLinear(List.of(), List.of(piece(1, 0)));

    private static final Map<Activation, PiecewiseLinear> KNOWN = Map.of(
            Activation.IDENTITY, LINE,
            Activation.RELU, bentAtZero(BigFraction.ZERO),
            Activation.ABS, bentAtZero(BigFraction.MINUS_ONE),
            Activation.HARD_TANH, new PiecewiseLinear(List.of(BigFraction.MINUS_ONE, BigFraction.ONE),
                    List.of(piece(0, -1), piece(1, 0), piece(0, 1))));

    /** {@code slope z + intercept}. */
    record Piece(BigFraction slope, BigFraction intercept) {

        BigFraction at(BigFraction z) {
            return z.signum() == 0 ? intercept : slope.multiply(z).add(intercept);
        }
    }

    /** Empty if the activation is not known to be piecewise linear. */
    static Optional<PiecewiseLinear> of(Activation activation) {
        return activation instanceof RationalActivation rational && rational.kernel() instanceof LeakyRelu leaky
                ? Optional.of(bentAtZero(leaky.slope())) : Optional.ofNullable(KNOWN.get(activation));
    }

    /** z above 0, and below 0 a line of this slope. */
    private static PiecewiseLinear bentAtZero(BigFraction slopeBelow) {
        if (slopeBelow.equals(BigFraction.ONE)) {
            return LINE;
        }
        return new PiecewiseLinear(List.of(BigFraction.ZERO), List.of(new Piece(slopeBelow, BigFraction.ZERO), piece(1, 0)));
    }

    private static Piece piece(int slope, int intercept) {
        return new Piece(new BigFraction(slope), new BigFraction(intercept));
    }
}
