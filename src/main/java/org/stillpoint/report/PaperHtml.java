package org.stillpoint.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.report.drawing.NetworkDrawing;
import org.stillpoint.report.typography.FlatMath;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.teaching.paper.Quantity;
import org.stillpoint.teaching.paper.Text;

/** A text for paper as a part of a page. */
final class PaperHtml {

    private static final Pattern ROW_OF_ONE = Pattern.compile("<mrow>(<m[in]>[^<]*</m[in]>)</mrow>");

    private PaperHtml() {
    }

    /** Each side of the text that begins on new paper is a section of its own. */
    static DomContent of(List<Block> blocks) {
        List<DomContent> sheets = new ArrayList<>();
        List<DomContent> sheet = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.NewPage) {
                sheets.add(sheet(sheet));
                sheet = new ArrayList<>();
            } else {
                sheet.add(block(block));
            }
        }
        sheets.add(sheet(sheet));
        return each(sheets, content -> content);
    }

    private static DomContent sheet(List<DomContent> blocks) {
        return div(blocks.toArray(DomContent[]::new)).withClass("sheet");
    }

    private static DomContent block(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading.level() == 1 ? h2(heading.words()) : h3(heading.words());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return p(text(paragraph.text()));
        }
        if (block instanceof Block.Items items) {
            return ul(each(items.items(), item -> li(text(item))));
        }
        if (block instanceof Block.Formula formula) {
            return div(rawHtml(MathMl.of(formula.latex()))).withClass("scroll");
        }
        if (block instanceof Block.Quantities quantities) {
            return div(each(quantities.values(), PaperHtml::quantity)).withClass("values");
        }
        if (block instanceof Block.Table table) {
            return div(table(thead(tr(each(table.heads(), cell -> th(text(cell))))),
                    tbody(each(table.rows(), row -> tr(each(row, cell -> td(text(cell)))))))).withClass("scroll");
        }
        if (block instanceof Block.Code typed) {
            return pre(code(String.join("\n", typed.lines())));
        }
        return div(rawHtml(NetworkDrawing.svg(((Block.Picture) block).network()))).withClasses("scroll", "picture");
    }

    private static DomContent text(Text text) {
        return rawHtml(text.pieces().stream().map(PaperHtml::piece).collect(Collectors.joining()));
    }

    /** Numbers in tables are text: as mathematics they would make the pages twice as long. */
    private static String piece(Text.Piece piece) {
        if (piece instanceof Text.Numbers numbers) {
            String entries = numbers.numbers().entries().stream().map(PaperHtml::written).collect(Collectors.joining(", "));
            return numbers.numbers().size() == 1 ? entries : "(" + entries + ")";
        }
        return piece instanceof Text.Symbols symbols ? inline(bare(symbols.latex()))
                : MathText.html(((Text.Words) piece).words());
    }

    /** A matrix is a table, as a formula would be four times as long. */
    private static DomContent quantity(Quantity quantity) {
        String name = bare(quantity.symbols()) + "<mo>=</mo>";
        return quantity.isNumber()
                ? span(rawHtml(inline(name + "<mn>" + written(quantity.value().get(0, 0)) + "</mn>")))
                : div(span(rawHtml(inline(name))),
                        table(each(quantity.value().rows(), row -> tr(each(row.entries(), entry -> td(written(entry))))))
                                .withClass("matrix"));
    }

    private static String written(BigFraction number) {
        return ExactNumber.write(number).replace("-", "\u2212");
    }

    private static String inline(String mathml) {
        return FlatMath.html(mathml).orElse("<math>" + mathml + "</math>");
    }

    /** Without the elements for rows of one symbol, and without the one around it, as there is one by itself. */
    private static String bare(String latex) {
        String row = MathMl.row(latex);
        return ROW_OF_ONE.matcher(row.substring("<mrow>".length(), row.length() - "</mrow>".length())).replaceAll("$1");
    }
}
