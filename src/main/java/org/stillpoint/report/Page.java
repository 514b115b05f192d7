package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.title;

import j2html.Config;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.specialized.HtmlTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.report.drawing.UsedAgain;

/**
 * The frame that every page of the site stands in, with a place for the links of the {@link Navigation}.
 *
 * @param catalogue what the site reports
 * @param root the way from the page to the site's root, empty or {@code ../}
 * @param assets the style sheets and scripts that it needs beside {@code style.css}, by their names in {@link Assets}; without
 *     scripts a page still says all that it has to say
 */
record Page(BuiltCatalogue catalogue, String root, List<String> assets) {

    Page {
        assets = List.copyOf(assets);
    }

    Page(BuiltCatalogue catalogue, String root, String... assets) {
        this(catalogue, root, List.of(assets));
    }

    /** The text of a page, well-formed also as XML. */
    String render(String heading, DomContent... content) {
        HtmlTag page = html().withLang("en").with(
                head(
                        meta().withCharset("utf-8"),
                        meta().withName("viewport").withContent("width=device-width"),
                        title(heading.equals("Stillpoint") ? heading : heading + " - Stillpoint"),
                        link().withRel("icon").withHref(root + "icon.svg"),
                        script().withSrc(root + "frame.js"),
                        link().withRel("stylesheet").withHref(root + "style.css"),
                        each(assets, this::asset)),
                body(
                        a("To the text").withClass("skip").withHref("#text"),
                        header(
                                div(a("Stillpoint").withClass("home").withHref(root + "index.html"),
                                        rawHtml(Navigation.PLACE)).withClass("bar"),
                                iff(Wording.warning(catalogue), warning -> p(warning).withClass("warning"))),
                        main(content).withId("text"),
                        footer(Wording.build(catalogue.build())
                                + ". Numbers in networks, data and traces are exact fractions.")));
        try {
            Config closed = Config.defaults().withEmptyTagsClosed(true);
            return UsedAgain.in("<!DOCTYPE html>\n" + page.render(FlatHtml.inMemory(closed)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DomContent asset(String name) {
        return name.endsWith(".js")
                ? script().withSrc(root + name).attr("defer", "")
                : link().withRel("stylesheet").withHref(root + name);
    }
}
