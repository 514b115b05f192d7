package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.ClaimFormat;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.PackedCatalogue;
import org.stillpoint.decision.DecisionTable;
import org.stillpoint.format.Json;

class BindClaimsTest {

    private static final Claim CLAIM = Examples.claim("ZERO-1");

    @TempDir
    Path project;
    private Path evidence;
    private Path packed;

    @BeforeEach
    void specify() throws IOException {
        evidence = project.resolve("target/evidence/now");
        packed = project.resolve("target/classes").resolve(PackedCatalogue.CATALOGUE);
        Files.createDirectories(project.resolve("specs/claims"));
        Files.writeString(project.resolve("specs/claims/ZERO-1.json"), Json.write(ClaimFormat.write(CLAIM)));
        Files.writeString(project.resolve("specs/README.md"), "# What is trusted");
    }

    @Test
    void claimsThatAreEstablishedAreReportedAndPacked() throws IOException {
        DecisionTable.proofs().forEach(name -> EvidenceLog.in(evidence).record(Examples.passed(name.kind(), name.name())));
        Examples.records(List.of(CLAIM)).forEach(EvidenceLog.in(evidence)::record);

        bind("bind");

        assertThat(packed).content().contains("ZERO-1.proof", "\"date\" : \"2026-11-23T16:45:03Z\"", "\"version\" : \"1.2.3\"");
        assertThat(project.resolve("target/report/index.html")).content().contains("Title of ZERO-1");
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

        assertThat(packed).content().contains("ZERO-1.proof", "\"evidence\" : null", "\"date\" : \"2026-11-23T16:45:03Z\"");
        assertThat(project.resolve("target/report")).doesNotExist();
    }

    @Test
    void anUnknownWayToBindStopsTheBuildAndLeavesNoRecordOfAnOlderOne() throws IOException {
        Files.createDirectories(packed.getParent());
        Files.writeString(packed, "the record of an older build");

        assertThatThrownBy(() -> bind("believe")).hasMessage("believe: expected bind, list or skip");
        assertThat(packed).doesNotExist();
    }

    private void bind(String mode) throws IOException {
        BindClaims.main(new String[] {mode, project.toString(), evidence.toString(), "20261123164503", "1.2.3"});
    }
}
