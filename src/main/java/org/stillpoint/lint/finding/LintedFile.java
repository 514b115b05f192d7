package org.stillpoint.lint.finding;

import java.util.List;
import org.stillpoint.modelfile.network.NotAnalysed;

/**
 * What was found in a file.
 *
 * @param parameters how many numbers its tensors have
 * @param analysed the tensors about whose training something could be said
 * @param findings worst first
 */
public record LintedFile(String file, String format, long parameters, List<String> analysed, List<NotAnalysed> notAnalysed,
                         List<Finding> findings) {

    public LintedFile {
        analysed = List.copyOf(analysed);
        notAnalysed = List.copyOf(notAnalysed);
        findings = List.copyOf(findings);
    }
}
