package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.decision.Batches;
import org.stillpoint.decision.Cell;
import org.stillpoint.decision.Decision;
import org.stillpoint.decision.HiddenUnit;
import org.stillpoint.decision.Theorem;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.report.typography.MathText;

/** A row of the decision table, told cell by cell; cells that are decided alike are told together. */
final class DecisionRowPage {

    private DecisionRowPage() {
    }

    /** @param decisions of one row, from one, in the order of the table */
    static String render(BoundCatalogue catalogue, List<Decision> decisions) {
        Cell first = decisions.get(0).cell();
        String start = first.pattern().words();
        String biases = first.biases() ? "with biases" : "without biases";
        return new Page(catalogue, "../", "network.css", "player.css", "decision.css", "player.js").render(
                start + ", " + biases,
                h1(capital(start) + ", " + biases),
                overview(decisions),
                p(MathText.of("The command for such a network, here of one shape of many and with hidden units "
                        + first.unit().activation().id() + ":")),
                pre(init(first)),
                p("Hidden units of another kind: " + activations(decisions) + " in place of "
                        + first.unit().activation().id() + ".").withClass("quiet"),
                each(DecisionAnswer.of(decisions), DecisionRowPage::answer));
    }

    private static DomContent overview(List<Decision> decisions) {
        Map<HiddenUnit, List<Decision>> units = decisions.stream().collect(
                Collectors.groupingBy(decision -> decision.cell().unit(), LinkedHashMap::new, Collectors.toList()));
        return table(
                thead(tr(th("hidden units"), each(List.of(Batches.values()), batches -> th(batches.words())))),
                tbody(each(units, (unit, cells) -> tr(
                        th(MathText.of(unit.words())).attr("scope", "row"),
                        each(cells, decision -> td(a(DecisionBadge.of(decision.outcome()))
                                .withHref("#" + decision.cell().column()))))))).withClass("row");
    }

    private static String activations(List<Decision> decisions) {
        return decisions.stream().map(decision -> decision.cell().unit().activation().id()).distinct().skip(1)
                .collect(Collectors.joining(", "));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String init(Cell cell) {
        return "java -jar target/stillpoint.jar init --shape 1,3,1 --start " + cell.pattern().start().id()
                + " --activation " + cell.unit().activation().id() + (cell.biases() ? "" : " --no-bias");
    }

    private static DomContent answer(DecisionAnswer answer) {
        Decision first = answer.first();
        List<DecisionExample> examples = answer.example().stream().map(example ->
                new DecisionExample(example, DecisionPages.file(first.cell()), answer.decisions().size() > 1)).toList();
        return section(
                h2(MathText.of(answer.words()), text(" "), DecisionBadge.of(first.outcome())),
                p(capital(first.outcome().meaning()) + ".").withClass("statement"),
                ul(each(answer.decisions(), DecisionRowPage::cell)).withClass("cells"),
                p(join("Read on: ", claim(first.cell().claim()), ".")),
                iff(!first.theorems().isEmpty(), div(h3("Proved"), each(first.theorems(), DecisionRowPage::theorem))),
                each(examples, DecisionExample::html));
    }

    /** Where the table leads to. */
    private static DomContent cell(Decision decision) {
        Cell cell = decision.cell();
        String file = DecisionPages.file(cell);
        return li(MathText.of(cell.unit().words() + ", " + cell.batches().words() + ": "),
                iff(LabLink.isThere(), lab(cell).anchor("../")),
                iff(decision.example().isPresent(), each(text(", "), a("the example's file").withHref(file))))
                .withId(cell.column());
    }

    /** Such a start in the lab, on two samples of which a step sees as many as the cell says. */
    private static LabLink lab(Cell cell) {
        return LabLink.start("2,3,1", cell.pattern().start(), "two").and("bias", String.valueOf(cell.biases()))
                .and("activation", cell.unit().activation().id()).and("kappa", ExactNumber.write(cell.unit().kappa()))
                .and("batch", cell.batches() == Batches.SINGLE ? "1" : "2").and("loss", "hinge").and("rate", "1");
    }

    private static DomContent theorem(Theorem theorem) {
        return p(join("By ", theorem.proof().toString(), ", for every network and data set of this kind: ",
                claim(theorem.claim()), "."));
    }

    private static DomContent claim(String id) {
        return a(id).withHref("../claims/" + id + ".html");
    }
}
