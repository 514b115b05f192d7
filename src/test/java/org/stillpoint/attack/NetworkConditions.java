package org.stillpoint.attack;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.Situations;
import org.stillpoint.claims.Condition;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.kernel.ActivationFunction;

/** Conditions on the layers of a network and their activations. */
final class NetworkConditions {

    private static final List<ActivationFunction> MONOTONE = kernels(Activation.IDENTITY, Activation.RELU, Activation.LEAKY_RELU,
            Activation.HARD_TANH, Activation.SOFTSIGN, Activation.RATIONAL_SIGMOID);
    private static final List<ActivationFunction> HOMOGENEOUS =
            kernels(Activation.RELU, Activation.LEAKY_RELU, Activation.ABS, Activation.IDENTITY);

    static final Map<Condition, Imposition> ALL = Map.ofEntries(
            Map.entry(Condition.AT_LEAST_ONE_HIDDEN_LAYER, Imposition.drawn(s -> s.depth() >= 2)),
            Map.entry(Condition.ONE_HIDDEN_LAYER, Imposition.drawn(s -> s.depth() == 2)),
            Map.entry(Condition.ONE_LAYER, Imposition.drawn(s -> s.depth() == 1)),
            Map.entry(Condition.ONE_OUTPUT, Imposition.drawn(s -> s.outputs() == 1)),
            Map.entry(Condition.NO_BIASES,
                    Imposition.drawn(s -> Stream.of(s.parameters().biases).allMatch(bias -> bias.length == 0))),
            Map.entry(Condition.NO_OUTPUT_BIAS, Imposition.drawn(s -> s.parameters().biases[s.depth() - 1].length == 0)),
            Map.entry(Condition.HIDDEN_BIASES_TRAINED, Imposition.drawn(s -> IntStream.range(0, s.depth() - 1)
                    .allMatch(l -> s.parameters().biases[l].length > 0))),
            Map.entry(Condition.HIDDEN_ACTIVATIONS_ZERO_AT_ZERO, hidden(NetworkConditions::zeroAtZero,
                    RationalActivation.all().stream().map(RationalActivation::kernel)
                            .filter(NetworkConditions::zeroAtZero).toList())),
            Map.entry(Condition.HIDDEN_ACTIVATIONS_NOT_ZERO_AT_ZERO,
                    hidden(sigma -> !zeroAtZero(sigma), kernels(Activation.RATIONAL_SIGMOID))),
            Map.entry(Condition.HIDDEN_ACTIVATIONS_RELU, hidden(Activation.RELU)),
            Map.entry(Condition.HIDDEN_ACTIVATIONS_LINEAR, hidden(Activation.IDENTITY)),
            Map.entry(Condition.HIDDEN_ACTIVATIONS_MONOTONE, hidden(MONOTONE::contains, MONOTONE)),
            Map.entry(Condition.HIDDEN_ACTIVATIONS_HOMOGENEOUS, hidden(HOMOGENEOUS::contains, HOMOGENEOUS)),
            Map.entry(Condition.UNIT_ACTIVATION_HOMOGENEOUS, ofTheUnit(HOMOGENEOUS)),
            Map.entry(Condition.UNIT_ACTIVATION_RELU, ofTheUnit(kernels(Activation.RELU))),
            Map.entry(Condition.KAPPA_ZERO,
                    Imposition.of(s -> s.withKappa(BigFraction.ZERO), s -> s.training().kappa().signum() == 0)));

    private NetworkConditions() {
    }

    private static List<ActivationFunction> kernels(RationalActivation... activations) {
        return Stream.of(activations).map(RationalActivation::kernel).toList();
    }

    private static boolean zeroAtZero(ActivationFunction sigma) {
        return sigma.value(BigFraction.ZERO).signum() == 0;
    }

    private static Imposition hidden(RationalActivation activation) {
        return hidden(sigma -> sigma == activation.kernel(), kernels(activation));
    }

    private static Imposition hidden(Predicate<ActivationFunction> fits, List<ActivationFunction> examples) {
        return new Imposition((s, draws) -> s.withSigma(replaced(s, draws, l -> !fits.test(s.sigma()[l]), examples)),
                s -> Stream.of(s.sigma()).allMatch(fits));
    }

    private static Imposition ofTheUnit(List<ActivationFunction> examples) {
        return new Imposition((s, draws) ->
                s.withSigma(replaced(s, draws, l -> l == s.choice().layer() && !examples.contains(s.sigma()[l]), examples)),
                s -> s.depth() >= 2 && examples.contains(s.sigma()[s.choice().layer()]));
    }

    private static ActivationFunction[] replaced(Situation s, Situations draws, IntPredicate where,
                                                 List<ActivationFunction> examples) {
        return IntStream.range(0, s.sigma().length).mapToObj(l -> where.test(l) ? draws.oneOf(examples) : s.sigma()[l])
                .toArray(ActivationFunction[]::new);
    }
}
