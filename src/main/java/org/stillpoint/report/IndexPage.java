package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.em;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EstablishedBy;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.domain.Network;
import org.stillpoint.report.drawing.NetworkDrawing;

/** The first page: the question, the answer, and every claim in one table. */
final class IndexPage {

    private static final List<Integer> QUESTION = List.of(10, 10, 1);

    private IndexPage() {
    }

    static String render(BuiltCatalogue catalogue) {
        boolean ran = catalogue instanceof BoundCatalogue;
        return new Page(catalogue, "", "network.css").render("Stillpoint",
                h1("Does gradient descent move a network that starts at zero?"),
                div(
                        div(
                                h2("The question"),
                                p("A network has 10 inputs, a fully connected layer of 10 ReLU units and one linear output, "
                                        + "whose sign is the label. The data are realizable by this network and have as many "
                                        + "samples of one label as of the other. Stochastic gradient descent starts with "
                                        + "every weight at zero. Which is true?"),
                                options()),
                        rawHtml(NetworkDrawing.units(Network.zeros(QUESTION, false)))).withClass("question"),
                h2("The answer"),
                p(
                        text("The second option. No weight ever changes, whatever the data, the loss, the batches, the learning "
                                + "rates, the number of steps and the derivative of ReLU chosen at 0; with momentum too, from "
                                + "velocity zero. With all weights zero "
                                + "every hidden unit outputs 0, so the gradient of the output weights is 0; and the output "
                                + "weights are 0, so nothing reaches the hidden layer. If the output has a bias, "),
                        em("that bias and nothing else"),
                        text(" can move, so the network remains a constant and classifies exactly half of a balanced data set "
                                + "correctly, or none of it while its output is 0. Nor is zero a local minimum: under the "
                                + "hinge loss, where hidden units have biases, there are better weights as near as you like, but "
                                + "no gradient that points to them.")),
                h2("The claims").withId("claims"),
                p("Each verdict is about the sentence as people say it. " + (ran
                        ? "The build that made this page ran all of the evidence; a claim without evidence that passed would "
                        + "have stopped it."
                        : "It is as the catalogue states it; no evidence for it ran.")).withClass("quiet"),
                div(claims(catalogue.claims())).withClass("scroll"),
                iff(ran, p("How all of a statement is established:").withClass("quiet")),
                iff(ran, means()),
                iff(ran, p("And by what evidence:").withClass("quiet")),
                iff(ran, kinds()));
    }

    private static DomContent options() {
        return ol(
                option("Q-A", "The problem is convex, so SGD always converges to the correct weights."),
                option("Q-B", "SGD does not change the weights at all."),
                option("Q-C", "For some data sets SGD converges to the correct weights."),
                option("Q-D", "The problem is not convex, so SGD changes the weights but may end in a local minimum."))
                .attr("type", "A");
    }

    private static DomContent option(String id, String text) {
        return li(text(text + " "), a(id).withHref(href(id)));
    }

    private static DomContent claims(List<? extends BuiltClaim> claims) {
        return table(
                thead(tr(th("claim"), th(""), th("verdict"), th("established by"), th("evidence"),
                        th("time").withClass("number"))),
                tbody(each(claims, IndexPage::row))).withClass("claims");
    }

    private static DomContent row(BuiltClaim built) {
        Claim claim = built.claim();
        return tr(
                td(a(claim.id()).withHref(href(claim.id()))).withClass("id"),
                td(claim.title()),
                td(Badge.of(built)),
                td(Wording.established(built)),
                td(Wording.kinds(built)),
                td(Wording.time(built)).withClass("number"));
    }

    private static DomContent means() {
        return table(tbody(each(List.of(EstablishedBy.values()),
                means -> tr(td(means.id()).withClass("id"), td(Wording.meaning(means))))));
    }

    private static DomContent kinds() {
        return table(tbody(each(List.of(Kind.values()), kind -> tr(td(kind.id()).withClass("id"), td(Wording.meaning(kind))))));
    }

    private static String href(String id) {
        return "claims/" + id + ".html";
    }
}
