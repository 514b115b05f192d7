package org.stillpoint.report;

import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import java.util.Locale;
import org.stillpoint.decision.Outcome;

/** What training makes of a start, in its colour. */
final class DecisionBadge {

    private DecisionBadge() {
    }

    static DomContent of(Outcome outcome) {
        return span(outcome.words()).withClasses("badge", outcome.name().toLowerCase(Locale.ROOT));
    }
}
