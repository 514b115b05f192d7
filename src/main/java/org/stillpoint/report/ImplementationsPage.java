package org.stillpoint.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.claims.BuiltCatalogue;

/** What the libraries do that were judged: a table, then what is wrong with some. */
final class ImplementationsPage {

    private ImplementationsPage() {
    }

    static String render(BuiltCatalogue catalogue, Implementations implementations) {
        List<Judged> wrong = implementations.libraries().stream().filter(library -> !library.says().isEmpty()
                || library.wrong() > 0).toList();
        return new Page(catalogue, "").render("Implementations",
                h1("Implementations"),
                p(join("What ", code("check"), " says of libraries, without a tolerance. Conventions are no mistakes.")),
                div(table(
                        thead(tr(th("library"), th("type"), th("cases").withClass("number"), th("wrong").withClass("number"),
                                th("diagnosis"), th("conventions"))),
                        tbody(each(implementations.libraries(), ImplementationsPage::row)))).withClass("scroll"),
                iff(!wrong.isEmpty(), h2("What is wrong")),
                each(wrong, ImplementationsPage::section),
                NotRunList.of(implementations.notRun()),
                p("Made by the profile adapters on " + implementations.made() + ".").withClass("quiet"));
    }

    private static DomContent row(Judged library) {
        return tr(
                td(library.name()),
                td(library.arithmetic()),
                td(String.valueOf(library.cases())).withClass("number"),
                td(String.valueOf(library.wrong())).withClass("number"),
                td(library.diagnosis().isEmpty() ? library.wrong() == 0 ? "right" : "none that is known"
                        : String.join("; ", library.diagnosis())),
                td(library.conventions().keySet().stream().sorted().map(id -> id + ": " + library.conventions().get(id))
                        .collect(Collectors.joining("; "))));
    }

    private static DomContent section(Judged library) {
        return div(
                p(LibraryPages.name(library.name(), library.arithmetic())).withClass("statement"),
                ul(each(library.says(), sentence -> li(sentence)),
                        each(library.smallest().stream().toList(), smallest -> li("The smallest case: " + smallest))));
    }
}
