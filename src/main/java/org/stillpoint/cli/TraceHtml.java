package org.stillpoint.cli;

import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealSample;
import org.stillpoint.engine.RealStep;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.format.RealText;

/** A trace as a page of its own, with nothing loaded from elsewhere. */
final class TraceHtml {

    private static final String STYLE = "body{font:16px/1.4 sans-serif;margin:2em auto;max-width:70em;padding:0 1em}"
            + "table{border-collapse:collapse;margin:.5em 0}td,th{border:1px solid #bbb;padding:.25em .6em;text-align:left;"
            + "vertical-align:top}th{white-space:nowrap}td{font:14px/1.4 monospace;overflow-wrap:anywhere}";

    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String NO_BREAK_HYPHEN = "\u2011";

    private TraceHtml() {
    }

    /** @param stopped why the trace ends early, if it does */
    static String page(Network start, DataSet data, RealTrace trace, Optional<String> stopped) {
        return TagCreator.document(html(
                head(meta().withCharset("utf-8"), title("Training, step by step"), style(STYLE)),
                body(h1("Training, step by step"), h2("Start"), parameters(RealNetwork.of(start)),
                        each(IntStream.range(0, trace.steps().size()).boxed().toList(),
                                s -> step(s + 1, data, trace.steps().get(s))),
                        each(stopped.stream().toList(), why -> p(why))))
                .attr("lang", "en")) + "\n";
    }

    private static DomContent step(int number, DataSet data, RealStep step) {
        return section(h2("Step " + number),
                each(IntStream.range(0, step.batch().size()).boxed().toList(),
                        i -> sample(data, step.batch().get(i), step.samples().get(i))),
                h3("Mean gradient"), gradient(step.gradients()),
                h3("Network after the step"), parameters(step.network()));
    }

    private static DomContent sample(DataSet data, int index, RealSample sample) {
        return section(h3("Sample " + (index + 1)),
                p(unbroken("x = " + TraceText.vector(data.inputs().get(index))
                        + ", y = " + TraceText.vector(data.targets().get(index)) + ", output " + RealText.of(sample.output())
                        + ", loss " + RealText.of(sample.loss()))),
                grid(List.of("layer", "pre-activations z", "activations a", "deltas"),
                        IntStream.range(0, sample.preactivations().size()).mapToObj(l -> List.of(
                                String.valueOf(l + 1),
                                RealText.of(sample.preactivations().get(l)),
                                l < sample.activations().size() ? RealText.of(sample.activations().get(l)) : "",
                                RealText.of(sample.deltas().get(l))))));
    }

    private static DomContent parameters(RealNetwork network) {
        List<RealLayer> layers = network.layers();
        return grid(List.of("layer", "weights W", "bias b", "activation"),
                IntStream.range(0, layers.size()).mapToObj(l -> List.of(String.valueOf(l + 1),
                        TraceText.matrix(layers.get(l).weights()), bias(layers.get(l).bias()),
                        network.shape().layers().get(l).activation().id())));
    }

    private static DomContent gradient(List<RealLayer> layers) {
        return grid(List.of("layer", "by the weights, dW", "by the bias, db"),
                IntStream.range(0, layers.size()).mapToObj(l -> List.of(String.valueOf(l + 1),
                        TraceText.matrix(layers.get(l).weights()), bias(layers.get(l).bias()))));
    }

    private static String bias(Optional<List<Real>> bias) {
        return bias.map(RealText::of).orElse("none");
    }

    /** So that the end of a line does not part a number from what it may be off by. */
    private static String unbroken(String numbers) {
        return numbers.replace(" +- ", NO_BREAK_SPACE + "\u00b1" + NO_BREAK_SPACE).replace("e-", "e" + NO_BREAK_HYPHEN);
    }

    private static DomContent grid(List<String> heads, Stream<List<String>> rows) {
        return table(thead(tr(each(heads, name -> th(name)))),
                tbody(each(rows.toList(), row -> tr(each(row, cell -> td(unbroken(cell)))))));
    }
}
