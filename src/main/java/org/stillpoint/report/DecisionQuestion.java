package org.stillpoint.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.select;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stillpoint.decision.Cell;
import org.stillpoint.decision.Decision;
import org.stillpoint.decision.DecisionTable;

/** Four choices that lead to one cell of the table, by the script {@code decision.js}; hidden without it. */
final class DecisionQuestion {

    private DecisionQuestion() {
    }

    static DomContent of(DecisionTable table) {
        List<Cell> cells = table.decisions().stream().map(Decision::cell).toList();
        return div(
                form(
                        choice("start", "It starts", cells, cell -> cell.pattern().start().id(), cell -> cell.pattern().words()),
                        choice("biases", "with biases", cells, DecisionQuestion::biases, DecisionQuestion::biases),
                        choice("unit", "hidden units", cells, DecisionQuestion::unit, cell -> cell.unit().words()),
                        choice("batch", "a step sees", cells, cell -> cell.batches().words(), cell -> cell.batches().words()))
                        .withId("ask"),
                p().withId("told").attr("role", "status")).withId("question").attr("hidden", "hidden");
    }

    /** Each value once, in the order of the table. */
    private static DomContent choice(String name, String words, List<Cell> cells, Function<Cell, String> value,
            Function<Cell, String> says) {
        Map<String, String> options = new LinkedHashMap<>();
        cells.forEach(cell -> options.putIfAbsent(value.apply(cell), says.apply(cell)));
        return label(text(words + " "), select(each(options, (each, said) -> option(said).withValue(each))).withName(name));
    }

    /** What the choices are for a cell, in their order. */
    static String key(Cell cell) {
        return String.join("/", cell.pattern().start().id(), biases(cell), unit(cell), cell.batches().words());
    }

    private static String biases(Cell cell) {
        return cell.biases() ? "yes" : "no";
    }

    private static String unit(Cell cell) {
        return cell.unit().words().replace(", kappa = ", "-").replace('/', '-');
    }
}
