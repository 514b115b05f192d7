package org.stillpoint.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.stillpoint.browser.Tab;
import org.stillpoint.browser.View;
import tools.jackson.databind.JsonNode;

/** Somebody who looks at pages: on a phone, on a desk, in the dark, and without scripts. */
final class Visitor {

    /** The pages of which it leaves pictures. */
    static final Set<String> PICTURED = Set.of("index.html", "catalogue.html", "claims/ZERO-2.html", "claims/Q-3.html",
            "decision.html", "graph.html", "gallery.html", "teaching.html", "lab.html");

    /** Colours that are on their way are not looked at. */
    private static final View STILL = View.DESK.withoutMotion();
    private static final String LINKS = """
            [...document.querySelectorAll("[href], [src]")]
                .map(element => new URL(element.getAttribute("href") ?? element.getAttribute("src"), document.baseURI).href)""";
    private static final Pattern ANCHOR = Pattern.compile(" id=\"?([^\"\\s>]+)");
    private static final String ANCHORS = "[...document.querySelectorAll('[id]')].map(element => element.id)";
    private static final String HEADINGS = "[...document.querySelectorAll('h1, h2, h3')].map(element => element.textContent)";

    /** What text stands in, by the names of the style sheets: where these are known, so are the colours. A formula has one. */
    private static final String COLOURED = """
            [...new Set([...document.querySelectorAll("body *")]
                .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== ""))
                .map(element => element.closest("math") || element).map(element => [element.parentElement, element]
                    .map(one => [one.localName, ...[...one.classList].sort()].join(".")).join(" > ")))]""";
    private static final String STICKS_OUT = """
            (() => {
              const wide = document.documentElement.scrollWidth;
              const cut = element => element !== document.body && (getComputedStyle(element).overflowX !== "visible"
                  || cut(element.parentElement));
              return wide <= %d ? [] : [...document.querySelectorAll("body *")]
                  .filter(element => element.getBoundingClientRect().right > %<d && !cut(element))
                  .slice(0, 3).map(element => element.cloneNode().outerHTML).concat("the page is " + wide + " wide");
            })()""".formatted(View.PHONE.width());

    private final Tab tab;
    private final Path pictures;
    private final Set<String> coloured = new HashSet<>();

    /** Leaves pictures of some pages, to be looked at. */
    Visitor(Tab tab, Path pictures) {
        this.tab = tab;
        this.pictures = pictures;
    }

    /** Those that scripts make too; and those that stand in the text, for which a script may do what the browser does. */
    private Set<String> anchors(String page) {
        Set<String> anchors = new HashSet<>(strings(ANCHORS));
        try {
            ANCHOR.matcher(Files.readString(PackedSite.ROOT.resolve(page))).results().forEach(id -> anchors.add(id.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return anchors;
    }

    /** Looks at a page on a phone, whether it is whole; on a desk, with axe; in the dark; and without scripts. */
    VisitedPage look(String page) {
        Path file = PackedSite.ROOT.resolve(page);
        tab.show(View.PHONE);
        tab.open(file);
        picture(page, "phone");
        List<String> faults = tab.faults();
        List<String> requests = tab.requests();
        List<String> links = strings(LINKS);
        Set<String> anchors = anchors(page);
        List<String> headings = strings(HEADINGS);
        List<String> sticksOut = strings(STICKS_OUT);
        List<String> findings = findings(page);
        return new VisitedPage(faults, requests, links, anchors, headings, withoutScripts(file), findings, sticksOut);
    }

    /** What axe finds in light and in dark. */
    private List<String> findings(String page) {
        tab.show(STILL);
        picture(page, "desk");
        List<String> findings = new ArrayList<>(Axe.findings(tab));
        boolean newColours = coloured.addAll(strings(COLOURED));
        if (newColours) {
            findings.addAll(Axe.colours(tab));
        }
        tab.show(STILL.inDark());
        picture(page, "dark");
        if (newColours) {
            Axe.colours(tab).forEach(finding -> findings.add("in the dark: " + finding));
        }
        return findings;
    }

    private List<String> withoutScripts(Path file) {
        tab.show(STILL.withoutScripts());
        tab.open(file);
        return strings(HEADINGS);
    }

    private void picture(String page, String view) {
        if (PICTURED.contains(page)) {
            try {
                Files.createDirectories(pictures);
                tab.screenshot(pictures.resolve(page.replace('/', '-').replace(".html", "-" + view + ".png")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<String> strings(String expression) {
        return StreamSupport.stream(tab.evaluate(expression).spliterator(), false).map(JsonNode::asString).toList();
    }
}
