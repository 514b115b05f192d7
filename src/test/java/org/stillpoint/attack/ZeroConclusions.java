package org.stillpoint.attack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.claims.Condition;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.Classification;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Vectors;

/** What the claims about all-zero starts conclude. */
final class ZeroConclusions {

    static final List<Attack> ALL = List.of(
            new Attack("Q-1", "d44db4ca", ZeroConclusions::onlyTheOutputBiasHasAGradientAndMoves),
            new Attack("Q-B", "75686ea8", ZeroConclusions::onlyTheOutputBiasMoves),
            new Attack("Q-C", "cba457cd", ZeroConclusions::accuracyIsAtMostOneHalf),
            new Attack("ZERO-1", "17669407", ZeroConclusions::onlyTheOutputBiasHasAGradientAndItIsG),
            new Attack("ZERO-2", "64a03165", ZeroConclusions::allBelowTheOutputBiasIsZero),
            new Attack("ZERO-3", "efdf272e", ZeroConclusions::nothingMoves),
            new Attack("ZERO-4", "4bb6548c", ZeroConclusions::outputIsTheOutputBias),
            new Attack("ZERO-5", "9149d4e4", ZeroConclusions::accuracyIsOneHalfOrZero),
            new Attack("ZERO-6", "13e3c312", ZeroConclusions::onlyTheOutputBiasMoves),
            new Attack("ZERO-7", "426ddea3", ZeroConclusions::onlyTheOutputBiasMoves),
            new Attack("ZERO-9", "92a69039", ZeroConclusions::nothingMoves),
            new Attack("ZERO-10", "c2be1fb8", ZeroConclusions::lossStaysWhereItShould),
            new Attack("ZERO-11", "2b7152fc", ZeroConclusions::mistakesAreBounded),
            new Attack("ZERO-12", "4c4c4070", ZeroConclusions::onlyTheOutputBiasMoves),
            new Attack("ZERO-13", "6f796530", DroppedUnits::doNotLetTheWeightsMove),
            new Attack("ZERO-14", "7bbbf825", ZeroConclusions::twoFactorsAreStuckOrMoveOneAfterTheOther),
            new Attack("ZERO-15", "e2ce7e9c", ZeroConclusions::wordVectorsAreStuckOrMoveAlongTheWord),
            new Attack("ACT-1", "2a2e0da4", ZeroConclusions::onlyTheOutputBiasMoves));

    private ZeroConclusions() {
    }

    static boolean nothingMoves(Situation s) {
        return Parts.same(s.trained().parameters, s.parameters());
    }

    static boolean onlyTheOutputBiasMoves(Situation s) {
        return Parts.sameBelowOutputBias(s.trained().parameters, s.parameters());
    }

    private static boolean allBelowTheOutputBiasIsZero(Situation s) {
        return Parts.isZeroBelowOutputBias(s.trained().parameters);
    }

    private static boolean onlyTheOutputBiasHasAGradientAndMoves(Situation s) {
        return Stream.of(gradients(s)).allMatch(Parts::isZeroBelowOutputBias) && onlyTheOutputBiasMoves(s);
    }

    private static boolean onlyTheOutputBiasHasAGradientAndItIsG(Situation s) {
        Parameters[] gradients = gradients(s);
        return IntStream.range(0, gradients.length).allMatch(i -> {
            BigFraction[] bias = gradients[i].biases[s.depth() - 1];
            return Parts.isZeroBelowOutputBias(gradients[i])
                    && (bias.length == 0 || Arrays.equals(bias, s.g(s.parameters(), s.allInputs()[i], s.allTargets()[i])));
        });
    }

    /** Of each sample, at the start. */
    private static Parameters[] gradients(Situation s) {
        return IntStream.range(0, s.allInputs().length)
                .mapToObj(i -> s.gradient(s.parameters(), s.allInputs()[i], s.allTargets()[i])).toArray(Parameters[]::new);
    }

    private static boolean outputIsTheOutputBias(Situation s) {
        Parameters trained = s.trained().parameters;
        BigFraction[] bias = trained.biases[s.depth() - 1];
        BigFraction[] constant = bias.length == 0 ? Vectors.zeros(s.outputs()) : bias;
        return Stream.of(s.allInputs(), s.unseen()).flatMap(Stream::of)
                .allMatch(x -> Arrays.equals(s.output(trained, x), constant));
    }

    private static int right(Situation s, int labelOfZero) {
        return Classification.countRight(s.trained().parameters, s.sigma(), s.unseen(), s.labels(), labelOfZero);
    }

    private static boolean accuracyIsOneHalfOrZero(Situation s) {
        Parameters trained = s.trained().parameters;
        boolean zero = Stream.of(s.unseen()).allMatch(x -> Parts.isZero(s.output(trained, x)));
        return right(s, 0) == (zero ? 0 : s.unseen().length / 2)
                && IntStream.of(-1, 1).allMatch(labelOfZero -> 2 * right(s, labelOfZero) == s.unseen().length);
    }

    private static boolean accuracyIsAtMostOneHalf(Situation s) {
        return IntStream.of(-1, 0, 1).allMatch(labelOfZero -> 2 * right(s, labelOfZero) <= s.unseen().length);
    }

    /** Without an output bias, or under balanced batches and a loss with opposite derivatives for the two labels. */
    private static boolean lossStaysWhereItShould(Situation s) {
        boolean stays = s.parameters().biases[s.depth() - 1].length == 0
                || Impositions.hold(List.of(Condition.BALANCED_BATCHES, Condition.LOSS_OPPOSITE_AT_ZERO), s);
        return !stays || IntStream.rangeClosed(1, s.steps())
                .allMatch(t -> losses(s, s.trained(t).parameters).equals(losses(s, s.parameters())));
    }

    /** The loss of each sample; the output itself where nothing but the derivative of the loss is known. */
    private static List<Vector> losses(Situation s, Parameters p) {
        return IntStream.range(0, s.allInputs().length).mapToObj(i -> {
            Vector output = Vector.of(s.output(p, s.allInputs()[i]));
            return s.training().loss() instanceof RationalLoss loss ? Vector.of(loss.value(output, Vector.of(s.allTargets()[i])))
                    : output;
        }).toList();
    }

    /**
     * By {@code (R / gamma)^2}: R the largest length of an input, gamma the smallest distance from the hyperplane orthogonal to
     * the vector.
     */
    private static boolean mistakesAreBounded(Situation s) {
        BigFraction[] sides = Stream.of(s.allInputs()).map(x -> Vectors.dot(s.vector(), x)).toArray(BigFraction[]::new);
        if (Stream.of(sides).anyMatch(side -> side.signum() == 0)) {
            return true;
        }
        BigFraction longest = Stream.of(s.allInputs()).map(x -> Vectors.dot(x, x)).max(BigFraction::compareTo)
                .orElse(BigFraction.ZERO);
        BigFraction nearest = Stream.of(sides).map(BigFraction::abs).min(BigFraction::compareTo).orElse(BigFraction.ONE);
        BigFraction bound = longest.multiply(Vectors.dot(s.vector(), s.vector())).divide(nearest.multiply(nearest));
        return new BigFraction(IntStream.range(0, s.steps()).map(t -> mistakes(s, t)).sum()).compareTo(bound) <= 0;
    }

    /** The samples of a step's batch for which some output is not on the side of its label before the step. */
    private static int mistakes(Situation s, int step) {
        BigFraction[][] x = s.training().inputs()[step];
        Parameters p = s.trained(step).parameters;
        return (int) IntStream.range(0, x.length).filter(i -> {
            BigFraction[] f = s.output(p, x[i]);
            return IntStream.range(0, f.length).anyMatch(k -> s.training().targets()[step][i][k].multiply(f[k]).signum() <= 0);
        }).count();
    }

    /** Neither factor moves if both are zero; if the second one is, it moves first and then the first one, on a single sample. */
    private static boolean twoFactorsAreStuckOrMoveOneAfterTheOther(Situation s) {
        return isStuckIfAllIsZero(s) && (!hasZeroOutputWeights(s)
                || FirstSteps.moveTheOutputWeightsBy(s, FirstSteps.hidden(s))
                && FirstSteps.moveTheFirstLayerBy(s, FirstSteps.hidden(s)));
    }

    private static boolean isStuckIfAllIsZero(Situation s) {
        return !Impositions.hold(List.of(Condition.WEIGHTS_ZERO), s) || nothingMoves(s);
    }

    /** With one hidden layer, whatever the claim asks, as the second factor is to be the last one. */
    private static boolean hasZeroOutputWeights(Situation s) {
        return s.steps() > 0 && Impositions.hold(List.of(Condition.ONE_HIDDEN_LAYER, Condition.LAST_LAYER_WEIGHTS_ZERO), s);
    }

    private static boolean wordVectorsAreStuckOrMoveAlongTheWord(Situation s) {
        return isStuckIfAllIsZero(s) && (!hasZeroOutputWeights(s) || FirstSteps.moveTheOutputWeightsBy(s, vectorOfTheWord(s)))
                && (s.training().decay().signum() != 0 || IntStream.range(0, s.inputs()).filter(k -> isAbsent(s, k))
                        .allMatch(k -> Arrays.equals(
                        Parts.column(s.trained().parameters.weights[0], k), Parts.column(s.parameters().weights[0], k))));
    }

    /** That of the first entry of the first input that is not 0. */
    private static BigFraction[] vectorOfTheWord(Situation s) {
        BigFraction[] x = s.training().inputs()[0][0];
        int word = IntStream.range(0, x.length).filter(k -> x[k].signum() != 0).findFirst().orElse(0);
        return Parts.column(s.parameters().weights[0], word);
    }

    private static boolean isAbsent(Situation s, int word) {
        return Stream.of(s.allInputs()).allMatch(x -> x[word].signum() == 0);
    }
}
