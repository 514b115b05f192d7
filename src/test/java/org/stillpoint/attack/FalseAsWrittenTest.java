package org.stillpoint.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.arbitraries.KernelNetwork;
import org.stillpoint.arbitraries.KernelTraining;
import org.stillpoint.arbitraries.Situation;
import org.stillpoint.arbitraries.Situations;
import org.stillpoint.claims.Condition;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.properties.Seeds;

/**
 * Four claims once had fewer conditions, and were false. The attacks on them find that, and see it where it was found by hand.
 */
class FalseAsWrittenTest {

    private static final int TRIES = 20_000;

    private static final List<Condition> ALL_ZERO =
            List.of(Condition.WEIGHTS_ZERO, Condition.HIDDEN_BIASES_ZERO, Condition.OUTPUT_BIAS_ZERO, Condition.VELOCITY_ZERO);
    private static final List<Condition> ALL_ZERO_ON_BALANCED_LABELS = with(Condition.ONE_OUTPUT, Condition.BALANCED_LABELS);
    private static final List<Condition> ALL_ZERO_UNDER_BALANCED_BATCHES =
            with(Condition.BALANCED_BATCHES, Condition.LOSS_OPPOSITE_AT_ZERO);

    private static final BigFraction[][][] ONE_LAYER = {{{BigFraction.ZERO}}};
    private static final BigFraction[][] WITH_BIAS = {{BigFraction.ZERO}};
    private static final BigFraction[][] LABELS = rows("1", "-1");

    private static List<Condition> with(Condition... others) {
        return Stream.concat(ALL_ZERO.stream(), Stream.of(others)).toList();
    }

    @TestFactory
    Stream<DynamicTest> theAttackFindsACounterexampleUnderTheConditionsThatTheClaimHad() {
        return Stream.of(
                found("ZERO-4", ALL_ZERO),
                found("ZERO-5", ALL_ZERO_ON_BALANCED_LABELS),
                found("ZERO-9", ALL_ZERO_UNDER_BALANCED_BATCHES),
                found("ZERO-10", ALL_ZERO));
    }

    private static DynamicTest found(String claim, List<Condition> conditions) {
        Situations draws = new Situations(new Random(Long.parseLong(Seeds.of(FalseAsWrittenTest.class, claim))));
        return DynamicTest.dynamicTest(claim, () -> assertThat(Attack.on(claim).counterexample(conditions, draws, TRIES))
                .isPresent());
    }

    @Test
    void withAnActivationThatIsNotZeroAtZeroTheOutputDependsOnTheInput() {
        BigFraction[][][] hidden = {{{BigFraction.ZERO}}, {{BigFraction.ZERO}}};
        Situation sigmoid = situation(new Parameters(hidden, new BigFraction[][] {{}, {}}), rows("1", "2"), rows("1", "1"),
                BigFraction.ONE, Activation.RATIONAL_SIGMOID.kernel());

        assertThat(sigmoid.output(sigmoid.trained().parameters, rows("1")[0]))
                .isNotEqualTo(sigmoid.output(sigmoid.trained().parameters, rows("2")[0]));
        assertContradicts(sigmoid, "ZERO-4", ALL_ZERO);
    }

    @Test
    void oneLayerIsRightOnBothOfTwoBalancedSamples() {
        Situation linear = situation(new Parameters(ONE_LAYER, new BigFraction[][] {{}}), rows("1", "-1"), LABELS,
                BigFraction.ONE);

        assertThat(linear.output(linear.trained(1).parameters, rows("1")[0])).containsExactly(BigFraction.ONE);
        assertContradicts(linear, "ZERO-5", ALL_ZERO_ON_BALANCED_LABELS);
    }

    @Test
    void oneLayerMovesUnderFullBalancedBatches() {
        Situation linear = situation(new Parameters(ONE_LAYER, WITH_BIAS), rows("1", "3"), LABELS, new BigFraction(1, 10));
        Parameters trained = linear.trained().parameters;

        assertThat(trained.weights[0][0]).containsExactly(new BigFraction(-3, 20));
        assertThat(trained.biases[0]).containsExactly(new BigFraction(1, 50));
        assertContradicts(linear, "ZERO-9", ALL_ZERO_UNDER_BALANCED_BATCHES);
        assertContradicts(linear, "ZERO-10", ALL_ZERO);
    }

    private static void assertContradicts(Situation situation, String claim, List<Condition> conditions) {
        assertThat(Impositions.hold(conditions, situation)).isTrue();
        assertThat(Attack.on(claim).conclusion().test(situation)).isFalse();
    }

    /** Two steps on a full batch, under the squared loss, with neither momentum nor decay. */
    private static Situation situation(Parameters start, BigFraction[][] inputs, BigFraction[][] targets, BigFraction rate,
                                       ActivationFunction... sigma) {
        Parameters still = Parts.mapped(start, (l, j, k, weight) -> BigFraction.ZERO, (l, j, bias) -> BigFraction.ZERO);
        KernelTraining training = new KernelTraining(new KernelNetwork(start, sigma), still, BigFraction.ZERO, Loss.SQUARED,
                new BigFraction[][][] {inputs, inputs}, new BigFraction[][][] {targets, targets}, new BigFraction[] {rate, rate},
                BigFraction.ZERO, BigFraction.ZERO);
        return new Situation(training, still, new Situation.Choice(0, 0, 0, 0, new int[0]), inputs[0], inputs, LABELS);
    }

    private static BigFraction[][] rows(String... numbers) {
        return Stream.of(numbers).map(number -> Vector.of(number).entries().toArray(BigFraction[]::new))
                .toArray(BigFraction[][]::new);
    }
}
