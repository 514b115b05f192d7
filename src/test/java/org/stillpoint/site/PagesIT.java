package org.stillpoint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import org.stillpoint.browser.View;

/** Every page of the site in a real browser. */
class PagesIT {

    private static final Path PICTURES = Path.of("target/browser/pictures");
    private static final long MOST_BYTES = 5_000_000;
    private static final long MOST_BYTES_AT_FIRST = 200_000;

    /** It calculates, so it has nothing to say without scripts but that it needs them. */
    private static final String LAB = "lab.html";

    private static final Map<String, VisitedPage> PAGES = new TreeMap<>();
    private static Browser browser;
    private static Tab tab;

    @BeforeAll
    static void visit() {
        browser = Browser.start();
        tab = browser.tab();
        Visitor visitor = new Visitor(tab, PICTURES);
        PackedSite.pages().forEach(page -> PAGES.put(page, visitor.look(page)));
        System.out.println("Pages visited: " + PAGES.size() + ", each on a phone, on a desk with axe, in the dark, without "
                + "scripts; links checked: " + PAGES.values().stream().mapToInt(page -> page.links().size()).sum() + "; pictures: "
                + PICTURES);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void noPageReportsAnError() {
        assertThat(problems(VisitedPage::faults)).isEmpty();
    }

    @Test
    void noPageAsksForAnythingOutsideTheSite() {
        String root = PackedSite.ROOT.toUri().toString();

        assertThat(problems(page -> page.requests().stream()
                .filter(address -> !address.startsWith(root) && !address.startsWith("data:") && !address.startsWith("blob:"))
                .toList())).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(problems(page -> page.links().stream().filter(link -> !leadsSomewhere(URI.create(link))).distinct().toList()))
                .isEmpty();
    }

    /** What is on the network is not asked for. Behind the hash stands an anchor, or with an equals sign what a script shows. */
    private static boolean leadsSomewhere(URI link) {
        if (!"file".equals(link.getScheme())) {
            return "https".equals(link.getScheme()) || "data".equals(link.getScheme());
        }
        Path file = Path.of(link.getPath());
        if (!file.startsWith(PackedSite.ROOT) || !Files.isRegularFile(file)) {
            return false;
        }
        VisitedPage page = PAGES.get(PackedSite.ROOT.relativize(file).toString());
        String anchor = link.getFragment();
        return anchor == null || anchor.isEmpty() || anchor.contains("=") || page != null && page.anchors().contains(anchor);
    }

    @Test
    void everyPageIsReachedFromAnother() {
        Set<String> reached = PAGES.entrySet().stream()
                .flatMap(from -> from.getValue().links().stream().map(URI::create)
                        .filter(link -> "file".equals(link.getScheme())).map(link -> Path.of(link.getPath()))
                        .filter(to -> !to.equals(PackedSite.ROOT.resolve(from.getKey()))))
                .map(file -> PackedSite.ROOT.relativize(file).toString()).collect(Collectors.toSet());

        assertThat(reached).containsAll(PAGES.keySet());
    }

    @Test
    void axeFindsNothing() {
        assertThat(problems(VisitedPage::findings)).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysOnAPhone() {
        assertThat(problems(VisitedPage::sticksOut)).isEmpty();
    }

    @Test
    void withoutScriptsAPageHasTheSameHeadings() {
        Map<String, List<String>> looked = new TreeMap<>();
        Map<String, List<String>> plain = new TreeMap<>();
        PAGES.forEach((name, page) -> {
            looked.put(name, page.headings());
            plain.put(name, page.plainHeadings());
        });
        looked.remove(LAB);
        plain.remove(LAB);

        assertThat(looked).isNotEmpty().isEqualTo(plain);
        assertThat(looked.values()).noneMatch(List::isEmpty);
    }

    @Test
    void theFocusIsSeenWhereverTheTabKeyLeads() {
        tab.show(View.DESK);
        tab.open(PackedSite.ROOT.resolve("index.html"));
        int stops = tab.evaluate("document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]').length")
                .intValue();
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < stops; i++) {
            tab.press("Tab");
            String focused = tab.evaluate("""
                    (() => {
                      const element = document.activeElement;
                      const style = getComputedStyle(element);
                      const box = element.getBoundingClientRect();
                      const seen = element !== document.body && box.bottom > 0 && box.top < innerHeight
                          && (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== "none");
                      return seen || element === document.body ? "" : element.outerHTML.slice(0, 150);
                    })()""").asString();
            unseen.add(focused);
        }
        unseen.removeIf(String::isEmpty);

        assertThat(stops).isGreaterThan(10);
        assertThat(unseen).isEmpty();
    }

    @Test
    void theSiteAndItsFirstPageAreSmall() throws IOException {
        long all = 0;
        for (String file : PackedSite.files()) {
            all += Files.size(PackedSite.ROOT.resolve(file));
        }
        long first = 0;
        for (String address : Set.copyOf(PAGES.get("index.html").requests())) {
            first += Files.size(Path.of(URI.create(address)));
        }
        System.out.println("The site has " + all + " bytes, its first page " + first + " with all that it loads.");

        assertThat(all).isLessThan(MOST_BYTES);
        assertThat(first).isLessThan(MOST_BYTES_AT_FIRST);
    }

    /** What is wrong with pages, by page. */
    private static Map<String, List<String>> problems(Function<VisitedPage, List<String>> wrong) {
        Map<String, List<String>> problems = new TreeMap<>();
        PAGES.forEach((name, page) -> {
            if (!wrong.apply(page).isEmpty()) {
                problems.put(name, wrong.apply(page));
            }
        });
        return problems;
    }
}
