package org.stillpoint.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.format.FormatException;

class EvidenceLogTest {

    private static final EvidenceRecord PROOF = new EvidenceRecord(
            Kind.PROOF, "Vectors.dot", true, new BigDecimal("1.50"), Map.of("nodes", "636", "branches", "7"));
    private static final EvidenceRecord PROPERTY =
            new EvidenceRecord(Kind.PROPERTY, "ZeroProperties.weights stay zero", false, BigDecimal.ZERO, Map.of());

    @TempDir
    Path directory;

    @Test
    void recordsAreReadBackAsWritten() throws IOException {
        EvidenceLog log = EvidenceLog.in(directory.resolve("evidence"));

        log.record(PROPERTY);
        log.record(PROOF);

        assertThat(EvidenceLog.readAll(directory.resolve("evidence"))).containsExactly(PROOF, PROPERTY);
    }

    @Test
    void evidenceThatRanTwiceIsRecordedTwice() throws IOException {
        EvidenceLog.in(directory).record(PROOF);
        EvidenceLog.in(directory).record(PROOF);

        assertThat(EvidenceLog.readAll(directory)).containsExactly(PROOF, PROOF);
    }

    @Test
    void aDirectoryThatNoEvidenceWroteToHoldsNone() throws IOException {
        assertThat(EvidenceLog.readAll(directory.resolve("absent"))).isEmpty();
    }

    @Test
    void aFileThatIsNoRecordIsAnErrorThatNamesIt() throws IOException {
        Files.writeString(directory.resolve("proof-1.json"), "{\"kind\": \"proof\"}");

        assertThatThrownBy(() -> EvidenceLog.readAll(directory))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("proof-1.json")
                .hasMessageContaining("expected one");
    }
}
