package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.em;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.Optional;
import org.stillpoint.decision.Cell;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Settings;
import org.stillpoint.report.player.Player;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.witness.Example;

/**
 * The training that shows what can happen in a cell, in short, as there are many: the numbers of each pass stand in the example's
 * file, and the lab shows them.
 *
 * @param steps the training, step by step, as text of HTML
 */
record DecisionExample(Example example, String steps) {

    static DecisionExample of(Example example) {
        return new DecisionExample(example,
                Player.of(example.network(), example.data(), example.settings()).brief().render());
    }

    /** @param same the cell whose page shows the same steps, if one does */
    DomContent html(Optional<Cell> same) {
        return each(
                p(join("It shows: ", em(example.shows()))),
                p(text("Data: " + Samples.of(example.data()) + ". "), MathText.of(settings(example.settings())), text(" "),
                        iff(LabLink.isThere(), each(LabLink.run(example.network(), example.data(), example.settings()).stream()
                                .map(link -> link.anchor("../"))))),
                same.<DomContent>map(cell -> p(text("Step by step, its weights and biases are the same as here: "),
                        a(MathText.of(cell.words())).withHref(cell.id() + ".html#example"), text("."))).orElse(rawHtml(steps)),
                ul(each(example.comparisons(), comparison -> li(comparison.toString()))));
    }

    private static String settings(Settings settings) {
        return "Loss " + settings.loss().id() + ", rate " + ExactNumber.write(settings.learningRate()) + ", batches of "
                + settings.batchSize() + ", kappa = " + ExactNumber.write(settings.kappa()) + ".";
    }
}
