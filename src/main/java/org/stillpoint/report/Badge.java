package org.stillpoint.report;

import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.BuiltClaim;

/** A verdict, in its colour if it is established. */
final class Badge {

    private Badge() {
    }

    static DomContent of(BuiltClaim claim) {
        return span(Wording.standing(claim))
                .withClasses("badge", claim instanceof BoundClaim ? claim.claim().verdict().id() : "quiet");
    }
}
