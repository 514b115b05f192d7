package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.census.Count;
import org.stillpoint.census.Scope;
import org.stillpoint.census.Scopes;
import org.stillpoint.claims.BuiltCatalogue;

/** At how many small networks the loss has a derivative, and with which kappa backpropagation gives it. */
final class CensusPage {

    private static final String FILE = "census.html";
    private static final List<String> KAPPAS = List.of("0", "1/2", "1");

    private CensusPage() {
    }

    /** The text of the page by its path within the site, if there is a census. */
    static Map<String, String> render(BuiltCatalogue catalogue) {
        return new TreeMap<>(counted().map(counted -> Map.of(FILE, render(catalogue, counted))).orElse(Map.of()));
    }

    private static Optional<CountedScopes> counted() {
        return Packed.file("census.json").map(CountedScopes::read);
    }

    static String render(BuiltCatalogue catalogue, CountedScopes counted) {
        return new Page(catalogue, "").render("Census",
                h1("A census of kinks"),
                p("ReLU has no derivative at 0; backpropagation takes a number there, kappa. Has the loss a derivative at such a "
                        + "point, and does backpropagation give it? Here that is decided for every small network whose "
                        + "parameters and inputs are all -1, 0 or 1. Nothing is sampled and nothing is rounded."),
                p("A case is a network with ReLU hidden layers and one linear output, an input for each sample, and for each "
                        + "sample the derivative g of the loss by the output, 1 or -1. So the loss is the mean of g f(x), a "
                        + "function of all weights and, where hidden units have biases, of these. The output has no bias: it "
                        + "would change nothing here."),
                p("The loss is not differentiable where its one-sided derivative is not a linear function of the direction; "
                        + "that is decided by an exact rule for each case. Backpropagation is wrong with a kappa where the "
                        + "loss is differentiable and some entry of the gradient is not the derivative."),
                p(text("With one hidden layer kappa = 1/2 is wrong nowhere ("), claim(catalogue, "KINK-1"),
                        text("), and with biases no kappa is ("), claim(catalogue, "KINK-3"),
                        text("). With two hidden layers and no biases each kappa is wrong somewhere ("),
                        claim(catalogue, "KINK-2"),
                        text("), and all three at some points; with biases, none is wrong anywhere here.")),
                each(List.of(1, 2), layers -> section(counted, layers)),
                h2("To count again").withId("count-again"),
                p(text("The SHA-256 is that of the outcomes in order, one byte a case: 8 where the loss is not differentiable, "
                        + "otherwise the sum of 1, 2 and 4 for each of the kappas 0, 1/2 and 1 that is wrong. The first digits "
                        + "of a case's number are its parameters to base 3, layer by layer, unit by unit, incoming weights "
                        + "before the bias; then come the inputs, sample by sample; a parameter or an entry of an input is its "
                        + "digit less 1. Last come the g to base 2, where the digit 0 stands for -1.")),
                div(table(
                        thead(tr(th("scope"), th("SHA-256 of the outcomes"))),
                        tbody(each(counted.scopes(), of -> tr(td(of.count().scope().id()),
                                td(code(of.count().hash())).withClass("fingerprint")))))).withClass("scroll"),
                p("This counts all scopes, measures the rates and writes both down:"),
                pre("mvn verify -Pcensus"),
                p("Made by the profile census on " + counted.made() + ", with " + counted.processors() + " processors. Every "
                        + "build counts the " + Scopes.SMALL.size() + " smallest scopes again.").withClass("quiet"));
    }

    /** A link, if the catalogue has the claim. */
    private static DomContent claim(BuiltCatalogue catalogue, String id) {
        return catalogue.claims().stream().anyMatch(built -> built.claim().id().equals(id))
                ? a(id).withHref("claims/" + id + ".html") : text(id);
    }

    private static DomContent section(CountedScopes counted, int layers) {
        return div(
                h2(layers == 1 ? "One hidden layer" : "Two hidden layers").withId("hidden-layers-" + layers),
                div(table(
                        thead(tr(th("network"), th("biases"), number("samples"), number("cases"), number("not differentiable"),
                                each(KAPPAS, kappa -> number("wrong with kappa " + kappa)), number("with all three"),
                                number("cases a second"))),
                        tbody(each(counted.scopes().stream().filter(of -> of.count().scope().widths().size() == layers + 2)
                                .toList(), CensusPage::row)))).withClass("scroll"));
    }

    private static DomContent row(CountedScopes.OfScope of) {
        Count count = of.count();
        Scope scope = count.scope();
        return tr(td(scope.widths().stream().map(String::valueOf).collect(Collectors.joining("-"))),
                td(scope.biases() ? "yes" : "no"), figure(scope.samples()), figure(scope.cases()),
                figure(count.notDifferentiable()),
                each(IntStream.range(0, KAPPAS.size()).boxed().toList(), halves -> figure(count.wrong(halves))),
                figure(count.wrongWithAll()),
                td(of.rate().map(CensusPage::grouped).orElse("")).withClass("number"));
    }

    private static DomContent number(String words) {
        return th(words).withClass("number");
    }

    private static DomContent figure(long figure) {
        return td(grouped(figure)).withClass("number");
    }

    private static String grouped(long figure) {
        return String.valueOf(figure).replaceAll("(?<=\\d)(?=(\\d{3})+$)", " ");
    }
}
