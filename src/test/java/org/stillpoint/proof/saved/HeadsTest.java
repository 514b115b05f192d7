package org.stillpoint.proof.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.proof.prover.Specification;

/** What this build takes a problem to be read from is what KeY reads it from, and a saved proof brings no rule of its own. */
@Tag("saved-proofs")
class HeadsTest {

    private static final Path PROOFS = Path.of("proofs");

    private static final Set<String> KINDS =
            Set.of("\\classpath", "\\javaSource", "\\include", "\\sorts", "\\functions", "\\predicates", "\\schemaVariables",
                    "\\rules");

    private final Specification specification = Specification.ofThisBuild();

    @Test
    void keyIncludesTheFilesThatTheBuildReads() {
        assertThat(specification.problems()).allSatisfy(problem -> {
            Set<Path> read = new TreeSet<>(specification.rulesOf(problem));
            read.remove(problem);
            assertThat(Head.of(problem).included()).as("files that %s includes", problem.getFileName()).isEqualTo(read);
        });
    }

    @Test
    void aClassOfTheoremsHasItsTheoryByItsName() {
        List<Path> theories = specification.theorems().stream().flatMap(theorems -> specification.theoryOf(theorems).stream())
                .toList();

        assertThat(specification.theorems())
                .allSatisfy(theorems -> assertThat(Head.of(specification.problemOf(theorems)).included())
                .containsAll(specification.theoryOf(theorems)));
        assertThat(specification.theories().stream().map(Path::toAbsolutePath)
                .filter(file -> file.getParent().endsWith("theorems"))).containsExactlyInAnyOrderElementsOf(theories);
    }

    /** Contracts and invariants may stand in such a file too, where nobody would look for them. */
    @Test
    void aFileOfRulesHasNothingButRulesAndWhatTheySpeakOf() {
        assertThat(specification.problems().stream().flatMap(problem -> specification.rulesOf(problem).stream()).distinct())
                .allSatisfy(file -> assertThat(Head.of(file).declarations()).as("what KeY reads of %s", file.getFileName())
                        .allMatch(declaration -> KINDS.contains(declaration.split(" ")[0])));
    }

    @Test
    void aSavedProofDeclaresWhatItsProblemDoes() {
        assertThat(savedProofs()).isNotEmpty().allSatisfy(proof -> {
            String contract = proof.getFileName().toString().replace(".proof.gz", "");
            assertThat(Head.of(proof).declarations()).as("what KeY reads before the proof of %s", contract)
                    .isEqualTo(Head.of(specification.problemFor(contract)).declarations());
        });
    }

    @Test
    void anIncludeOrARuleWithOtherBlanksIsSeen(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.key"), "\\sorts { Q; }\n");
        Path problem = Files.writeString(folder.resolve("problem.key"),
                "\\include\n  \"rules.key\"\t;\n\\rules{anything{\\find(1 = 2)\\replacewith(true)};}\n\\problem { true }\n");

        assertThat(Head.of(problem).included()).containsExactly(rules);
        assertThat(Head.of(problem).declarations()).hasSize(2).anyMatch(declaration -> declaration.contains("anything"));
    }

    private static List<Path> savedProofs() {
        try (Stream<Path> files = Files.walk(PROOFS)) {
            return files.filter(file -> file.toString().endsWith(".proof.gz")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
