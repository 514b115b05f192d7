package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.Examples;
import org.stillpoint.decision.DecisionTable;

/** The decision table answers for one start at a time, in a browser, by its own cells. */
class DecisionQuestionIT {

    private static final String ASK_ALL = """
            (() => {
              const form = document.getElementById("ask");
              const selects = [...form.querySelectorAll("select")];
              const told = [];
              const choose = at => {
                if (at === selects.length) {
                  form.dispatchEvent(new Event("input"));
                  const link = document.querySelector("#told a");
                  told.push(link ? document.querySelector("#told .badge").textContent + " " + link.getAttribute("href") : "none");
                  return;
                }
                for (const option of selects[at].options) {
                  selects[at].value = option.value;
                  choose(at + 1);
                }
              };
              choose(0);
              return told;
            })()""";

    private static DecisionTable table;
    private static Browser browser;
    private static Path page;

    private Tab tab;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        browser = Browser.start();
        BoundCatalogue catalogue = Examples.bound(Catalogue.load(Path.of("specs/claims")).claims().toArray(Claim[]::new));
        table = DecisionTable.decide(catalogue);
        Map<String, String> pages = new TreeMap<>(Assets.all());
        pages.put("decision.html", DecisionTablePage.render(catalogue, table));
        new Site(pages).write(folder);
        page = folder.resolve("decision.html");
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
    void everyChoiceLeadsToItsCellAndEveryCellIsReached() {
        tab.open(page);

        List<String> told = tab.evaluate(ASK_ALL).valueStream().map(line -> line.asString()).toList();

        assertThat(told).filteredOn(line -> !line.equals("none")).containsExactlyInAnyOrderElementsOf(table.decisions().stream()
                .map(decision -> decision.outcome().words() + " " + DecisionPages.address(decision.cell())).toList());
        assertThat(tab.faults()).isEmpty();
    }

    @Test
    void theAddressKeepsTheQuestion() {
        tab.open(URI.create(page.toUri() + "#start=twins&biases=yes&unit=relu-1-2&batch=one+sample"));

        assertThat(tab.text("#told")).startsWith("symmetric On some data the parameters change; units that start equal never part");
        assertThat(tab.text("td.chosen")).isEqualTo("symmetric");
    }

    @Test
    void aStartThatThereIsOnlyWithBiasesSaysSo() {
        tab.open(URI.create(page.toUri() + "#start=biases&biases=no"));

        assertThat(tab.text("#told")).isEqualTo("That start has biases that are not zero: choose biases.");
    }
}
