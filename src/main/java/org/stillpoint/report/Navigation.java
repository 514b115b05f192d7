package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The links that stand above every page. A page leaves a place for them, which is filled when all pages of the site are known, so
 * that none leads to a page that is not there.
 *
 * @param page where the links stand, by its path within the site
 * @param pages the paths of all pages
 */
record Navigation(String page, Set<String> pages) {

    /** What a page holds in its place. */
    static final String PLACE = "<!--navigation-->";

    private static final List<Entry> FIRST = List.of(
            new Entry("index.html", "Home", ""),
            new Entry("catalogue.html", "Claims", "claims/"),
            new Entry("lab.html", "Lab", ""),
            new Entry("decision.html", "Decision table", "decision/"),
            new Entry("gallery.html", "Gallery", ""),
            new Entry("graph.html", "Graph", ""),
            new Entry("guide.html", "Guide", "guide/"),
            new Entry("proofs.html", "Proofs", ""),
            new Entry("trust.html", "Trust", ""));
    private static final List<Entry> MORE = List.of(
            new Entry("words.html", "Words", ""),
            new Entry("teaching.html", "Teaching", "handouts/"),
            new Entry("benchmarks.html", "Benchmarks", ""),
            new Entry("census.html", "Census", ""),
            new Entry("implementations.html", "Implementations", ""),
            new Entry("drift.html", "Drift", ""),
            new Entry("models.html", "Real models", ""),
            new Entry("faulty-programs.html", "Faulty programs", ""));

    /**
     * A link.
     *
     * @param path the page that it leads to
     * @param below the directory of the pages that belong to it, empty if there is none
     */
    private record Entry(String path, String words, String below) {

        boolean holds(String page) {
            return page.equals(path) || !below.isEmpty() && page.startsWith(below);
        }
    }

    /** The pages with their links. */
    static Map<String, String> fill(Map<String, String> pages) {
        Map<String, String> filled = new TreeMap<>(pages);
        filled.replaceAll((page, text) -> text.replace(PLACE, new Navigation(page, pages.keySet()).render()));
        return filled;
    }

    private String render() {
        List<Entry> first = FIRST.stream().filter(this::isThere).toList();
        List<Entry> more = MORE.stream().filter(this::isThere).toList();
        return nav(ul(
                each(first, entry -> li(link(entry))),
                iff(!more.isEmpty(), li(root().isEmpty() ? menu(more) : a("More").withHref(root() + "index.html#more")))))
                .attr("aria-label", "Site").render();
    }

    /** Only on the pages of the first rank: of the others there are hundreds, and each byte counts. */
    private DomContent menu(List<Entry> more) {
        return details(summary(more.stream().anyMatch(entry -> entry.holds(page)) ? "More, here" : "More"),
                ul(each(more, entry -> li(link(entry)))));
    }

    /** The way from the page to the site's root. */
    private String root() {
        return "../".repeat(page.split("/", -1).length - 1);
    }

    private boolean isThere(Entry entry) {
        return pages.contains(entry.path());
    }

    private DomContent link(Entry entry) {
        ATag link = a(entry.words()).withHref(root() + entry.path());
        return page.equals(entry.path()) ? link.attr("aria-current", "page")
                : entry.holds(page) ? link.attr("aria-current", "true") : link;
    }
}
