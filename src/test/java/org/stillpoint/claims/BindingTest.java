package org.stillpoint.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stillpoint.claims.Examples.failed;
import static org.stillpoint.claims.Examples.passed;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import tools.jackson.databind.node.ObjectNode;

class BindingTest {

    private static final Claim CLAIM = Examples.claim("ZERO-1");
    private static final Catalogue CATALOGUE = new Catalogue(List.of(CLAIM));
    private static final EvidenceRecord PROOF = Examples.records(List.of(CLAIM)).get(0);
    private static final EvidenceRecord PROPERTY = Examples.records(List.of(CLAIM)).get(1);

    @Test
    void aClaimIsBoundToEverythingItNames() {
        BoundCatalogue bound = bind(PROPERTY, PROOF, passed(Kind.PROOF, "Vectors.dot"));

        assertThat(bound.claims().get(0).evidence()).extracting(EvidenceRecord::name)
                .containsExactly("ZERO-1.proof", "ZERO-1.property");
        assertThat(bound.claims().get(0).seconds()).isEqualByComparingTo(new BigDecimal("2.5"));
        assertThat(bound.evidence()).hasSize(3);
    }

    @Test
    void evidenceThatDidNotRunIsAProblem() {
        assertThat(problems(PROOF)).containsExactly("ZERO-1: the property 'ZERO-1.property' did not run in this build");
    }

    @Test
    void evidenceOfAnotherKindDoesNotCount() {
        assertThat(problems(passed(Kind.PROPERTY, "ZERO-1.proof"), PROPERTY))
                .containsExactly("ZERO-1: the proof 'ZERO-1.proof' did not run in this build");
    }

    @Test
    void evidenceThatDidNotPassIsAProblem() {
        assertThat(problems(failed(PROOF), PROPERTY))
                .containsExactly("ZERO-1: the proof 'ZERO-1.proof' did not pass in this build");
    }

    @Test
    void evidenceThatNoClaimNamesMustPassToo() {
        assertThat(problems(PROOF, PROPERTY, failed(passed(Kind.PROOF, "Vectors.dot")), failed(passed(Kind.RECHECK, "lemmaSum"))))
                .containsExactly("the proof 'Vectors.dot' did not pass in this build",
                        "the recheck 'lemmaSum' did not pass in this build");
    }

    @Test
    void evidenceThatRanTwiceMustPassTwice() {
        assertThat(problems(PROOF, failed(PROOF), PROPERTY))
                .containsExactly("ZERO-1: the proof 'ZERO-1.proof' did not pass in this build");
    }

    @Test
    void allProblemsAreReportedTogether() {
        assertThat(problems(failed(PROOF))).hasSize(2);
    }

    /**
     * A proof of something else, a lemma, the witness or the property of another claim: each passed and says nothing of this one.
     */
    @ParameterizedTest
    @CsvSource({"PROOF, Vectors.zeros", "PROOF, lemmaSum", "WITNESS, Q-5",
            "PROPERTY, ZeroStartProperties.dropoutDoesNotMoveZeroWeights",
        "RECHECK, lemmaSum"})
    void evidenceThatHasNothingToDoWithAClaimIsNotBoundToIt(Kind kind, String name) throws IOException {
        Catalogue specified = Catalogue.load(Path.of("specs/claims"));
        EvidenceRecord irrelevant = passed(kind, name, specified.bearings(new EvidenceName(kind, name)));
        ObjectNode claim = ClaimFormat.write(CLAIM);
        claim.withArray("evidence").addObject().put("kind", kind.id()).put("name", name).put("shows", "establishes")
                .put("of", "remark");

        assertThatThrownBy(() -> BoundCatalogue.bind(Examples.BUILD, new Catalogue(List.of(read(claim))),
                List.of(PROOF, PROPERTY, irrelevant))).hasMessageContaining(kind == Kind.RECHECK ? "which decides no statement"
                        : new EvidenceName(kind, name) + " does not say of itself that it establishes ZERO-1, remark");
    }

    @Test
    void evidenceMustShowWhatTheClaimSaysItShows() {
        assertThat(problems(PROPERTY, passed(Kind.PROOF, "ZERO-1.proof", List.of(Bearing.parse("ZERO-1 refutes all")))))
                .containsExactly(
                "the proof 'ZERO-1.proof' does not say of itself that it establishes ZERO-1, all",
                "the proof 'ZERO-1.proof' says of itself \"ZERO-1 refutes all\", which ZERO-1 does not say of it");
        assertThat(problems(PROPERTY, passed(Kind.PROOF, "ZERO-1.proof", List.of(Bearing.parse("ZERO-1 establishes case")))))
                .hasSize(2);
    }

    @Test
    void evidenceThatNamesAClaimMustBeNamedByIt() {
        assertThat(problems(PROOF, PROPERTY, passed(Kind.WITNESS, "ZERO-1", List.of(Bearing.parse("ZERO-1 refutes all")))))
                .containsExactly(
                "the witness 'ZERO-1' says of itself \"ZERO-1 refutes all\", which ZERO-1 does not say of it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            199 |     |              | reached its final assertion in 199 tries, expected at least 200
            1   |     |              | reached its final assertion in 1 tries, expected at least 200
            0   | 1   | one example  | reached its final assertion in 0 tries, expected at least 1
            300 | 0   | one example  | asks for 0 tries that reach its final assertion and does not say why, expected 200
            1   | 1   |              | asks for 1 tries that reach its final assertion and does not say why, expected 200
            0   |     |              | reached its final assertion in 0 tries, expected at least 200
            """)
    void aPropertyThatCameTooSeldomToItsFinalAssertionIsAProblem(int reached, Integer floor, String because, String problem) {
        assertThat(problems(PROOF, property(reached, floor, because)))
                .containsExactly("the property 'ZERO-1.property' " + problem);
    }

    @Test
    void fewerTriesAreEnoughForAReason() {
        assertThat(bind(PROOF, property(1, 1, "one example")).claims()).hasSize(1);
    }

    private static EvidenceRecord property(int reached, Integer floor, String because) {
        return new EvidenceRecord(PROPERTY.name(), true, BigDecimal.ONE, PROPERTY.bearings(), Examples.property(reached,
                Optional.ofNullable(floor)
                .map(tries -> new PropertyFigures.Floor(tries, Objects.requireNonNullElse(because, "")))));
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
        String text = Json.write(BuiltCatalogueFormat.write(Examples.bound(Examples.claim("ZERO-1")))
                .set("evidence", Json.array()));

        assertThatThrownBy(() -> BuiltCatalogueFormat.read(Json.read(new Source("catalogue.json", text))))
                .isInstanceOf(BindingException.class)
                .hasMessageContaining("the proof 'ZERO-1.proof' did not run in this build");
    }

    @Test
    void noEvidenceOfAClaimRanInABuildThatRanNone() {
        UnboundClaim claim = Examples.unbound(Examples.claim("ZERO-1")).claims().get(0);

        assertThat(claim.claim().evidence()).isNotEmpty().allSatisfy(name -> assertThat(claim.ran(name)).isEmpty());
    }

    private static List<String> problems(EvidenceRecord... records) {
        return catchThrowableOfType(BindingException.class, () -> bind(records)).problems();
    }

    private static Claim read(ObjectNode claim) {
        return ClaimFormat.read(Json.read(new Source("claim", Json.write(claim))));
    }

    private static BoundCatalogue bind(EvidenceRecord... records) {
        return BoundCatalogue.bind(Examples.BUILD, CATALOGUE, List.of(records));
    }
}
