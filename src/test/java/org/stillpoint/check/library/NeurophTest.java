package org.stillpoint.check.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.diagnosis.Judge;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.protocol.Programs;
import org.stillpoint.check.suite.SuiteName;
import org.stillpoint.check.verdict.Explanation;
import org.stillpoint.check.verdict.ShownConvention;
import org.stillpoint.check.verdict.Verdict;

/** A library that many have used, judged as any program is: what it does is found and named. */
class NeurophTest {

    private static final int CASES = 40;

    @Test
    void onlineItTakesDeltasFromWeightsThatHaveMovedAndAddsAFlatSpotToSigmoid() {
        Verdict verdict = judged("online");

        assertThat(mistakes(verdict)).isEqualTo(Set.of("weights-updated-before-deltas", "sigmoid-flat-spot"));
        assertSmall(verdict);
    }

    @Test
    void inBatchesItAddsAFlatSpotToSigmoidAndSumsGradients() {
        Verdict verdict = judged("batch");

        assertThat(mistakes(verdict)).isEqualTo(Set.of("sigmoid-flat-spot"));
        assertThat(conventions(verdict)).containsEntry(Convention.BATCH, "sum");
        assertSmall(verdict);
    }

    private static Verdict judged(String mode) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath,
                NeurophProgram.class.getName(), mode);
        return Judge.judge(new Programs(command, Duration.ofSeconds(120)), SuiteName.ALL, CASES, 1);
    }

    /** That explain every wrong case. */
    private static Set<String> mistakes(Verdict verdict) {
        Explanation explanation = verdict.diagnosis().orElseThrow();
        assertThat(explanation.explains()).isEqualTo(explanation.of());
        return explanation.simplest().made().stream().map(Hypothesis.Made::mistake).map(mistake -> mistake.id())
                .collect(Collectors.toSet());
    }

    private static Map<Convention, String> conventions(Verdict verdict) {
        return verdict.conventions().stream().filter(shown -> shown.way().isPresent())
                .collect(Collectors.toMap(ShownConvention::convention, shown -> shown.way().orElseThrow()));
    }

    private static void assertSmall(Verdict verdict) {
        assertThat(verdict.smallest().orElseThrow().request().network().widths()).allMatch(width -> width == 1);
        assertThat(verdict.smallest().orElseThrow().request().data().size()).isEqualTo(1);
    }
}
