package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import tools.jackson.databind.JsonNode;

/** The graph, clicked through in a browser. */
class GraphIT {

    /** Chooses every tenth node, as a browser allows two hundred addresses at a time, and tells what it is shown to rest on. */
    private static final String CHOOSE_SOME = """
            (() => {
              const told = {};
              for (const entry of [...document.querySelectorAll("#nodes li")].filter((any, i) => i % 10 === 0)) {
                const id = entry.dataset.id;
                history.replaceState(null, "", "#" + id);
                window.dispatchEvent(new HashChangeEvent("hashchange"));
                told[id] = [...document.querySelectorAll("#focus .side.on a")].map(a => a.getAttribute("href").slice(1));
              }
              return told;
            })()""";
    private static final String HEADING = "#focus .card .name";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Browser browser;
    private static String text;
    private static Path page;

    private Tab tab;

    @BeforeAll
    static void start(@TempDir Path folder) {
        browser = Browser.start();
        text = GraphPage.render(SavedEvidence.catalogue());
        Map<String, String> pages = new TreeMap<>(Assets.all());
        pages.put("graph.html", text);
        new Site(pages).write(folder);
        page = folder.resolve("graph.html");
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
    }

    @Test
    void aNodeIsShownWithWhatItRestsOnAndNothingElse() {
        tab.open(page);

        Map<String, Set<String>> shown = new TreeMap<>();
        for (Map.Entry<String, JsonNode> node : tab.evaluate(CHOOSE_SOME, Duration.ofSeconds(120)).properties()) {
            Set<String> on = new TreeSet<>();
            node.getValue().forEach(other -> on.add(other.asString()));
            shown.put(node.getKey(), on);
        }

        Map<String, Set<String>> written = WrittenGraph.edges(text);
        assertThat(shown).hasSizeGreaterThan(written.size() / 11);
        shown.forEach((node, on) -> assertThat(on).as(node).isEqualTo(written.get(node)));
        assertThat(tab.faults()).isEmpty();
    }

    @Test
    void anAddressOpensItsNodeAndLinksLeadDownToAnAxiomAndBack() {
        tab.open(URI.create(page.toUri() + "#claim-ZERO-2"));
        assertThat(tab.text(HEADING)).isEqualTo("ZERO-2: The weights stay zero for ever");

        tab.click("#focus .side.on a[href='#theorem-ZeroInitialization.weightsStayZero']");
        untilHeading("ZeroInitialization.weightsStayZero");
        tab.click("#focus .side.on a[href='#lemma-ZeroTrained']");
        untilHeading("lemmaZeroTrained");
        tab.click("#focus .ways summary");
        tab.click("#focus .ways details[open] li:last-child a");
        tab.until("document.querySelector('" + HEADING + "').textContent.startsWith('axiom')", SOON);
        assertThat(tab.text("#focus .card .node")).isEqualTo("◎ assumed");
        assertThat(tab.text("#focus .side.on .head")).isEqualTo("What it rests on: nothing");

        tab.evaluate("history.back()");
        untilHeading("lemmaZeroTrained");
        assertThat(tab.faults()).isEmpty();
    }

    @Test
    void wordsFindANodeAndTheKeyboardGoesThere() {
        tab.open(page);

        tab.click("#find");
        tab.type("mulzero left");
        assertThat(tab.text("#focus .found li:first-child")).contains("MulZeroLeft");
        tab.press("Enter");

        untilHeading("axiomMulZeroLeft");
        assertThat(tab.evaluate("document.activeElement.className").asString()).isEqualTo("name");
    }

    @Test
    void wordsOfNothingSaySo() {
        tab.open(page);

        tab.click("#find");
        tab.type("no such thing");

        assertThat(tab.text("#focus .found")).isEqualTo("Nothing has these words in its name or title.");
    }

    @Test
    void anAddressOfNothingLeavesThePageAsItIs() {
        tab.open(URI.create(page.toUri() + "#claim-%FF"));

        assertThat(tab.text(HEADING)).startsWith("ZERO-2");
        assertThat(tab.faults()).isEmpty();
    }

    private void untilHeading(String heading) {
        tab.until("document.querySelector('" + HEADING + "').textContent === '" + heading + "'", SOON);
    }
}
