package org.stillpoint.arbitraries;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.kernel.LossDerivative;

/** Settings of gradient descent, and derivatives of losses. */
public final class TrainingSettings {

    private TrainingSettings() {
    }

    /** Any loss, rate, momentum, decay and kappa; up to four steps, batches of up to four samples. */
    public static Arbitrary<Settings> any() {
        Arbitrary<BigFraction> number = Rationals.any();
        return Combinators.combine(Arbitraries.<Loss>of(RationalLoss.values()), number, Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(1, 4), number, number, number).as(Settings::new);
    }

    /** The derivative of the settings' loss one time in three, else one of which nothing is known. */
    static Arbitrary<LossDerivative> derivative(Settings settings) {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(settings.loss().rational())),
                Tuple.of(2, ArbitraryLoss.any()));
    }
}
