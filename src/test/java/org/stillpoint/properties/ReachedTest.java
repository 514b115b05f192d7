package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.PropertyFigures;

/** What a property tells of how far its tries came, however it was emptied. */
class ReachedTest {

    /** Properties all of which pass. */
    static class EmptiedProperties {

        @Property
        void assertsOnEveryTry(@ForAll int number) {
            Reached.assertThat(number).isEqualTo(number);
        }

        @Property
        void returnsFirst(@ForAll int number) {
            if (number == number) {
                return;
            }
            Reached.assertThat(number).isEqualTo(number);
        }

        @Property
        void returnsBetweenItsAssertions(@ForAll int number) {
            Reached.assertThat(number).isEqualTo(number);
            if (number == number) {
                return;
            }
            Reached.assertThat(number + 1).isEqualTo(number + 1);
        }

        @Property
        void assertsOfNothing(@ForAll int number) {
            for (int each : List.<Integer>of()) {
                Reached.assertThat(each).isEqualTo(number);
            }
        }

        @Property
        void assertsInALambdaOfAMethodThatItCalls(@ForAll int number) {
            all(number);
        }

        private static void all(int number) {
            List.of(number).forEach(each -> Reached.assertThat(each).isEqualTo(number));
        }

        @Property
        void assertsElsewhere(@ForAll int number) {
            assertThat(number).isEqualTo(number);
        }

        @Property(tries = 1)
        void triesOnce(@ForAll int number) {
            Reached.assertThat(number).isEqualTo(number);
        }
    }

    @TempDir
    private Path directory;
    private Optional<String> evidence;

    @BeforeEach
    void divertWhatIsWritten() {
        evidence = Optional.ofNullable(System.getProperty(EvidenceLog.PROPERTY));
        System.setProperty(EvidenceLog.PROPERTY, directory.resolve("evidence").toString());
    }

    @AfterEach
    void restore() {
        evidence.ifPresentOrElse(before -> System.setProperty(EvidenceLog.PROPERTY, before),
                () -> System.clearProperty(EvidenceLog.PROPERTY));
    }

    @ParameterizedTest
    @CsvSource({"assertsOnEveryTry, 20", "returnsFirst, 0", "returnsBetweenItsAssertions, 0", "assertsOfNothing, 0",
        "assertsInALambdaOfAMethodThatItCalls, 20", "assertsElsewhere, 0", "triesOnce, 1"})
    void onlyTriesThatReachTheFinalAssertionCount(String property, int reached) throws IOException {
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(EmptiedProperties.class, property, "int"))
                .configurationParameter("jqwik.tries.default", "20")
                .configurationParameter("jqwik.database", directory.resolve("jqwik-database").toString())
                .build());

        List<EvidenceRecord> records = EvidenceLog.readAll(directory.resolve("evidence"));
        assertThat(records).hasSize(1);
        assertThat(records.get(0).passed()).isTrue();
        assertThat(records.get(0).figures()).isInstanceOfSatisfying(PropertyFigures.class,
                figures -> assertThat(figures.reached()).isEqualTo(reached));
    }
}
