package org.stillpoint.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.witness.Searched;

class EvidenceLogTest {

    private static final EvidenceRecord PROOF = new EvidenceRecord("Law.holds", true, new BigDecimal("1.50"),
            List.of(Bearing.parse("LAW-1 establishes all"), Bearing.parse("LAW-2 refutes the part")),
            new ProofFigures(636, 7, false, List.of("axiomAdd", "axiomMul"), List.of("lemmaSum"),
                    List.of("Vectors.dot", "Vectors.plus"), Optional.of(new ProofFigures.OfTheorem("entries of x", 3, 2))));
    private static final EvidenceRecord METHOD =
            new EvidenceRecord("Vectors.dot", true, BigDecimal.ONE, List.of(), Examples.proof(12));
    private static final EvidenceRecord PROPERTY = new EvidenceRecord("ZeroProperties.weights stay zero", false, BigDecimal.ZERO,
            List.of(), Examples.property(1, Optional.of(new PropertyFigures.Floor(1, "there is one"))));
    private static final EvidenceRecord WITNESS = new EvidenceRecord("Q-A", true, BigDecimal.ONE, List.of(),
            new WitnessFigures(Optional.of(new Searched("one unit", 12))));
    private static final EvidenceRecord RECHECK = new EvidenceRecord("a question", true, BigDecimal.ONE, List.of(),
            new RecheckFigures("unsatisfiable", "Z3 4.13"));
    private static final EvidenceRecord RULES =
            new EvidenceRecord("axioms", true, BigDecimal.ZERO, List.of(), new RuleFigures(18, "tested"));

    @TempDir
    Path directory;

    @Test
    void recordsAreReadBackAsWritten() throws IOException {
        EvidenceLog log = EvidenceLog.in(directory.resolve("evidence"));

        List.of(RULES, RECHECK, WITNESS, PROPERTY, METHOD, PROOF).forEach(log::record);

        assertThat(EvidenceLog.readAll(directory.resolve("evidence")))
                .containsExactly(PROOF, METHOD, PROPERTY, WITNESS, RECHECK, RULES);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "nodes" : 12       | "nodes" : "12"     | /figures/nodes: no count
            "nodes" : 12       | "nodes" : -1       | /figures/nodes: no count
            "replayed" : true  | "replayed" : 1     | /figures/replayed: no truth value
            "branches" : 7     | "tries" : 7        | /figures/tries: unknown key
            "claims" : [ ]     | "claims" : ["all"] | /claims/0: "all" says nothing of a claim
            """)
    void aFigureOfAnotherKindOrTypeIsAnErrorThatSaysWhere(String text, String wrong, String problem) throws IOException {
        EvidenceLog.in(directory).record(METHOD);
        Path file;
        try (Stream<Path> files = Files.list(directory)) {
            file = files.findFirst().orElseThrow();
        }
        String written = Files.readString(file);
        assertThat(written).contains(text);
        Files.writeString(file, written.replace(text, wrong));

        assertThatThrownBy(() -> EvidenceLog.readAll(directory)).isInstanceOf(FormatException.class)
                .hasMessageContaining(problem);
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
