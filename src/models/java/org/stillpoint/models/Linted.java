package org.stillpoint.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stillpoint.lint.Linter;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.lint.finding.Severity;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.lint.survey.Progress;
import org.stillpoint.modelfile.ModelFiles;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * A model file that was linted.
 *
 * @param analysed how many numbers are in tensors about whose training something could be said
 * @param channels of each tensor, along its first axis, by its name
 */
record Linted(LintedFile file, long analysed, Map<String, Long> channels) {

    private static final int MOST_SENTENCES = 24;

    static Linted of(Path path) throws IOException {
        try (ModelFile model = ModelFiles.open(path.toString(), InputStream.nullInputStream())) {
            LintedFile file = new Linter(Facts::of, Optional.empty()).lint(model, Progress.NONE);
            Set<String> analysed = new HashSet<>(file.analysed());
            Map<String, Long> channels = new HashMap<>();
            model.weights().stream().filter(weights -> weights.dimensions().axes() > 0)
                    .forEach(weights -> channels.put(weights.name(), weights.dimensions().size(0)));
            return new Linted(file, model.weights().stream().filter(weights -> analysed.contains(weights.name()))
                    .map(Weights::dimensions).mapToLong(dimensions -> dimensions.entries()).sum(), channels);
        }
    }

    /** For each rule how many units its findings are about; a whole tensor counts as one. */
    Map<String, Integer> found() {
        Map<String, Integer> found = new TreeMap<>();
        file.findings().forEach(finding -> found.merge(finding.rule().id(), Math.max(1, finding.units().size()), Integer::sum));
        return found;
    }

    /** What is worth a look, in words: all warnings, and units that are tiny. */
    List<String> says() {
        List<String> all = file.findings().stream()
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING) || finding.rule() == Rule.TINY_UNIT)
                .map(finding -> finding.tensor() + ": " + finding.says()).toList();
        List<String> says = new ArrayList<>(all.subList(0, Math.min(MOST_SENTENCES, all.size())));
        if (all.size() > says.size()) {
            says.add("and " + (all.size() - says.size()) + " more");
        }
        return says;
    }

    /** How many channels of each tensor a rule is about, of all along its first axis, as {@code 14 of 480}. */
    Map<String, String> of(Rule rule) {
        return findings(rule).stream().collect(Collectors.toMap(Finding::tensor,
                finding -> finding.units().size() + " of " + channels.get(finding.tensor())));
    }

    int units(Rule rule) {
        return findings(rule).stream().mapToInt(finding -> finding.units().size()).sum();
    }

    List<Finding> findings(Rule rule) {
        return file.findings().stream().filter(finding -> finding.rule() == rule).toList();
    }
}
