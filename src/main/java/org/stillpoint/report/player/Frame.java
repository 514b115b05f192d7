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
import j2html.tags.specialized.FigcaptionTag;
import java.util.List;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealStep;
import org.stillpoint.report.drawing.Picture;

/**
 * What one sees at a time of a training.
 *
 * @param number of the step that led here; 0 at the start
 */
record Frame(Player player, int number, RealNetwork before, RealNetwork network) {

    /** The most samples of a batch that are shown on a page that is about something else too. */
    private static final int MOST_SAMPLES = 8;

    DomContent inShort(Picture picture) {
        return figure(caption(), drawing(picture)).withClass("frame");
    }

    DomContent inFull(Picture picture) {
        List<String> activations = network.shape().layers().stream().map(layer -> layer.activation().id()).toList();
        return figure(
                caption(),
                div(drawing(picture), Matrices.of("", network.layers(), before.layers(), activations)).withClass("state"),
                each(pass().stream())).withClass("frame");
    }

    DomContent inBrief(Picture picture) {
        return picture.hasEveryNumber() ? figure(caption(), drawing(picture), each(pass().stream())).withClass("frame")
                : inFull(picture);
    }

    private static DomContent drawing(Picture picture) {
        return div(rawHtml(picture.svg())).withClass("drawing");
    }

    private FigcaptionTag caption() {
        int steps = player.trace().steps().size();
        String standing = Standing.of(network, player.data(), player.loss());
        return number == 0 ? figcaption(strong("Start"), text("." + standing))
                : figcaption(strong("Step " + number + " of " + steps),
                        text(leftOut() + ". " + seen() + Changes.between(before, network) + standing));
    }

    private String leftOut() {
        int steps = player.trace().steps().size();
        int first = player.most();
        if (steps <= first || number < steps) {
            return "";
        }
        return first == steps - 1 ? " (step " + first + " is left out here)"
                : " (steps " + first + " to " + (steps - 1) + " are left out here)";
    }

    private RealStep step() {
        return player.trace().steps().get(number - 1);
    }

    /** Which samples, if not all. */
    private String seen() {
        List<Integer> batch = step().batch();
        if (batch.size() == player.data().size()) {
            return "";
        }
        int last = batch.size() - 1;
        boolean isRange = last > 1 && batch.get(last) - batch.get(0) == last;
        return (last == 0 ? "It sees sample " : "It sees samples ")
                + (isRange ? (batch.get(0) + 1) + " to " + (batch.get(last) + 1)
                : String.join(", ", batch.stream().map(i -> String.valueOf(i + 1)).toList())) + ". ";
    }

    private List<DomContent> pass() {
        if (number == 0) {
            return List.of();
        }
        RealStep step = step();
        return List.of(
                p("The pass before the step").withClass("part"),
                Passes.of(player.data(), step, player.most() == Player.FEW ? MOST_SAMPLES : Integer.MAX_VALUE),
                p(step.batch().size() == 1 ? "Gradient" : "Mean gradient over these samples").withClass("part"),
                Matrices.of("d", step.gradients(), step.gradients(), List.of()));
    }
}
