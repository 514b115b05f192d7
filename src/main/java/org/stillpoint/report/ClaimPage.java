package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Citation;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.report.contract.Glossary;
import org.stillpoint.report.typography.MathText;

/**
 * The pages of claims: what is proved, what it implies, what is assumed, and all that one needs to check and to cite it.
 *
 * @param witnesses the text of the file of each witness that ran, by the witness's name
 * @param axioms the axioms of arithmetic that there are
 * @param elsewhere the other pages of the site that they may link to
 */
record ClaimPage(BuiltCatalogue catalogue, Map<String, String> witnesses, Axioms axioms, Elsewhere elsewhere) {

    /** The way from a claim's page to the site's root. */
    static final String ROOT = "../";

    /** The page of a claim. */
    String render(BuiltClaim built) {
        Claim claim = built.claim();
        ClaimText text = new ClaimText(catalogue, claim.id());
        ClaimMeaning meaning = new ClaimMeaning(built, text, axioms);
        ClaimGrounds grounds = new ClaimGrounds(catalogue, built);
        return new Page(catalogue, ROOT, assets(built, grounds)).render(claim.id() + ": " + claim.title(),
                h1(span(claim.id()).withClass("id"), text(" "), MathText.of(claim.title()), text(" "), Badge.of(built)),
                p(text.set(claim.statement())).withClass("statement"),
                div(rawHtml(MathMl.of(claim.latex()))).withClass("scroll"),
                ways(built),
                contents(built),
                grounds.render(),
                meaning.implied(),
                meaning.assumed(),
                section(h2("Why"), p(text.set(claim.why()))).withId("why"),
                built instanceof BoundClaim bound ? ClaimEvidence.witnesses(bound, witnesses) : null,
                new ClaimRelations(built, text, elsewhere).render(),
                ClaimEvidence.figures(built),
                iff(!claim.asked().isEmpty(), section(h2("People ask"), ul(each(claim.asked(), line -> li(text.set(line)))))
                        .withId("asked")),
                section(h2("Who says so"), ul(each(claim.sources(), ClaimPage::source))).withId("sources"),
                ClaimCitation.render(catalogue, built));
    }

    /** What the page needs, of which nothing is loaded in vain. */
    private static List<String> assets(BuiltClaim built, ClaimGrounds grounds) {
        return Stream.of(
                hasWitnesses(built) ? List.of("network.css", "player.css", "player.js") : List.<String>of(),
                grounds.hasContracts() ? List.of(Glossary.SCRIPT) : List.<String>of(),
                List.of("claim.css", "claim.js")).flatMap(List::stream).toList();
    }

    /** The ways on from a claim: to try it, to print it, to see what it stands on. */
    private DomContent ways(BuiltClaim built) {
        Claim claim = built.claim();
        List<DomContent> ways = Stream.of(
                Optional.of(a("Step through the witness").withHref("#witnesses")).filter(link -> hasWitnesses(built)),
                LabStart.of(claim).filter(start -> LabLink.isThere()).map(start -> start.anchor(ROOT)),
                elsewhere.page("handouts/" + claim.id() + ".html").map(page -> a("Handout to print").withHref(ROOT + page)),
                elsewhere.place("graph.html", "claim-" + claim.id()).map(place -> a("In the graph").withHref(ROOT + place)))
                .<DomContent>flatMap(Optional::stream).toList();
        return ways.isEmpty() ? null : ul(each(ways, way -> li(way))).withClass("ways");
    }

    private static DomContent contents(BuiltClaim built) {
        return nav(ul(
                entry("proved", first(built)), entry("implied", "Implied"),
                entry("assumed", "Assumed"), entry("why", "Why"), hasWitnesses(built) ? entry("witnesses", "Witnesses") : null,
                entry("depends", "Depends"), entry("evidence", "Evidence"), entry("sources", "Sources"), entry("cite", "Cite")))
                .attr("aria-label", "On this page").withClass("contents");
    }

    private static boolean hasWitnesses(BuiltClaim built) {
        return built instanceof BoundClaim bound && bound.kinds().contains(Kind.WITNESS);
    }

    private static String first(BuiltClaim built) {
        return !(built instanceof BoundClaim) ? "Stated" : switch (built.claim().establishedBy()) {
            case PROOF -> "Proved";
            case WITNESS -> "Shown";
            case TEST -> "Tested";
        };
    }

    private static DomContent entry(String id, String words) {
        return li(a(words).withHref("#" + id));
    }

    private static DomContent source(Citation source) {
        return li(source.url().<DomContent>map(url -> a(source.text()).withHref(url)).orElse(text(source.text())));
    }
}
