package org.stillpoint.report.player;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.td;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.report.drawing.Moved;

/** The parameters of a network, or their derivatives, as matrices and columns. */
final class Matrices {

    /** The most numbers of a matrix that stand unfolded. */
    private static final int LARGEST = 150;

    /** The most rows of a matrix that stands unfolded. */
    private static final int TALLEST = 12;

    /** The most columns that a small screen has room for. */
    private static final int NARROW = 5;

    private Matrices() {
    }

    /**
     * A line a layer.
     *
     * @param d what stands before the names W and b
     * @param before the layers of which those numbers differ that are marked; the layers themselves to mark none
     * @param activations a word behind each layer, or nothing
     */
    static DomContent of(String d, List<RealLayer> layers, List<RealLayer> before, List<String> activations) {
        return div(each(IntStream.range(0, layers.size()).boxed().toList(), l -> {
            RealLayer layer = layers.get(l);
            return div(
                    span(d + "W" + (l + 1) + " ="), matrix(layer.weights(), before.get(l).weights()),
                    each(layer.bias().stream().toList(), bias -> span(d + "b" + (l + 1) + " =")),
                    each(layer.bias().stream().toList(),
                            bias -> matrix(column(bias), column(before.get(l).bias().orElseThrow()))),
                    each(activations.subList(Math.min(l, activations.size()), Math.min(l + 1, activations.size())),
                            activation -> span(activation).withClass("quiet")))
                    .withClass("matrices");
        }));
    }

    private static List<List<Real>> column(List<Real> bias) {
        return bias.stream().map(List::of).toList();
    }

    private static DomContent matrix(List<List<Real>> rows, List<List<Real>> before) {
        DomContent table = table(each(IntStream.range(0, rows.size()).boxed().toList(), j -> tr(
                each(IntStream.range(0, rows.get(j).size()).boxed().toList(), k ->
                        td(Numbers.number(rows.get(j).get(k))).withCondClass(
                                Moved.between(before.get(j).get(k), rows.get(j).get(k)), "changed"))))).withClass("matrix");
        if (rows.size() > TALLEST || rows.size() * rows.get(0).size() > LARGEST) {
            return details(summary(rows.size() + " \u00d7 " + rows.get(0).size() + " numbers"), table).withClass("long");
        }
        return rows.get(0).size() <= NARROW ? table : div(table).withClass("wide").attr("tabindex", "0");
    }
}
