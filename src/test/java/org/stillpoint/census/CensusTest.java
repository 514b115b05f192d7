package org.stillpoint.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.parallel.Workers;

/** The figures of the census, as they are quoted. */
class CensusTest {

    @ParameterizedTest
    @CsvSource({
        // biases, cases, not differentiable, wrong with kappa 0, 1/2 and 1
        "false, 2916, 768, 128, 0, 128",
        "true, 26244, 12288, 0, 0, 0"})
    void twoUnitsWithOneInputAndTwoSamples(boolean biases, long cases, long not, long zero, long half, long one) {
        Count count = Census.count(new Scope(List.of(1, 2, 1), biases, 2));

        assertThat(count.scope().cases()).isEqualTo(cases).isEqualTo(count.outcomes().stream().mapToLong(Long::longValue).sum());
        assertThat(count.notDifferentiable()).isEqualTo(not);
        assertThat(List.of(count.wrong(0), count.wrong(1), count.wrong(2))).containsExactly(zero, half, one);
    }

    /** The digest is that of all outcomes in order, here of two slices and more. */
    @Test
    void theOrderOfOutcomesDoesNotDependOnTheNumberOfWorkers() {
        Scope scope = new Scope(List.of(1, 2, 1), true, 2);

        assertThat(scope.cases()).isGreaterThan(1 << 14);
        assertThat(Workers.with(2, () -> Census.count(scope))).isEqualTo(Workers.with(1, () -> Census.count(scope)));
    }

    /** relu(relu(x)) - relu(x) is 0, which asks for kappa 0 or 1, and relu(x) - relu(-x) is x, which asks for 1/2. */
    @Test
    void withTwoHiddenLayersNoKappaIsRightWhereverThereIsADerivative() {
        Count count = Census.count(new Scope(List.of(1, 2, 2, 1), false, 2));

        assertThat(List.of(count.wrong(0), count.wrong(1), count.wrong(2))).doesNotContain(0L);
    }

    /** One unit with one input and one sample: v relu(w x) has no derivative just where w is 0 and v and x are not. */
    @Test
    void theSmallestScopeIsAsCountedByHand() {
        Count count = Census.count(new Scope(List.of(1, 1, 1), false, 1));

        assertThat(count.notDifferentiable()).isEqualTo(2 * 2 * 2);
        assertThat(count.outcomes()).startsWith(46L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }
}
