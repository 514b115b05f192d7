package org.stillpoint.proof.runnable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.SmallUnit;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;
import org.stillpoint.proof.prover.Theorems;

/**
 * Calls of the theorems on networks of different sizes: of 2 to 5 layers and 1 to 4 units a layer, with 0 to 6 steps on batches
 * of 1 to 3 inputs.
 */
final class TheoremCalls {

    static final List<GrownNetwork> SIZES = List.of(
            new GrownNetwork(6, 1, 2, 1, 1),
            new GrownNetwork(3, 3, 2, 4, 2, 1),
            new GrownNetwork(1, 2, 1, 3, 4, 1, 2, 1),
            new GrownNetwork(0, 1, 2, 2, 3, 1, 2),
            new GrownNetwork(2, 1, 2, 3, 2));

    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final BigFraction ONE = BigFraction.ONE;
    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction THIRD = BigFraction.ONE_THIRD;
    private static final BigFraction KAPPA = new BigFraction(1, 4);
    private static final LossDerivative SQUARED = (f, y) -> IntStream.range(0, f.length).mapToObj(i -> f[i].subtract(y[i]))
            .toArray(BigFraction[]::new);

    private final Map<String, List<Object>> calls = new LinkedHashMap<>();
    private final GrownNetwork size;
    private final ActivationFunction[] relu;
    private final BigFraction[][][] batches;
    private final BigFraction[][][] targets;
    private final BigFraction[][] batch;
    private final BigFraction[][] batchTargets;

    private TheoremCalls(GrownNetwork size) {
        this.size = size;
        relu = size.relu();
        batches = size.batches(size.inputs(), 1);
        targets = size.batches(size.outputs(), 2);
        batch = GrownNetwork.rows(size.samples(), size.inputs(), 1);
        batchTargets = GrownNetwork.rows(size.samples(), size.outputs(), 2);
        addZeros();
        addParts();
        addSymmetries();
        addEqualUnits();
        addLaws();
        addSmallUnits();
        addCorrelations();
    }

    /** By theorem: a call of each size, and that of {@link ConcreteCalls}. */
    static Map<String, List<List<Object>>> all() {
        Map<String, List<List<Object>>> all = new LinkedHashMap<>();
        ConcreteCalls.all().forEach((contract, call) -> {
            if (Theorems.ofThisBuild().contains(contract)) {
                all.put(contract, new ArrayList<>(List.of(call)));
            }
        });
        SIZES.stream().flatMap(size -> Stream.of(new TheoremCalls(size).calls, KinkCalls.of(size), UnitCalls.of(size),
                HeadCalls.of(size),
                BlockCalls.of(size), RateCalls.of(size), WidthCalls.of(size)))
                .forEach(calls -> calls.forEach((contract, call) -> all.get(contract).add(call)));
        ProgramCalls.ofTheorems().forEach(calls -> calls.forEach((contract, call) -> all.get(contract).add(call)));
        return all;
    }

    private void add(String contract, Object... arguments) {
        if (calls.put(contract, Arrays.asList(arguments)) != null) {
            throw new IllegalStateException("two calls of " + contract);
        }
    }

    private void addTraining(String contract, State start, LearningRule rule, Object... others) {
        addTraining(contract, start, rule, batches, targets, others);
    }

    private void addTraining(String contract, State start, LearningRule rule, BigFraction[][][] x, BigFraction[][][] y,
                             Object... others) {
        List<Object> arguments = new ArrayList<>(Arrays.asList(start, rule, new Schedule(x, y, size.rates())));
        arguments.addAll(Arrays.asList(others));
        add(contract, arguments.toArray());
    }

    private LearningRule rule(BigFraction momentum, BigFraction decay) {
        return new LearningRule(relu, KAPPA, SQUARED, momentum, decay);
    }

    private static LearningRule flat(ActivationFunction[] sigma, BigFraction kappa) {
        return new LearningRule(sigma, kappa, SQUARED, HALF, ZERO);
    }

    /** Zeros but for the bias of the last layer. */
    private static Parameters zerosBut(Parameters p, BigFraction[] bias) {
        return GrownNetwork.withBias(GrownNetwork.zeros(p), p.biases.length - 1, bias);
    }

    private void addZeros() {
        int last = size.depth() - 1;
        Parameters p = size.parameters(1);
        Parameters zeros = zerosBut(p, GrownNetwork.row(size.outputs(), 3));
        Parameters silent = zerosBut(p, new BigFraction[0]);
        State start = new State(zeros, zerosBut(p, GrownNetwork.row(size.outputs(), 4)));
        BigFraction[] input = GrownNetwork.row(size.inputs(), 5);
        add("ZeroInitialization.gradientVanishes", zeros, relu, KAPPA, input, GrownNetwork.row(size.outputs(), 1));
        addTraining("ZeroInitialization.weightsStayZero", start, rule(HALF, THIRD));
        addTraining("ZeroInitialization.nothingChangesWithoutOutputBias", GrownNetwork.atRest(silent), rule(HALF, THIRD));
        add("ConstantOutput.outputIsTheBias", GrownNetwork.atRest(GrownNetwork.withLayer(p, last, Stacks.zeros(p.weights)[last])),
                rule(HALF, THIRD), input);
        addTraining("ConstantOutput.trainedOutputIsTheBias", start, rule(HALF, THIRD), (Object) input);
        addHalfRight();
        // all outputs have the label of the first; the loss has derivative f - y
        BigFraction[][] labels = IntStream.range(0, 2 * size.samples()).mapToObj(i -> signs(size.outputs(), i % 2))
                .toArray(BigFraction[][]::new);
        BigFraction[][][] inputs = size.withSamples(2 * size.samples()).batches(size.inputs(), 1);
        BigFraction[] none = IntStream.range(0, size.outputs()).mapToObj(i -> ZERO).toArray(BigFraction[]::new);
        State rest = GrownNetwork.atRest(GrownNetwork.withBias(new Parameters(Stacks.zeros(p.weights), p.biases), last, none));
        addTraining("BalancedBatch.nothingMoves", rest, rule(HALF, THIRD), inputs,
                IntStream.range(0, size.steps()).mapToObj(t -> labels).toArray(BigFraction[][][]::new),
                (Object) signs(size.outputs(), 1));
    }

    private static BigFraction[] signs(int length, int parity) {
        return IntStream.range(0, length).mapToObj(i -> parity == 0 ? ONE : ONE.negate()).toArray(BigFraction[]::new);
    }

    /** With one output, as labels need it. */
    private void addHalfRight() {
        GrownNetwork one = size.withOutputs(1);
        Parameters p = one.parameters(1);
        BigFraction[][] inputs = GrownNetwork.rows(2 * size.samples(), size.inputs(), 4);
        BigFraction[][] labels = IntStream.range(0, 2 * size.samples()).mapToObj(i -> signs(1, i % 2))
                .toArray(BigFraction[][]::new);
        add("ConstantOutput.halfIsRight",
                GrownNetwork.atRest(GrownNetwork.withLayer(p, size.depth() - 1, Stacks.zeros(p.weights)[size.depth() - 1])),
                rule(HALF, THIRD), inputs, labels, 1);
        addTraining("ConstantOutput.trainedHalfIsRight", GrownNetwork.atRest(zerosBut(p, GrownNetwork.row(1, 3))),
                rule(HALF, THIRD), batches, one.batches(1, 2), inputs, labels, 1);
    }

    private void addParts() {
        Parameters p = size.parameters(1);
        Parameters v = size.parameters(2);
        Parameters silent = GrownNetwork.withLayer(p, 0, Stacks.zeros(p.weights)[0]);
        BigFraction[][] biases = GrownNetwork.zeros(p).biases;
        biases[size.depth() - 1] = p.biases[size.depth() - 1];
        State start = new State(new Parameters(silent.weights, biases), zerosBut(p, GrownNetwork.row(size.outputs(), 4)));
        ActivationFunction[] flat = Arrays.stream(relu).map(any -> new Square()).toArray(ActivationFunction[]::new);
        addTraining("SilentLayer.zeroFirstLayerFreezesTheNetwork", start, flat(flat, KAPPA));
        addTraining("SilentLayer.zeroFirstLayerFreezesAReluNetwork", start, flat(relu, ZERO));
        int k = size.inputs() - 1;
        addTraining("FrozenParts.columnOfAZeroFeatureNeverChanges",
                new State(p, GrownNetwork.withLayer(v, 0, GrownNetwork.withZeroColumn(v.weights[0], k))),
                rule(HALF, ZERO), each(batches, rows -> GrownNetwork.withZeroColumn(rows, k)), targets, k);
        int j = size.widths()[1] - 1;
        BigFraction[] still = GrownNetwork.zeros(p).weights[0][j];
        State dead = new State(GrownNetwork.withUnit(p, 0, j, p.weights[0][j], new BigFraction(-20)),
                GrownNetwork.withUnit(v, 0, j, still, ZERO));
        addTraining("FrozenParts.unitWithoutSlopeNeverChanges", dead, rule(HALF, ZERO), j);
        addTraining("FrozenParts.deadUnitNeverChanges", dead, rule(HALF, ZERO), j);
    }

    /** Zero at zero, with slope zero there, for any value at kinks. */
    private static final class Square implements ActivationFunction {

        @Override
        public BigFraction value(BigFraction z) {
            return z.multiply(z);
        }

        @Override
        public BigFraction derivative(BigFraction z, BigFraction kappa) {
            return z.add(z);
        }
    }

    private static BigFraction[][][] each(BigFraction[][][] batches, UnaryOperator<BigFraction[][]> change) {
        return Arrays.stream(batches).map(change).toArray(BigFraction[][][]::new);
    }

    private void addSymmetries() {
        int l = size.hidden();
        int j = size.unitsOfHidden() - 1;
        Parameters twins = size.equalUnits(1);
        State state = new State(twins, size.equalUnits(2));
        add("Symmetry.twinsHaveEqualGradients", twins, relu, KAPPA, GrownNetwork.row(size.inputs(), 5),
                GrownNetwork.row(size.outputs(), 1), l, j, 0);
        add("Symmetry.twinsStayTwinsForOneStep", state, rule(HALF, THIRD), batch, batchTargets, THIRD, l, j, 0);
        addTraining("Symmetry.twinsStayTwins", state, rule(HALF, THIRD), l, j, 0);
        addTraining("DistinctUnits.neverMoreDistinctUnitsWithTheirVelocities", state, rule(HALF, THIRD), l, j + 1);
        addTraining("DistinctUnits.withoutMomentumNeverMoreDistinctUnits", new State(twins, size.parameters(2)),
                rule(ZERO, THIRD), l, j + 1);
        addTraining("DistinctUnits.neverMoreDistinctUnitsThanAtTheStart", GrownNetwork.atRest(twins), rule(HALF, THIRD), l,
                j + 1);
        int last = size.inputs() - 1;
        State alike = new State(withAlikeInputs(size.parameters(1), last), withAlikeInputs(size.parameters(2), last));
        addTraining("EqualFeatures.columnsOfEqualFeaturesStayEqual", alike, rule(HALF, THIRD),
                each(batches, rows -> GrownNetwork.withEqualColumns(rows, 0, last)), targets, last, 0);
        State moving = size.moving();
        State renumbered = new State(size.renumbered(moving.parameters), size.renumbered(moving.velocity));
        add("Equivariance.renumberedUnitsComputeTheSameFunction", moving.parameters, renumbered.parameters, relu,
                GrownNetwork.row(size.inputs(), 5), l, size.swaps());
        add("Equivariance.aStepCommutesWithRenumbering", moving, renumbered, rule(HALF, THIRD), batch, batchTargets, THIRD, l,
                size.swaps());
        List<Object> training = new ArrayList<>(List.of(moving, renumbered, rule(HALF, THIRD),
                new Schedule(batches, targets, size.rates()), l));
        training.add(size.swaps());
        add("Equivariance.trainingCommutesWithRenumbering", training.toArray());
    }

    private static Parameters withAlikeInputs(Parameters p, int last) {
        return GrownNetwork.withLayer(p, 0, GrownNetwork.withEqualColumns(p.weights[0], 0, last));
    }

    private void addEqualUnits() {
        int l = size.hidden();
        int units = size.unitsOfHidden();
        Parameters equal = size.equalUnits(1);
        Parameters one = size.oneUnit(1);
        State s = GrownNetwork.atRest(equal);
        State ofOne = GrownNetwork.atRest(one);
        BigFraction all = THIRD.multiply(units);
        add("EqualUnits.oneUnitComputesTheSameFunction", equal, one, relu, GrownNetwork.row(size.inputs(), 5), l, units);
        add("EqualUnits.gradientOfOneUnit", equal, one, rule(HALF, THIRD), batch, batchTargets, l, units);
        add("EqualUnits.weightsAfterAStepOfOneUnit", s, ofOne, rule(ZERO, ZERO), batch, batchTargets, THIRD, all, l, units,
                l + 1);
        add("EqualUnits.biasesAfterAStepOfOneUnit", s, ofOne, rule(ZERO, ZERO), batch, batchTargets, all, THIRD, l, units, l);
        BigFraction[] rates = size.rates();
        add("OneUnit.trainsAsEqualUnitsDo", s, one, rule(ZERO, ZERO), new Schedule(batches, targets, rates),
                ratesOfOne(rates, units, l, true), ratesOfOne(rates, units, l, false), l, units);
        BigFraction[] each = IntStream.range(0, size.depth()).mapToObj(k -> new BigFraction(k + 1)).toArray(BigFraction[]::new);
        Parameters p = size.parameters(1);
        Parameters gradient = size.parameters(2);
        add("OneUnit.descendWeights", p.weights, each, gradient.weights);
        add("OneUnit.descendBiases", p.biases, each, gradient.biases);
        add("OneUnit.step", p, rule(HALF, THIRD), batch, batchTargets, each, each);
    }

    private BigFraction[][] ratesOfOne(BigFraction[] rates, int units, int l, boolean ofWeights) {
        return Arrays.stream(rates).map(rate -> IntStream.range(0, size.depth())
                .mapToObj(k -> k == l ? rate.divide(units) : k == l + 1 && ofWeights ? rate.multiply(units) : rate)
                .toArray(BigFraction[]::new)).toArray(BigFraction[][]::new);
    }

    private void addLaws() {
        Parameters p = size.parameters(1);
        BigFraction[] x = GrownNetwork.row(size.inputs(), 5);
        BigFraction[] g = GrownNetwork.row(size.outputs(), 1);
        int samples = size.samples() + 1;
        BigFraction[][] larger = GrownNetwork.rows(samples, size.inputs(), 1);
        BigFraction[][] theirs = GrownNetwork.rows(samples, size.outputs(), 2);
        int j = size.unitsOfHidden() - 1;
        add("BatchOrder.orderDoesNotMatter", p, rule(HALF, THIRD), larger, theirs, samples - 2);
        add("BatchParts.weightedMeanOfTheParts", p, rule(HALF, THIRD), larger, theirs, samples - 1);
        add("Linearity.gradientIsLinear", p, relu, KAPPA, x, Backpropagation.preactivations(p, relu, x), g, HALF,
                GrownNetwork.row(size.outputs(), 3));
        add("Euler.identityOfEachLayer", size.withoutBiases(1), relu, KAPPA, x, g);
        add("Euler.identityOfEachReluLayer", size.withoutBiases(1), relu, KAPPA, x, g);
        add("Euler.slopeOfReluTimesArgument", new Relu(), new BigFraction(size.samples()), KAPPA);
        add("Euler.slopeOfIdentityTimesArgument", new Identity(), new BigFraction(size.samples()), KAPPA);
        add("Span.gradientHasRankOne", p, relu, KAPPA, x, g);
        add("Span.gradientRowsAreCombinationsOfInputs", p, rule(HALF, THIRD), batch, batchTargets, size.widths()[1] - 1);
        // all inputs are multiples of (1, 1), or v is 0 where there is one input
        BigFraction[] v = size.inputs() == 2 ? new BigFraction[] {ONE, ONE.negate()} : new BigFraction[] {ZERO};
        addTraining("Span.rowsMoveInTheSpanOfTheInputs", GrownNetwork.atRest(p), rule(HALF, ZERO),
                each(batches, rows -> GrownNetwork.withEqualColumns(rows, 0, size.inputs() - 1)), targets, v,
                size.widths()[1] - 1);
        add("Balancedness.gradientIsBalanced", p, relu, KAPPA, x, g, size.hidden(), j);
        add("Balancedness.batchGradientIsBalanced", p, rule(HALF, THIRD), batch, batchTargets, size.hidden(), j);
        add("Balancedness.squaresChangeBySecondOrderOnly", size.moving(), rule(ZERO, ZERO), batch, batchTargets, THIRD,
                size.hidden(), j);
    }

    /** One hidden layer, of as many units as the first has here. All inputs are (1, 0, ...) and all labels are 1. */
    private void addSmallUnits() {
        int units = size.widths()[1];
        int j = units - 1;
        ActivationFunction[] sigma = Arrays.copyOf(relu, 1);
        BigFraction[] u = IntStream.range(0, size.inputs()).mapToObj(i -> i == 0 ? ONE : ZERO).toArray(BigFraction[]::new);
        BigFraction[][] x = IntStream.range(0, size.samples()).mapToObj(i -> u).toArray(BigFraction[][]::new);
        BigFraction[][] y = IntStream.range(0, size.samples()).mapToObj(i -> new BigFraction[] {ONE})
                .toArray(BigFraction[][]::new);
        BigFraction eps = new BigFraction(1, 8);
        GrownNetwork shape = new GrownNetwork(0, 1, size.inputs(), units, 1);
        Parameters zero = GrownNetwork.zeros(shape.parameters(1));
        Parameters p = GrownNetwork.withUnit(zero, 0, j, Arrays.stream(u).map(eps::multiply).toArray(BigFraction[]::new), eps);
        p.weights[1][0][j] = eps;
        SmallUnit unit = new SmallUnit(u, ONE, ONE, eps, j);
        add("NeighbourhoodOfZero.output", p, sigma, u, unit);
        add("NeighbourhoodOfZero.hingeLoss", p, sigma, x, y, unit);
        add("NeighbourhoodOfZero.fallOfHingeLoss", zero, p, sigma, x, y, unit);
        add("NeighbourhoodOfZero.fallOfHingeLossFromZero", sigma, x, y, unit, units);
        add("NeighbourhoodOfZero.fallOfHingeLossNearZero", sigma, x, y, unit, new BigFraction(8), units);
        add("NeighbourhoodOfZero.weightsOfSmallUnit", unit, units);
        add("NeighbourhoodOfZero.biasesOfSmallUnit", unit, units);
    }

    /**
     * One hidden layer, of which the last unit is the positive part of the input; the output is that less 1, the inputs are 0 and
     * 3 by turns.
     */
    private void addCorrelations() {
        int units = size.widths()[1];
        ActivationFunction[] sigma = Arrays.copyOf(relu, 1);
        Parameters zero = GrownNetwork.zeros(new GrownNetwork(0, 1, 1, units, 1).parameters(1));
        Parameters p = GrownNetwork.withBias(GrownNetwork.withUnit(zero, 0, units - 1, new BigFraction[] {ONE}, ZERO), 1,
                new BigFraction[] {ONE.negate()});
        p.weights[1][0][units - 1] = ONE;
        BigFraction[][] x = IntStream.range(0, 2 * size.samples())
                .mapToObj(i -> new BigFraction[] {i % 2 == 0 ? ZERO : new BigFraction(3)}).toArray(BigFraction[][]::new);
        BigFraction[][] y = IntStream.range(0, 2 * size.samples()).mapToObj(i -> signs(1, 1 - i % 2))
                .toArray(BigFraction[][]::new);
        add("Correlation.correlatedUnit", p, sigma, x, y);
        add("Correlation.sumOfMargins", p, sigma, x, y);
        add("Correlation.ofUnits", p, sigma, x, y);
        add("Correlation.hidden", p, sigma, x[1]);
        add("Correlation.output", p, sigma, x[1]);
    }
}
