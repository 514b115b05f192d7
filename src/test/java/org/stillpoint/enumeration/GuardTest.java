package org.stillpoint.enumeration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Training;

/** The bounds within which int and long arithmetic is trusted. */
class GuardTest {

    private static final List<BigFraction> TERNARY = List.of(BigFraction.MINUS_ONE, BigFraction.ZERO, BigFraction.ONE);
    private static final DataSet DATA = new DataSet(List.of(Vector.of("7", "-5"), Vector.of("-6", "4"), Vector.of("3", "7")),
            List.of(Vector.of("1"), Vector.of("-1"), Vector.of("-1")));
    private static final Problem GROWING = new Problem(2, true, TERNARY, DATA,
            Settings.defaults(30).withLoss(Loss.PERCEPTRON).withLearningRate(BigFraction.TWO));

    /** The parameters in the order of the digits. */
    private static long[] digits(Problem problem, Network network) {
        return LongStream.concat(IntStream.range(0, problem.units()).boxed().flatMapToLong(j -> LongStream.concat(
                network.layers().get(0).weights().row(j).entries().stream().mapToLong(BigFraction::longValue),
                LongStream.of(network.layers().get(0).bias().orElseThrow().get(j).longValue(),
                        network.layers().get(1).weights().get(0, j).longValue()))),
                LongStream.of(network.layers().get(1).bias().orElseThrow().get(0).longValue())).toArray();
    }

    @Test
    void bothArithmeticsEndWhereTheReferenceEndsOrSayThatTheyLeftTheirBounds() {
        IntegerTraining block = new IntegerTraining(GROWING);
        GuardedTraining alone = new GuardedTraining(GROWING);
        int[] left = new int[2];
        for (int steps : List.of(1, 2, 3, 8, 21)) {
            List<Network> starts = LongStream.range(0, IntegerTraining.BLOCK).mapToObj(i -> GROWING.network(i * 76)).toList();
            for (int i = 0; i < starts.size(); i++) {
                long[] start = digits(GROWING, starts.get(i));
                for (int k = 0; k < start.length; k++) {
                    block.parameter(k)[i] = (int) start[k];
                }
            }
            block.train(steps);
            for (int i = 0; i < starts.size(); i++) {
                Network end = Training.descend(starts.get(i), DATA, GROWING.settings().withSteps(steps), Loss.PERCEPTRON);
                int network = i;
                if (block.stayedInBound(i)) {
                    assertThat(IntStream.range(0, GROWING.parameters()).mapToLong(k -> block.parameter(k)[network]).toArray())
                            .isEqualTo(digits(GROWING, end));
                } else {
                    left[0]++;
                }
                long[] state = LongStream.concat(LongStream.of(digits(GROWING, starts.get(i))), LongStream.of(1)).toArray();
                if (alone.train(state, steps)) {
                    assertThat(state).startsWith(digits(GROWING, end));
                } else {
                    left[1]++;
                }
            }
        }

        assertThat(left[0]).isPositive().isLessThan(5 * IntegerTraining.BLOCK);
        assertThat(left[1]).isPositive().isLessThan(left[0]);
    }

    @Test
    void aNumberAboveTheBoundIsNoticedInTheEpochThatMakesIt() {
        GuardedTraining training = new GuardedTraining(GROWING);
        int noticed = 0;
        for (long index = 0; index < GROWING.networks(); index += 997) {
            long[] state = LongStream.concat(LongStream.of(digits(GROWING, GROWING.network(index))), LongStream.of(1)).toArray();
            int epochs = 0;
            while (epochs < 20 && training.train(state, DATA.size())) {
                epochs++;
            }
            Network before = trained(GROWING.network(index), epochs);
            assertThat(before.parameters()).allMatch(parameter -> training.fits(parameter.getNumerator()));
            if (epochs < 20) {
                noticed++;
                assertThat(trained(before, 1).parameters()).anyMatch(parameter -> !training.fits(parameter.getNumerator()));
            }
        }

        assertThat(noticed).isPositive();
    }

    private static Network trained(Network start, int epochs) {
        return Training.descend(start, DATA, GROWING.settings().withSteps(epochs * DATA.size()), Loss.PERCEPTRON);
    }

    @Test
    void theBoundsLeaveRoomForEveryProduct() {
        Scaled scaled = new Scaled(GROWING);
        long most = 1L << scaled.bits(Long.SIZE);
        long preactivation = 3 * 7 * most;
        long output = Math.addExact(Math.multiplyExact(2, Math.multiplyExact(most, preactivation)),
                Math.multiplyExact(most, most));

        assertThat(output).isPositive();
        assertThat(Math.addExact(most, Math.multiplyExact(2, preactivation))).isPositive();
        assertThat(scaled.bits(Integer.SIZE)).isLessThan(scaled.bits(Long.SIZE));
    }
}
