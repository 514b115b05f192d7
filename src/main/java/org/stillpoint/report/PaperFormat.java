package org.stillpoint.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import j2html.TagCreator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.stillpoint.domain.Named;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.PaperLatex;
import org.stillpoint.teaching.paper.PaperMarkdown;

/** The formats in which texts for paper are written, each as a file of its own. */
public enum PaperFormat implements Named {

    LATEX("latex", PaperLatex::render),
    MARKDOWN("markdown", PaperMarkdown::render),
    HTML("html", PaperFormat::page);

    private static final List<String> STYLES = List.of("style.css", "network.css", "handout.css");

    private final String id;
    private final BiFunction<String, List<Block>, String> rendering;

    PaperFormat(String id, BiFunction<String, List<Block>, String> rendering) {
        this.id = id;
        this.rendering = rendering;
    }

    /** The name used on the command line. */
    @Override
    public String id() {
        return id;
    }

    /** The text, ending with a line break. */
    public String render(String title, List<Block> blocks) {
        return rendering.apply(title, blocks);
    }

    /** @throws org.stillpoint.domain.DomainException if no format has this name */
    public static PaperFormat fromId(String id) {
        return Named.find("format", List.of(values()), id);
    }

    /** With its style inside, so that the file can be sent alone. */
    private static String page(String heading, List<Block> blocks) {
        return TagCreator.document(html(
                head(meta().withCharset("utf-8"), meta().withName("viewport").withContent("width=device-width, "
                        + "initial-scale=1"),
                        title(heading), style(rawHtml(STYLES.stream().map(Assets.all()::get).collect(Collectors.joining())))),
                body(main(h1(heading), PaperHtml.of(blocks)))).withLang("en").withClass("alone")) + "\n";
    }
}
