package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.claims.Bearing;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.PropertyFigures;
import org.stillpoint.format.Source;
import org.stillpoint.statement.FalsifiedProperty;
import org.stillpoint.training.Evaluation;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.Replay;
import org.stillpoint.witness.Witness;
import org.stillpoint.witness.WitnessFormat;

/** A property that does not hold leaves a record of that, and a counterexample that can be replayed. */
class FalsifiedPropertyTest {

    private static final String TRIES = "100";

    /** One property that holds, and some that do not. */
    static class Beliefs {

        @Claim("Q-B")
        @Property
        void oneStepNeverChangesTheLoss(@ForAll("trainings") TrainingRun run) {
            assertThat(Evaluation.meanLoss(run.trained(1), run.data(), run.settings().loss()))
                    .isEqualTo(Evaluation.meanLoss(run.network(), run.data(), run.settings().loss()));
        }

        @Claim("Q-B")
        @Property
        void noTrainingChangesTheWeights(@ForAll("trainings") TrainingRun run) {
            assertThat(run.trained()).isEqualTo(run.network());
        }

        @Claim("Q-B")
        @Property
        void noStepsChangeNothing(@ForAll("trainings") TrainingRun run) {
            assertThat(run.trained(0)).isEqualTo(run.network());
        }

        @Claim("Q-B")
        @Property(shrinking = ShrinkingMode.FULL)
        void noTrainingTakesMoreThanOneStep(@ForAll("trainings") TrainingRun run) {
            assertThat(run.settings().steps()).isLessThan(2);
        }

        @Property
        void aTrainingHasSteps(@ForAll("trainings") TrainingRun run) {
            assertThat(run.settings().steps()).isPositive();
        }

        @Provide
        Arbitrary<TrainingRun> trainings() {
            return TrainingRun.from(Shape.oneHiddenLayer(), Networks::any);
        }
    }

    @TempDir
    private Path directory;
    private Optional<String> evidence;

    @BeforeEach
    void divertWhatIsWritten() {
        evidence = Optional.ofNullable(System.getProperty(EvidenceLog.PROPERTY));
        System.setProperty(EvidenceLog.PROPERTY, directory.resolve("evidence").toString());
        System.setProperty(FalsifiedSample.DIRECTORY, directory.resolve("counterexamples").toString());
    }

    @AfterEach
    void restore() {
        System.clearProperty(FalsifiedSample.DIRECTORY);
        evidence.ifPresentOrElse(value -> System.setProperty(EvidenceLog.PROPERTY, value),
                () -> System.clearProperty(EvidenceLog.PROPERTY));
    }

    @Test
    void theCounterexampleIsWhatShrinkingArrivedAt() throws IOException {
        assertThat(failures("noTrainingTakesMoreThanOneStep")).isEqualTo(1);

        Witness counterexample = replay("noTrainingTakesMoreThanOneStep").witness();
        assertThat(counterexample.settings().steps()).isEqualTo(2);
        assertThat(counterexample.network().parameters()).allMatch(parameter -> parameter.signum() == 0);
    }

    @Test
    void theSampleIsWrittenAndReplays() throws IOException {
        assertThat(failures("oneStepNeverChangesTheLoss")).isEqualTo(1);

        Replay replay = replay("oneStepNeverChangesTheLoss");
        Counterexample counterexample = (Counterexample) replay.witness();
        assertThat(replay.differs()).isEmpty();
        assertThat(counterexample.claim()).isEqualTo("Q-B");
        assertThat(counterexample.contradicts()).isEqualTo("one step never changes the loss");
        assertThat(((FalsifiedProperty) counterexample.statement()).property())
                .isEqualTo(Beliefs.class.getName() + ".oneStepNeverChangesTheLoss");
    }

    @Test
    void aLossThatHasNoNameIsToldByTheTargetsThatItAmountsTo() throws IOException {
        assertThat(failures("noTrainingChangesTheWeights")).isEqualTo(1);

        Replay replay = replay("noTrainingChangesTheWeights");
        assertThat(replay.differs()).isEmpty();
        assertThat(replay.witness().run().end()).isNotEqualTo(replay.witness().network());
    }

    @Test
    void theFailureIsRecorded() throws IOException {
        failures("oneStepNeverChangesTheLoss");

        EvidenceRecord record = onlyRecord();
        assertThat(record.kind()).isEqualTo(EvidenceRecord.Kind.PROPERTY);
        assertThat(record.name()).isEqualTo("Beliefs.oneStepNeverChangesTheLoss");
        assertThat(record.passed()).isFalse();
        assertThat(record.bearings()).containsExactly(Bearing.parse("Q-B establishes all"));
        assertThat(record.figures()).isInstanceOf(PropertyFigures.class);
    }

    @Test
    void aPropertyThatHoldsIsRecordedAndLeavesNoCounterexample() throws IOException {
        assertThat(failures("noStepsChangeNothing")).isZero();

        assertThat(onlyRecord().passed()).isTrue();
        assertThat(onlyRecord().figures()).isInstanceOfSatisfying(PropertyFigures.class, figures -> {
            assertThat(figures.tries()).hasToString(TRIES);
            assertThat(figures.checks()).hasToString(TRIES);
        });
        assertThat(directory.resolve("counterexamples")).doesNotExist();
    }

    @Test
    void aPropertyOfNoClaimLeavesNoCounterexample() {
        assertThat(failures("aTrainingHasSteps")).isEqualTo(1);

        assertThat(directory.resolve("counterexamples")).doesNotExist();
    }

    private long failures(String property) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(Beliefs.class, property, TrainingRun.class.getName()))
                .configurationParameter("jqwik.tries.default", TRIES)
                .configurationParameter("jqwik.database", directory.resolve("jqwik-database").toString())
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .build(), summary);
        assertThat(summary.getSummary().getTestsStartedCount()).isEqualTo(1);
        return summary.getSummary().getTestsFailedCount();
    }

    private Replay replay(String property) throws IOException {
        Path file = directory.resolve("counterexamples").resolve("Beliefs." + property + WitnessFormat.COUNTEREXAMPLE_SUFFIX);
        return Replay.of(new Source(file.toString(), Files.readString(file)));
    }

    private EvidenceRecord onlyRecord() throws IOException {
        List<EvidenceRecord> records = EvidenceLog.readAll(directory.resolve("evidence"));
        assertThat(records).hasSize(1);
        return records.get(0);
    }
}
