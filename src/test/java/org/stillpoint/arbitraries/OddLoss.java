package org.stillpoint.arbitraries;

import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Loss;
import org.stillpoint.kernel.LossDerivative;

/** The part of a loss derivative that changes sign with output and target together: {@code h(f, y) - h(-f, -y)}. */
public record OddLoss(LossDerivative any) implements LossDerivative {

    /** A loss of the library as it is, as its derivatives at output 0 are opposite for opposite targets; else the odd part. */
    public static LossDerivative of(LossDerivative any) {
        return any instanceof Loss ? any : new OddLoss(any);
    }

    @Override
    public BigFraction[] at(BigFraction[] output, BigFraction[] target) {
        BigFraction[] here = any.at(output, target);
        BigFraction[] opposite = any.at(opposite(output), opposite(target));
        BigFraction[] g = new BigFraction[output.length];
        Arrays.setAll(g, i -> here[i].subtract(opposite[i]));
        return g;
    }

    private static BigFraction[] opposite(BigFraction[] vector) {
        return Arrays.stream(vector).map(BigFraction::negate).toArray(BigFraction[]::new);
    }
}
