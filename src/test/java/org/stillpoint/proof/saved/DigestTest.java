package org.stillpoint.proof.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A digest changes with everything that a proof can see. */
class DigestTest {

    private static final String DECLARED = "\\functions {\n  Q dot(Vec, Vec, int); Q other(Vec);\n}\n";

    @TempDir
    private Path folder;
    private Path symbols;
    private Path rules;

    @BeforeEach
    void write() throws IOException {
        symbols = Files.writeString(folder.resolve("symbols.key"), DECLARED);
        rules = Files.writeString(folder.resolve("rules.key"), "\\rules { one { \\find(dot(u, v, 0)) \\replacewith(qZero) "
                + "}; }\n");
    }

    @Test
    void aSymbolThatNothingNamesDoesNotCount() throws IOException {
        String before = digest();

        Files.writeString(symbols, DECLARED.replace("Q other(Vec);", "// more\n  Vec another(Q);\n  Mat third(\n    Q);"));

        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void aSymbolThatIsNamedCounts() throws IOException {
        String before = digest();

        Files.writeString(symbols, DECLARED.replace("dot(Vec, Vec, int)", "dot(Vec, Vec, Q)"));

        assertThat(digest()).isNotEqualTo(before);
    }

    @Test
    void aSymbolCountsAsSoonAsARuleNamesIt() throws IOException {
        Files.writeString(rules, Files.readString(rules).replace("qZero", "other(u)"));
        String before = digest();

        Files.writeString(symbols, DECLARED.replace("other(Vec)", "other(Mat)"));

        assertThat(digest()).isNotEqualTo(before);
    }

    @Test
    void eachCharacterOfARuleCounts() throws IOException {
        String before = digest();

        Files.writeString(rules, Files.readString(rules) + " ");

        assertThat(digest()).isNotEqualTo(before);
    }

    private String digest() {
        return Digest.of(List.of(symbols, rules));
    }
}
