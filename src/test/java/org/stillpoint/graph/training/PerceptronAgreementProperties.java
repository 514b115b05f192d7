package org.stillpoint.graph.training;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.TrainingRun;

/** The program of a perceptron trains it exactly as the kernel does whose training is proved. */
@StatisticsReport(onFailureOnly = true)
class PerceptronAgreementProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void theProgramEndsWhereTheKernelDoes(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.of(seed);
        Coverage.ofTraining(run, BulkTrainings.fastActivations());
        PerceptronProgram program = PerceptronProgram.of(run);

        assertThat(GradientCheck.fault(program.program())).isEqualTo(Optional.empty());
        assertThat(program.trained()).isEqualTo(run.trained().parameters());
    }
}
