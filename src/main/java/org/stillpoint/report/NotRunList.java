package org.stillpoint.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;

/** What was not there on the machine that made a page. */
final class NotRunList {

    private NotRunList() {
    }

    static DomContent of(List<NotRun> libraries) {
        return iff(!libraries.isEmpty(), div(h2("Not run"),
                ul(each(libraries, library -> li(library.name() + ": " + library.why())))));
    }
}
