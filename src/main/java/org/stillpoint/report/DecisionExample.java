package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.em;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Settings;
import org.stillpoint.report.player.Player;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.witness.Example;

/**
 * The training that shows what can happen in some cells, with all of its numbers.
 *
 * @param file its file, beside the page
 * @param others whether it is the training of further cells too, where kappa is another one
 */
record DecisionExample(Example example, String file, boolean others) {

    DomContent html() {
        return div(
                h3("Shown by an example"),
                p(join("The smallest that was found, computed in this build. Compute it again from ", a(file).withHref(file),
                        " with")),
                pre("java -jar target/stillpoint.jar replay target/report/" + DecisionPages.DIRECTORY + file),
                p(join("It shows: ", em(example.shows()))),
                p(text("Data: " + Samples.of(example.data()) + ". "), MathText.of(settings(example.settings())), text(" "),
                        iff(others, MathText.of("With each other kappa above every number is the same. ")),
                        iff(LabLink.isThere(), each(LabLink.run(example.network(), example.data(), example.settings()).stream()
                                .map(link -> link.anchor("../"))))),
                Player.of(example.network(), example.data(), example.settings()).brief(),
                ul(each(example.comparisons(), comparison -> li(comparison.toString()))));
    }

    private static String settings(Settings settings) {
        return "Loss " + settings.loss().id() + ", rate " + ExactNumber.write(settings.learningRate()) + ", batches of "
                + settings.batchSize() + ", no momentum, no decay, kappa = " + ExactNumber.write(settings.kappa()) + ".";
    }
}
