package org.stillpoint.attack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Vectors;
import org.stillpoint.kink.AtKinks;
import org.stillpoint.kink.ParameterAtKinks;

/** What the claims about one-sided derivatives and kinks conclude. */
final class KinkConclusions {

    static final List<Attack> ALL = List.of(
            new Attack("KINK-3", "a733c670", KinkConclusions::theLossIsDifferentiableJustWhereErrorsCancel));

    private KinkConclusions() {
    }

    /**
     * Of one hidden layer, which the sentence speaks of, on the batch of the first step, where activations and loss are those of
     * the library; of others no derivative is known.
     */
    private static boolean theLossIsDifferentiableJustWhereErrorsCancel(Situation s) {
        if (s.depth() != 2 || s.steps() == 0 || !InTheLibrary.knows(s) || !(s.training().loss() instanceof Loss loss)) {
            return true;
        }
        BigFraction[][] x = s.training().inputs()[0];
        BigFraction[][] y = s.training().targets()[0];
        Network network = InTheLibrary.network(s, s.parameters());
        DataSet data = InTheLibrary.data(x, y);
        AtKinks found = AtKinks.of(network, data, loss.rational(), KinkDerivatives.all(s.training().kappa()));
        boolean cancel = IntStream.range(0, s.depth() - 1).allMatch(l -> IntStream.range(0, s.units(l))
                .allMatch(j -> IntStream.range(0, x.length).allMatch(i -> errorsCancel(s, l, j, x[i], y))));
        return found.differentiability().answer().map(answer -> answer == cancel).orElse(true)
                && (!cancel || found.parameters().stream().allMatch(p -> p.is() == ParameterAtKinks.Is.DERIVATIVE));
    }

    private static boolean errorsCancel(Situation s, int l, int j, BigFraction[] at, BigFraction[][] y) {
        if (preactivation(s, at)[l][j].signum() != 0) {
            return true;
        }
        BigFraction[][] x = s.training().inputs()[0];
        return IntStream.range(0, x.length).filter(i -> Arrays.equals(x[i], at)).mapToObj(i -> error(s, l, j, x[i], y[i]))
                .reduce(BigFraction.ZERO, BigFraction::add).signum() == 0;
    }

    private static BigFraction[][] preactivation(Situation s, BigFraction[] x) {
        return Backpropagation.preactivations(s.parameters(), s.sigma(), x);
    }

    private static BigFraction error(Situation s, int l, int j, BigFraction[] x, BigFraction[] y) {
        BigFraction[][] errors = Backpropagation.deltas(s.parameters(), s.sigma(), s.training().kappa(), preactivation(s, x),
                s.g(s.parameters(), x, y));
        return Vectors.dot(Parts.column(s.parameters().weights[l + 1], j), errors[l + 1]);
    }
}
