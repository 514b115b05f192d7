package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.SmallUnit;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;
import org.stillpoint.kernel.theorem.Correlation;
import org.stillpoint.kernel.theorem.NeighbourhoodOfZero;
import org.stillpoint.kernel.theorem.SilentLayer;

/** What the theorems on zeros require can be met: a call of each. */
class ZeroTheoremsTest {

    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final LossDerivative SQUARED = (f, y) -> new BigFraction[] {f[0].subtract(y[0])};
    private static final BigFraction[][][] TWO_BATCHES = {{row(1, 2), row(3, -1)}, {row(2, 5)}};
    private static final BigFraction[][][] THEIR_TARGETS = {{row(1), row(-3)}, {row(4)}};
    private static final BigFraction[] RATES = {HALF, HALF};
    private static final SmallUnit UNIT = unit(HALF);

    @Test
    void behindAFirstLayerOfZerosOnlyTheOutputBiasMoves() {
        Parameters network = new Parameters(
                new BigFraction[][][] {{row(0, 0), row(0, 0)}, {row(1, -2), row(3, 4)}, {row(5, -6)}},
                new BigFraction[][] {row(0, 0), row(), row(7)});
        State start = new State(network, new Parameters(Stacks.zeros(network.weights), Matrices.zeros(network.biases)));
        ActivationFunction[] relu = {new Relu(), new Relu()};
        LearningRule rule = new LearningRule(relu, ZERO, SQUARED, HALF, ZERO);
        Schedule schedule = new Schedule(TWO_BATCHES, THEIR_TARGETS, RATES);

        requireFrozen(start, SilentLayer.zeroFirstLayerFreezesTheNetwork(start, rule, schedule));
        requireFrozen(start, SilentLayer.zeroFirstLayerFreezesAReluNetwork(start, rule, schedule));
    }

    @Test
    void oneSmallUnitLowersTheHingeLossAtZero() {
        Parameters network = new Parameters(
                new BigFraction[][][] {{row(0, 0), {HALF, HALF.negate()}}, {{ZERO, HALF.negate()}}},
                new BigFraction[][] {{ZERO, HALF}, row(0)});
        ActivationFunction[] relu = {new Relu()};
        BigFraction[][] inputs = {row(1, 0), row(0, 3)};
        BigFraction[][] labels = {row(-1), row(1)};

        assertThat(NeighbourhoodOfZero.output(network, relu, inputs[0], UNIT))
                .containsExactly(HALF.negate());
        assertThat(NeighbourhoodOfZero.hingeLoss(network, relu, inputs, labels, UNIT))
                .isEqualTo(new BigFraction(3, 2));
        assertThat(NeighbourhoodOfZero.hinge(HALF.negate())).isEqualTo(new BigFraction(3, 2));
        Parameters zero = new Parameters(Stacks.zeros(network.weights), Matrices.zeros(network.biases));
        assertThat(NeighbourhoodOfZero.hingeLoss(zero, relu, inputs, labels, unit(ZERO)))
                .isEqualTo(BigFraction.TWO);
        assertThat(NeighbourhoodOfZero.fallOfHingeLoss(zero, network, relu, inputs, labels, UNIT))
                .isEqualTo(HALF);
    }

    @Test
    void theNetworkWithOneSmallUnitIsBuiltAndLowersTheHingeLoss() {
        ActivationFunction[] relu = {new Relu()};
        BigFraction[][] inputs = {row(1, 0), row(0, 3)};
        BigFraction[][] labels = {row(-1), row(1)};

        assertThat(NeighbourhoodOfZero.fallOfHingeLossFromZero(relu, inputs, labels, UNIT, 2))
                .isEqualTo(HALF);
        assertThat(NeighbourhoodOfZero.fallOfHingeLossNearZero(relu, inputs, labels, UNIT, BigFraction.TWO, 2)).isEqualTo(HALF);
        assertThat(NeighbourhoodOfZero.weightsOfSmallUnit(UNIT, 2))
                .isDeepEqualTo(new BigFraction[][][] {{row(0, 0), {HALF, HALF.negate()}}, {{ZERO, HALF.negate()}}});
        assertThat(NeighbourhoodOfZero.biasesOfSmallUnit(UNIT, 2)).isDeepEqualTo(new BigFraction[][] {{ZERO, HALF}, row(0)});
        assertThat(NeighbourhoodOfZero.onlyAt(3, 1, HALF)).containsExactly(ZERO, HALF, ZERO);
    }

    @Test
    void aUnitWhoseCorrelationIsNotZeroIsFoundInANetworkThatIsRight() {
        // without a bias in the hidden layer: the output is -2 and 4, the units give 0, 1 and 0, 3
        Parameters network = new Parameters(new BigFraction[][][] {{row(-1, 0), row(1, 3)}, {row(5, 3)}},
                new BigFraction[][] {row(), row(-5)});
        ActivationFunction[] relu = {new Relu()};
        BigFraction[][] inputs = {row(1, 0), row(0, 1)};
        BigFraction[][] labels = {row(-2), row(2)};

        assertThat(Correlation.ofUnits(network, relu, inputs, labels)).containsExactly(ZERO, new BigFraction(4));
        assertThat(Correlation.correlatedUnit(network, relu, inputs, labels)).isEqualTo(1);
        assertThat(Correlation.sumOfMargins(network, relu, inputs, labels)).isEqualTo(new BigFraction(12));
    }

    private static SmallUnit unit(BigFraction scale) {
        return new SmallUnit(row(1, -1), BigFraction.ONE, BigFraction.MINUS_ONE, scale, 1);
    }

    private static void requireFrozen(State start, State trained) {
        assertThat(trained.parameters.weights).isDeepEqualTo(start.parameters.weights);
        assertThat(trained.parameters.biases[0]).isEqualTo(start.parameters.biases[0]);
        assertThat(trained.parameters.biases[2]).isNotEqualTo(start.parameters.biases[2]);
    }

    private static BigFraction[] row(int... entries) {
        return IntStream.of(entries).mapToObj(BigFraction::new).toArray(BigFraction[]::new);
    }
}
