package org.stillpoint.proof.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.Bearing;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;
import org.stillpoint.proof.prover.Theorems;

/** The contracts and the catalogue name each other, and say the same of what is shown. */
class ClaimTagsTest {

    private static Catalogue catalogue;

    @BeforeAll
    static void load() throws IOException {
        catalogue = Catalogue.load(Path.of("specs/claims"));
    }

    @Test
    void theJavadocOfAContractSaysOfEachClaimWhatTheClaimSaysOfItsProof() {
        assertThat(Theorems.ofThisBuild().methods()).isNotEmpty()
                .allSatisfy(method -> assertThat(ClaimTags.of(method)).as(method.contract())
                .containsExactlyInAnyOrderElementsOf(catalogue.bearings(new EvidenceName(Kind.PROOF, method.contract()))));
    }

    @Test
    void everyProofThatTheCatalogueNamesIsOfAContract() {
        Set<String> named = catalogue.claims().stream().flatMap(claim -> claim.evidence().stream())
                .filter(evidence -> evidence.kind() == Kind.PROOF).map(EvidenceName::name).collect(Collectors.toSet());

        assertThat(Theorems.ofThisBuild().methods()).extracting(SourceMethod::contract).containsAll(named);
    }

    @Test
    void theClassOfAMethodWithoutAContractOfItsOwnSpeaksForIt() {
        assertThat(ClaimTags.of(Theorems.ofThisBuild().method("Relu.derivative")))
                .isEqualTo(List.of(Bearing.parse("PART-8 establishes remark")));
        assertThat(ClaimTags.of(Theorems.ofThisBuild().method("Relu.value"))).isEmpty();
    }
}
