package org.stillpoint.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.stillpoint.proof.prover.Specification;

/** Each mistake makes the property fail that is about the method it is in, and that property holds without it. */
class MutantPropertiesTest {

    private static final String PROPERTIES = "org.stillpoint.properties.KernelProperties";

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> thePropertyOfAMutantFails() {
        return Mutant.all().stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            TestExecutionSummary changed = run(mutant, mutant.apply(fileOf(mutant), text(mutant)));
            TestExecutionSummary unchanged = run(mutant, text(mutant));

            assertThat(changed.getTestsFailedCount()).as("failures of %s with the mistake", mutant.property()).isEqualTo(1);
            assertThat(unchanged.getTestsSucceededCount()).as("successes of %s without it", mutant.property()).isEqualTo(1);
        }));
    }

    private TestExecutionSummary run(Mutant mutant, String source) throws IOException {
        return new ChangedClass(fileOf(mutant), source)
                .run(PROPERTIES, mutant.property(), Files.createTempDirectory(directory, mutant.name()));
    }

    private static String fileOf(Mutant mutant) {
        return mutant.contract().substring(0, mutant.contract().indexOf('.')) + ".java";
    }

    private static String text(Mutant mutant) {
        return Specification.ofThisBuild().sources().stream()
                .filter(source -> source.endsWith(fileOf(mutant))).map(Specification::read).findFirst().orElseThrow();
    }
}
