package org.stillpoint.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.decision.Cell;
import org.stillpoint.decision.Decision;
import org.stillpoint.decision.DecisionTable;
import org.stillpoint.format.Json;
import org.stillpoint.witness.Example;
import org.stillpoint.witness.WitnessFormat;

/** The decision table, a page for each of its rows, and a file for each example. */
final class DecisionPages {

    static final String DIRECTORY = "decision/";

    private DecisionPages() {
    }

    /** The text of each file by its path within the site. */
    static Map<String, String> render(BoundCatalogue catalogue, DecisionTable table) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("decision.html", DecisionTablePage.render(catalogue, table));
        Map<String, List<Decision>> rows = table.decisions().stream().collect(
                Collectors.groupingBy(decision -> decision.cell().row(), LinkedHashMap::new, Collectors.toList()));
        rows.forEach((row, decisions) -> pages.put(DIRECTORY + row + ".html", DecisionRowPage.render(catalogue, decisions)));
        for (Decision decision : table.decisions()) {
            decision.example().ifPresent(example -> pages.put(DIRECTORY + file(decision.cell()), text(example)));
        }
        return pages;
    }

    /** Where a cell is told, from the site's root. */
    static String address(Cell cell) {
        return DIRECTORY + cell.row() + ".html#" + cell.column();
    }

    /** The file of a cell's example, beside the cell's page. */
    static String file(Cell cell) {
        return cell.id() + WitnessFormat.EXAMPLE_SUFFIX;
    }

    private static String text(Example example) {
        return Json.writeLine(WitnessFormat.write(example));
    }
}
