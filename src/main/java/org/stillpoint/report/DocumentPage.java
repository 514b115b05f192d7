package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.report.Markdown.Heading;

/** A text of the repository with its contents beside it. */
final class DocumentPage {

    static final String STYLE = "document.css";

    private static final int FEW = 3;

    private DocumentPage() {
    }

    static DomContent of(Markdown text) {
        return of(text.headings(), rawHtml(text.html()));
    }

    /** A text of few parts needs no contents. */
    static DomContent of(List<Heading> headings, DomContent... text) {
        List<LiTag> parts = parts(headings.stream().filter(heading -> heading.level() < 4).toList());
        return div(
                iff(parts.size() >= FEW, nav(h2("On this page"), ul(each(parts, part -> part)))
                        .attr("aria-label", "On this page").withClass("contents")),
                div(text).withClass("text")).withClass("document");
    }

    private static List<LiTag> parts(List<Heading> headings) {
        List<LiTag> parts = new ArrayList<>();
        for (int i = 0; i < headings.size(); ) {
            int end = i + 1;
            while (end < headings.size() && headings.get(end).level() > 2) {
                end++;
            }
            List<Heading> below = headings.subList(i + 1, end);
            parts.add(li(link(headings.get(i)), iff(!below.isEmpty(), ul(each(below, heading -> li(link(heading)))))));
            i = end;
        }
        return parts;
    }

    private static DomContent link(Heading heading) {
        return a(rawHtml(heading.html())).withHref("#" + heading.id());
    }
}
