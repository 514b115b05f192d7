package org.stillpoint.attack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.claims.Condition;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Vectors;

/** What the claims about partial zeros, biases and activations conclude. */
final class PartConclusions {

    static final List<Attack> ALL = List.of(
            new Attack("PART-1", "24a6aac1", PartConclusions::theLastLayerMovesFirst),
            new Attack("PART-2", "826eff65", ZeroConclusions::onlyTheOutputBiasMoves),
            new Attack("PART-3", "4f20c9c9", PartConclusions::kappaDoesNotMatter),
            new Attack("PART-4", "0219caf4", PartConclusions::theGradientOfAWeightIsErrorTimesActivation),
            new Attack("PART-5", "41a04775", PartConclusions::aBiasHasAGradientWhereAWeightOfItsUnitHas),
            new Attack("PART-6", "33a4167a", PartConclusions::positiveBiasesSeparateAndNegativeOnesStick),
            new Attack("PART-7", "49c5e521", PartConclusions::unitsOfALayerStayEqualAndMove),
            new Attack("PART-8", "22e18628", PartConclusions::theUnitNeverChangesAndStaysDead),
            new Attack("PART-9", "1dacb3e7", PartConclusions::theWeightsOfTheFeatureNeverChange),
            new Attack("ACT-2", "015e2775", PartConclusions::outputWeightsMoveUnlessErrorsCancelAndUnitsStayEqual));

    private PartConclusions() {
    }

    private static boolean theLastLayerMovesFirst(Situation s) {
        if (s.steps() == 0) {
            return true;
        }
        Parameters after = s.trained(1).parameters;
        int last = s.depth() - 1;
        boolean first = Arrays.deepEquals(Arrays.copyOf(after.weights, last), Arrays.copyOf(s.parameters().weights, last))
                && Arrays.deepEquals(Arrays.copyOf(after.biases, last), Arrays.copyOf(s.parameters().biases, last));
        boolean second = s.depth() != 2 || !(s.sigma()[0] instanceof Relu)
                || FirstSteps.moveTheFirstLayerBy(s, FirstSteps.hidden(s));
        return first && second && (!noUnitBelowTheOutputIsActive(s) || ZeroConclusions.onlyTheOutputBiasMoves(s));
    }

    private static boolean noUnitBelowTheOutputIsActive(Situation s) {
        return s.depth() >= 2 && Stream.of(s.allInputs()).allMatch(x -> Parts.isZero(
                Backpropagation.layerInput(s.sigma(), x, Backpropagation.preactivations(s.parameters(), s.sigma(), x),
                        s.depth() - 1)));
    }

    private static boolean kappaDoesNotMatter(Situation s) {
        return Parts.same(s.trained().parameters, s.withKappa(s.training().kappa().add(BigFraction.ONE)).trained().parameters);
    }

    private static boolean theGradientOfAWeightIsErrorTimesActivation(Situation s) {
        return IntStream.range(0, s.allInputs().length).allMatch(i -> {
            BigFraction[] x = s.allInputs()[i];
            BigFraction[][] z = Backpropagation.preactivations(s.parameters(), s.sigma(), x);
            BigFraction[][] errors = Backpropagation.deltas(s.parameters(), s.sigma(), s.training().kappa(), z,
                    s.g(s.parameters(), x, s.allTargets()[i]));
            return Parts.same(s.gradient(s.parameters(), x, s.allTargets()[i]), Parts.mapped(s.parameters(),
                    (l, j, k, weight) -> errors[l][j].multiply(Backpropagation.layerInput(s.sigma(), x, z, l)[k]), (l, j, bias) ->
                    errors[l][j]));
        });
    }

    private static boolean aBiasHasAGradientWhereAWeightOfItsUnitHas(Situation s) {
        return IntStream.range(0, s.allInputs().length).allMatch(i -> {
            Parameters gradient = s.gradient(s.parameters(), s.allInputs()[i], s.allTargets()[i]);
            return IntStream.range(0, s.depth()).allMatch(l -> IntStream.range(0, gradient.biases[l].length)
                    .allMatch(j -> Parts.isZero(gradient.weights[l][j]) || !Parts.isZero(gradient.biases[l][j])));
        });
    }

    private static boolean positiveBiasesSeparateAndNegativeOnesStick(Situation s) {
        boolean negative = IntStream.range(0, s.depth() - 1).allMatch(l -> s.parameters().biases[l].length > 0
                && Stream.of(s.parameters().biases[l]).allMatch(b -> b.signum() < 0));
        return (!negative || ZeroConclusions.onlyTheOutputBiasMoves(s)) && nothingMovesWhereErrorsCancel(s)
                && (s.steps() == 0 || s.depth() != 2
                || FirstSteps.moveTheOutputWeightsBy(s, positiveParts(s)) && FirstSteps.moveTheFirstLayerBy(s, positiveParts(s)));
    }

    private static BigFraction[] positiveParts(Situation s) {
        return IntStream.range(0, s.units(0)).mapToObj(j -> Parts.bias(s.parameters(), 0, j))
                .map(b -> b.signum() > 0 ? b : BigFraction.ZERO).toArray(BigFraction[]::new);
    }

    /** Under balanced batches, from an output bias of zero, with a loss with opposite derivatives for the two labels. */
    private static boolean nothingMovesWhereErrorsCancel(Situation s) {
        return !Impositions.hold(List.of(Condition.OUTPUT_BIAS_ZERO, Condition.BALANCED_BATCHES, Condition.LOSS_OPPOSITE_AT_ZERO),
                s) || ZeroConclusions.nothingMoves(s);
    }

    private static boolean unitsOfALayerStayEqualAndMove(Situation s) {
        boolean moves = s.steps() == 0 || s.depth() != 2 || !(s.sigma()[0] instanceof Relu) || Parts.bias(s.parameters(), 0, 0)
                .signum() <= 0 || FirstSteps.moveTheOutputWeightsBy(s, positiveParts(s));
        return moves && unitsOfEachLayerAreEqual(s);
    }

    private static boolean unitsOfEachLayerAreEqual(Situation s) {
        Parameters trained = s.trained().parameters;
        return IntStream.range(0, s.depth() - 1)
                .allMatch(l -> IntStream.range(0, s.units(l)).allMatch(j -> Parts.twins(trained, l, 0, j)));
    }

    private static boolean theUnitNeverChangesAndStaysDead(Situation s) {
        Parameters trained = s.trained().parameters;
        int layer = s.choice().layer();
        int unit = s.choice().first();
        return Arrays.equals(trained.weights[layer][unit], s.parameters().weights[layer][unit])
                && Parts.bias(trained, layer, unit).equals(Parts.bias(s.parameters(), layer, unit))
                && Stream.of(s.allInputs())
                .allMatch(x -> Backpropagation.preactivations(trained, s.sigma(), x)[layer][unit].signum() < 0);
    }

    private static boolean theWeightsOfTheFeatureNeverChange(Situation s) {
        return Arrays.equals(Parts.column(s.trained().parameters.weights[0], s.choice().feature()),
                Parts.column(s.parameters().weights[0], s.choice().feature()));
    }

    private static boolean outputWeightsMoveUnlessErrorsCancelAndUnitsStayEqual(Situation s) {
        return (s.steps() == 0 || outputWeightsMoveByTheMeanOfG(s)) && nothingMovesWhereErrorsCancel(s)
                && unitsOfEachLayerAreEqual(s);
    }

    /**
     * Each by {@code -eta sigma(0)} times the mean of g, with the sigma of the layer below, so that they do move if neither is 0.
     */
    private static boolean outputWeightsMoveByTheMeanOfG(Situation s) {
        int last = s.depth() - 1;
        BigFraction[][] weights = s.trained(1).parameters.weights[last];
        BigFraction[] mean = meanOfG(s);
        return IntStream.range(0, mean.length).allMatch(i -> {
            BigFraction along = s.training().rates()[0].multiply(mean[i]).negate();
            return Stream.of(weights[i]).allMatch(weight -> (along.signum() == 0 || weight.signum() != 0)
                    && (last == 0 || weight.equals(along.multiply(s.sigma()[last - 1].value(BigFraction.ZERO)))));
        });
    }

    private static BigFraction[] meanOfG(Situation s) {
        BigFraction[][] x = s.training().inputs()[0];
        BigFraction[] sum = Vectors.zeros(s.outputs());
        for (int i = 0; i < x.length; i++) {
            sum = Vectors.addScaled(sum, new BigFraction(1, x.length), s.g(s.parameters(), x[i], s.training().targets()[0][i]));
        }
        return sum;
    }
}
