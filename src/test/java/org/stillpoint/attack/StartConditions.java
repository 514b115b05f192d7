package org.stillpoint.attack;

import java.util.Map;
import java.util.function.Predicate;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.claims.Condition;
import org.stillpoint.kernel.Parameters;

/** Conditions on where training starts: on parameters and velocities. */
final class StartConditions {

    private static final Predicate<Situation> HIDDEN = s -> s.depth() >= 2;
    private static final Predicate<Situation> TWO_UNITS = HIDDEN.and(s -> s.choice().first() != s.choice().second());

    static final Map<Condition, Imposition> ALL = Map.ofEntries(
            Map.entry(Condition.WEIGHTS_ZERO,
                    Imposition.onStart((s, p) -> Parts.withWeights(p, (l, j, k, weight) -> BigFraction.ZERO))),
            Map.entry(Condition.FIRST_LAYER_WEIGHTS_ZERO, Imposition.onStart((s, p) -> zeroWeightsOf(p, 0))),
            Map.entry(Condition.LAST_LAYER_WEIGHTS_ZERO, Imposition.onStart((s, p) -> zeroWeightsOf(p, s.depth() - 1))),
            Map.entry(Condition.HIDDEN_BIASES_ZERO, Imposition.onStart((s, p) ->
                    Parts.withBiases(p, (l, j, bias) -> l < s.depth() - 1 ? BigFraction.ZERO : bias))),
            Map.entry(Condition.HIDDEN_BIASES_EQUAL, Imposition.onStart((s, p) ->
                    Parts.withBiases(p, (l, j, bias) -> l < s.depth() - 1 ? p.biases[l][0] : bias))),
            Map.entry(Condition.OUTPUT_BIAS_ZERO, Imposition.onStart((s, p) ->
                    Parts.withBiases(p, (l, j, bias) -> l == s.depth() - 1 ? BigFraction.ZERO : bias))),
            Map.entry(Condition.EQUAL_UNITS, Imposition.onStart(StartConditions::firstInPlaceOfSecond).where(TWO_UNITS)),
            Map.entry(Condition.ALL_UNITS_EQUAL, Imposition.onStart((s, p) -> Parts.withUnits(p, s.choice().layer(), j -> 0))
                    .where(HIDDEN)),
            Map.entry(Condition.VELOCITY_ZERO, Imposition.onVelocity((s, v) -> zero(v))),
            Map.entry(Condition.VELOCITY_ZERO_BELOW_OUTPUT_BIAS, Imposition.onVelocity((s, v) ->
                    Parts.mapped(v, (l, j, k, weight) -> BigFraction.ZERO, (l, j, bias) -> l < s.depth() - 1 ? BigFraction.ZERO
                            : bias))),
            Map.entry(Condition.EQUAL_VELOCITIES, Imposition.onVelocity(StartConditions::firstInPlaceOfSecond).where(TWO_UNITS)),
            Map.entry(Condition.VELOCITY_OF_UNIT_ZERO, Imposition.onVelocity((s, v) -> Parts.mapped(v,
                    (l, j, k, weight) -> isChosen(s, l, j) ? BigFraction.ZERO : weight, (l, j, bias) -> isChosen(s, l, j)
                    ? BigFraction.ZERO : bias))),
            Map.entry(Condition.VELOCITY_OF_FEATURE_ZERO, Imposition.onVelocity((s, v) ->
                    Parts.withWeights(v, (l, j, k, weight) -> l == 0 && k == s.choice().feature() ? BigFraction.ZERO : weight))),
            Map.entry(Condition.VELOCITY_ORTHOGONAL, Imposition.of(
                    s -> s.withVelocity(Parts.withWeights(s.training().velocity(), (l, j, k, weight) ->
                            l == 0 ? Orthogonal.to(s.vector(), s.training().velocity().weights[0][j])[k] : weight)),
                    s -> Orthogonal.areAll(s.vector(), s.training().velocity().weights[0]))),
            Map.entry(Condition.VELOCITY_EXCHANGED, Imposition.of(s -> s.withOtherVelocity(exchangedVelocity(s)),
                    s -> Parts.same(s.otherVelocity(), exchangedVelocity(s)))),
            Map.entry(Condition.NO_MOMENTUM_OR_VELOCITY_ZERO, new Imposition(
                    (s, draws) -> draws.number().signum() > 0 ? s.withMomentum(BigFraction.ZERO)
                    : s.withVelocity(zero(s.training().velocity())),
                    s -> s.training().momentum().signum() == 0
                    || Parts.same(s.training().velocity(), zero(s.training().velocity())))));

    private StartConditions() {
    }

    private static Parameters zeroWeightsOf(Parameters p, int layer) {
        return Parts.withWeights(p, (l, j, k, weight) -> l == layer ? BigFraction.ZERO : weight);
    }

    private static Parameters zero(Parameters p) {
        return Parts.mapped(p, (l, j, k, weight) -> BigFraction.ZERO, (l, j, bias) -> BigFraction.ZERO);
    }

    private static Parameters firstInPlaceOfSecond(Situation s, Parameters p) {
        return Parts.withUnits(p, s.choice().layer(), j -> j == s.choice().second() ? s.choice().first() : j);
    }

    private static boolean isChosen(Situation s, int layer, int unit) {
        return layer == s.choice().layer() && unit == s.choice().first();
    }

    private static Parameters exchangedVelocity(Situation s) {
        return Parts.exchanged(s.training().velocity(), s.choice().layer(), s.choice().exchanges());
    }
}
