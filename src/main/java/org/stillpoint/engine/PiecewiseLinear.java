package org.stillpoint.engine;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;

/**
 * A continuous activation made of lines: on piece i, between kink i - 1 and kink i, it is {@code slope z + intercept}. At a kink its
 * derivative is kappa.
 *
 * @param kinks in ascending order, one fewer than pieces
 */
record PiecewiseLinear(List<BigFraction> kinks, List<Piece> pieces) {

    private static final Map<Activation, PiecewiseLinear> KNOWN = Map.of(
            Activation.IDENTITY, new PiecewiseLinear(List.of(), List.of(piece(1, 0))),
            Activation.RELU, new PiecewiseLinear(List.of(BigFraction.ZERO), List.of(piece(0, 0), piece(1, 0))));

    /** {@code slope z + intercept}. */
    record Piece(BigFraction slope, BigFraction intercept) {
    }

    /** Empty if the activation is not known to be piecewise linear. */
    static Optional<PiecewiseLinear> of(Activation activation) {
        return Optional.ofNullable(KNOWN.get(activation));
    }

    /** Whether it is a line through 0 on either side of 0, and nothing else. */
    boolean isHomogeneous() {
        return kinks.stream().allMatch(kink -> kink.signum() == 0)
                && pieces.stream().allMatch(piece -> piece.intercept().signum() == 0);
    }

    /** The denominators of all its numbers. */
    List<BigInteger> denominators() {
        return Stream.concat(kinks.stream(), pieces.stream().flatMap(piece -> Stream.of(piece.slope(), piece.intercept())))
                .map(BigFraction::getDenominator).toList();
    }

    private static Piece piece(int slope, int intercept) {
        return new Piece(new BigFraction(slope), new BigFraction(intercept));
    }
}
