package org.stillpoint.proof.runnable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.HardTanh;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.SmallUnit;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;

/**
 * One call of each method that has a contract. The networks have two inputs, hidden layers of three and two units, one output,
 * and no bias in the second layer; on the first input the first unit is at the kink.
 */
final class ConcreteCalls {

    static final BigFraction[][] BATCH = {row(1, 2), row(3, -1)};
    static final ActivationFunction[] RELU = {new Relu(), new Relu()};
    static final Parameters DEEP = deep(row(2, -1), row(-1, 1), row(1, 1), row(0, 1, -1));

    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final BigFraction ONE = BigFraction.ONE;
    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction THIRD = BigFraction.ONE_THIRD;
    private static final BigFraction KAPPA = new BigFraction(1, 4);
    private static final BigFraction RATE = new BigFraction(1, 6);
    /** Squared loss, which takes what is missing in a target for zero: the contract of a loss derivative asks for no lengths. */
    static final LossDerivative SQUARED = (f, y) -> IntStream.range(0, f.length)
            .mapToObj(i -> i < y.length ? f[i].subtract(y[i]) : f[i]).toArray(BigFraction[]::new);

    private static final BigFraction[] X = BATCH[0];
    private static final BigFraction[] Y = row(1);
    private static final BigFraction[] G = row(3);
    private static final BigFraction[][] TARGETS = {Y, row(-2)};
    private static final BigFraction[][][] BATCHES = {BATCH, {row(2, 1)}};
    private static final BigFraction[][][] THEIR_TARGETS = {TARGETS, {row(4)}};
    private static final BigFraction[] RATES = {RATE, HALF};

    private static final Schedule SCHEDULE = schedule(BATCHES, THEIR_TARGETS);
    private static final LearningRule RULE = rule(HALF, THIRD);

    private static final BigFraction[][] Z = Backpropagation.preactivations(DEEP, RELU, X);
    private static final State MOVING = new State(DEEP, deep(row(1, 0), row(0, 1), row(1, 1), row(1, 2, 3)));

    /** Units 0 and 1 of the first layer are equal. */
    private static final Parameters TWINS = new Parameters(
            new BigFraction[][][] {{row(2, -1), row(2, -1), row(1, 1)}, {row(1, 1, -1), row(-1, -1, 1)}, {row(1, -2)}},
            new BigFraction[][] {row(0, 0, -1), row(), row(1)});
    /** Moving together. */
    private static final State TWIN_STATE = new State(TWINS, TWINS);

    /** All three units of the first layer are equal; and one in their place. */
    private static final Parameters THREE = new Parameters(
            new BigFraction[][][] {{row(2, -1), row(2, -1), row(2, -1)}, {row(1, 1, 1), row(-1, -1, -1)}, {row(1, -2)}},
            new BigFraction[][] {row(0, 0, 0), row(), row(1)});
    private static final Parameters ONE_UNIT = new Parameters(
            new BigFraction[][][] {{row(2, -1)}, {row(3), row(-3)}, {row(1, -2)}}, new BigFraction[][] {row(0), row(), row(1)});

    /** The units 1, 2, 0 of the first layer of DEEP: made by exchanging numbers 0 and 1, then 1 and 2. */
    private static final Parameters RENUMBERED = new Parameters(
            new BigFraction[][][] {{row(-1, 1), row(1, 1), row(2, -1)}, {row(2, -1, 1), row(1, 1, -1)}, {row(1, -2)}},
            new BigFraction[][] {row(1, -1, 0), row(), row(1)});
    private static final int[] SWAPS = {0, 1};

    private static final Parameters WITHOUT_BIASES = new Parameters(DEEP.weights, new BigFraction[][] {row(), row(), row()});
    /** Zeros with the output bias given. */
    private static final Parameters ZEROS =
            new Parameters(Stacks.zeros(DEEP.weights), new BigFraction[][] {row(0, 0, 0), row(), row(5)});
    private static final Parameters ZEROS_WITHOUT_OUTPUT_BIAS =
            new Parameters(ZEROS.weights, new BigFraction[][] {row(0, 0, 0), row(), row()});
    private static final State CONSTANT = atRest(new Parameters(
            new BigFraction[][][] {DEEP.weights[0], DEEP.weights[1], {row(0, 0)}}, DEEP.biases));
    /** Unit 0 of the first layer is below zero on all inputs. */
    private static final State DEAD = new State(deep(row(2, -1), row(-1, 1), row(1, 1), row(-8, 1, -1)),
            deep(row(0, 0), row(0, 1), row(1, 1), row(0, 2, 3)));
    private static final State SILENT = atRest(new Parameters(
            new BigFraction[][][] {Matrices.zeros(DEEP.weights[0]), DEEP.weights[1], DEEP.weights[2]},
            new BigFraction[][] {row(0, 0, 0), row(), row(1)}));

    /** Hidden unit 1 has weights 1/2 (1, -1), bias 1/2 and outgoing weight 1/2 (-1). */
    private static final Parameters SMALL =
            new Parameters(new BigFraction[][][] {{row(0, 0), {HALF, HALF.negate()}}, {{ZERO, HALF.negate()}}},
            new BigFraction[][] {{ZERO, HALF}, row(0)});
    /** The output is -1 at (1, 0) and 2 at (0, 3); the correlations with labels of these signs are 0 and 3. */
    private static final Parameters RIGHT = new Parameters(new BigFraction[][][] {{row(0, 0), row(0, 1)}, {row(2, 1)}},
            new BigFraction[][] {row(0, 0), row(-1)});
    private static final SmallUnit UNIT = unit(HALF);
    private static final ActivationFunction[] ONE_RELU = {new Relu()};

    private final Map<String, List<Object>> calls = new LinkedHashMap<>();

    private ConcreteCalls() {
        addKernel();
        addZeros();
        addSymmetries();
        addLaws();
    }

    /** By contract: the arguments, after the receiver of a method that is not static. */
    static Map<String, List<Object>> all() {
        Map<String, List<Object>> all = new LinkedHashMap<>(new ConcreteCalls().calls);
        Stream.of(KinkCalls.concrete(), UnitCalls.concrete(), HeadCalls.concrete(),
                BlockCalls.concrete(), RateCalls.concrete(), WidthCalls.concrete(), ProgramCalls.concrete(),
                NumberCalls.concrete()).forEach(all::putAll);
        return all;
    }

    private void addKernel() {
        add("Vectors.dot", row(1, 2, 3), row(4, -5, 6));
        add("Vectors.addScaled", row(1, 2), HALF, row(4, -5));
        add("Vectors.scale", HALF, row(4, -5));
        add("Vectors.times", row(1, 2), row(4, -5));
        add("Vectors.copy", (Object) row(4, -5));
        add("Vectors.zeros", 2);
        add("Vectors.activate", new Relu(), row(-1, 0, 2));
        add("Vectors.slopes", new Relu(), KAPPA, row(-1, 0, 2));
        add("ActivationFunction.value", new HardTanh(), HALF);
        add("ActivationFunction.derivative", new HardTanh(), ONE, KAPPA);
        add("Relu.value", new Relu(), HALF);
        add("Relu.derivative", new Relu(), ZERO, KAPPA);
        add("Identity.value", new Identity(), HALF);
        add("Identity.derivative", new Identity(), ZERO, KAPPA);
        add("LossDerivative.at", SQUARED, row(2), row(5));
        add("Matrices.empty");
        add("Matrices.append", BATCH, row(5));
        add("Matrices.withRow", BATCH, 1, row(5));
        add("Matrices.affine", DEEP.weights[0], DEEP.biases[0], X);
        add("Matrices.column", DEEP.weights[0], 1, 2);
        add("Matrices.transpose", DEEP.weights[0], 2);
        add("Matrices.transposeTimes", DEEP.weights[0], row(1, 2, 3), 2);
        add("Matrices.outer", row(1, 2, 3), X);
        add("Matrices.addScaled", DEEP.biases, HALF, MOVING.velocity.biases);
        add("Matrices.zeros", (Object) DEEP.biases);
        add("Stacks.empty");
        add("Stacks.append", DEEP.weights, BATCH);
        add("Stacks.addScaled", DEEP.weights, HALF, MOVING.velocity.weights);
        add("Stacks.zeros", (Object) DEEP.weights);
        add("Parameters.Parameters", DEEP.weights, DEEP.biases);
        add("Parameters.of", DEEP.weights, DEEP.biases);
        add("State.State", MOVING.parameters, MOVING.velocity);
        add("State.of", MOVING.parameters, MOVING.velocity);
        add("LearningRule.LearningRule", RELU, KAPPA, SQUARED, HALF, THIRD);
        add("LearningRule.of", RELU, KAPPA, SQUARED, HALF, THIRD);
        add("Schedule.Schedule", BATCHES, THEIR_TARGETS, RATES);
        add("Schedule.of", BATCHES, THEIR_TARGETS, RATES);
        add("SmallUnit.SmallUnit", row(1, -1), ONE, ONE.negate(), HALF, 1);
        add("SmallUnit.of", row(1, -1), ONE, ONE.negate(), HALF, 1);
        add("Backpropagation.layerInput", RELU, X, Z, 1);
        add("Backpropagation.preactivations", DEEP, RELU, X);
        add("Backpropagation.deltas", DEEP, RELU, KAPPA, Z, G);
        add("Backpropagation.gradient", DEEP, RELU, KAPPA, X, Z, G);
        add("Backpropagation.assemble", DEEP, RELU, X, Z, Backpropagation.deltas(DEEP, RELU, KAPPA, Z, G));
        add("Backpropagation.output", (Object) Z);
        add("Backpropagation.biasGradient", row(1, 2), row(3, 4));
        add("Classification.label", ZERO, -1);
        add("Classification.isRight", row(2, 0), row(3, -4), -1);
        add("Classification.countRight", DEEP, RELU, BATCH, TARGETS, 1);
        add("Sgd.sampleGradient", DEEP, RULE, X, Y);
        add("Sgd.batchGradient", DEEP, RULE, BATCH, TARGETS);
        add("Sgd.update", MOVING, TWINS, RATE, HALF, THIRD);
        add("Sgd.step", MOVING, RULE, BATCH, TARGETS, RATE);
        add("Sgd.copy", MOVING);
        add("Sgd.train", training(MOVING, HALF, THIRD));
    }

    private void addZeros() {
        BigFraction[][] labels = {row(2), row(-3)};
        add("ZeroInitialization.gradientVanishes", ZEROS, RELU, KAPPA, X, G);
        add("ZeroInitialization.weightsStayZero", training(atRest(ZEROS), HALF, THIRD));
        add("ZeroInitialization.nothingChangesWithoutOutputBias", training(atRest(ZEROS_WITHOUT_OUTPUT_BIAS), HALF, THIRD));
        add("ConstantOutput.outputIsTheBias", CONSTANT, RULE, X);
        add("ConstantOutput.trainedOutputIsTheBias", training(atRest(ZEROS), HALF, THIRD, (Object) row(7, 8)));
        add("ConstantOutput.halfIsRight", CONSTANT, RULE, BATCH, labels, 0);
        add("ConstantOutput.trainedHalfIsRight", training(atRest(ZEROS), HALF, THIRD, BATCH, labels, 0));
        // dl/df = f - y is -1 for y = 1 and 1 for y = -1 where f is 0; the hidden biases are not zero
        add("BalancedBatch.nothingMoves",
                atRest(new Parameters(ZEROS.weights, new BigFraction[][] {row(1, -2, 3), row(), row(0)})), RULE,
                schedule(new BigFraction[][][] {BATCH, BATCH}, new BigFraction[][][] {{row(1), row(-1)}, {row(-1), row(1)}}),
                row(-1));
        add("SilentLayer.zeroFirstLayerFreezesTheNetwork", SILENT, ruleWithKink(ZERO), SCHEDULE);
        add("SilentLayer.zeroFirstLayerFreezesAReluNetwork", SILENT, ruleWithKink(ZERO), SCHEDULE);
        add("FrozenParts.columnOfAZeroFeatureNeverChanges", new State(DEEP, deep(row(1, 0), row(2, 0), row(3, 0), row(1, 2, 3))),
                rule(HALF, ZERO), schedule(new BigFraction[][][] {{row(1, 0), row(3, 0)}, {row(2, 0)}}, THEIR_TARGETS), 1);
        add("FrozenParts.unitWithoutSlopeNeverChanges", training(DEAD, HALF, ZERO, 0));
        add("FrozenParts.deadUnitNeverChanges", training(DEAD, HALF, ZERO, 0));
        add("NeighbourhoodOfZero.output", SMALL, ONE_RELU, row(1, 0), UNIT);
        add("NeighbourhoodOfZero.hingeLoss", SMALL, ONE_RELU, new BigFraction[][] {row(1, 0), row(0, 3)},
                new BigFraction[][] {row(-1), row(1)}, UNIT);
        // the correlation is -4, of which s has the sign; the margins are 1 and 0
        add("NeighbourhoodOfZero.fallOfHingeLoss", new Parameters(Stacks.zeros(SMALL.weights), Matrices.zeros(SMALL.biases)),
                SMALL, ONE_RELU, new BigFraction[][] {row(1, 0), row(0, 3)}, new BigFraction[][] {row(-2), row(1)}, UNIT);
        add("NeighbourhoodOfZero.fallOfHingeLossFromZero", ONE_RELU, new BigFraction[][] {row(1, 0), row(0, 3)},
                new BigFraction[][] {row(-2), row(1)}, UNIT, 2);
        // the largest of 1 and y s relu(u x + b) is 4
        add("NeighbourhoodOfZero.fallOfHingeLossNearZero", ONE_RELU, new BigFraction[][] {row(1, 0), row(0, 3)},
                new BigFraction[][] {row(-2), row(1)}, unit(HALF.multiply(HALF)), new BigFraction(4), 2);
        add("NeighbourhoodOfZero.weightsOfSmallUnit", UNIT, 2);
        add("NeighbourhoodOfZero.biasesOfSmallUnit", UNIT, 2);
        add("NeighbourhoodOfZero.onlyAt", 3, 1, HALF);
        add("NeighbourhoodOfZero.hinge", HALF.negate());
        BigFraction[][] inputs = {row(1, 0), row(0, 3)};
        BigFraction[][] signs = {row(-1), row(1)};
        add("Correlation.correlatedUnit", RIGHT, ONE_RELU, inputs, signs);
        add("Correlation.sumOfMargins", RIGHT, ONE_RELU, inputs, signs);
        add("Correlation.ofUnits", RIGHT, ONE_RELU, inputs, signs);
        add("Correlation.hidden", RIGHT, ONE_RELU, row(0, 3));
        add("Correlation.output", RIGHT, ONE_RELU, row(0, 3));
    }

    private void addSymmetries() {
        add("Symmetry.twinsHaveEqualGradients", TWINS, RELU, KAPPA, X, G, 0, 0, 1);
        add("Symmetry.twinsStayTwinsForOneStep", TWIN_STATE, RULE, BATCH, TARGETS, RATE, 0, 0, 1);
        add("Symmetry.twinsStayTwins", training(TWIN_STATE, HALF, THIRD, 0, 0, 1));
        add("DistinctUnits.neverMoreDistinctUnitsWithTheirVelocities", training(TWIN_STATE, HALF, THIRD, 0, 3));
        add("DistinctUnits.withoutMomentumNeverMoreDistinctUnits",
                training(new State(TWINS, MOVING.velocity), ZERO, THIRD, 0, 3));
        add("DistinctUnits.neverMoreDistinctUnitsThanAtTheStart", training(atRest(TWINS), HALF, THIRD, 0, 3));
        State equalColumns = atRest(deep(row(1, 1), row(-1, -1), row(2, 2), row(0, 1, -1)));
        add("EqualFeatures.columnsOfEqualFeaturesStayEqual", equalColumns, RULE,
                schedule(new BigFraction[][][] {{row(1, 1), row(-2, -2)}, {row(3, 3)}}, THEIR_TARGETS), 0, 1);
        add("Equivariance.renumberedUnitsComputeTheSameFunction", DEEP, RENUMBERED, RELU, X, 0, SWAPS);
        add("Equivariance.aStepCommutesWithRenumbering", atRest(DEEP), atRest(RENUMBERED), RULE, BATCH, TARGETS, RATE,
                0, SWAPS);
        add("Equivariance.trainingCommutesWithRenumbering", atRest(DEEP), atRest(RENUMBERED), RULE, SCHEDULE, 0, SWAPS);
        add("EqualUnits.oneUnitComputesTheSameFunction", THREE, ONE_UNIT, RELU, X, 0, 3);
        add("EqualUnits.gradientOfOneUnit", THREE, ONE_UNIT, RULE, BATCH, TARGETS, 0, 3);
        // the outgoing weights take three times the rate, the bias of the one unit a third of it
        add("EqualUnits.weightsAfterAStepOfOneUnit", atRest(THREE), atRest(ONE_UNIT), rule(ZERO, ZERO), BATCH, TARGETS, RATE,
                HALF, 0, 3, 1);
        add("EqualUnits.biasesAfterAStepOfOneUnit", atRest(THREE), atRest(ONE_UNIT), rule(ZERO, ZERO), BATCH, TARGETS, HALF, RATE,
                0, 3, 0);
        addOneUnit();
    }

    private void addOneUnit() {
        BigFraction[] ownRates = {RATE, HALF, THIRD};
        // in the first layer a third of the rates 1/6 and 1/2, in the second, for the weights only, three times these
        BigFraction[][] rates = {{new BigFraction(1, 18), HALF, RATE}, {RATE, new BigFraction(3, 2), HALF}};
        BigFraction[][] biasRates = {{new BigFraction(1, 18), RATE, RATE}, {RATE, HALF, HALF}};
        add("OneUnit.descendWeights", DEEP.weights, ownRates, MOVING.velocity.weights);
        add("OneUnit.descendBiases", DEEP.biases, ownRates, MOVING.velocity.biases);
        add("OneUnit.step", DEEP, RULE, BATCH, TARGETS, ownRates, row(1, 2, 3));
        add("OneUnit.trainsAsEqualUnitsDo", atRest(THREE), ONE_UNIT, rule(ZERO, ZERO), SCHEDULE,
                rates, biasRates, 0, 3);
    }

    private void addLaws() {
        add("BatchOrder.orderDoesNotMatter", DEEP, RULE, BATCH, TARGETS, 0);
        add("BatchParts.weightedMeanOfTheParts", DEEP, RULE, new BigFraction[][] {X, row(3, -1), row(2, 1)},
                new BigFraction[][] {Y, row(-2), row(4)}, 2);
        add("Linearity.gradientIsLinear", DEEP, RELU, KAPPA, X, Z, G, HALF, row(-5));
        add("Euler.identityOfEachLayer", WITHOUT_BIASES, RELU, KAPPA, X, G);
        add("Euler.identityOfEachReluLayer", WITHOUT_BIASES, new ActivationFunction[] {new Relu(), new Identity()}, KAPPA, X, G);
        add("Euler.slopeOfReluTimesArgument", new Relu(), ZERO, KAPPA);
        add("Euler.slopeOfIdentityTimesArgument", new Identity(), HALF, KAPPA);
        add("Span.gradientHasRankOne", DEEP, RELU, KAPPA, X, G);
        add("Span.gradientRowsAreCombinationsOfInputs", DEEP, RULE, BATCH, TARGETS, 0);
        // all inputs are multiples of (1, 2)
        add("Span.rowsMoveInTheSpanOfTheInputs", atRest(DEEP), rule(HALF, ZERO),
                schedule(new BigFraction[][][] {{X, row(-3, -6)}, {row(2, 4)}}, THEIR_TARGETS), row(2, -1), 0);
        add("Balancedness.gradientIsBalanced", DEEP, RELU, KAPPA, X, G, 0, 0);
        add("Balancedness.batchGradientIsBalanced", DEEP, RULE, BATCH, TARGETS, 0, 0);
        add("Balancedness.squaresChangeBySecondOrderOnly", MOVING, rule(ZERO, ZERO), BATCH, TARGETS, RATE, 0, 0);
    }

    private void add(String contract, Object... arguments) {
        if (calls.put(contract, Arrays.asList(arguments)) != null) {
            throw new IllegalStateException("two calls of " + contract);
        }
    }

    /** The arguments of a training on two batches, and what a theorem about it takes besides. */
    private static Object[] training(State start, BigFraction momentum, BigFraction decay, Object... others) {
        List<Object> arguments = new ArrayList<>(List.of(start, rule(momentum, decay), SCHEDULE));
        arguments.addAll(List.of(others));
        return arguments.toArray();
    }

    private static LearningRule rule(BigFraction momentum, BigFraction decay) {
        return new LearningRule(RELU, KAPPA, SQUARED, momentum, decay);
    }

    private static LearningRule ruleWithKink(BigFraction kappa) {
        return new LearningRule(RELU, kappa, SQUARED, HALF, ZERO);
    }

    private static Schedule schedule(BigFraction[][][] samples, BigFraction[][][] targets) {
        return new Schedule(samples, targets, RATES);
    }

    private static SmallUnit unit(BigFraction scale) {
        return new SmallUnit(row(1, -1), ONE, ONE.negate(), scale, 1);
    }

    static Parameters deep(BigFraction[] first, BigFraction[] second, BigFraction[] third, BigFraction[] bias) {
        return new Parameters(new BigFraction[][][] {{first, second, third}, {row(1, 2, -1), row(-1, 1, 1)}, {row(1, -2)}},
                new BigFraction[][] {bias, row(), row(1)});
    }

    static State atRest(Parameters p) {
        return new State(p, new Parameters(Stacks.zeros(p.weights), Matrices.zeros(p.biases)));
    }

    static BigFraction[] row(int... entries) {
        return IntStream.of(entries).mapToObj(BigFraction::new).toArray(BigFraction[]::new);
    }
}
