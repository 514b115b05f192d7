package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.claims.EvidenceLog;

/** What the guide shows compiles, runs, and does what the guide says. */
class GuideTest {

    private static final Path SOURCES = Path.of("src/test/java/org/stillpoint/guide");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;
    private Optional<String> evidence;

    /** The false claim of the guide is no evidence. */
    @BeforeEach
    void divertEvidence() {
        evidence = Optional.ofNullable(System.getProperty(EvidenceLog.PROPERTY));
        System.setProperty(EvidenceLog.PROPERTY, directory.resolve("evidence").toString());
    }

    @AfterEach
    void restore() {
        evidence.ifPresentOrElse(value -> System.setProperty(EvidenceLog.PROPERTY, value),
                () -> System.clearProperty(EvidenceLog.PROPERTY));
    }

    @Test
    void everyExampleIsInTheSourcesThatAreRun() throws IOException {
        String sources = Files.readString(SOURCES.resolve("OwnClaims.java"))
                + Files.readString(SOURCES.resolve("OwnGradientProperties.java"));
        List<String> examples = JAVA.matcher(Files.readString(Path.of("src/guide/own-claims.md"))).results()
                .map(block -> block.group(1)).toList();

        assertThat(examples).hasSize(4).allSatisfy(example -> assertThat(sources).contains(indented(example)));
    }

    @Test
    void theClaimThatHoldsHolds() {
        TestExecutionSummary summary = run("everySampleTwiceChangesNothing");

        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
    }

    @Test
    void theClaimThatDoesNotIsFalsified() {
        TestExecutionSummary summary = run("twoStepsAreOneWithTwiceTheRate");

        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(summary.getFailures().get(0).getException()).hasMessageContaining("expected: Network");
    }

    private TestExecutionSummary run(String claim) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(OwnClaims.class, claim, TrainingRun.class.getName()))
                .configurationParameter("jqwik.database", directory.resolve("jqwik-database").toString())
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build(), summary);
        assertThat(summary.getSummary().getTestsStartedCount()).isEqualTo(1);
        return summary.getSummary();
    }

    /** As it stands in a class. */
    private static String indented(String example) {
        return String.join("\n", Stream.of(example.stripTrailing().split("\n")).map(line -> line.isEmpty() ? line : "    " + line)
                .toList());
    }
}
