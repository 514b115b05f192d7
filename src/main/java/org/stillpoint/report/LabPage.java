package org.stillpoint.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.stillpoint.claims.BuiltCatalogue;

/** The lab: a page of its own making, which the build puts together after the tests; before that, a note in its place. */
public final class LabPage {

    /** Where the page is on the class path, if the build has put it together. */
    public static final String RESOURCE = "org/stillpoint/report/lab.html";

    static final String FILE = "lab.html";

    private LabPage() {
    }

    static String render(BuiltCatalogue catalogue) {
        try (InputStream in = LabPage.class.getResourceAsStream(FILE)) {
            return in == null ? note(catalogue) : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String note(BuiltCatalogue catalogue) {
        return new Page(catalogue, "").render("The lab",
                h1("The lab"),
                p(text("This site was made before the lab was put together. "), code("mvn verify"),
                        text(" makes a site with it.")));
    }
}
