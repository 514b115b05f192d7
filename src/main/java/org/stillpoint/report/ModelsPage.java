package org.stillpoint.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.stream.Collectors;
import org.stillpoint.claims.BuiltCatalogue;

/** What was found in models that people use: a table, then the findings in words. */
final class ModelsPage {

    private ModelsPage() {
    }

    static String render(BuiltCatalogue catalogue, LintedModels models) {
        return new Page(catalogue, "").render("Real models",
                h1("Real models"),
                p(join("What ", code("lint"), " finds in model files that packages carry, and what ", code("lint --simplify"),
                        " takes away from them without changing what they calculate.")),
                p("Analysed are parameters of layers that are understood; files that only name tensors say of none how it is "
                        + "used. A number of units stands behind each kind of finding. Both files, the old one and the smaller "
                        + "one, were run on random inputs in single precision; the difference is the largest one between their "
                        + "outputs, relative to the largest output."),
                div(table(
                        thead(tr(th("package"), th("file"), number("parameters"), number("analysed"), th("found"),
                                th("saved"), number("difference"))),
                        tbody(each(models.models(), ModelsPage::row)))).withClass("scroll"),
                h2("In words").withId("in-words"),
                each(models.models().stream().filter(model -> !model.says().isEmpty()).toList(), model -> div(
                        p(model.file()).withClass("statement"), ul(each(model.says(), says -> li(says))))),
                NotRunList.of(models.notRun()),
                p("This looks at all of them again and writes the figures down:"),
                pre("mvn verify -Pmodels"),
                p("Made by the profile models on " + models.made() + ".").withClass("quiet"));
    }

    private static DomContent row(LintedModels.Model model) {
        return tr(td(model.from()), td(model.file()), figure(model.parameters()), figure(model.analysed()),
                td(model.found().isEmpty() ? "nothing" : model.found().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "))),
                td(model.saved().map(saved -> grouped(saved.parameters()) + " parameters, " + grouped(saved.multiplyAdds())
                        + " multiply-adds").orElse("")),
                td(model.saved().map(LintedModels.Saved::difference).orElse("")).withClass("number"));
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
