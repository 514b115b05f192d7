package org.stillpoint.attack;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Kinks;
import org.stillpoint.arbitraries.OddLoss;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.Situations;
import org.stillpoint.claims.Condition;
import org.stillpoint.domain.Loss;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Vectors;

/** Conditions on data, loss, momentum and decay. */
final class TrainingConditions {

    static final Map<Condition, Imposition> ALL = Map.ofEntries(
            Map.entry(Condition.UNIT_NEGATIVE, Imposition.of(TrainingConditions::withNegativeUnit, s ->
                    s.depth() >= 2 && s.choice().layer() == 0 && Stream.of(s.allInputs())
                            .allMatch(x -> preactivation(s, x).signum() < 0))),
            Map.entry(Condition.FEATURE_ZERO, onInputs((s, x) -> with(x, s.choice().feature(), BigFraction.ZERO))),
            Map.entry(Condition.INPUTS_ORTHOGONAL, onInputs((s, x) -> Orthogonal.to(s.vector(), x))),
            Map.entry(Condition.INPUTS_ONE_HOT, onInputs((s, x) -> with(Vectors.zeros(x.length), word(x), BigFraction.ONE))),
            Map.entry(Condition.BALANCED_BATCHES, new Imposition(TrainingConditions::withBalancedBatches,
                    s -> Stream.of(s.training().targets()).allMatch(TrainingConditions::isBalanced))),
            Map.entry(Condition.BALANCED_LABELS,
                    new Imposition(TrainingConditions::withBalancedLabels, s -> isBalanced(s.labels()))),
            Map.entry(Condition.LOSS_OPPOSITE_AT_ZERO, Imposition.of(s -> s.withLoss(OddLoss.of(s.training().loss())),
                    s -> Stream.of(s.allTargets()).allMatch(y -> isOppositeAtZero(s.training().loss(), y)))),
            Map.entry(Condition.INPUTS_SEPARATED, Imposition.of(TrainingConditions::withTheSideAsLabel, s ->
                    IntStream.range(0, s.allInputs().length)
                            .allMatch(i -> isSideAndLabel(s, s.allInputs()[i], s.allTargets()[i])))),
            Map.entry(Condition.SINGLE_SAMPLES, Imposition.of(
                    s -> s.withBatches(firstRows(s.training().inputs()), firstRows(s.training().targets())),
                    s -> Stream.of(s.training().inputs()).allMatch(batch -> batch.length == 1))),
            Map.entry(Condition.PERCEPTRON_LOSS,
                    Imposition.of(s -> s.withLoss(Loss.PERCEPTRON), s -> s.training().loss() == Loss.PERCEPTRON)),
            Map.entry(Condition.ONE_POSITIVE_RATE, Imposition.of(TrainingConditions::withOneRate,
                    s -> Stream.of(s.training().rates())
                    .allMatch(rate -> rate.signum() > 0 && rate.equals(s.training().rates()[0])))),
            Map.entry(Condition.NO_PREACTIVATION_AT_A_KINK, Imposition.drawn(s ->
                    Stream.of(s.allInputs())
                            .noneMatch(x -> isAtAKink(s, Backpropagation.preactivations(s.parameters(), s.sigma(), x))))),
            Map.entry(Condition.LOSS_DIFFERENTIABLE, Imposition.drawn(s ->
                    IntStream.range(0, s.allInputs().length)
                            .allMatch(i -> isDifferentiable(s, s.allInputs()[i], s.allTargets()[i])))),
            Map.entry(Condition.NO_MOMENTUM,
                    Imposition.of(s -> s.withMomentum(BigFraction.ZERO), s -> s.training().momentum().signum() == 0)),
            Map.entry(Condition.NO_DECAY,
                    Imposition.of(s -> s.withDecay(BigFraction.ZERO), s -> s.training().decay().signum() == 0)));

    private TrainingConditions() {
    }

    private static BigFraction preactivation(Situation s, BigFraction[] x) {
        int unit = s.choice().first();
        return Vectors.dot(s.parameters().weights[0][unit], x).add(Parts.bias(s.parameters(), 0, unit));
    }

    /** A bias so far below zero that no input activates the unit; a unit without a bias is left to chance. */
    private static Situation withNegativeUnit(Situation s) {
        int unit = s.choice().first();
        if (s.choice().layer() != 0) {
            return s;
        }
        BigFraction[] row = s.parameters().weights[0][unit];
        BigFraction most = Stream.of(s.allInputs()).map(x -> Vectors.dot(row, x)).max(BigFraction::compareTo).orElseThrow();
        return s.withParameters(Parts.withBiases(s.parameters(),
                (l, j, bias) -> l == 0 && j == unit ? most.negate().subtract(BigFraction.ONE) : bias));
    }

    /** A condition on each input: what would make it hold changes nothing. */
    private static Imposition onInputs(BiFunction<Situation, BigFraction[], BigFraction[]> change) {
        return Imposition.of(s -> s.withBatches(eachRow(s.training().inputs(), x -> change.apply(s, x)), s.training().targets()),
                s -> Stream.of(s.allInputs()).allMatch(x -> Arrays.equals(x, change.apply(s, x))));
    }

    private static BigFraction[][][] eachRow(BigFraction[][][] batches, UnaryOperator<BigFraction[]> change) {
        return Stream.of(batches).map(batch -> Stream.of(batch).map(change).toArray(BigFraction[][]::new))
                .toArray(BigFraction[][][]::new);
    }

    private static BigFraction[] with(BigFraction[] vector, int place, BigFraction entry) {
        BigFraction[] changed = vector.clone();
        changed[place] = entry;
        return changed;
    }

    /** The place of the first entry 1, else of the first that is not 0, else the last one. */
    private static int word(BigFraction[] x) {
        return IntStream.range(0, x.length).filter(k -> x[k].equals(BigFraction.ONE)).findFirst()
                .orElseGet(() -> IntStream.range(0, x.length).filter(k -> x[k].signum() != 0).findFirst().orElse(x.length - 1));
    }

    private static Situation withBalancedBatches(Situation s, Situations draws) {
        BigFraction[][][] targets = Stream.of(s.training().inputs())
                .map(batch -> draws.balanced(1 + batch.length / 3, s.outputs())).toArray(BigFraction[][][]::new);
        BigFraction[][][] inputs = IntStream.range(0, targets.length)
                .mapToObj(t -> repeated(s.training().inputs()[t], targets[t].length)).toArray(BigFraction[][][]::new);
        return s.withBatches(inputs, targets);
    }

    private static BigFraction[][] repeated(BigFraction[][] rows, int count) {
        return IntStream.range(0, count).mapToObj(i -> rows[i % rows.length]).toArray(BigFraction[][]::new);
    }

    private static Situation withBalancedLabels(Situation s, Situations draws) {
        BigFraction[][] labels = draws.balanced(1 + s.unseen().length / 4, s.outputs());
        return s.withUnseen(draws.matrix(labels.length, s.inputs()), labels);
    }

    /** As many targets of nothing but 1 as of nothing but -1, and no others. */
    private static boolean isBalanced(BigFraction[][] targets) {
        return 2 * labels(targets, BigFraction.ONE) == targets.length
                && 2 * labels(targets, BigFraction.MINUS_ONE) == targets.length;
    }

    private static long labels(BigFraction[][] targets, BigFraction label) {
        return Stream.of(targets).filter(y -> Stream.of(y).allMatch(label::equals)).count();
    }

    private static boolean isOppositeAtZero(LossDerivative loss, BigFraction[] y) {
        BigFraction[] here = loss.at(Vectors.zeros(y.length), y);
        BigFraction[] opposite = loss.at(Vectors.zeros(y.length), negated(y));
        return Arrays.equals(here, negated(opposite));
    }

    private static Situation withTheSideAsLabel(Situation s) {
        return s.withBatches(s.training().inputs(), Stream.of(s.training().inputs())
                .map(batch -> Stream.of(batch).map(x -> label(s, x)).toArray(BigFraction[][]::new))
                .toArray(BigFraction[][][]::new));
    }

    /** For each output the side of the hyperplane orthogonal to the vector on which an input is. */
    private static BigFraction[] label(Situation s, BigFraction[] x) {
        BigFraction side = new BigFraction(Vectors.dot(s.vector(), x).signum());
        return Stream.generate(() -> side).limit(s.outputs()).toArray(BigFraction[]::new);
    }

    private static boolean isSideAndLabel(Situation s, BigFraction[] x, BigFraction[] y) {
        return Vectors.dot(s.vector(), x).signum() != 0 && Arrays.equals(y, label(s, x));
    }

    private static BigFraction[][][] firstRows(BigFraction[][][] batches) {
        return Stream.of(batches).map(batch -> new BigFraction[][] {batch[0]}).toArray(BigFraction[][][]::new);
    }

    /** The size of the first rate, which is left to chance where it is 0. */
    private static Situation withOneRate(Situation s) {
        BigFraction rate = s.training().rates()[0].abs();
        return s.withRates(Stream.generate(() -> rate).limit(s.steps()).toArray(BigFraction[]::new));
    }

    private static boolean isAtAKink(Situation s, BigFraction[][] z) {
        return IntStream.range(0, s.sigma().length).anyMatch(l -> InTheLibrary.activation(s.sigma()[l]).stream()
                .flatMap(activation -> Kinks.of(activation).stream()).anyMatch(Arrays.asList(z[l])::contains));
    }

    private static boolean isDifferentiable(Situation s, BigFraction[] x, BigFraction[] y) {
        BigFraction[] f = s.output(s.parameters(), x);
        return !(s.training().loss() instanceof Loss loss) || IntStream.range(0, f.length)
                .allMatch(j -> Kinks.side(loss, f[j], y[j]) != 0);
    }

    private static BigFraction[] negated(BigFraction[] vector) {
        return Stream.of(vector).map(BigFraction::negate).toArray(BigFraction[]::new);
    }
}
