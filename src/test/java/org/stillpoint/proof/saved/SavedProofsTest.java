package org.stillpoint.proof.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.ProofBasis;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.prover.Theorems;

/**
 * The proofs kept in this repository are those of the present source, rules and prover. {@link KernelReplayTest} and
 * {@link TheoremReplayTest} replay them.
 */
@Tag("saved-proofs")
class SavedProofsTest {

    /** Where proofs were rewritten, so are the pages about them, now that everything they rest on is proved. */
    @BeforeAll
    static void describeWhatWasRewritten() throws IOException {
        List<SavedProof> rewritten = contracts().stream().map(SavedProof::of)
                .filter(saved -> SavedProof.isRewritten(saved.isOfPresentSource())).toList();
        if (!rewritten.isEmpty()) {
            List<EvidenceRecord> evidence =
                    EvidenceLog.merged(EvidenceLog.readAll(Path.of(System.getProperty(EvidenceLog.PROPERTY))));
            ProofBasis basis = new ProofBasis(evidence);
            evidence.stream().filter(record -> record.kind() == EvidenceRecord.Kind.PROOF)
                    .forEach(record -> rewritten.stream().filter(saved -> saved.isOf(record.name()))
                            .forEach(saved -> saved.describe(record, basis)));
        }
    }

    @TestFactory
    Stream<DynamicTest> theSavedProofIsOfThisSource() {
        return contracts().stream().map(contract -> DynamicTest.dynamicTest(contract, () ->
                assertThat(SavedProof.of(contract).digest()).as("the saved proof of %s; %s", contract, Prover.REMEDY)
                        .contains(SavedProof.of(contract).presentDigest())));
    }

    @TestFactory
    Stream<DynamicTest> theSavedProofsOfLemmasAreOfTheseRules() {
        return Specification.ofThisBuild().filesOfLemmas().stream().map(SavedLemmas::of)
                .map(lemmas -> DynamicTest.dynamicTest(lemmas.folder().toString(), () ->
                assertThat(lemmas.digest()).as("the saved proofs in %s; %s", lemmas.folder(), Prover.REMEDY)
                        .contains(lemmas.presentDigest())));
    }

    @Test
    void noProofIsKeptOfAContractThatIsGone() throws IOException {
        for (String part : List.of("theorems", "kernel")) {
            try (Stream<Path> folders = Files.list(Path.of("proofs", part))) {
                assertThat(folders.map(folder -> folder.getFileName().toString())).as("proofs/%s", part).isSubsetOf(contracts());
            }
        }
    }

    /** Those of a lemma that is gone from a file are seen by {@code LemmaProofsTest}. */
    @Test
    void noProofIsKeptOfLemmasWhoseFileIsGone() throws IOException {
        try (Stream<Path> files = Files.walk(SavedLemmas.ALL)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getParent))
                    .isSubsetOf(Specification.ofThisBuild().filesOfLemmas().stream().map(file -> SavedLemmas.of(file).folder())
                            .toList());
        }
    }

    static Stream<DynamicTest> replays(Predicate<String> contracts) {
        return contracts().stream().filter(contracts).map(contract -> DynamicTest.dynamicTest(contract, () ->
                assertThat(Prover.replayAlone(SavedProof.of(contract).file())).as("%s is closed by its saved proof", contract)
                        .isTrue()));
    }

    static List<String> contracts() {
        return Theorems.ofThisBuild().methods().stream().map(SourceMethod::contract).sorted().toList();
    }
}
