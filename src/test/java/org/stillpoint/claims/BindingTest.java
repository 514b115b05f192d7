package org.stillpoint.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.claims.Examples.failed;
import static org.stillpoint.claims.Examples.passed;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

class BindingTest {

    private static final Catalogue CATALOGUE = new Catalogue(List.of(Examples.claim("ZERO-1")));

    @Test
    void aClaimIsBoundToEverythingItNames() {
        BoundCatalogue bound = bind(passed(Kind.PROPERTY, "ZERO-1.property"), passed(Kind.PROOF, "ZERO-1.proof"),
                passed(Kind.PROOF, "Vectors.dot"));

        assertThat(bound.claims().get(0).evidence()).extracting(EvidenceRecord::name)
                .containsExactly("ZERO-1.proof", "ZERO-1.property");
        assertThat(bound.claims().get(0).seconds()).isEqualByComparingTo(new BigDecimal("2.5"));
        assertThat(bound.evidence()).hasSize(3);
    }

    @Test
    void evidenceThatDidNotRunIsAProblem() {
        assertThatThrownBy(() -> bind(passed(Kind.PROOF, "ZERO-1.proof")))
                .isInstanceOf(BindingException.class)
                .hasMessage("ZERO-1: the property 'ZERO-1.property' did not run in this build");
    }

    @Test
    void evidenceOfAnotherKindDoesNotCount() {
        assertThatThrownBy(() -> bind(passed(Kind.PROPERTY, "ZERO-1.proof"), passed(Kind.PROPERTY, "ZERO-1.property")))
                .isInstanceOf(BindingException.class)
                .hasMessage("ZERO-1: the proof 'ZERO-1.proof' did not run in this build");
    }

    @Test
    void evidenceThatDidNotPassIsAProblem() {
        assertThatThrownBy(() -> bind(failed(Kind.PROOF, "ZERO-1.proof"), passed(Kind.PROPERTY, "ZERO-1.property")))
                .isInstanceOf(BindingException.class)
                .hasMessage("ZERO-1: the proof 'ZERO-1.proof' did not pass in this build");
    }

    @Test
    void evidenceThatRanTwiceMustPassTwice() {
        assertThatThrownBy(() -> bind(passed(Kind.PROOF, "ZERO-1.proof"), failed(Kind.PROOF, "ZERO-1.proof"),
                passed(Kind.PROPERTY, "ZERO-1.property")))
                .isInstanceOf(BindingException.class)
                .hasMessageContaining("did not pass");
    }

    @Test
    void allProblemsAreReportedTogether() {
        assertThatThrownBy(() -> bind(failed(Kind.PROOF, "ZERO-1.proof")))
                .isInstanceOfSatisfying(BindingException.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void theRecordOfABuildIsReadBackAsWritten() {
        BoundCatalogue bound = Examples.bound(Examples.claim("ZERO-1"), Examples.claim("ZERO-2", "ZERO-1"));

        String text = Json.write(BuiltCatalogueFormat.write(bound));

        assertThat(BuiltCatalogueFormat.read(Json.read(new Source("catalogue.json", text)))).isEqualTo(bound);
    }

    @Test
    void theRecordOfABuildThatRanNoEvidenceIsReadBackAsWritten() {
        UnboundCatalogue unbound = Examples.unbound(Examples.claim("ZERO-1"), Examples.claim("ZERO-2", "ZERO-1"));

        String text = Json.write(BuiltCatalogueFormat.write(unbound));

        assertThat(BuiltCatalogueFormat.read(Json.read(new Source("catalogue.json", text)))).isEqualTo(unbound);
    }

    @Test
    void aRecordWhoseEvidenceWasTakenOutEstablishesNothing() {
        String text = Json.write(BuiltCatalogueFormat.write(Examples.bound(Examples.claim("ZERO-1"))).set("evidence", Json.array()));

        assertThatThrownBy(() -> BuiltCatalogueFormat.read(Json.read(new Source("catalogue.json", text))))
                .isInstanceOf(BindingException.class)
                .hasMessageContaining("the proof 'ZERO-1.proof' did not run in this build");
    }

    @Test
    void noEvidenceOfAClaimRanInABuildThatRanNone() {
        UnboundClaim claim = Examples.unbound(Examples.claim("ZERO-1")).claims().get(0);

        assertThat(claim.claim().evidence()).isNotEmpty().allSatisfy(name -> assertThat(claim.ran(name)).isEmpty());
    }

    private static BoundCatalogue bind(EvidenceRecord... records) {
        return BoundCatalogue.bind(Examples.BUILD, CATALOGUE, List.of(records));
    }
}
