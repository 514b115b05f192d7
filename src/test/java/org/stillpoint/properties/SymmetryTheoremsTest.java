package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;
import org.stillpoint.kernel.theorem.DistinctUnits;
import org.stillpoint.kernel.theorem.EqualFeatures;
import org.stillpoint.kernel.theorem.EqualUnits;
import org.stillpoint.kernel.theorem.Equivariance;
import org.stillpoint.kernel.theorem.OneUnit;

/** What the theorems on symmetry require can be met: a call of each, on two inputs, three hidden units and one output. */
class SymmetryTheoremsTest {

    private static final BigFraction RATE = new BigFraction(1, 6);
    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final ActivationFunction[] RELU = {new Relu()};
    private static final LossDerivative SQUARED = (f, y) -> new BigFraction[] {f[0].subtract(y[0])};
    private static final BigFraction[][] INPUTS = {row(1, 2), row(3, -1)};
    private static final BigFraction[][] TARGETS = {row(1), row(-2)};
    private static final BigFraction[][][] TWO_BATCHES = {INPUTS, INPUTS};
    private static final BigFraction[][][] THEIR_TARGETS = {TARGETS, TARGETS};
    private static final BigFraction[] RATES = {RATE, HALF};
    private static final Schedule SCHEDULE = new Schedule(TWO_BATCHES, THEIR_TARGETS, RATES);
    private static final LearningRule RULE = rule(HALF, RATE);
    private static final LearningRule PLAIN = rule(ZERO, ZERO);

    @Test
    void renumberedUnitsTrainAlike() {
        Parameters network = network(row(1, 2), row(-1, 1), row(2, 0), row(1, 2, 3), row(1, -1, 2));
        State start = atRest(network);
        int[] swaps = {0, 1};
        int[] image = {1, 2, 0};
        State renumbered = renumbered(start, image);

        assertThat(Equivariance.renumberedUnitsComputeTheSameFunction(network, renumbered.parameters, RELU, INPUTS[0], 0, swaps))
                .isEqualTo(Backpropagation.output(Backpropagation.preactivations(network, RELU, INPUTS[0])));
        requireSame(Equivariance.aStepCommutesWithRenumbering(start, renumbered, RULE, INPUTS, TARGETS, RATE, 0, swaps),
                renumbered(Sgd.step(start, RULE, INPUTS, TARGETS, RATE), image));
        requireSame(Equivariance.trainingCommutesWithRenumbering(start, renumbered, RULE, SCHEDULE, 0, swaps),
                renumbered(Sgd.train(start, RULE, SCHEDULE), image));
    }

    @Test
    void twoDistinctUnitsOfThreeStayTwo() {
        State start = atRest(network(row(1, 2), row(1, 2), row(2, 0), row(1, 1, 3), row(-1, -1, 2)));

        requireTwins(DistinctUnits.neverMoreDistinctUnitsWithTheirVelocities(start, RULE, SCHEDULE, 0, 3));
        requireTwins(DistinctUnits.withoutMomentumNeverMoreDistinctUnits(start, rule(ZERO, RATE), SCHEDULE, 0, 3));
        requireTwins(DistinctUnits.neverMoreDistinctUnitsThanAtTheStart(start, RULE, SCHEDULE, 0, 3));
    }

    @Test
    void columnsOfEqualFeaturesStayEqual() {
        State start = atRest(network(row(1, 1), row(-1, -1), row(2, 2), row(1, 2, 3), row(1, -1, 2)));
        BigFraction[][][] agreeing = {{row(1, 1), row(3, 3)}, {row(-1, -1), row(2, 2)}};

        State trained = EqualFeatures.columnsOfEqualFeaturesStayEqual(start, RULE, new Schedule(agreeing, THEIR_TARGETS, RATES),
                0, 1);

        assertThat(Matrices.column(trained.parameters.weights[0], 0, 2))
                .isEqualTo(Matrices.column(trained.parameters.weights[0], 1, 2))
                .isNotEqualTo(Matrices.column(start.parameters.weights[0], 0, 2));
    }

    @Test
    void threeEqualUnitsTrainAsOne() {
        Parameters three = network(row(1, 2), row(1, 2), row(1, 2), row(1, 1, 1), row(2, 2, 2));
        Parameters one = new Parameters(new BigFraction[][][] {{row(1, 2)}, {row(6)}}, new BigFraction[][] {row(1), row(1)});
        BigFraction third = RATE.divide(3);
        BigFraction triple = RATE.multiply(3);
        State together = Sgd.step(atRest(three), PLAIN, INPUTS, TARGETS, RATE);

        assertThat(EqualUnits.oneUnitComputesTheSameFunction(three, one, RELU, INPUTS[0], 0, 3))
                .isEqualTo(Backpropagation.output(Backpropagation.preactivations(three, RELU, INPUTS[0])));
        Parameters gradient = EqualUnits.gradientOfOneUnit(three, one, PLAIN, INPUTS, TARGETS, 0, 3);
        Parameters ofThree = Sgd.batchGradient(three, PLAIN, INPUTS, TARGETS);
        assertThat(gradient.weights[0][0][1]).isEqualTo(ofThree.weights[0][2][1].multiply(3)).isNotEqualTo(ZERO);
        assertThat(gradient.weights[1][0][0]).isEqualTo(ofThree.weights[1][0][2]);
        assertThat(EqualUnits.weightsAfterAStepOfOneUnit(atRest(three), atRest(one), PLAIN, INPUTS, TARGETS, RATE, third,
                0, 3, 0).parameters.weights[0][0]).isEqualTo(together.parameters.weights[0][2]);
        assertThat(EqualUnits.weightsAfterAStepOfOneUnit(atRest(three), atRest(one), PLAIN, INPUTS, TARGETS, RATE, triple,
                0, 3, 1).parameters.weights[1][0][0]).isEqualTo(together.parameters.weights[1][0][2].multiply(3));
        assertThat(EqualUnits.biasesAfterAStepOfOneUnit(atRest(three), atRest(one), PLAIN, INPUTS, TARGETS, RATE, third,
                0, 3, 0).parameters.biases[0][0]).isEqualTo(together.parameters.biases[0][1]);
    }

    @Test
    void threeEqualUnitsTrainAsOneForTwoSteps() {
        Parameters three = network(row(1, 2), row(1, 2), row(1, 2), row(1, 1, 1), row(2, 2, 2));
        Parameters one = new Parameters(new BigFraction[][][] {{row(1, 2)}, {row(6)}}, new BigFraction[][] {row(1), row(1)});
        BigFraction[][] rates = Arrays.stream(RATES).map(rate -> new BigFraction[] {rate.divide(3), rate.multiply(3)})
                .toArray(BigFraction[][]::new);
        BigFraction[][] biasRates = Arrays.stream(RATES).map(rate -> new BigFraction[] {rate.divide(3), rate})
                .toArray(BigFraction[][]::new);
        Parameters together = Sgd.train(atRest(three), PLAIN, SCHEDULE).parameters;

        Parameters trained = OneUnit.trainsAsEqualUnitsDo(atRest(three), one, PLAIN, SCHEDULE,
                rates, biasRates, 0, 3);

        assertThat(trained.weights[0][0]).isEqualTo(together.weights[0][2]).isNotEqualTo(one.weights[0][0]);
        assertThat(trained.biases[0][0]).isEqualTo(together.biases[0][1]);
        assertThat(trained.weights[1][0][0]).isEqualTo(together.weights[1][0][2].multiply(3)).isNotEqualTo(one.weights[1][0][0]);
        assertThat(trained.biases[1]).isEqualTo(together.biases[1]);
    }

    private static LearningRule rule(BigFraction momentum, BigFraction decay) {
        return new LearningRule(RELU, HALF, SQUARED, momentum, decay);
    }

    private static void requireTwins(State trained) {
        assertThat(trained.parameters.weights[0][0]).isEqualTo(trained.parameters.weights[0][1])
                .isNotEqualTo(trained.parameters.weights[0][2]);
        assertThat(trained.parameters.biases[0][0]).isEqualTo(trained.parameters.biases[0][1]);
        assertThat(trained.parameters.weights[1][0][0]).isEqualTo(trained.parameters.weights[1][0][1]);
    }

    private static void requireSame(State actual, State expected) {
        assertThat(actual.parameters.weights).isDeepEqualTo(expected.parameters.weights);
        assertThat(actual.parameters.biases).isDeepEqualTo(expected.parameters.biases);
        assertThat(actual.velocity.weights).isDeepEqualTo(expected.velocity.weights);
        assertThat(actual.velocity.biases).isDeepEqualTo(expected.velocity.biases);
    }

    private static Parameters network(BigFraction[] first, BigFraction[] second, BigFraction[] third, BigFraction[] bias,
                                      BigFraction[] outgoing) {
        return new Parameters(new BigFraction[][][] {{first, second, third}, {outgoing}}, new BigFraction[][] {bias, row(1)});
    }

    private static State atRest(Parameters network) {
        return new State(network, new Parameters(Stacks.zeros(network.weights), Matrices.zeros(network.biases)));
    }

    private static State renumbered(State state, int[] image) {
        return new State(renumbered(state.parameters, image), renumbered(state.velocity, image));
    }

    private static Parameters renumbered(Parameters p, int[] image) {
        return new Parameters(
                new BigFraction[][][] {Arrays.stream(image).mapToObj(k -> p.weights[0][k]).toArray(BigFraction[][]::new),
                        Arrays.stream(p.weights[1]).map(row -> chosen(row, image)).toArray(BigFraction[][]::new)},
                new BigFraction[][] {chosen(p.biases[0], image), p.biases[1]});
    }

    private static BigFraction[] chosen(BigFraction[] row, int[] image) {
        return Arrays.stream(image).mapToObj(k -> row[k]).toArray(BigFraction[]::new);
    }

    private static BigFraction[] row(int... entries) {
        return IntStream.of(entries).mapToObj(BigFraction::new).toArray(BigFraction[]::new);
    }
}
