package org.stillpoint.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;

/** Each property of a claim fails on an engine with a mistake made for it; without the mistake the build runs it too. */
class ClaimMutantsTest {

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> thePropertyOfAMutantFails() {
        return ClaimMutant.all().stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            String property = mutant.property().substring(mutant.property().indexOf('.') + 1);

            TestExecutionSummary summary = new ChangedClass(mutant.file(), mutant.text())
                    .run(mutant.properties(), property, Files.createTempDirectory(directory, mutant.name()));

            assertThat(summary.getTestsFailedCount()).as("failures of %s with the mistake", mutant.property()).isEqualTo(1);
            assertThat(summary.getFailures().get(0).getException())
                    .as("not an error of the mutant, nor too few cases of some kind")
                    .isInstanceOf(AssertionError.class).hasMessageNotContaining("does not fulfill condition");
        }));
    }

    @Test
    void everyPropertyOfAClaimHasAMutantOfItsOwn() throws IOException {
        List<String> properties = Catalogue.load(Path.of("specs/claims")).claims().stream()
                .flatMap(claim -> claim.evidence().stream())
                .filter(evidence -> evidence.kind() == Kind.PROPERTY).map(EvidenceName::name).distinct().toList();

        assertThat(ClaimMutant.all()).extracting(ClaimMutant::property).containsExactlyInAnyOrderElementsOf(properties);
    }
}
