package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;

import j2html.tags.DomContent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.decision.Batches;
import org.stillpoint.decision.Cell;
import org.stillpoint.decision.Decision;
import org.stillpoint.decision.DecisionTable;
import org.stillpoint.decision.Theorem;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.Json;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.witness.Example;
import org.stillpoint.witness.WitnessFormat;

/** The decision table, and a page for each of its cells. */
final class DecisionPages {

    private static final String DIRECTORY = "decision/";

    private DecisionPages() {
    }

    /** The text of each file by its path within the site. */
    static Map<String, String> render(BoundCatalogue catalogue, DecisionTable table) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("decision.html", DecisionTablePage.render(catalogue, table));
        Map<String, Cell> shown = new HashMap<>();
        for (Decision decision : table.decisions()) {
            String id = decision.cell().id();
            Optional<DecisionExample> example = decision.example().map(DecisionExample::of);
            Optional<Cell> same = example.map(DecisionExample::steps).map(steps -> shown.putIfAbsent(steps, decision.cell()));
            pages.put(DIRECTORY + id + ".html", cell(catalogue, decision, example.map(found -> found.html(same))));
            example.ifPresent(found -> pages.put(DIRECTORY + id + WitnessFormat.EXAMPLE_SUFFIX, text(found.example())));
        }
        return pages;
    }

    private static String cell(BoundCatalogue catalogue, Decision decision, Optional<DomContent> steps) {
        Cell cell = decision.cell();
        return new Page(catalogue, "../", "network.css", "player.css", "player.js").render(
                cell.pattern().words() + ", " + cell.unit().words(),
                h1(join(capital(cell.pattern().words()) + " ", DecisionBadge.of(decision.outcome()))),
                p(MathText.of("Hidden units: " + cell.unit().words() + ". Biases: " + (cell.biases() ? "yes" : "no")
                        + ". A step sees: " + cell.batches().words() + ".")),
                p(capital(decision.outcome().meaning()) + ".").withClass("statement"),
                iff(LabLink.isThere() && decision.example().isEmpty(), p(lab(cell).anchor("../"))),
                p("The command for such a network, here of one shape of many:"),
                pre(init(cell)),
                p(join("Read on: ", claim(cell.claim()), ".")),
                decision.theorems().isEmpty() ? null : h2("Proved"),
                each(decision.theorems(), DecisionPages::theorem),
                each(steps.stream().toList(), each -> example(cell, each)));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Such a start in the lab, on two samples of which a step sees as many as the cell says. */
    private static LabLink lab(Cell cell) {
        return LabLink.start("2,3,1", cell.pattern().start(), "two").and("bias", String.valueOf(cell.biases()))
                .and("activation", cell.unit().activation().id()).and("kappa", ExactNumber.write(cell.unit().kappa()))
                .and("batch", cell.batches() == Batches.SINGLE ? "1" : "2").and("loss", "hinge").and("rate", "1");
    }

    private static String init(Cell cell) {
        return "java -jar target/stillpoint.jar init --shape 1,3,1 --start " + cell.pattern().start().id()
                + " --activation " + cell.unit().activation().id() + (cell.biases() ? "" : " --no-bias");
    }

    private static DomContent theorem(Theorem theorem) {
        return div(p(join("By ", theorem.proof().toString(), ", for every network and data set of this kind: ",
                claim(theorem.claim()), ".")));
    }

    private static DomContent example(Cell cell, DomContent steps) {
        String file = cell.id() + WitnessFormat.EXAMPLE_SUFFIX;
        return div(
                h2("Shown by an example").withId("example"),
                p(join("The smallest that was found, computed in this build. Compute it again from ", a(file).withHref(file),
                        " with")),
                pre("java -jar target/stillpoint.jar replay target/report/" + DIRECTORY + file),
                steps);
    }

    private static DomContent claim(String id) {
        return a(id).withHref("../claims/" + id + ".html");
    }

    private static String text(Example example) {
        return Json.writeLine(WitnessFormat.write(example));
    }
}
