package org.stillpoint.lint.finding;

import java.util.List;
import java.util.Optional;
import org.stillpoint.modelfile.network.NotAnalysed;

/**
 * What was found in a file.
 *
 * @param parameters how many numbers its tensors have
 * @param analysed the tensors about whose training something could be said
 * @param notExamined what was left out because it would have taken too long, a sentence each
 * @param findings worst first
 * @param outline its tensors and layers, for a picture
 */
public record LintedFile(String file, String format, long parameters, List<String> analysed, List<NotAnalysed> notAnalysed,
                         List<String> notExamined, List<Finding> findings, Outline outline) {

    public LintedFile {
        analysed = List.copyOf(analysed);
        notAnalysed = List.copyOf(notAnalysed);
        notExamined = List.copyOf(notExamined);
        findings = List.copyOf(findings);
    }

    /** The severity of the worst finding; empty if there is none. */
    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).min(Severity::compareTo);
    }
}
