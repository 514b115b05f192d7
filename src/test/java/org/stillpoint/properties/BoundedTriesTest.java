package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.PropertyFigures;
import org.stillpoint.domain.Network;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import org.stillpoint.witness.WitnessFormat;

/** No try runs long, none is over the budget, and every one can be run again. */
class BoundedTriesTest {

    /** Properties whose tries are too long, too large, or told by their seed. */
    static class Tried {

        private static final long NANOSECONDS = 6_000_000_000L;

        @Property
        void computesForSixSeconds(@ForAll("trainings") TrainingRun run) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < NANOSECONDS) {
                Thread.onSpinWait(); // As arithmetic does, which nothing interrupts.
            }
        }

        @Property
        void takesWhatNoBudgetCut(@ForAll("explosive") TrainingRun run) {
            assertThat(run.settings().steps()).isPositive();
        }

        @Property
        void holds(@ForAll("trainings") TrainingRun run) {
            SEEN.add(run);
        }

        @Provide
        Arbitrary<TrainingRun> trainings() {
            return TrainingRun.from(Shape.oneHiddenLayer(), Networks::any);
        }

        @Provide
        Arbitrary<TrainingRun> explosive() {
            return Arbitraries.just(BudgetProperties.explosive());
        }
    }

    private static final List<TrainingRun> SEEN = new CopyOnWriteArrayList<>();

    @TempDir
    private Path directory;
    private Optional<String> evidence;
    private Optional<String> seed;

    @BeforeEach
    void divertWhatIsWritten() {
        evidence = Optional.ofNullable(System.getProperty(EvidenceLog.PROPERTY));
        seed = Optional.ofNullable(System.getProperty(Seeds.PROPERTY));
        System.setProperty(EvidenceLog.PROPERTY, directory.resolve("evidence").toString());
        System.setProperty(FalsifiedSample.DIRECTORY, directory.resolve("counterexamples").toString());
        System.setProperty(BoundedTries.SECONDS, "1");
        SEEN.clear();
    }

    @AfterEach
    void restore() {
        System.clearProperty(BoundedTries.SECONDS);
        System.clearProperty(FalsifiedSample.DIRECTORY);
        restore(EvidenceLog.PROPERTY, evidence);
        restore(Seeds.PROPERTY, seed);
    }

    private static void restore(String property, Optional<String> value) {
        value.ifPresentOrElse(before -> System.setProperty(property, before), () -> System.clearProperty(property));
    }

    @Test
    void aTryThatTakesTooLongEndsItsPropertyWithItsNameSeedAndSample() throws IOException {
        String message = failure("computesForSixSeconds");

        assertThat(message).matches("(?s)Tried.computesForSixSeconds: one try took more than 1 s, expected far less; the seed: -?[0-9]+; "
                + "the sample: \\{network=.*");
        assertThat(onlyRecord().passed()).isFalse();
        assertThat(message).contains("the seed: " + ((PropertyFigures) onlyRecord().figures()).seed() + ";");
    }

    @Test
    void itsSampleIsWrittenAlthoughItCannotBeTraced() throws IOException {
        failure("computesForSixSeconds");

        Path file = directory.resolve("counterexamples")
                .resolve("Tried.computesForSixSeconds" + WitnessFormat.COUNTEREXAMPLE_SUFFIX);
        JsonCursor written = Json.read(new Source(file.toString(), Files.readString(file)));
        Network network = NetworkFormat.read(written.field("network"));
        assertThat(network.layers()).hasSize(2);
        assertThat(written.optionalField("trace")).isEmpty();
    }

    @Test
    void aGeneratedTrainingOverTheBudgetFailsBeforeItRuns() {
        assertThat(failure("takesWhatNoBudgetCut"))
                .startsWith("a generated value over the budget, expected an arbitrary that goes through it");
    }

    @Test
    void oneNumberGivesThePropertyTheSameTriesAgainAndAnotherNumberOthers() {
        List<TrainingRun> first = tries("1");

        assertThat(first).hasSize(20);
        assertThat(tries("1")).isEqualTo(first);
        assertThat(tries("2")).isNotEqualTo(first);
    }

    private List<TrainingRun> tries(String number) {
        System.setProperty(Seeds.PROPERTY, number);
        SEEN.clear();
        assertThat(run("holds").getSummary().getTestsSucceededCount()).isEqualTo(1);
        return List.copyOf(SEEN);
    }

    private String failure(String property) {
        return run(property).getSummary().getFailures().get(0).getException().getMessage();
    }

    private SummaryGeneratingListener run(String property) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(Tried.class, property, TrainingRun.class.getName()))
                .configurationParameter("jqwik.tries.default", "20")
                .configurationParameter("jqwik.database", directory.resolve("jqwik-database").toString())
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .build(), summary);
        assertThat(summary.getSummary().getTestsStartedCount()).isEqualTo(1);
        return summary;
    }

    private EvidenceRecord onlyRecord() throws IOException {
        List<EvidenceRecord> records = EvidenceLog.readAll(directory.resolve("evidence"));
        assertThat(records).hasSize(1);
        return records.get(0);
    }
}
