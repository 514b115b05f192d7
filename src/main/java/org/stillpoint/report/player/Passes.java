package org.stillpoint.report.player;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealSample;
import org.stillpoint.engine.RealStep;

/** The way of a batch through the network and back, in tables. */
final class Passes {

    private Passes() {
    }

    /** @param most how many samples are shown at most */
    static DomContent of(DataSet data, RealStep step, int most) {
        int shown = Math.min(most, step.batch().size());
        return div(
                each(IntStream.range(0, shown).boxed().toList(), i -> sample(data, step.batch().get(i), step.samples().get(i))),
                each(IntStream.range(shown, Math.min(shown + 1, step.batch().size())).boxed().toList(), i ->
                        p("The other " + (step.batch().size() - shown) + " samples of the batch are left out here.")
                                .withClass("quiet")));
    }

    private static DomContent sample(DataSet data, int index, RealSample sample) {
        return table(
                caption(text("sample " + (index + 1) + ": x = "), Numbers.vector(exact(data.inputs().get(index))), text(", y = "),
                        target(data.targets().get(index)), text(", output "), Numbers.vector(sample.output()), text(", loss "),
                        Numbers.number(sample.loss())),
                tr(th("layer"), th("pre-activation z"), th("activation a"), th("delta = dl/dz")),
                each(IntStream.range(0, sample.preactivations().size()).boxed().toList(), l -> tr(
                        td(String.valueOf(l + 1)),
                        td(Numbers.vector(sample.preactivations().get(l))),
                        td(Numbers.vector(l < sample.activations().size() ? sample.activations().get(l) : sample.output())),
                        td(Numbers.vector(sample.deltas().get(l)))))).withClass("pass");
    }

    private static DomContent target(Vector target) {
        return target.size() == 1 ? Numbers.number(new Exact(target.get(0))) : Numbers.vector(exact(target));
    }

    private static List<Real> exact(Vector vector) {
        return vector.entries().stream().<Real>map(Exact::new).toList();
    }
}
