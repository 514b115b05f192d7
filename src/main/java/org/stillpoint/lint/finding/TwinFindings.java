package org.stillpoint.lint.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.modelfile.tensor.Weights;

/** What is told of units of a strand that are equal. */
final class TwinFindings {

    private record Alike(Kind kind, boolean certified, Set<Condition> conditions, List<String> claims) {
    }

    private TwinFindings() {
    }

    /** @param told units of which worse is told already; they are no twins too */
    static List<Finding> of(Knowledge knowledge, Strand strand, List<Known> known, Set<Integer> told, Advice advice) {
        if (strand.head().filter(head -> knowledge.isTold(head.tensor())).isPresent()) {
            return List.of();
        }
        Map<Alike, Map<List<Integer>, Known>> classes = new LinkedHashMap<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (Kind kind : List.of(Kind.STAY_EQUAL, Kind.EQUAL_NOW)) {
            for (Known each : known) {
                List<Integer> units = each.units().stream().filter(unit -> !told.contains(unit)).toList();
                if (each.fact().kind() == kind && !each.isOf(Spot.Use.READS) && units.size() > 1 && seen.add(units)) {
                    Fact fact = each.fact();
                    classes.computeIfAbsent(new Alike(kind, fact.certified(), fact.conditions(), fact.claims()),
                            alike -> new LinkedHashMap<>()).put(units, each);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        classes.values().forEach(alike -> findings.add(tell(strand, alike, advice)));
        return findings;
    }

    private static Finding tell(Strand strand, Map<List<Integer>, Known> classes, Advice advice) {
        Known one = classes.values().iterator().next();
        List<Integer> units = classes.keySet().stream().flatMap(List::stream).distinct().sorted().toList();
        int spare = units.size() - classes.size();
        boolean stay = one.fact().kind() == Kind.STAY_EQUAL;
        String noun = strand.noun(2);
        String says = (classes.size() == 1 ? Words.number(units.size()) + " " + noun + " are equal"
                : Words.number(units.size()) + " " + noun + " are equal in " + Words.number(classes.size()) + " classes")
                + " (" + Words.classes(List.copyOf(classes.keySet())) + ")" + (stay
                ? " in all that comes in and all that leaves. Training keeps them equal: they learn as much as "
                + Words.count(classes.size(), strand.noun(1)) + "."
                : ": they pass on the same whatever comes in. Training may make them differ.");
        Weights tensor = strand.head().map(Spot::tensor).orElse(one.spot().tensor());
        return Drafts.of(Rule.TWIN_UNITS, one.fact(), tensor, units, says,
                (stay ? "To train on, give them different weights. " : "") + advice.merge(strand), Savings.of(strand, spare));
    }
}
