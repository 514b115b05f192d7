package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Budget;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** Every generated training is small, and what is cut for that still has long numbers, several steps and every activation. */
@StatisticsReport(onFailureOnly = true)
class BudgetProperties {

    /** In bits. */
    private static final int TWENTY_DIGITS = 66;

    @Property
    void noNumberIsLongerThanTheBoundSays(@ForAll("everyActivation") TrainingRun run) {
        Network trained = run.trained();
        Stream<BigFraction> passes = Stream.of(run, run.withNetwork(trained))
                .flatMap(at -> Stream.concat(at.gradient().parameters().stream(),
                        at.preactivations().stream().flatMap(List::stream).flatMap(z -> z.entries().stream())));
        long longest = Stream.concat(trained.parameters().stream(), passes).mapToLong(ExactNumber::bits).max().orElseThrow();
        Coverage.require("numbers longer than a word", longest > 64);

        assertThat(longest).isLessThanOrEqualTo(Budget.longestNumber(run));
    }

    @Property(tries = 3_000)
    void longNumbersAndSeveralStepsStayWhereThereIsRoom(@ForAll("everyActivation") TrainingRun run) {
        Coverage.require("twenty digits and more", Stream.concat(run.network().parameters().stream(),
                        run.data().inputs().stream().flatMap(x -> x.entries().stream()))
                .anyMatch(number -> ExactNumber.bits(number) > TWENTY_DIGITS));
        Coverage.require("four steps", run.settings().steps() == 4);
        Coverage.require("four layers", run.network().layers().size() == 4);
        Coverage.require("a smooth activation", run.network().layers().stream().anyMatch(layer ->
                layer.activation() == Activation.SOFTSIGN || layer.activation() == Activation.RATIONAL_SIGMOID));

        assertThat(Budget.hasRoomFor(run)).isTrue();
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void trainingsOutOfOneSeedAreWithinTheBudget(@ForAll("seeds") long seed) {
        assertThat(Budget.hasRoomFor(BulkTrainings.of(seed))).isTrue();
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void longTrainingsOutOfOneSeedAreWithinTheBudget(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.longOne(seed, 100);
        Coverage.require("a hundred steps", run.settings().steps() == 100);

        assertThat(Budget.hasRoomFor(run)).isTrue();
    }

    /** From zero no number grows but the output bias, whatever the depth: nothing is cut. */
    @Example
    void aDeepTrainingFromZeroHasRoom() {
        Network zeros = Network.zeros(List.of(4, 4, 4, 4, 4, 1), true);
        DataSet data = new DataSet(List.of(Vector.of("1", "2", "3", "4")), List.of(Vector.of("1")));

        assertThat(Budget.hasRoomFor(new TrainingRun(zeros, data, Settings.defaults(30).withLoss(Loss.SQUARED), Loss.SQUARED)))
                .isTrue();
    }

    /** Smooth activations multiply the lengths of numbers by the widths of layers, in each layer of each step. */
    @Example
    void aTrainingThatWouldRunForHoursHasNoRoomAndIsRefused() {
        TrainingRun run = explosive();

        assertThat(Budget.hasRoomFor(run)).isFalse();
        assertThatThrownBy(run::trained).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a training far over the budget");
    }

    static TrainingRun explosive() {
        Layer wide = new Layer(Matrix.of(Vector.of("1", "2", "3"), Vector.of("1/2", "-1", "1"), Vector.of("-1", "1/3", "2")),
                Optional.of(Vector.of("1/2", "1/3", "1/5")), Activation.SOFTSIGN);
        Network network = Network.of(wide, wide, wide,
                new Layer(Matrix.of(Vector.of("1", "-1", "2")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1", "2", "1/7"), Vector.of("-3", "1/11", "2")),
                List.of(Vector.of("1"), Vector.of("-1")));
        return new TrainingRun(network, data, Settings.defaults(8).withLoss(Loss.SQUARED).withBatchSize(2), Loss.SQUARED);
    }

    @Provide
    Arbitrary<TrainingRun> everyActivation() {
        return TrainingRun.from(Shape.withEveryActivation(), Networks::any);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }
}
