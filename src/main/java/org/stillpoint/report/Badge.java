package org.stillpoint.report;

import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import org.stillpoint.claims.Verdict;

/** A verdict in its colour. */
final class Badge {

    private Badge() {
    }

    static DomContent of(Verdict verdict) {
        return span(verdict.id()).withClasses("badge", verdict.id());
    }
}
