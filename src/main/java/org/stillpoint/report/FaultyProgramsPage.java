package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
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
import org.stillpoint.claims.BuiltCatalogue;

/** What is decided about the starts of programs that people asked for help with. */
final class FaultyProgramsPage {

    private FaultyProgramsPage() {
    }

    static String render(BuiltCatalogue catalogue, FaultyStarts starts) {
        return new Page(catalogue, "").render("Faulty programs",
                h1("The starts of published faulty programs"),
                p(text("People asked why these programs do not learn; collections of them are used to try tools that look for "
                        + "mistakes: "), a("DeepLocalize").withHref("https://github.com/Wardat-ISU/DeepLocalize"),
                        text(" (Wardat, Le, Rajan, ICSE 2021) and "),
                        a("NeuraLint").withHref("https://github.com/neuralint/neuralint"),
                        text(" (Nikanjam, Ben Braiek, Morovati, Khomh, TOSEM 2021). Here only their starts are looked at: is "
                                + "something stuck for ever, whatever the data, the labels, the loss of the outputs and the "
                                + "rate?")),
                p(count(starts, "stuck") + " are stuck, of " + starts.programs().size() + "; " + count(starts, "harmless")
                        + " have zeros that are no trouble; of the others nothing is decided by where they start: whether they "
                        + "learn is a matter of data, loss and rate. Weights that start at random were drawn, and no two are "
                        + "equal."),
                div(table(
                        thead(tr(th("program"), th("network and start"), th("decided"), th("why"))),
                        tbody(each(starts.programs(), FaultyProgramsPage::row)))).withClass("scroll"),
                p("Every build decides all of them again. To write the table anew:"),
                pre("mvn test -Dtest=FaultyProgramsTest -Dstillpoint.faulty=rewrite"));
    }

    private static long count(FaultyStarts starts, String decided) {
        return starts.programs().stream().filter(start -> start.decided().equals(decided)).count();
    }

    private static DomContent row(FaultyStarts.Start start) {
        return tr(td(start.program()), td(start.network() + (start.note().isEmpty() ? "" : " (" + start.note() + ")")),
                td(start.decided()), td(start.says()));
    }
}
