package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.Examples;
import org.stillpoint.decision.Cell;
import org.stillpoint.decision.DecisionTable;
import org.xml.sax.InputSource;

/** The site about the claims of this repository, as if all of their evidence had passed. */
class SiteTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final String TRUST = "# What is trusted\n\n- `Q` is *assumed*, see [the book](https://example.org/) <here>\n";

    private static BoundCatalogue catalogue;
    private static Site site;

    @TempDir
    Path directory;

    @BeforeAll
    static void build() throws IOException {
        Catalogue specified = Catalogue.load(Path.of("specs/claims"));
        catalogue = Examples.bound(specified.claims().toArray(Claim[]::new));
        Map<String, String> witnesses = new TreeMap<>();
        for (EvidenceRecord witness : EvidenceLog.ofKind(catalogue.evidence(), Kind.WITNESS)) {
            Path file = Path.of("proofs/witnesses", witness.name() + ".counterexample.json");
            witnesses.put(witness.name(), Files.readString(file));
        }
        site = Site.of(catalogue, witnesses, TRUST);
    }

    @Test
    void theTableLinksToEveryClaim() {
        assertThat(catalogue.claims()).allSatisfy(bound ->
                assertThat(site.pages().get("catalogue.html")).contains("href=\"claims/" + bound.claim().id() + ".html\""));
    }

    @Test
    void everyClaimHasAPageWithItsVerdictItsEvidenceAndItsCommand() {
        assertThat(catalogue.claims()).allSatisfy(bound -> {
            String page = site.pages().get("claims/" + bound.claim().id() + ".html").replace("<wbr/>", "");
            assertThat(page).contains("class=\"badge " + bound.claim().verdict().id() + "\"", Wording.standing(bound));
            assertThat(bound.evidence()).allSatisfy(evidence -> assertThat(page).contains(evidence.name()));
            assertThat(page).contains(Wording.command(bound.claim().evidence().get(0)), "@misc{stillpoint-" + bound.claim().id());
        });
    }

    @Test
    void aWitnessIsShownWithItsNetworkAndEveryNumberOfItsSteps() {
        BuiltClaim claim = catalogue.find("Q-3").orElseThrow();

        assertThat(site.pages().get("claims/" + claim.claim().id() + ".html"))
                .contains("<svg class=\"network\"", "Step 1 of 1", "pre-activation z", "Gradient");
    }

    @Test
    void theFirstPageStepsFromZeroAndNothingMovesButTheOutputBias() {
        String page = site.pages().get("index.html");

        assertThat(page).contains("<div class=\"player running\"", "<strong>Step 4 of 4</strong>");
        assertThat(page.split("Of 9 parameters one changes: the bias of the output", -1)).hasSize(5);
    }

    @Test
    void theFirstPageAndWhatItLoadsAreSmall() {
        String page = site.pages().get("index.html");
        int loaded = references(page).stream().filter(reference -> reference.matches("[^/:#]+[.](css|js|svg)")).distinct()
                .mapToInt(name -> site.pages().get(name).length()).sum();

        assertThat(loaded).isPositive();
        assertThat(page.length() + loaded).isLessThan(100_000);
    }

    @Test
    void theGalleryShowsEveryWitnessOnceAndLeadsToWhereItIsStepByStep() {
        List<EvidenceRecord> witnesses = EvidenceLog.ofKind(catalogue.evidence(), Kind.WITNESS);
        String gallery = site.pages().get("gallery.html");

        assertThat(gallery.split("<li><div class=\"picture\"><svg ", -1)).hasSize(witnesses.size() + 1);
        assertThat(witnesses).allSatisfy(witness -> assertThat(references(gallery))
                .filteredOn(reference -> reference.endsWith("#witness-" + witness.name())).singleElement().satisfies(reference ->
                        assertThat(site.pages().get(target("gallery.html", reference)))
                                .contains(" id=\"witness-" + witness.name() + "\"")));
    }

    @Test
    void aWitnessThatComparesTwoDerivativesAtAKinkStepsThroughBothTrainings() {
        assertThat(site.pages().get("claims/KINK-4.html"))
                .contains("the same training with kappa 1/2", "Nothing changes.", "from 0 to 1/2");
    }

    @Test
    void everyLinkWithinTheSiteLeadsToAPage() {
        assertThatLinksLeadToPages(site);
    }

    static void assertThatLinksLeadToPages(Site site) {
        site.pages().keySet().stream().filter(SiteTest::isOfTheReport).forEach(name ->
                assertThat(references(site.pages().get(name))).filteredOn(reference -> !reference.startsWith("https://"))
                        .allSatisfy(reference -> assertThat(site.pages()).containsKey(target(name, reference))));
    }

    /** The lab, which an earlier build may have left, is put together from files of its own, and looked at in a browser. */
    static boolean isOfTheReport(String name) {
        return name.endsWith(".html") && !name.equals("lab.html");
    }

    @Test
    void everyPageLeadsToEveryOtherOfTheFirstRankAndMarksWhereItStands() {
        assertThat(site.pages().get("index.html")).doesNotContain(Navigation.PLACE)
                .contains("<a href=\"index.html\" aria-current=\"page\">Home</a>",
                        "<a href=\"decision.html\">Decision table</a>");
        assertThat(site.pages().get("decision/all-zero-no-biases.html"))
                .contains("<a href=\"../index.html\">Home</a>",
                        "<a href=\"../decision.html\" aria-current=\"true\">Decision table</a>");
        assertThat(site.pages()).allSatisfy((name, text) -> assertThat(text).doesNotContain(Navigation.PLACE));
    }

    @Test
    void noPageLoadsAnythingFromTheNetwork() {
        assertThat(site.pages().entrySet()).filteredOn(page -> !page.getKey().equals("lab.html")).allSatisfy(page -> {
            String text = page.getValue();
            assertThat(text).doesNotContain("<img", "@import", "url(", "fetch(", "XMLHttpRequest", "type=\"module\"");
            assertThat(references(text)).filteredOn(reference -> reference.endsWith(".js") || reference.endsWith(".css"))
                    .noneMatch(reference -> reference.contains(":"));
        });
    }

    @Test
    void everyPageIsWellFormed() {
        assertThat(site.pages().keySet().stream().filter(SiteTest::isOfTheReport))
                .hasSizeGreaterThan(2 * catalogue.claims().size())
                .allSatisfy(name -> assertThatCode(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder()
                        .parse(new InputSource(new StringReader(site.pages().get(name))))).doesNotThrowAnyException());
    }

    @Test
    void everyClaimHasAHandoutWhoseSolutionIsOnASheetOfItsOwn() {
        assertThat(catalogue.claims()).allSatisfy(bound -> {
            String id = bound.claim().id();

            assertThat(site.pages().get("teaching.html")).contains("href=\"handouts/" + id + ".html\"");
            assertThat(site.pages().get("handouts/" + id + ".html"))
                    .containsSubsequence("<div class=\"sheet\">", "<h2>Why</h2>", "<h2>Exercise</h2>", "<div class=\"sheet\">",
                            "<h2>Solution</h2>")
                    .contains("href=\"../handout.css\"", "href=\"../claims/" + id + ".html\"");
        });
    }

    @Test
    void aCellOfTheDecisionTableShowsAnExampleAndLinksTheClaimThatApplies() {
        String page = site.pages().get("decision/all-zero-no-biases.html");
        String section = page.substring(page.lastIndexOf("<section>", page.indexOf(" id=\"rational-sigmoid-kappa-0-single\"")));
        String file = "all-zero-no-biases-rational-sigmoid-kappa-0-single.example.json";

        assertThat(section.substring(0, section.indexOf("</section>"))).contains("href=\"../claims/ACT-2.html\"", "It shows: ",
                "href=\"" + file + "\"", "pre-activation z", "Gradient").doesNotContain("ZERO-2", "counterexample");
        assertThat(site.pages().get("decision/" + file)).contains("\"schema\":\"stillpoint-example/2\"")
                .doesNotContain("ZERO-2");
    }

    @Test
    void everyCellOfTheDecisionTableIsToldOnceAndLedToAndEveryExampleHasItsFile() {
        assertThat(DecisionTable.decide(catalogue).decisions()).allSatisfy(decision -> {
            Cell cell = decision.cell();
            String page = site.pages().get("decision/" + cell.row() + ".html");

            assertThat(site.pages().get("decision.html"))
                    .contains("href=\"decision/" + cell.row() + ".html#" + cell.column() + "\"");
            assertThat(page).containsOnlyOnce(" id=\"" + cell.column() + "\"");
            assertThat(site.pages().containsKey("decision/" + cell.id() + ".example.json"))
                    .isEqualTo(decision.example().isPresent()).isEqualTo(page.contains(cell.id() + ".example.json"));
        });
    }

    @Test
    void thePagesOfTheDecisionTableLeaveRoomForTheRestOfTheSite() {
        assertThat(site.pages().entrySet().stream().filter(page -> page.getKey().startsWith("decision/"))
                .mapToInt(page -> page.getValue().getBytes(StandardCharsets.UTF_8).length).sum()).isBetween(1, 1_150_000);
    }

    @Test
    void everyRowOfTheDecisionTableLeadsToTheCommandThatMakesItsStart() {
        assertThat(DecisionTable.decide(catalogue).decisions()).allSatisfy(decision -> {
            String start = decision.cell().pattern().start().id();
            assertThat(site.pages().get("decision.html")).contains("<code>" + start + "</code>");
            assertThat(site.pages().get("decision/" + decision.cell().row() + ".html")).contains("--start " + start + " ");
        });
    }

    @Test
    void theInventoryOfWhatIsTrustedIsShown() {
        assertThat(site.pages().get("trust.html"))
                .contains("<h1>What is trusted</h1>", "<code>Q</code> is <em>assumed</em>", "&lt;here&gt;");
    }

    @Test
    void everyProofIsListedWithItsSizeAndItsClaims() {
        String page = site.pages().get("proofs.html").replace("<wbr/>", "");

        assertThat(EvidenceLog.ofKind(catalogue.evidence(), Kind.PROOF)).allSatisfy(proof ->
                assertThat(page).contains("<code class=\"name\">" + proof.name() + "</code>", " id=\"" + proof.name() + "\"",
                        "636"));
    }

    @Test
    void thePagesAreWrittenWhereTheyBelong() throws IOException {
        site.write(directory.resolve("report"));

        try (Stream<Path> files = Files.walk(directory.resolve("report")).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(site.pages().size());
        }
    }

    private static List<String> references(String text) {
        List<String> references = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        return references;
    }

    private static String target(String page, String reference) {
        String path = reference.replaceFirst("#.*", "");
        if (path.isEmpty()) {
            return page;
        }
        Path target = Path.of("/" + page).resolveSibling(path).normalize();
        return target.toString().substring(1);
    }
}
