package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Errors go back through every forward operation by its derivative; wrong ways back are found. */
class PullProperties {

    private static final List<ForwardCase> CASES = ForwardCases.all();
    private static final int DRAWS = 60;

    @Property(tries = 30)
    void everyPullIsTheTransposedDerivativeOfItsForwardOperation(@ForAll long seed) {
        forEachPull((forward, operand, pull) ->
                assertThat(Pulling.disagreement(forward, operand, pull, new Random(seed))).as("%s", forward).isEmpty());
    }

    @Example
    void anErrorTwiceAsLargeIsNoticedOfEveryPullThatIsNotZero() {
        forEachPull((forward, operand, pull) -> {
            Pull twice = new Pull(pull.slope(), new Twice(pull.error()));

            assertThat(found(forward, operand, twice)).as("%s", forward).isEqualTo(!alwaysZero(forward));
        });
    }

    @Example
    void noErrorAtAllIsNoticedOfEveryPullThatIsNotZero() {
        forEachPull((forward, operand, pull) -> {
            Pull none = new Pull(Optional.empty(), new Rearranged(new Multiple(BigFraction.ZERO), 1 + operand, 0, 0));

            assertThat(found(forward, operand, none)).as("%s", forward).isEqualTo(!alwaysZero(forward));
        });
    }

    /** Mistakes that people make. */
    @Example
    void pullsThatForgetAPartAreFound() {
        Sliding plain = Sliding.plain(1);
        Kernels kernels = new Kernels(plain, 1);
        assertFound(Forward.matrixProduct(), 0, Pull.of(new Rearranged(new MatrixProduct(false, false), 0, 2, 2)));
        assertFound(Forward.convolution(plain, 1), 0, Pull.of(new Unturned()));
        assertFound(Forward.transposedConvolution(plain, 1, List.of(0)), 1, Pull.of(new ConvolutionKernelError(kernels)));
        assertFound(Forward.activation(Activation.RELU, KinkDerivatives.all(BigFraction.ZERO)), 0,
                Pull.through(new ActivationSlope(Activation.RELU, BigFraction.ONE), new Product()));
        assertFound(Forward.batchNormalisation(BigFraction.ONE), 0, Pull.of(new WithConstantStatistics()));
        assertFound(Forward.softmax(), 0, Pull.through(new Softmax(), new Product()));
        assertFound(Forward.maxPooling(Shape.of(2), plain), 0, Pull.of(new ToAllThatAreLargest()));
        assertFound(Forward.embedding(), 0, Pull.of(new LastWins()));
        assertFound(Forward.concatenation(0), 1, Pull.of(new Rearranged(new EndLike(0, false), 0, 2, 2)));
        assertFound(Forward.meanOver(List.of(0)), 0, Pull.of(new SpreadLike(List.of(0), false)));
    }

    private static void assertFound(Differentiable differentiable, int operand, Pull wrong) {
        assertThat(CASES).filteredOn(forward -> forward.differentiable().equals(differentiable))
                .isNotEmpty().allMatch(forward -> found(forward, operand, wrong));
    }

    /** Whether a draw shows that the pull is wrong; one that it does not take shows it too. */
    private static boolean found(ForwardCase forward, int operand, Pull wrong) {
        return IntStream.range(0, DRAWS).anyMatch(seed -> {
            try {
                return Pulling.disagreement(forward, operand, wrong, new Random(seed)).isPresent();
            } catch (DomainException notTaken) {
                return true;
            }
        });
    }

    /** The multiple by 0. */
    private static boolean alwaysZero(ForwardCase forward) {
        return forward.differentiable().operation().equals(new Multiple(BigFraction.ZERO));
    }

    private static void forEachPull(PullTest test) {
        for (ForwardCase forward : CASES) {
            List<Optional<Pull>> pulls = forward.differentiable().pulls();
            for (int operand = 0; operand < pulls.size(); operand++) {
                int own = operand;
                pulls.get(operand).ifPresent(pull -> test.of(forward, own, pull));
            }
        }
    }

    private interface PullTest {

        void of(ForwardCase forward, int operand, Pull pull);
    }

    /** An operation whose results are twice as large. */
    private record Twice(Operation operation) implements Operation {

        @Override
        public Object apply(Object x, Object y, Object z) {
            return Tensor.ofValue(operation.apply(x, y, z)).times(BigFraction.TWO).value();
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return false;
        }

        @Override
        public boolean keeps(boolean y, boolean z) {
            return false;
        }
    }

    /** As if the way back of a convolution saw its kernels from the same end. */
    private record Unturned() implements OfThree {

        @Override
        public Tensor result(Tensor g, Tensor x, Tensor w) {
            Tensor turned = Tensor.byIndex(w.shape(), at -> w.get(at[0], at[1], w.shape().size(2) - 1 - at[2]));
            return new Kernels(Sliding.plain(1), 1).byInput(x.shape(), turned, g);
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return x || z;
        }
    }

    /** As if mean and variance did not hang on the batch. */
    private record WithConstantStatistics() implements OfTwo {

        @Override
        public Tensor result(Tensor g, Tensor x) {
            Normalisation forward = new Normalisation(new Blocks.Channels(), BigFraction.ONE, true);
            Block[] blocks = forward.blocks(x);
            int[] block = forward.blocks().of(x.shape());
            return Tensor.at(x.shape(), place -> blocks[block[place]].quotient(g.entry(place)));
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return x;
        }
    }

    /** As if of equal entries each was the largest: of a window over all. */
    private record ToAllThatAreLargest() implements OfTwo {

        @Override
        public Tensor result(Tensor g, Tensor x) {
            Pooling pooling = new Pooling(Shape.of(2), Sliding.plain(1));
            int[][] seen = pooling.seen(x.shape());
            return Tensor.at(x.shape(), at -> IntStream.range(0, g.shape().entries())
                    .filter(place -> IntStream.of(pooling.seen(x.shape(), seen, place)).anyMatch(other -> other == at)
                            && IntStream.of(pooling.seen(x.shape(), seen, place))
                            .allMatch(other -> x.entry(other).compareTo(x.entry(at)) <= 0))
                    .mapToObj(g::entry).reduce(BigFraction.ZERO, BigFraction::add));
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return x;
        }
    }

    /** As if a row that is named twice got one error only. */
    private record LastWins() implements OfThree {

        @Override
        public Tensor result(Tensor g, Tensor table, Tensor indices) {
            int length = table.shape().size(1);
            int[] rows = Embedding.rows(table.shape(), indices);
            return Tensor.byIndex(table.shape(), at -> IntStream.range(0, rows.length).filter(i -> rows[i] == at[0])
                    .mapToObj(i -> g.entry(i * length + at[1])).reduce(BigFraction.ZERO, (before, last) -> last));
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return x;
        }
    }
}
