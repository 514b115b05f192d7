package org.stillpoint.report.player;

import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import j2html.Config;
import j2html.rendering.FlatHtml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stillpoint.report.drawing.NetworkDrawing;

/** A training as a page of its own that loads nothing, well-formed also as XML. */
public final class TracePage {

    private static final String TITLE = "Training, step by step";
    private static final List<String> STYLES = List.of("style.css", "network.css", "player.css");

    private TracePage() {
    }

    /**
     * The text of the page.
     *
     * @param notes paragraphs below the training
     */
    public static String render(Player player, List<String> notes) {
        try {
            return "<!DOCTYPE html>\n" + html().withLang("en").with(
                    head(
                            meta().withCharset("utf-8"),
                            meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                            title(TITLE),
                            each(STYLES, name -> style(rawHtml(asset(name))))),
                    body(
                            main(h1(TITLE), player.html(), each(notes, note -> p(note)),
                                    p(NetworkDrawing.LEGEND + " " + NetworkDrawing.MARKS).withClass("quiet")),
                            script(rawHtml("/* <![CDATA[ */\n" + asset("player.js") + "/* ]]> */"))))
                    .render(FlatHtml.inMemory(Config.defaults().withEmptyTagsClosed(true))) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String asset(String name) {
        try (InputStream in = TracePage.class.getResourceAsStream("/org/stillpoint/report/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
