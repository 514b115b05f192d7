package org.stillpoint.teaching.paper;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A text for paper as Markdown, with mathematics between dollar signs. */
public final class PaperMarkdown {

    private PaperMarkdown() {
    }

    /** The text, ending with a line break. */
    public static String render(String title, List<Block> blocks) {
        return "# " + escape(title) + "\n" + blocks.stream().map(PaperMarkdown::block).collect(Collectors.joining());
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return "\n" + "#".repeat(heading.level() + 1) + " " + escape(heading.words()) + "\n";
        }
        if (block instanceof Block.Paragraph paragraph) {
            return "\n" + text(paragraph.text()) + "\n";
        }
        if (block instanceof Block.Items items) {
            return "\n" + items.items().stream().map(item -> "- " + text(item) + "\n").collect(Collectors.joining());
        }
        if (block instanceof Block.Formula formula) {
            return "\n$$" + formula.latex() + "$$\n";
        }
        if (block instanceof Block.Quantities quantities) {
            return "\n" + quantities.values().stream().map(PaperLatex::quantity).collect(Collectors.joining(", ")) + "\n";
        }
        if (block instanceof Block.Table table) {
            return "\n" + row(table.heads()) + "|" + String.join("|", Collections.nCopies(table.heads().size(), "---")) + "|\n"
                    + table.rows().stream().map(PaperMarkdown::row).collect(Collectors.joining());
        }
        if (block instanceof Block.Code code) {
            return "\n" + code.lines().stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
        }
        return block instanceof Block.NewPage ? "\n---\n" : "";
    }

    private static String row(List<Text> cells) {
        return cells.stream().map(cell -> " " + text(cell).replace("|", "\\|") + " ").collect(Collectors.joining("|", "|",
                "|\n"));
    }

    private static String text(Text text) {
        return text.pieces().stream().map(piece -> piece.mathematics()
                .orElseGet(() -> escape(((Text.Words) piece).words()))).collect(Collectors.joining());
    }

    private static String escape(String text) {
        return text.replaceAll("[\\\\`*_<\\[$|#]", "\\\\$0");
    }
}
