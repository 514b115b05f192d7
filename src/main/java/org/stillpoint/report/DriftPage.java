package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
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
import org.stillpoint.check.verdict.Drift;
import org.stillpoint.check.verdict.DriftText;
import org.stillpoint.claims.BuiltCatalogue;

/** How hidden units that start equal part in the trainings of libraries: pictures, then a table. */
final class DriftPage {

    /** The number of steps, or the next below it, whose gap the table shows. */
    private static final int SHOWN = 1024;

    private DriftPage() {
    }

    static String render(BuiltCatalogue catalogue, Drifts drifts) {
        return new Page(catalogue, "").render("Drift",
                h1("Twins that part"),
                p(text("Hidden units that start with equal weights and biases stay equal, in exact arithmetic, whatever the "
                                + "data ("), claim(catalogue, "SYM-2"), text("). Floating-point numbers round, and a sum "
                                + "depends on the order of its terms: where a library adds up the gradient of one unit in "
                                + "another order than that of its twin, they part by a rounding error, which training can "
                                + "magnify ("),
                        claim(catalogue, "SYM-14"), text("). That is no mistake.")),
                p("Each training here is a library's own: gradient descent on data of two inputs whose targets equal units "
                        + "cannot learn, with all samples in a batch. The gap is the largest difference between a parameter of a "
                        + "unit and that of its twin. The exact run is that of the exact engine, over the first few steps, as "
                        + "its numbers grow; that twins stay equal in it for ever is proved."),
                each(drifts.libraries(), DriftPage::section),
                NotRunList.of(drifts.notRun()),
                p("Made by the profile adapters on " + drifts.made() + ".").withClass("quiet"));
    }

    /** A link, if the catalogue has the claim. */
    private static DomContent claim(BuiltCatalogue catalogue, String id) {
        return catalogue.claims().stream().anyMatch(built -> built.claim().id().equals(id))
                ? a(id).withHref("claims/" + id + ".html") : text(id);
    }

    private static DomContent section(Drifts.OfLibrary library) {
        List<Drift> drifts = library.drifts();
        long parted = drifts.stream().filter(Drift::part).count();
        String name = LibraryPages.name(library.name(), library.arithmetic());
        return div(
                h2(name),
                p(parted == 0 ? "Twins stay equal in all of its " + drifts.size() + " trainings."
                        : "Twins part in " + parted + " of its " + drifts.size() + " trainings."),
                iff(parted > 0, rawHtml(DriftDrawing.svg(name, drifts))),
                div(table(
                        thead(tr(th("hidden units").withClass("number"), th("batch").withClass("number"),
                                th("first step").withClass("number"), th("gap after " + SHOWN + " steps").withClass("number"),
                                th("largest gap").withClass("number"), th("exact run").withClass("number"))),
                        tbody(each(drifts, DriftPage::row)))).withClass("scroll"));
    }

    private static DomContent row(Drift drift) {
        return tr(
                number(String.valueOf(drift.widths().get(1))),
                number(String.valueOf(drift.batch())),
                number(drift.first().map(String::valueOf).orElse("none of " + drift.steps())),
                number(drift.after(SHOWN).map(gap -> DriftText.rounded(gap.size())).orElse("")),
                number(drift.largest().map(gap -> DriftText.rounded(gap.size())).orElse("")),
                number(drift.exact().steps() == 0 ? "" : DriftText.rounded(drift.exact().size())));
    }

    private static DomContent number(String number) {
        return td(number).withClass("number");
    }
}
