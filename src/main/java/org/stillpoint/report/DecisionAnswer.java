package org.stillpoint.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.decision.Batches;
import org.stillpoint.decision.Cell;
import org.stillpoint.decision.Decision;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.statement.Comparison;
import org.stillpoint.training.Training;
import org.stillpoint.witness.Example;

/**
 * Cells of one start that are decided alike: by the same theorems, and by the same training if one shows what can happen.
 *
 * @param decisions at least one, in the order of the table
 */
record DecisionAnswer(List<Decision> decisions) {

    DecisionAnswer {
        decisions = List.copyOf(decisions);
    }

    /** The answers about these cells, in the order of the first cell of each. */
    static List<DecisionAnswer> of(List<Decision> decisions) {
        return decisions.stream().collect(Collectors.groupingBy(DecisionAnswer::key, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(DecisionAnswer::new).toList();
    }

    /** All that an answer is told by, every number of its training included. */
    private static List<Object> key(Decision decision) {
        return List.of(decision.outcome(), decision.theorems(), decision.cell().claim(), decision.example().map(example ->
                List.of(example.shows(), example.network(), example.data(), example.settings().withKappa(BigFraction.ZERO),
                        Training.trace(example.network(), example.data(), example.settings()),
                        example.comparisons().stream().map(Comparison::toString).toList())));
    }

    /** That of which all cells are decided alike. */
    Decision first() {
        return decisions.get(0);
    }

    /** The training of the first cell, which is that of the others too but for a kappa that plays no part in it. */
    Optional<Example> example() {
        return first().example();
    }

    /** The cells in words, such as {@code relu, kappa = 0 or 1, identity; one sample}. */
    String words() {
        Map<Batches, String> units = new LinkedHashMap<>();
        for (Batches batches : Batches.values()) {
            List<Cell> cells = decisions.stream().map(Decision::cell).filter(cell -> cell.batches() == batches).toList();
            if (!cells.isEmpty()) {
                units.put(batches, units(cells));
            }
        }
        return units.values().stream().distinct().map(said -> said + "; " + units.keySet().stream()
                .filter(batches -> units.get(batches).equals(said)).map(Batches::words).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining("; "));
    }

    private static String units(List<Cell> cells) {
        Map<String, List<Cell>> byActivation = cells.stream().collect(Collectors.groupingBy(
                cell -> cell.unit().activation().id(), LinkedHashMap::new, Collectors.toList()));
        return byActivation.values().stream().map(own -> own.get(0).unit().words() + own.stream().skip(1)
                .map(cell -> ExactNumber.write(cell.unit().kappa())).reduce("", (said, kappa) -> said + " or " + kappa))
                .collect(Collectors.joining(", "));
    }
}
