package org.stillpoint.properties.kink;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Budget;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.properties.Claim;
import org.stillpoint.training.WrittenErrors;

/** A number written into the errors of units at their kinks, in the place of a factor. */
@StatisticsReport(onFailureOnly = true)
class WrittenErrorsProperties {

    @Claim(value = "KINK-5", shows = REFUTES)
    @Property
    void fromAllZeroEachRowMovesByWhatIsWrittenWhateverTheLossIs(@ForAll("fromZero") TrainingRun sample,
            @ForAll("others") BigFraction alpha) {
        TrainingRun run = sample.onFirstSample().plain();
        BigFraction along = run.settings().learningRate().multiply(alpha).negate();
        Vector moved = new Vector(run.data().inputs().get(0).entries().stream().map(along::multiply).toList());
        Coverage.require("moves", !moved.isZero());

        assertThat(written(run, alpha, 1).layers().get(0).weights().rows()).allMatch(moved::equals);
        assertThat(run.withSettings(run.settings().withKappa(alpha)).trained(1).layers().get(0).weights())
                .isEqualTo(run.network().layers().get(0).weights());
    }

    @Claim(value = "KINK-5", of = "remark")
    @Property
    void writingZeroIsBackpropagationWithZero(@ForAll("atKinks") TrainingRun run) {
        Coverage.ofSigns(run);

        assertThat(written(run, BigFraction.ZERO, run.settings().steps())).isEqualTo(run.trained());
    }

    @Example
    void twoInputsAndTwoUnitsMoveByHalfTheInput() {
        Network start = Network.zeros(List.of(2, 2, 1), false);
        DataSet data = new DataSet(List.of(Vector.of("1", "2")), List.of(Vector.of("-1")));
        Settings settings = Settings.defaults(1).withLoss(Loss.SQUARED).withLearningRate(BigFraction.ONE_HALF);

        Network after = WrittenErrors.train(start, data, settings, BigFraction.ONE, bits -> { }).get(1);

        assertThat(after.layers().get(0).weights().rows()).containsExactly(Vector.of("-1/2", "-1"), Vector.of("-1/2", "-1"));
        assertThat(after.layers().get(1)).isEqualTo(start.layers().get(1));
    }

    private static Network written(TrainingRun run, BigFraction alpha, int steps) {
        return WrittenErrors.train(run.network(), run.data(), run.settings().withSteps(steps), alpha, bits -> { }).get(steps);
    }

    @Provide
    Arbitrary<TrainingRun> fromZero() {
        return TrainingRun.from(Shape.oneHiddenLayer().map(Shape::withRelu), shape -> Arbitraries.just(Networks.zero(shape)));
    }

    /** Within the budget as they are trained: another loss, or batches of one, may let numbers grow faster. */
    @Provide
    Arbitrary<TrainingRun> atKinks() {
        return Budget.within(TrainingRun.from(Shape.deep().map(Shape::withRelu), Networks::any).map(sample -> sample
                .withSettings(sample.settings().withBatchSize(1).withKappa(BigFraction.ZERO))
                .withDerivative(sample.settings().loss().rational())));
    }

    @Provide
    Arbitrary<BigFraction> others() {
        return Rationals.nonZero();
    }
}
