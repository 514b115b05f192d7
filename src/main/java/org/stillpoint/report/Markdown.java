package org.stillpoint.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * HTML from the plain part of Markdown: headings, paragraphs, lists, tables, code, emphasis and links.
 *
 * @param html the text, without the frame of a page
 * @param headings all but the title, in order
 */
record Markdown(String html, List<Heading> headings) {

    Markdown {
        headings = List.copyOf(headings);
    }

    /**
     * A heading that a link can lead to.
     *
     * @param level 2 below the title, and so on
     * @param html its words
     * @param id the anchor
     */
    record Heading(int level, String html, String id) {
    }

    /** @param links where a link or the identifier of a claim leads, empty if it is to be plain text */
    static Markdown of(String text, Function<String, Optional<String>> links) {
        MarkdownBlocks blocks = new MarkdownBlocks(text.lines().toList(), new MarkdownSpans(links));
        return new Markdown(blocks.toHtml(), blocks.headings());
    }
}
