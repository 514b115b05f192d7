package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.ProofFigures;

/** The graph of this repository, as if every saved proof had been replayed, and the anchors that pages have for one another. */
class GraphPageTest {

    private static final Pattern LINK = Pattern.compile("href=\"#([^\"]+)\"");
    private static final Pattern ANCHOR = Pattern.compile("href=\"((?:graph|proofs|trust|guide)\\.html)?#([^\"=]+)\"");

    private static BoundCatalogue catalogue;
    private static Site site;
    private static String page;

    /** For each node of the page, by its anchor, those that it rests on. */
    private static Map<String, Set<String>> edges;

    @BeforeAll
    static void build() throws Exception {
        catalogue = SavedEvidence.catalogue();
        Map<String, String> witnesses = new TreeMap<>();
        for (EvidenceRecord witness : EvidenceLog.ofKind(catalogue.evidence(), Kind.WITNESS)) {
            witnesses.put(witness.name(),
                    Files.readString(Path.of("proofs/witnesses", witness.name() + ".counterexample.json")));
        }
        site = Site.of(catalogue, witnesses, Files.readString(Path.of("specs/README.md")));
        page = site.pages().get("graph.html");
        edges = WrittenGraph.edges(page);
    }

    private static List<MatchResult> entries(String kind) {
        return WrittenGraph.entries(page, kind);
    }

    @Test
    void everyEdgeOfTheEvidenceIsThereAndNoOther() {
        Map<String, Set<String>> expected = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        Set<String> named = catalogue.claims().stream().flatMap(bound -> bound.claim().evidence().stream())
                .map(EvidenceName::name).collect(Collectors.toSet());
        EvidenceLog.ofKind(catalogue.evidence(), Kind.PROOF).forEach(proof -> kinds.put(subject(proof),
                ((ProofFigures) proof.figures()).theorem().isPresent() || named.contains(proof.name())
                        ? "theorem-" : "contract-"));
        for (EvidenceRecord proof : EvidenceLog.ofKind(catalogue.evidence(), Kind.PROOF)) {
            ProofFigures figures = (ProofFigures) proof.figures();
            Set<String> on = expected.computeIfAbsent(id(subject(proof), kinds), any -> new TreeSet<>());
            List.of(figures.axioms(), figures.lemmas(), figures.contracts())
                    .forEach(names -> names.forEach(name -> on.add(id(name, kinds))));
        }
        for (BoundClaim bound : catalogue.claims()) {
            Set<String> on = expected.computeIfAbsent("claim-" + bound.claim().id(), any -> new TreeSet<>());
            bound.claim().restsOn().forEach(claim -> on.add("claim-" + claim));
            bound.evidence().forEach(record -> on.add(record.kind() == Kind.PROOF ? id(record.name(), kinds)
                    : record.kind().id() + "-" + record.name()));
        }

        assertThat(edges).hasSizeGreaterThan(1700).allSatisfy((node, on) ->
                assertThat(on).as(node).isEqualTo(expected.getOrDefault(node, Set.of())));
    }

    private static String subject(EvidenceRecord proof) {
        return proof.name().replaceFirst(",.*", "");
    }

    private static String id(String name, Map<String, String> kinds) {
        return name.startsWith("lemma") || name.startsWith("axiom") ? name.substring(0, 5) + "-" + name.substring(5)
                : kinds.get(name) + name;
    }

    @Test
    void everyNodeIsReachedFromAClaimAndEveryClaimIsThere() {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(catalogue.claims().stream().map(bound -> "claim-" + bound.claim().id()).toList());
        for (int i = 0; i < open.size(); i++) {
            if (reached.add(open.get(i))) {
                open.addAll(edges.get(open.get(i)));
            }
        }

        assertThat(reached).isEqualTo(edges.keySet());
    }

    @Test
    void aLemmaNamesOnlyLemmasBeforeIt() {
        List<String> lemmas = entries("lemma").stream().map(entry -> entry.group(1)).toList();

        assertThat(lemmas).hasSizeGreaterThan(1000).allSatisfy(lemma -> assertThat(edges.get(lemma))
                .filteredOn(other -> other.startsWith("lemma-"))
                .allMatch(other -> lemmas.indexOf(other) < lemmas.indexOf(lemma)));
    }

    @Test
    void whatUsesANodeIsWhatRestsOnItButLemmas() {
        assertThat(entries("contract")).allSatisfy(entry -> {
            Set<String> users = edges.entrySet().stream().filter(other -> other.getValue().contains(entry.group(1)))
                    .map(Map.Entry::getKey).filter(other -> !other.startsWith("lemma-")).collect(Collectors.toSet());
            Set<String> told = entry.group(3).contains("class=\"by\"")
                    ? LINK.matcher(entry.group(3).replaceAll("(?s).*class=\"by\"", "")).results().map(link -> link.group(1))
                    .collect(Collectors.toSet()) : Set.of();
            assertThat(told).isEqualTo(users);
        });
    }

    @Test
    void thePictureShowsEachClaimTheoremContractAndAxiomOnceAndLeadsToIt() {
        int start = page.indexOf("<svg class=\"overview\"");
        String picture = page.substring(start, page.indexOf("</svg>", start));

        assertThat(LINK.matcher(picture).results().map(link -> link.group(1))).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(edges.keySet().stream()
                        .filter(node -> node.matches("(claim|theorem|contract|axiom)-.*")).toList());
    }

    @Test
    void whatIsProvedWhatIsTestedAndWhatIsAssumedDifferInStyleAndInWords() {
        assertThat(page).contains("<span class=\"node proved\">✓ proved</span>",
                        "<span class=\"node tested\">◌ tested</span>",
                        "<span class=\"node example\">◆ by example</span>", "<span class=\"node assumed\">◎ assumed</span>",
                        "<a href=\"#axiom-MulZeroLeft\" class=\"assumed\">",
                        "<a href=\"#theorem-Span.gradientHasRankOne\" class=\"proved\">",
                        "data-kind=\"property\" data-standing=\"tested\"", "data-kind=\"axiom\" data-standing=\"assumed\"")
                .doesNotContain("stated only");
        assertThat(entries("claim")).filteredOn(entry -> entry.group(1).equals("claim-KINK-2")).singleElement()
                .satisfies(entry -> assertThat(entry.group()).contains("class=\"tested\"", "◌ ", "tested</small>"));
    }

    @Test
    void withoutEvidenceNothingLooksProved() {
        String stated = GraphPage.render(Examples.unbound(Examples.claim("ZERO-1"), Examples.claim("ZERO-2", "ZERO-1")));

        assertThat(stated).contains("<span class=\"node stated\">○ stated only</span>", "class=\"stated\"",
                        "○ true, stated only", "data-proofs=\"\"")
                .doesNotContain("class=\"proved\"", "node proved", "✓");
    }

    @Test
    void everyAnchorThatAPageNamesIsThere() {
        site.pages().forEach((name, text) -> {
            Matcher anchor = ANCHOR.matcher(text);
            while (anchor.find() && name.endsWith(".html")) {
                String target = anchor.group(1) == null ? text : site.pages().get(anchor.group(1));
                assertThat(target.contains(" id=\"" + anchor.group(2) + "\"")).as(name + " names " + anchor.group()).isTrue();
            }
        });
    }

    @Test
    void noAnchorIsThereTwice() {
        assertThat(List.of("graph.html", "proofs.html", "trust.html", "guide.html", "benchmarks.html")).allSatisfy(name ->
                assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(site.pages().get(name)).results().map(id -> id.group(1)))
                        .doesNotHaveDuplicates());
    }

    @Test
    void thePageStaysSmall() {
        assertThat(ShortHtml.of(page).getBytes(StandardCharsets.UTF_8).length).isLessThan(350_000);
    }
}
