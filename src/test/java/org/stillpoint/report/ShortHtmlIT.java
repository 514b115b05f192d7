package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import tools.jackson.databind.json.JsonMapper;

/** What a browser makes of pages as they are written, and as they were before. */
class ShortHtmlIT {

    private static final String SAME = """
            ((...pages) => {
              const [one, other] = pages.map(page => new DOMParser().parseFromString(page, "text/html"));
              return one.body.childElementCount > 3 && one.isEqualNode(other);
            })(%s, %s)""";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Site site;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        BoundCatalogue catalogue = SavedEvidence.catalogue();
        Map<String, String> witnesses = new TreeMap<>();
        for (EvidenceRecord witness : EvidenceLog.ofKind(catalogue.evidence(), Kind.WITNESS)) {
            witnesses.put(witness.name(), Files.readString(Path.of("proofs/witnesses", witness.name() + ".counterexample.json")));
        }
        site = Site.of(catalogue, witnesses, Files.readString(Path.of("specs/README.md")));
        site.write(folder);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aPageAsItIsWrittenIsTheSameDocumentInFewerBytes() throws IOException {
        Tab tab = browser.tab();
        List<String> others = new ArrayList<>();
        for (String name : site.pages().keySet().stream().filter(SiteTest::isOfTheReport).toList()) {
            String whole = site.pages().get(name);
            String written = Files.readString(folder.resolve(name));
            if (!tab.evaluate(SAME.formatted(quoted(whole), quoted(written))).booleanValue()
                    || written.length() >= whole.length()) {
                others.add(name);
            }
        }

        assertThat(others).isEmpty();
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
