package org.stillpoint.attack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.KernelTraining;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.State;
import org.stillpoint.kernel.Vectors;
import org.stillpoint.kernel.theorem.OneUnit;

/** What the claims about equal and exchanged units conclude. */
final class SymmetryConclusions {

    static final List<Attack> ALL = List.of(
            new Attack("SYM-1", "185a5b32", SymmetryConclusions::gradientsAreEqual),
            new Attack("SYM-2", "4ba8e0a9", SymmetryConclusions::unitsStayEqual),
            new Attack("SYM-3", "daf0fd86", SymmetryConclusions::trainingCommutesWithExchanges),
            new Attack("SYM-4", "1b85c7d5", SymmetryConclusions::exchangesKeepTheOutput),
            new Attack("SYM-5", "37a8fd51", SymmetryConclusions::neverMoreDistinctUnits),
            new Attack("SYM-8", "242a0d7d", SymmetryConclusions::oneUnitTrainsAsEqualUnitsDo),
            new Attack("SYM-9", "c9264f37", SymmetryConclusions::positiveInputsAreAHalfspace),
            new Attack("SYM-11", "25925352", SymmetryConclusions::unitsStayEqual));

    private SymmetryConclusions() {
    }

    private static boolean isHidden(Situation s) {
        return s.depth() >= 2;
    }

    private static boolean gradientsAreEqual(Situation s) {
        return !isHidden(s) || IntStream.range(0, s.allInputs().length)
                .allMatch(i -> areTwins(s, s.gradient(s.parameters(), s.allInputs()[i], s.allTargets()[i])));
    }

    private static boolean unitsStayEqual(Situation s) {
        return !isHidden(s) || areTwins(s, s.trained().parameters);
    }

    private static boolean areTwins(Situation s, Parameters p) {
        return Parts.twins(p, s.choice().layer(), s.choice().first(), s.choice().second());
    }

    private static Parameters exchanged(Situation s, Parameters p) {
        return Parts.exchanged(p, s.choice().layer(), s.choice().exchanges());
    }

    private static boolean trainingCommutesWithExchanges(Situation s) {
        return !isHidden(s) || Parts.same(exchanged(s, s.trained().parameters),
                s.trainedFrom(new State(exchanged(s, s.parameters()), s.otherVelocity()), s.steps()).parameters);
    }

    private static boolean exchangesKeepTheOutput(Situation s) {
        return !isHidden(s) || Stream.of(s.allInputs(), s.unseen()).flatMap(Stream::of)
                .allMatch(x -> Arrays.equals(s.output(exchanged(s, s.parameters()), x), s.output(s.parameters(), x)));
    }

    private static boolean neverMoreDistinctUnits(Situation s) {
        return IntStream.rangeClosed(1, s.steps()).allMatch(t -> IntStream.range(0, s.depth() - 1)
                .allMatch(l -> distinct(s.trained(t).parameters, l) <= distinct(s.parameters(), l)));
    }

    private static long distinct(Parameters p, int layer) {
        return IntStream.range(0, p.weights[layer].length)
                .filter(j -> IntStream.range(0, j).noneMatch(i -> Parts.twins(p, layer, i, j))).count();
    }

    /** The first unit of the layer, with its outgoing weights times the number of units, in place of all of them. */
    private static boolean oneUnitTrainsAsEqualUnitsDo(Situation s) {
        if (!isHidden(s)) {
            return true;
        }
        int layer = s.choice().layer();
        int units = s.units(layer);
        KernelTraining t = s.training();
        Parameters one = OneUnit.trainsAsEqualUnitsDo(t.start(), collapsed(s.parameters(), layer), t.rule(), t.schedule(),
                rates(s, layer, units), biasRates(s, layer, units), layer, units);
        return Parts.same(one, collapsed(s.trained().parameters, layer));
    }

    /**
     * Of the inputs that are looked at, along the incoming weights of the first unit: those with positive outputs are the first
     * or the last ones.
     */
    private static boolean positiveInputsAreAHalfspace(Situation s) {
        return IntStream.rangeClosed(0, s.steps()).mapToObj(t -> s.trained(t).parameters).allMatch(p -> {
            List<Boolean> positive = Stream.of(s.allInputs(), s.unseen()).flatMap(Stream::of)
                    .sorted(Comparator.comparing(x -> Vectors.dot(p.weights[0][0], x)))
                    .map(x -> Stream.of(s.output(p, x)).allMatch(f -> f.signum() > 0)).toList();
            return IntStream.range(1, positive.size()).filter(i -> !positive.get(i).equals(positive.get(i - 1))).count() <= 1;
        });
    }

    private static Parameters collapsed(Parameters p, int layer) {
        BigFraction[][][] weights = p.weights.clone();
        BigFraction[][] biases = p.biases.clone();
        BigFraction units = new BigFraction(p.weights[layer].length);
        weights[layer] = new BigFraction[][] {p.weights[layer][0]};
        biases[layer] = Arrays.copyOf(p.biases[layer], Math.min(1, p.biases[layer].length));
        weights[layer + 1] = Stream.of(p.weights[layer + 1]).map(row -> new BigFraction[] {row[0].multiply(units)})
                .toArray(BigFraction[][]::new);
        return new Parameters(weights, biases);
    }

    private static BigFraction[][] rates(Situation s, int layer, int units) {
        return Stream.of(s.training().rates()).map(rate -> IntStream.range(0, s.depth())
                .mapToObj(k -> k == layer ? rate.divide(units) : k == layer + 1 ? rate.multiply(units) : rate)
                .toArray(BigFraction[]::new)).toArray(BigFraction[][]::new);
    }

    private static BigFraction[][] biasRates(Situation s, int layer, int units) {
        return Stream.of(s.training().rates()).map(rate -> IntStream.range(0, s.depth())
                .mapToObj(k -> k == layer ? rate.divide(units) : rate).toArray(BigFraction[]::new)).toArray(BigFraction[][]::new);
    }
}
