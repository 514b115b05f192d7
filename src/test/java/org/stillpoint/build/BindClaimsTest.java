package org.stillpoint.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.ClaimFormat;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.PackedCatalogue;
import org.stillpoint.decision.DecisionTable;
import org.stillpoint.format.Json;
import org.stillpoint.report.LabPage;

class BindClaimsTest {

    private static final Claim CLAIM = Examples.claim("ZERO-1");
    private static final LocalDateTime NOW = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path project;
    private Path evidence;
    private Path packed;
    private Path lab;

    @BeforeEach
    void specify() throws IOException {
        evidence = project.resolve("target/evidence/now");
        packed = project.resolve("target/classes").resolve(PackedCatalogue.CATALOGUE);
        Files.createDirectories(project.resolve("specs/claims"));
        Files.writeString(project.resolve("specs/claims/ZERO-1.json"), Json.write(ClaimFormat.write(CLAIM)));
        Files.writeString(project.resolve("specs/README.md"), "# What is trusted");
        TestRunTest.write(project, "org.example.SomeTest", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        lab = project.resolve("target/classes").resolve(LabPage.RESOURCE);
        Files.createDirectories(lab.getParent());
        Files.writeString(lab, "<!DOCTYPE html>");
    }

    @Test
    void claimsThatAreEstablishedAreReportedAndPacked() throws IOException {
        allRanAndPassed();

        bind("bind");

        assertThat(packed).content()
                .contains("ZERO-1.proof", "\"date\" : \"" + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(NOW) + "Z\"",
                        "\"version\" : \"1.2.3\"");
        assertThat(project.resolve("target/report/catalogue.html")).content().contains("Title of ZERO-1");
    }

    @Test
    void aClaimWhoseEvidenceDidNotRunStopsTheBuildAndLeavesNoRecordOfAnOlderOne() throws IOException {
        Files.createDirectories(packed.getParent());
        Files.writeString(packed, "the record of an older build");
        EvidenceName first = CLAIM.evidence().get(0);
        EvidenceLog.in(project.resolve("target/evidence/before")).record(Examples.passed(first.kind(), first.name()));

        assertThatThrownBy(() -> bind("bind"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("claims without their evidence, 2 lines above");
        assertThat(packed).doesNotExist();
        assertThat(project.resolve("target/report")).doesNotExist();
    }

    @Test
    void evidenceThatDoesNotBearOnItsClaimStopsTheBuild() throws IOException {
        Claim other = Examples.claim("ZERO-2");
        Examples.records(List.of(CLAIM, other)).forEach(EvidenceLog.in(evidence)::record);

        assertThatThrownBy(() -> bind("bind")).hasMessageContaining("claims without their evidence, 2 lines above");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests=\"0\"", "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"1\"",
            "tests=\"2\" errors=\"1\" skipped=\"0\" failures=\"0\"",
        "tests=\"2\" errors=\"0\" skipped=\"1\" failures=\"0\"",
        "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\" flakes=\"1\""})
    void aTestThatDidNotRunAndPassStopsTheBuildAlsoIfItIsOfNoClaim(String result) throws IOException {
        allRanAndPassed();
        TestRunTest.write(project, "org.example.SomeTest", result);

        assertThatThrownBy(() -> bind("bind")).hasMessageContaining("claims without their evidence, 1 lines above");
        assertThat(packed).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test=!ArchitectureTest", "excludedGroups=proof", "surefire.excludes=**/LawProperties.java"})
    void aSwitchThatLeavesOutTestsStopsTheBuild(String option) throws IOException {
        allRanAndPassed();

        assertThatThrownBy(() -> bind("bind", option)).hasMessageContaining("claims without their evidence, 1 lines above");
        assertThat(packed).doesNotExist();
    }

    @Test
    void aSwitchThatWasNotGivenLeavesOutNothing() throws IOException {
        allRanAndPassed();

        bind("bind", "test=${test}", "excludedGroups=");

        assertThat(packed).exists();
    }

    @Test
    void evidenceThatWasThereBeforeTheBuildStopsIt() throws IOException {
        allRanAndPassed();
        try (Stream<Path> files = Files.list(evidence)) {
            Files.setLastModifiedTime(files.findFirst().orElseThrow(),
                    FileTime.from(NOW.minusSeconds(1).toInstant(ZoneOffset.UTC)));
        }

        assertThatThrownBy(() -> bind("bind")).hasMessageContaining("claims without their evidence, 1 lines above");
    }

    @Test
    void aBuildThatIsSaidToHaveBegunBeforeItsVirtualMachineIsAnother() throws IOException {
        allRanAndPassed();

        assertThatThrownBy(() -> bindAt(NOW.minusDays(1), "bind"))
                .hasMessageContaining("claims without their evidence, 1 lines above");
    }

    @Test
    void aBuildWithoutItsLabIsNotBound() throws IOException {
        allRanAndPassed();
        Files.setLastModifiedTime(lab, FileTime.from(NOW.minusSeconds(1).toInstant(ZoneOffset.UTC)));
        assertThatThrownBy(() -> bind("bind")).hasMessageContaining("claims without their evidence, 1 lines above");

        Files.delete(lab);
        assertThatThrownBy(() -> bind("bind")).hasMessageContaining("claims without their evidence, 1 lines above");
        assertThat(packed).doesNotExist();
    }

    private void allRanAndPassed() {
        DecisionTable.proofs().forEach(name -> EvidenceLog.in(evidence).record(Examples.passed(name.kind(), name.name())));
        Examples.records(List.of(CLAIM)).forEach(EvidenceLog.in(evidence)::record);
    }

    @Test
    void aClaimThatIsNotWellFormedStopsTheBuildWithOneLine() throws IOException {
        Files.writeString(project.resolve("specs/claims/ZERO-1.json"), "{\"id\": \"ZERO-1\"}");

        assertThatThrownBy(() -> bind("bind"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("stillpoint: .*ZERO-1.json: no \"title\", expected one");
    }

    @Test
    void aRunOfOneGroupBindsNothing() throws IOException {
        bind("skip");

        assertThat(packed).doesNotExist();
        assertThat(project.resolve("target/report")).doesNotExist();
    }

    @Test
    void aBuildThatSkipsItsTestsEstablishesNothingWhateverEvidenceLiesAbout() throws IOException {
        Files.createDirectories(packed.getParent());
        Files.writeString(packed, "the record of an older build");
        Examples.records(List.of(CLAIM)).forEach(EvidenceLog.in(evidence)::record);

        bind("list");

        assertThat(packed).content()
                .contains("ZERO-1.proof", "\"evidence\" : null",
                        "\"date\" : \"" + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(NOW) + "Z\"");
        assertThat(project.resolve("target/report")).doesNotExist();
    }

    @Test
    void anUnknownWayToBindStopsTheBuildAndLeavesNoRecordOfAnOlderOne() throws IOException {
        Files.createDirectories(packed.getParent());
        Files.writeString(packed, "the record of an older build");

        assertThatThrownBy(() -> bind("believe")).hasMessage("believe: expected bind, list or skip");
        assertThat(packed).doesNotExist();
    }

    private void bind(String mode, String... switches) throws IOException {
        bindAt(NOW, mode, switches);
    }

    private void bindAt(LocalDateTime begun, String mode, String... switches) throws IOException {
        BindClaims.main(Stream.concat(Stream.of(mode, project.toString(), evidence.toString(),
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss").format(begun), "1.2.3"), Arrays.stream(switches))
                .toArray(String[]::new));
    }
}
