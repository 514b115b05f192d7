package org.stillpoint.teaching.paper;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.domain.Vector;

/** A text for paper as a LaTeX document that needs no package beyond those that come with every LaTeX. */
public final class PaperLatex {

    private static final String HEAD = """
            \\documentclass[11pt,a4paper]{article}
            \\usepackage[utf8]{inputenc}
            \\usepackage{amsmath,amssymb}
            \\usepackage{graphicx}
            \\usepackage[margin=22mm]{geometry}
            \\newsavebox{\\formula}
            \\newcommand{\\fitted}[1]{\\sbox{\\formula}{$\\displaystyle #1$}\\ifdim\\wd\\formula>\\linewidth
              \\resizebox{\\linewidth}{!}{\\usebox{\\formula}}\\else\\usebox{\\formula}\\fi}
            \\setlength{\\parindent}{0pt}
            \\setlength{\\parskip}{6pt plus 2pt}
            \\emergencystretch=3em
            \\allowdisplaybreaks
            """;

    private PaperLatex() {
    }

    /** The document, ending with a line break. */
    public static String render(String title, List<Block> blocks) {
        return HEAD + "\\begin{document}\n\\section*{" + LatexWords.set(title) + "}\n"
                + blocks.stream().map(PaperLatex::block).collect(Collectors.joining()) + "\\end{document}\n";
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return "\n\\" + (heading.level() == 1 ? "" : "sub") + "subsection*{" + LatexWords.set(heading.words()) + "}\n";
        }
        if (block instanceof Block.Paragraph paragraph) {
            return "\n" + text(paragraph.text()) + "\n";
        }
        if (block instanceof Block.Items items) {
            return "\\begin{itemize}\n" + items.items().stream().map(item -> "\\item " + text(item) + "\n")
                    .collect(Collectors.joining()) + "\\end{itemize}\n";
        }
        if (block instanceof Block.Formula formula) {
            return formula(formula.latex());
        }
        if (block instanceof Block.Quantities quantities) {
            return "\n\\begin{center}\n" + quantities.values().stream().map(PaperLatex::quantity)
                    .collect(Collectors.joining(" \\hspace{1.2em}\n")) + "\n\\end{center}\n";
        }
        if (block instanceof Block.Table table) {
            return table(table);
        }
        if (block instanceof Block.Code code) {
            return "\n{\\small\\raggedright\\frenchspacing\n" + code.lines().stream().map(PaperLatex::typed)
                    .collect(Collectors.joining("\\\\\n")) + "\n\\par}\n";
        }
        return block instanceof Block.NewPage ? "\\clearpage\n" : "";
    }

    /** Two statements in one formula stand one below the other, and what is still too wide is made smaller. */
    private static String formula(String latex) {
        return Stream.of(latex.split("\\\\qquad")).map(part -> "\\fitted{" + part.strip() + "}")
                .collect(Collectors.joining(" \\\\\n", "\\begin{gather*}\n", "\n\\end{gather*}\n"));
    }

    /** A typed line breaks at spaces only, and keeps two hyphens apart. */
    private static String typed(String line) {
        return "\\texttt{" + Latex.escape(line).replace("--", "-{}-") + "}";
    }

    private static String table(Block.Table table) {
        return "\n\\begin{center}\\renewcommand{\\arraystretch}{1.3}\n\\begin{tabular}{" + "l".repeat(table.heads().size())
                + "}\n"
                + row(table.heads()) + "\\hline\n" + table.rows().stream().map(PaperLatex::row).collect(Collectors.joining())
                + "\\end{tabular}\\end{center}\n";
    }

    private static String row(List<Text> cells) {
        return cells.stream().map(PaperLatex::text).collect(Collectors.joining(" & ")) + " \\\\\n";
    }

    /** Words are escaped, mathematics is not. */
    static String text(Text text) {
        return text.pieces().stream().map(piece -> piece.mathematics()
                .orElseGet(() -> LatexWords.set(((Text.Words) piece).words()))).collect(Collectors.joining());
    }

    /** A named value between dollar signs. */
    static String quantity(Quantity quantity) {
        return "$" + quantity.symbols() + " = " + value(quantity) + "$";
    }

    private static String value(Quantity quantity) {
        return quantity.isNumber() ? Quantity.number(quantity.value().get(0, 0))
                : "\\begin{pmatrix} " + quantity.value().rows().stream().map(PaperLatex::row)
                .collect(Collectors.joining(" \\\\ ")) + " \\end{pmatrix}";
    }

    private static String row(Vector row) {
        return row.entries().stream().map(Quantity::number).collect(Collectors.joining(" & "));
    }
}
