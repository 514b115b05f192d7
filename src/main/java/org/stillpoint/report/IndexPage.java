package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.em;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;

/** The first page: the question, the answer, what people get wrong, and where to go on. */
final class IndexPage {

    private static final List<String> SEARCHES = List.of("accuracy stuck at 50 percent", "identical neurons", "dying ReLU",
            "LoRA", "zero last layer", "gradient check");

    private final BuiltCatalogue catalogue;
    private final Set<String> pages;

    private IndexPage(BuiltCatalogue catalogue, Set<String> pages) {
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /**
     * The text of the page.
     *
     * @param pages the paths of the other pages of the site
     */
    static String render(BuiltCatalogue catalogue, Set<String> pages) {
        return new IndexPage(catalogue, pages).render();
    }

    private String render() {
        return new Page(catalogue, "", "home.css", "network.css", "player.css", "player.js").render("Stillpoint",
                div(
                        div(
                                h1("Does gradient descent move a network that starts at zero?"),
                                p(text("No. If all weights and hidden biases start at zero, no weight ever changes: whatever "
                                        + "the data, the loss, the batches, the learning rates and the number of steps. "),
                                        verdict("ZERO-6")).withClass("lead"),
                                p("That needs a hidden layer, one or more, and activations that map 0 to 0, as ReLU does."),
                                div(iff(pages.contains("lab.html"),
                                                a("Try it in the lab").withHref("lab.html").withClasses("button", "first")),
                                        a("What people say, and what is so").withHref("catalogue.html").withClass("button"))
                                        .withClass("go")),
                        FirstRun.of()).withClass("hero"),
                search(),
                div(section(h2("The question"),
                        p("A network has 10 inputs, a fully connected layer of 10 ReLU units and one linear output, "
                                + "whose sign is the label. The data are realizable by this network and have as many "
                                + "samples of one label as of the other. Stochastic gradient descent starts with "
                                + "every weight at zero. Which is true?"),
                        options()),
                        section(h2("The answer"), answer())).withClass("two"),
                h2("Three things people get wrong"),
                ul(each(Misconception.of(catalogue), Misconception::card)).withClass("cards"),
                h2("Look around").withId("more"),
                ul(each(Tour.through(pages, catalogue), stop -> li(a(stop.words()).withHref(stop.page()), p(stop.says()))))
                        .withClasses("cards", "tour"),
                h2("To cite it").withId("cite"),
                p("Cite a claim by its identifier, which does not change. Its page has the entry; that of the answer above:"),
                each(catalogue.find("Q-B").stream().toList(),
                        claim -> pre(ClaimsFormat.BIBTEX.render(catalogue, List.of(claim)).strip())));
    }

    private static DomContent search() {
        return form(
                label("Look up what you heard").withFor("look-up"),
                div(input().withType("search").withId("look-up").withName("q").attr("autocomplete", "off"),
                        button("Find").withType("submit")).withClass("field"),
                p(text("For example: "), each(SEARCHES, words -> a(words)
                        .withHref("catalogue.html#q=" + words.replace(' ', '+')))).withClass("examples"))
                .withAction("catalogue.html").withMethod("get").attr("role", "search").withClass("look-up");
    }

    private DomContent options() {
        return ol(
                option("Q-A", "The problem is convex, so SGD always converges to the correct weights."),
                option("Q-B", "SGD does not change the weights at all."),
                option("Q-C", "For some data sets SGD converges to the correct weights."),
                option("Q-D", "The problem is not convex, so SGD changes the weights but may end in a local minimum."))
                .attr("type", "A");
    }

    private DomContent option(String id, String words) {
        return li(text(words + " "), verdict(id));
    }

    private static DomContent answer() {
        return p(
                text("The second option. No weight ever changes, whatever the data, the loss, the batches, the learning "
                        + "rates, the number of steps and the derivative of ReLU chosen at 0; with momentum too, from "
                        + "velocity zero. With all weights zero "
                        + "every hidden unit outputs 0, so the gradient of the output weights is 0; and the output "
                        + "weights are 0, so nothing reaches the hidden layer. If the output has a bias, "),
                em("that bias and nothing else"),
                text(" can move, so the network remains a constant and classifies exactly half of a balanced data set "
                        + "correctly, or none of it while its output is 0. Nor is zero a local minimum: under the "
                        + "hinge loss, where hidden units have biases, there are better weights as near as you like, but "
                        + "no gradient that points to them."));
    }

    /** A link with a badge, empty if the catalogue has no such claim. */
    private DomContent verdict(String id) {
        Optional<BuiltClaim> claim = catalogue.find(id);
        return each(claim.stream().toList(), built -> a(text(id + " "), Badge.of(built)).withHref("claims/" + id + ".html")
                .withClass("verdict"));
    }
}
