package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import org.stillpoint.browser.View;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.ClaimFinder;
import org.stillpoint.claims.Examples;
import org.stillpoint.properties.Seeds;
import tools.jackson.databind.ObjectMapper;

/** The catalogue finds claims by words and filters, in a browser, and the same as the command line does. */
class CatalogueSearchIT {

    private static final long SEED = Long.parseLong(Seeds.of(CatalogueSearchIT.class, "queries"));
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SHOWN = "[...document.querySelectorAll('tr.claim')].filter(row => row.checkVisibility())"
            + ".map(row => row.dataset.id)";
    private static final String FIND = """
            (queries => {
              const small = new Set(document.getElementById("filter").dataset.small.split(" "));
              const rows = [...document.querySelectorAll("tr.claim")]
                .sort((one, other) => one.dataset.place - other.dataset.place);
              const plain = element => element.dataset.plain || element.textContent;
              const claims = rows.map(row => ({id: row.dataset.id, title: plain(row.querySelector(".title")),
                statement: plain(row.querySelector(".says")), asked: [...row.querySelectorAll(".asked li")].map(plain)}));
              return queries.map(words => ClaimFinder.find(claims, words, small)
                .map(found => found.claim.id + " " + found.score + " " + found.asked.join("|")).join("; "));
            })(%s)""";

    private static BoundCatalogue catalogue;
    private static Browser browser;
    private static Path page;

    private Tab tab;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        browser = Browser.start();
        catalogue = Examples.bound(Catalogue.load(Path.of("specs/claims")).claims().toArray(Claim[]::new));
        Map<String, String> pages = new TreeMap<>(Assets.all());
        pages.put("catalogue.html", CataloguePage.render(catalogue));
        new Site(pages).write(folder);
        page = folder.resolve("catalogue.html");
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        tab = browser.tab();
        tab.open(page);
    }

    @Test
    void itFindsTheClaimsThatTheCommandLineFindsInTheSameOrder() {
        List<String> queries = queries();

        List<String> found = tab.evaluate(FIND.formatted(new ObjectMapper().writeValueAsString(queries))).valueStream()
                .map(line -> line.asString()).toList();

        assertThat(found).as("seed " + SEED)
                .containsExactlyElementsOf(queries.stream().map(CatalogueSearchIT::byJava).toList());
        System.out.println("The catalogue's search agrees with claims --find on " + queries.size() + " queries, seed " + SEED);
    }

    private static String byJava(String words) {
        return ClaimFinder.find(catalogue.claims(), words).stream().map(finding -> finding.claim().claim().id() + " "
                + finding.score() + " " + String.join("|", finding.asked())).collect(Collectors.joining("; "));
    }

    /** All titles and questions as they stand, odd ones, and words that are thrown together. */
    private static List<String> queries() {
        List<Claim> claims = catalogue.claims().stream().map(bound -> bound.claim()).toList();
        List<String> queries = new ArrayList<>(List.of("", "  ", "???", "the", "what is it", "Initialization", "ReLU'(0) = 1/2",
                "0", "Éclair", "zero-2", "accuracy stuck 50 percent", "marmalade", "ǅ İ"));
        claims.forEach(claim -> {
            queries.add(claim.title());
            queries.addAll(claim.asked());
        });
        List<String> words = claims.stream().flatMap(claim -> Stream.of(claim.title(), claim.statement(), claim.why()))
                .flatMap(text -> Stream.of(text.split(" "))).toList();
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            queries.add(IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(word -> words.get(random.nextInt(words.size())))
                    .map(word -> random.nextInt(4) == 0 ? word.substring(0, 1 + random.nextInt(word.length())) : word)
                    .collect(Collectors.joining(" ")));
        }
        return queries;
    }

    @Test
    void wordsBringTheBestClaimToTheTopWithItsQuestionAndTheAddressKeepsThem() {
        tab.click("#words-of-people");
        tab.type("accuracy stuck 50 percent");

        assertThat(shown()).containsExactly("ZERO-5");
        assertThat(tab.text("#found")).isEqualTo("1 of 95 claims.");
        assertThat(tab.evaluate("document.querySelector('[data-id=ZERO-5] .asked').innerText").asString())
                .isEqualTo("Why is my accuracy stuck at exactly 50 percent?");
        assertThat(tab.evaluate("location.hash").asString()).isEqualTo("#q=accuracy+stuck+50+percent");

        tab.click("#all");

        assertThat(shown()).hasSize(95).startsWith("Q-A", "Q-B");
        assertThat(tab.evaluate("location.hash").asString()).isEmpty();
    }

    @Test
    void aWordThatIsStillBeingTypedHidesNothing() {
        tab.click("#words-of-people");
        tab.type("zer");
        assertThat(shown()).hasSize(95);

        tab.press("Enter");
        assertThat(shown()).isEmpty();
        assertThat(tab.text("#found")).startsWith("No claim speaks of that.");
    }

    @Test
    void filtersPickByVerdictEvidenceAndSubjectAndComeBackWithTheAddress() {
        tab.click("label:has([name=verdict][value=false])");
        tab.click("label:has([name=subject][value=zero])");

        List<String> expected = catalogue.claims().stream().map(bound -> bound.claim())
                .filter(claim -> claim.verdict().id().equals("false") && claim.id().matches("(ZERO|STATE)-.*"))
                .map(Claim::id).toList();
        assertThat(shown()).isNotEmpty().containsExactlyElementsOf(expected);
        String address = tab.evaluate("location.href").asString();
        assertThat(address).endsWith("#verdict=false&subject=zero");

        Tab other = browser.tab();
        other.open(URI.create(address));
        assertThat(other.evaluate(SHOWN).valueStream().map(id -> id.asString())).containsExactlyElementsOf(expected);
        assertThat(other.faults()).isEmpty();
    }

    @Test
    void anAddressThatNamesNothingKnownShowsAllClaims() {
        tab.open(URI.create(page.toUri() + "#verdict=perhaps&colour=blue"));
        tab.until("document.getElementById('found').textContent !== ''", LIMIT);

        assertThat(shown()).hasSize(95);
        assertThat(tab.faults()).isEmpty();
    }

    @Test
    void withoutScriptsItIsTheWholeTableAndNoForm() {
        Tab plain = browser.tab();
        plain.show(View.DESK.withoutScripts());
        plain.open(page);
        plain.show(View.DESK);

        assertThat(plain.evaluate(SHOWN).valueStream().map(id -> id.asString())).hasSize(95);
        assertThat(plain.evaluate("document.getElementById('filter').checkVisibility()").booleanValue()).isFalse();
    }

    private List<String> shown() {
        return tab.evaluate(SHOWN).valueStream().map(id -> id.asString()).toList();
    }
}
