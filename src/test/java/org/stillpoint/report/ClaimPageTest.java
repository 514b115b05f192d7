package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.report.typography.MathText;

/** The pages of claims, above all in a site that has nothing else. */
class ClaimPageTest {

    private static final Pattern IDENTIFIER = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile(" href=\"#([^\"]*)\"");
    private static final String ZERO_2 = "claims/ZERO-2.html";

    private static List<Claim> claims;
    private static Axioms axioms;
    private static BoundCatalogue all;

    @BeforeAll
    static void read() throws IOException {
        claims = Catalogue.load(Path.of("specs/claims")).claims();
        axioms = Axioms.listedIn(Files.readString(Path.of("specs/README.md")));
        all = Examples.bound(claims.toArray(Claim[]::new));
    }

    private static String page(BuiltCatalogue catalogue, String id, Map<String, String> others) {
        return new ClaimPage(catalogue, witnesses(), axioms, new Elsewhere(others)).render(catalogue.find(id).orElseThrow());
    }

    /** The page of a claim in a site without any other page, and without witnesses. */
    static String alone(BuiltCatalogue catalogue, BuiltClaim claim) {
        return new ClaimPage(catalogue, Map.of(), new Axioms(Map.of()), new Elsewhere(Map.of())).render(claim);
    }

    private static Map<String, String> witnesses() {
        return all.claims().stream().flatMap(bound -> bound.evidence().stream()).filter(record -> record.kind() == Kind.WITNESS)
                .map(EvidenceRecord::name).distinct().collect(Collectors.toMap(name -> name, name -> {
                    try {
                        return Files.readString(Path.of("proofs/witnesses", name + ".counterexample.json"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private static String plain(String html) {
        return html.replace("<wbr/>", "").replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&");
    }

    @Test
    void whatIsProvedImpliedAndAssumedStandInThatOrder() {
        assertThat(page(all, "ZERO-2", Map.of())).containsSubsequence("class=\"statement\"", "<math display=\"block\">",
                "<h2>What is proved</h2>", "<h2>What it implies</h2>", "<h2>What is assumed</h2>", "<h2>Why</h2>",
                "<h2>Depends on, and used by</h2>", "<h2>Evidence</h2>", "<h2>Who says so</h2>", "<h2>Cite</h2>");
    }

    @TestFactory
    Stream<DynamicTest> nothingThatTheCatalogueSaysIsLeftOut() {
        return claims.stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
            String page = page(all, claim.id(), Map.of());
            List<String> sentences = new ArrayList<>(claim.asked());
            sentences.addAll(List.of(claim.title(), claim.statement(), claim.why()));
            claim.condition().ifPresent(sentences::add);
            claim.conditions().forEach(condition -> sentences.add(condition.sentence()));
            claim.exactly().forEach(exact -> {
                sentences.addAll(exact.given());
                sentences.addAll(exact.then());
            });
            assertThat(sentences).allSatisfy(sentence -> assertThat(plain(page))
                    .contains(plain(MathText.html(sentence))));
            assertThat(claim.sources()).allSatisfy(source -> assertThat(plain(page)).contains(source.text()));
            assertThat(claim.restsOn()).allSatisfy(id -> assertThat(page).contains("href=\"" + id + ".html\""));
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyPlaceThatAPageLeadsToIsThereAndOnlyOnce() {
        return claims.stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
            String page = page(all, claim.id(), Map.of());
            List<String> ids = IDENTIFIER.matcher(page).results().map(match -> match.group(1)).toList();
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(PLACE.matcher(page).results().map(match -> match.group(1)).toList()).isSubsetOf(ids);
        }));
    }

    @Test
    void provedTestedAndShownDifferInClassAndInWord() {
        assertThat(page(all, "ZERO-8", Map.of())).contains("<span class=\"mark proof\">proved</span>",
                "<span class=\"mark property\">tested</span>", "<span class=\"mark witness\">shown</span>");
        assertThat(page(all, "LAW-1", Map.of())).contains("<h2>What is tested</h2>", "mark property")
                .doesNotContain("mark proof");
        assertThat(page(all, "Q-3", Map.of())).contains("<h2>What is shown by example</h2>").doesNotContain("mark proof");
    }

    @Test
    void withoutEvidenceNothingIsMarkedAsProvedTestedOrShown() {
        String page = page(Examples.unbound(claims.toArray(Claim[]::new)), "ZERO-8", Map.of());

        assertThat(page).contains("<h2>What its evidence is about</h2>", "<span class=\"mark stated\">did not run</span>")
                .doesNotContain("mark proof", "mark property", "mark witness", "What is proved", "badge false", "no axiom");
    }

    @Test
    void theCodeOfAContractStandsOnOnePageAndEveryOtherThatNamesItLeadsThere() {
        String proof = "ZeroInitialization.weightsStayZero";
        List<String> named = claims.stream().filter(claim -> claim.evidence().contains(new EvidenceName(Kind.PROOF, proof)))
                .map(Claim::id).toList();

        assertThat(named).hasSizeGreaterThan(5).filteredOn(id -> !id.equals("ZERO-2")).allSatisfy(id ->
                assertThat(page(all, id, Map.of())).contains("href=\"ZERO-2.html#" + proof)
                        .doesNotContain("weightsStayZero("));
        assertThat(page(all, "ZERO-2", Map.of())).contains(" id=\"" + proof + "\"", "weightsStayZero(State start")
                .doesNotContain("ZERO-2.html#");
    }

    @Test
    void theContractIsShownAsCodeWithWordsThatLeadToHowTheyAreRead() {
        assertThat(page(all, "ZERO-2", Map.of())).contains("<pre class=\"contract\">", "<script src=\"../words.js\"",
                "<a href=\"../words.html#word-isZeroAtZero\">\\dl_isZeroAtZero</a>(rule)");
    }

    @Test
    void aPageWithoutContractsAndWitnessesDoesNotLoadWhatThoseNeed() {
        assertThat(page(all, "Q-A", Map.of())).contains("player.js").doesNotContain("words.js");
        assertThat(page(all, "LAW-1", Map.of())).contains("claim.js").doesNotContain("player.", "network.css", "words.js");
    }

    @Test
    void whatEvidenceDidStandsInALineForEach() {
        assertThat(plain(page(withFigures(), "Q-A", Map.of()))).contains("10 nodes in 2 branches; uses 1 axiom, 1 lemma and 1 "
                + "contract itself; took 1.0 s.");
        assertThat(plain(page(all, "ZERO-2", Map.of()))).contains("weightsStayZero establishes the statement. Replay of "
                + "the saved proof, 636 nodes in 7 branches; uses no axioms, no lemmas and no contracts itself; took 1.3 s.",
                "1000 tries, of which its assumptions let 900 through; reached its final assertion 300 times; slowest try 0.3 s; "
                + "seed 42; took 1.3 s.");
    }

    @Test
    void theAxiomsOfLemmasAndContractsAreAssumedToo() {
        String page = page(withFigures(), "Q-A", Map.of());

        assertThat(plain(page)).contains("apply these axioms of arithmetic:", "axiomAddZeroRight: q + 0 = q",
                "axioms that they apply themselvesaxiomAddZeroRight", "lemmas that they applyaLemma",
                "contracts that their proofs useVectors.add");
        assertThat(plain(page).split("axiomMulZeroLeft: 0 q = 0", -1)).as("of the lemma").hasSize(2);
    }

    /** A proof that applies one axiom, and a lemma that applies another. */
    private static BoundCatalogue withFigures() {
        Claim claim = Examples.claim("Q-A");
        List<EvidenceRecord> records = new ArrayList<>(List.of(
                proof("aLemma", List.of("axiomMulZeroLeft"), List.of(), List.of()),
                proof("Vectors.add", List.of(), List.of(), List.of())));
        Examples.records(List.of(claim)).forEach(record -> records.add(record.kind() != Kind.PROOF ? record
                : new EvidenceRecord(record.name(), true, BigDecimal.ONE, record.bearings(),
                        figures(List.of("axiomAddZeroRight"), List.of("aLemma"), List.of("Vectors.add")))));
        return BoundCatalogue.bind(Examples.BUILD, new Catalogue(List.of(claim)), records);
    }

    private static EvidenceRecord proof(String name, List<String> axioms, List<String> lemmas, List<String> contracts) {
        return new EvidenceRecord(name, true, BigDecimal.ONE, List.of(), figures(axioms, lemmas, contracts));
    }

    private static ProofFigures figures(List<String> axioms, List<String> lemmas, List<String> contracts) {
        return new ProofFigures(10, 2, true, axioms, lemmas, contracts, Optional.empty());
    }

    @Test
    void itLeadsToWhatUsesItAndToClaimsThatItsWordsName() {
        String page = page(all, "ZERO-2", Map.of());

        assertThat(plain(page)).contains("share evidence with itQ-C, Q-2, ");
        assertThat(plain(page)).contains("used by the claimsQ-B SGD does not change the weights at all");
        assertThat(page).contains("as in <a href=\"ZERO-1.html\" class=\"claim\">ZERO-1</a>;");
    }

    @Test
    void itLeadsToPagesOfTheSiteOnlyIfTheyAreThere() {
        Map<String, String> others = Map.of("handouts/ZERO-2.html", "",
                "graph.html", "<i id=\"claim-ZERO-2\"/><i id=\"theorem-ZeroInitialization.weightsStayZero\"/>");

        assertThat(page(all, "ZERO-2", others)).contains("href=\"../handouts/ZERO-2.html\"",
                "href=\"../graph.html#claim-ZERO-2\"", "href=\"../graph.html#theorem-ZeroInitialization.weightsStayZero\"");
        assertThat(page(all, "ZERO-2", Map.of("graph.html", ""))).doesNotContain("graph.html", "handouts/");
    }

    @Test
    void everyAxiomThatTheTheoryHasIsExplained() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("specs/theory/numbers"))) {
            for (Path file : files.toList()) {
                Pattern.compile("(?m)^\\s*(axiom[A-Za-z]+) *\\{").matcher(Files.readString(file)).results()
                        .forEach(match -> names.add(match.group(1)));
            }
        }

        assertThat(names).isNotEmpty().isEqualTo(new TreeSet<>(axioms.says().keySet()));
        assertThat(axioms.says()).containsEntry("axiomAddSwap", "(q + r) + s = (q + s) + r");
    }

    @Test
    void aClaimIsCitedInASentenceAndByItsPage() {
        assertThat(page(all, "ZERO-2", Map.of())).contains("“The weights stay zero for ever”, claim ZERO-2 (true, proved)",
                "<a href=\"ZERO-2.html\" rel=\"bookmark\"><code>" + ZERO_2 + "</code></a>");
    }
}
