package org.stillpoint.lint.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Place;
import org.stillpoint.modelfile.tensor.Weights;

/** What is told of units of a strand that are zero, dead or constant. */
final class UnitFindings {

    private final Knowledge knowledge;
    private final Strand strand;
    private final UnitText text;
    private final Set<Integer> told = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private UnitFindings(Knowledge knowledge, Strand strand, Advice advice) {
        this.knowledge = knowledge;
        this.strand = strand;
        this.text = new UnitText(strand, advice);
    }

    static UnitFindings of(Knowledge knowledge, Strand strand, List<Known> known, Advice advice) {
        UnitFindings made = new UnitFindings(knowledge, strand, advice);
        made.find(known);
        return made;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The units that are zero, dead or constant. */
    Set<Integer> told() {
        return told;
    }

    private void find(List<Known> known) {
        Map<Integer, List<Known>> byUnit = new TreeMap<>();
        known.forEach(each -> each.units().forEach(unit -> byUnit.computeIfAbsent(unit, u -> new ArrayList<>()).add(each)));
        Map<UnitCase.Alike, Map<Integer, UnitCase>> alike = new LinkedHashMap<>();
        byUnit.forEach((unit, all) -> UnitCase.of(all, knowledge.hasZeroWeights(strand, unit)).ifPresent(found ->
                alike.computeIfAbsent(found.alike(), key -> new TreeMap<>()).put(unit, found)));
        alike.values().forEach(this::tell);
    }

    private void tell(Map<Integer, UnitCase> units) {
        UnitCase one = units.values().iterator().next();
        if (one.rule() != Rule.HARMLESS_ZERO) {
            told.addAll(units.keySet());
        }
        if (goesWithoutSaying(one, units.size())) {
            return;
        }
        Finding finding = one.rule() == Rule.HARMLESS_ZERO ? BlockFindings.harmless(one.known(), List.copyOf(units.keySet()))
                : Drafts.of(one.rule(), one.known().fact(), tensor(one), List.copyOf(units.keySet()), text.says(one, units),
                        text.advice(one, units.size()), text.saves(one, units.size()));
        findings.add(isPassing(one, units.size()) ? Drafts.noted(finding) : finding);
    }

    /** Where the zeros are, if there are some; else the weights that make the units. */
    private Weights tensor(UnitCase one) {
        Weights own = one.known().spot().tensor();
        if (one.rule() == Rule.ZERO_UNIT && one.known().fact().kind() != Kind.STAYS_ZERO) {
            int unit = one.known().units().get(0);
            return strand.spots().stream().filter(spot -> spot.use() == Spot.Use.MAKES
                    && knowledge.isZero(spot, unit)).map(Spot::tensor).findFirst().orElse(own);
        }
        return one.known().isOf(Spot.Use.MAKES) ? own : strand.head().map(Spot::tensor).orElse(own);
    }

    /** A zero block includes its units, and that nothing is read by zeros that move is said of these. */
    private boolean goesWithoutSaying(UnitCase one, int units) {
        if (strand.head().filter(head -> knowledge.still().containsKey(head.tensor())).isPresent()) {
            return true;
        }
        return switch (one.known().fact().kind()) {
            case UNREAD_NOW -> isStopped() || isReadByToldOnly();
            case CONSTANT_NOW -> units == strand.units() && isStopped();
            default -> false;
        };
    }

    /** Whether weights or factors of all units are zeros that move. */
    private boolean isStopped() {
        return strand.spots().stream().filter(spot -> spot.use() != Spot.Use.READS).map(Spot::tensor).map(knowledge.moving()::get)
                .anyMatch(moving -> moving != null && moving.fact().place() != Place.BIAS);
    }

    private boolean isReadByToldOnly() {
        List<Weights> readers = strand.spots().stream().filter(spot -> spot.use() == Spot.Use.READS).map(Spot::tensor).toList();
        return !readers.isEmpty() && readers.stream().allMatch(knowledge::isTold);
    }

    /** A layer that is constant as a whole, in a model with zeros that move, is so only until they do. */
    private boolean isPassing(UnitCase one, int units) {
        return one.known().fact().kind() == Kind.CONSTANT_NOW && units == strand.units() && !knowledge.moving().isEmpty();
    }

    /** The units of which something is told, ascending. */
    static Set<Integer> union(List<Known> known) {
        Set<Integer> units = new TreeSet<>();
        known.forEach(each -> units.addAll(each.units()));
        return units;
    }
}
