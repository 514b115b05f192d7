package org.stillpoint.report;

import java.util.Optional;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.Rule;

/**
 * What a picture shows of a layer.
 *
 * @param anchor where on the page its worst finding is told; empty if there is none
 */
record LayerMark(Kind kind, Optional<String> anchor) {

    /** The worst first; each has a letter beside its colour. */
    enum Kind {

        ERROR("E", "an error"),
        WARNING("W", "a warning"),
        NOTE("n", "a note"),
        ZERO("0", "zeros that are no trouble"),
        UNKNOWN("?", "not analysed"),
        QUIET("", "nothing found");

        private final String letter;
        private final String says;

        Kind(String letter, String says) {
            this.letter = letter;
            this.says = says;
        }

        String letter() {
            return letter;
        }

        String says() {
            return says;
        }

        static Kind of(Finding finding) {
            return finding.rule() == Rule.HARMLESS_ZERO ? ZERO : valueOf(finding.severity().name());
        }
    }
}
