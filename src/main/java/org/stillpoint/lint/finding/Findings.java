package org.stillpoint.lint.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Weights;

/** What is found in a model: of facts where its network is known, and of its entries alone where it is not. */
public final class Findings {

    private Findings() {
    }

    /**
     * Worst first, and what is told of a tensor together. What one finding includes is not told in another: a block of zeros
     * includes its units, and units that are zero are not twins too.
     *
     * @param surveys of its tensors
     * @param facts about its network; none if it has none
     */
    public static List<Finding> of(ModelFile model, Collection<Survey> surveys, List<Fact> facts) {
        List<Finding> findings = new ArrayList<>();
        surveys.stream().filter(survey -> survey.notFinite() > 0).forEach(survey -> findings.add(notFinite(survey)));
        model.network().ifPresentOrElse(network -> findings.addAll(ofFacts(
                new Knowledge(Facts.analysed(network, surveys), surveys, facts),
                model.format())),
                () -> findings.addAll(ofEntries(model.format(), surveys)));
        return ordered(model.weights(), findings);
    }

    private static Finding notFinite(Survey survey) {
        long count = survey.notFinite();
        return Drafts.ofEntries(Rule.NOT_FINITE, Severity.ERROR, survey.weights(), List.of(), "", Words.number(count) + " of "
                + Words.number(survey.weights().dimensions().entries()) + " entries " + (count == 1 ? "is" : "are")
                + " infinite or no number. Every output that depends on " + (count == 1 ? "it" : "them")
                + " is lost, and so is the gradient.",
                "Take weights from before the training diverged, or a type with a larger range.");
    }

    private static List<Finding> ofEntries(String format, Collection<Survey> surveys) {
        EntryFindings entries = new EntryFindings(format, surveys);
        LowRankPairs pairs = new LowRankPairs(surveys);
        return surveys.stream().flatMap(survey -> pairs.of(survey).map(Stream::of).orElseGet(() -> entries.of(survey).stream()))
                .toList();
    }

    private static List<Finding> ofFacts(Knowledge knowledge, String format) {
        Advice advice = new Advice(format);
        List<Finding> findings = new ArrayList<>(BlockFindings.of(knowledge));
        knowledge.byStrand().forEach((strand, known) -> {
            UnitFindings units = UnitFindings.of(knowledge, strand, known, advice);
            findings.addAll(units.findings());
            findings.addAll(TwinFindings.of(knowledge, strand, known, units.told(), advice));
            Set<Integer> told = UnitFindings.union(known.stream().filter(each -> !each.isOf(Spot.Use.READS)).toList());
            findings.addAll(ColumnFindings.of(knowledge, strand, known, told));
        });
        return findings;
    }

    /** Worst first, and those of a tensor together. */
    public static List<Finding> ordered(List<Weights> tensors, List<Finding> findings) {
        Map<String, Integer> place = new HashMap<>();
        tensors.forEach(tensor -> place.putIfAbsent(tensor.name(), place.size()));
        Map<String, Severity> worst = new HashMap<>();
        findings.forEach(finding -> worst.merge(finding.tensor(), finding.severity(), (a, b) -> a.isAtLeast(b) ? a : b));
        return findings.stream().sorted(Comparator.comparing((Finding finding) -> worst.get(finding.tensor()))
                .thenComparing(finding -> place.getOrDefault(finding.tensor(), Integer.MAX_VALUE))
                .thenComparing(Finding::tensor).thenComparing(Finding::severity).thenComparing(Finding::rule)
                .thenComparing(finding -> finding.units().stream().findFirst().orElse(-1))).toList();
    }
}
