package org.stillpoint.report.player;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealStep;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.report.drawing.NetworkDrawing;
import org.stillpoint.training.Training;

/**
 * A training as frames, the start and then each step, one below another; with the script {@code player.js} and the style sheets
 * {@code network.css} and {@code player.css} one steps through them. Several can stand on a page.
 *
 * @param start the network before the first step
 * @param loss of which the mean over a few samples is told with each frame, if it and the training are exact
 * @param most how many steps are shown at most, from 2: the first ones and the last one
 */
public record Player(Network start, DataSet data, RealTrace trace, Loss loss, int most) {

    /** How many steps a page shows that is about something else too. */
    public static final int FEW = 9;

    private static final int MOST_SAMPLES = 8;

    /** A training computed now, of which a few steps are shown. */
    public static Player of(Network start, DataSet data, Settings settings) {
        return new Player(start, data, RealTrace.of(Training.trace(start, data, settings)), settings.loss(), FEW);
    }

    /** Every frame with its drawing, its numbers and the pass that led to it. */
    public DomContent html() {
        return frames("player", true);
    }

    /** Drawings and what changes only; the script runs through them once by itself, where motion is welcome. */
    public DomContent running() {
        return frames("player running", false);
    }

    private DomContent frames(String kind, boolean inFull) {
        List<DomContent> frames = new ArrayList<>();
        frames.add(frame("Start", "", RealNetwork.of(start), RealNetwork.of(start), inFull, List.of()));
        int steps = trace.steps().size();
        for (int s = 0; s < steps; s++) {
            boolean isShown = steps <= most || s < most - 1 || s == steps - 1;
            if (isShown) {
                RealNetwork before = s == 0 ? RealNetwork.of(start) : trace.steps().get(s - 1).network();
                frames.add(step(s, before, steps > most && s == steps - 1 ? leftOut(steps) : "", inFull));
            }
        }
        return div(frames.toArray(DomContent[]::new)).withClass(kind).attr("role", "group").attr("aria-label", "a training, step by step");
    }

    private String leftOut(int steps) {
        return most + 1 == steps ? " (step " + most + " is left out here)"
                : " (steps " + most + " to " + (steps - 1) + " are left out here)";
    }

    private DomContent step(int s, RealNetwork before, String leftOut, boolean inFull) {
        RealStep step = trace.steps().get(s);
        String name = "Step " + (s + 1) + " of " + trace.steps().size();
        String seen = "It sees sample" + (step.batch().size() == 1 ? " " : "s ") + samples(step.batch()) + ". ";
        return frame(name, leftOut + ". " + (step.batch().size() < data.size() ? seen : "")
                + Changes.between(before, step.network()), step.network(), before, inFull, inFull ? List.of(
                        p("The pass before the step").withClass("part"),
                        Passes.of(data, step, most == FEW ? MOST_SAMPLES : Integer.MAX_VALUE),
                        p(step.batch().size() == 1 ? "Gradient" : "Mean gradient over these samples").withClass("part"),
                        Matrices.of("d", step.gradients(), step.gradients(), List.of())) : List.of());
    }

    private static String samples(List<Integer> batch) {
        int last = batch.size() - 1;
        boolean consecutive = last > 1 && batch.get(last) - batch.get(0) == last;
        return consecutive ? (batch.get(0) + 1) + " to " + (batch.get(last) + 1)
                : String.join(", ", batch.stream().map(i -> String.valueOf(i + 1)).toList());
    }

    private DomContent frame(String name, String words, RealNetwork network, RealNetwork before, boolean inFull,
                             List<DomContent> pass) {
        List<String> activations = network.shape().layers().stream().map(layer -> layer.activation().id()).toList();
        return figure(
                figcaption(strong(name), text(words + (words.isEmpty() ? "." : "")), text(Standing.of(network, data, loss))),
                div(
                        div(rawHtml(NetworkDrawing.svg(network, before))).withClass("drawing"),
                        inFull ? Matrices.of("", network.layers(), before.layers(), activations) : null)
                        .withClass("state"),
                each(pass.stream())).withClass("frame");
    }
}
