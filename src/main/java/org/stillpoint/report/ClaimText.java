package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.report.typography.MathText;

/**
 * Sentences about claims on a page that lies beside theirs: symbols are mathematics there, and claims that are named are links.
 *
 * @param catalogue the claims that have a page
 * @param of the claim whose page it is, which is no link
 */
record ClaimText(BuiltCatalogue catalogue, String of) {

    private static final Pattern IDENTIFIER = Pattern.compile("(?<![\\w\"=/#>-])[A-Z]+-(?:[0-9]+|[A-Z])\\b");

    /** A sentence. */
    DomContent set(String text) {
        return rawHtml(IDENTIFIER.matcher(MathText.html(text)).replaceAll(named ->
                Matcher.quoteReplacement(isElsewhere(named.group()) ? link(named.group()).render() : named.group())));
    }

    private boolean isElsewhere(String id) {
        return !id.equals(of) && catalogue.find(id).isPresent();
    }

    /** A claim by its identifier. */
    static DomContent link(String id) {
        return a(id).withHref(id + ".html").withClass("claim");
    }

    /** Claims by their identifiers, with commas. */
    static DomContent links(List<String> ids) {
        return rawHtml(ids.stream().map(id -> link(id).render()).collect(Collectors.joining(", ")));
    }

    /** Claims with their titles and how they stand. */
    DomContent list(List<String> ids) {
        return ul(each(ids, id -> li(catalogue.find(id).map(this::entry).orElse(link(id))))).withClass("claims");
    }

    private DomContent entry(BuiltClaim claim) {
        return join(link(claim.claim().id()), span(MathText.of(claim.claim().title())), Badge.of(claim));
    }
}
