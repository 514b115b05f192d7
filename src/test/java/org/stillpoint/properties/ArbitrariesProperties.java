package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;

/** What the other properties are drawn from. */
@StatisticsReport(onFailureOnly = true)
class ArbitrariesProperties {

    @Property(tries = 600)
    void everyLossActsAsTheSquaredLossWithOtherTargets(@ForAll("trainings") TrainingRun run) {
        Coverage.ofSettings(run);
        Coverage.require("a shorter last batch", run.data().size() % run.settings().batchSize() != 0
                && run.data().size() > run.settings().batchSize());

        assertThat(run.trainedUnderSquaredLoss()).isEqualTo(run.trained());
    }

    @Property
    void aDerivativeIsTheSameEachTimeItIsAskedFor(@ForAll("trainings") TrainingRun run) {
        assertThat(run.trained()).isEqualTo(run.trained());
    }

    @Provide
    Arbitrary<TrainingRun> trainings() {
        return TrainingRun.from(Shape.any(), Networks::any);
    }
}
