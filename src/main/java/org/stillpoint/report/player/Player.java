package org.stillpoint.report.player;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.report.drawing.NetworkDrawing;
import org.stillpoint.report.drawing.Picture;
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

    /** A training computed now, of which a few steps are shown. */
    public static Player of(Network start, DataSet data, Settings settings) {
        return new Player(start, data, RealTrace.of(Training.trace(start, data, settings)), settings.loss(), FEW);
    }

    /** Every frame with its drawing, its numbers and the pass that led to it. */
    public DomContent html() {
        return player("player", Frame::inFull);
    }

    /** The same without the numbers beside those drawings that have every number themselves. */
    public DomContent brief() {
        return player("player", Frame::inBrief);
    }

    /** Drawings and what changes only; the script runs through them once by itself, where motion is welcome. */
    public DomContent running() {
        return player("player running", Frame::inShort);
    }

    private interface Manner {

        DomContent show(Frame frame, Picture drawing);
    }

    private DomContent player(String kind, Manner manner) {
        List<Frame> frames = frames();
        List<Picture> drawings = NetworkDrawing.pictures(frames.stream().map(Frame::network).toList(),
                frames.stream().map(Frame::before).toList());
        return div(each(IntStream.range(0, frames.size()).boxed().toList(), i -> manner.show(frames.get(i), drawings.get(i))))
                .withClass(kind).attr("role", "group").attr("aria-label", "a training, step by step");
    }

    private List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        int steps = trace.steps().size();
        for (int step = 0; step <= steps; step++) {
            boolean isShown = steps <= most || step < most || step == steps;
            if (isShown) {
                frames.add(new Frame(this, step, after(Math.max(0, step - 1)), after(step)));
            }
        }
        return frames;
    }

    private RealNetwork after(int step) {
        return step == 0 ? RealNetwork.of(start) : trace.steps().get(step - 1).network();
    }
}
