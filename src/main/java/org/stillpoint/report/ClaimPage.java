package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Citation;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.FormalStatement;
import org.stillpoint.claims.OverTheReals;

/** All about one claim. */
final class ClaimPage {

    private ClaimPage() {
    }

    /**
     * The page of a claim.
     *
     * @param witnesses the text of the file of each witness that ran, by the witness's name
     */
    static String render(BuiltCatalogue catalogue, BuiltClaim built, Map<String, String> witnesses) {
        Claim claim = built.claim();
        return new Page(catalogue, "../", "network.css").render(claim.id() + ": " + claim.title(),
                h1(join(claim.id() + ": " + claim.title() + " ", Badge.of(built))),
                p(claim.statement()).withClass("statement"),
                div(rawHtml(MathMl.of(claim.latex()))).withClass("scroll"),
                iff(claim.whenItHolds(), condition -> div(h2("Condition"), p(condition))),
                iff(!claim.exactly().isEmpty(), div(h2("Exactly"), p(Wording.COUNTING).withClass("quiet"),
                        each(claim.exactly(), ClaimPage::statement))),
                iff(!OverTheReals.of(claim).isEmpty(), div(h2("Over the reals"), each(OverTheReals.of(claim), line -> p(line)))),
                h2("Why"),
                p(claim.why()),
                iff(!claim.restsOn().isEmpty(), p(join("Rests on ", links(claim.restsOn()), "."))),
                h2("Evidence"),
                built instanceof BoundClaim bound ? evidence(bound, witnesses) : awaited(claim.evidence()),
                iff(!claim.asked().isEmpty(), div(h2("People ask"), ul(each(claim.asked(), line -> li(line))))),
                h2("Who says so"),
                ul(each(claim.sources(), ClaimPage::source)),
                h2("Cite"),
                pre(ClaimsFormat.BIBTEX.render(catalogue, List.of(built)).strip()));
    }

    private static DomContent statement(FormalStatement statement) {
        return div(p(code(statement.proof())), p("given"), ul(each(statement.given(), line -> li(line))),
                p("then"), ul(each(statement.then(), line -> li(line))));
    }

    private static DomContent links(List<String> ids) {
        return join(ids.stream().map(id -> a(id).withHref(id + ".html").render()).collect(Collectors.joining(", ")));
    }

    private static DomContent source(Citation source) {
        return li(source.url().<DomContent>map(url -> a(source.text()).withHref(url)).orElse(text(source.text())));
    }

    private static DomContent evidence(BoundClaim bound, Map<String, String> witnesses) {
        return each(bound.kinds(), kind -> kind == Kind.WITNESS
                ? each(EvidenceLog.ofKind(bound.evidence(), kind),
                        each -> witness(bound.claim(), each, witnesses.get(each.name())))
                : ran(bound.claim(), kind, EvidenceLog.ofKind(bound.evidence(), kind)));
    }

    private static DomContent awaited(List<EvidenceName> evidence) {
        return div(table(
                thead(tr(th("kind"), th("name"), th("did not run; run it with"))),
                tbody(each(evidence, name -> tr(
                        td(name.kind().id()), td(code(name.name())), td(code(Wording.command(name)))))))).withClass("scroll");
    }

    private static DomContent ran(Claim claim, Kind kind, List<EvidenceRecord> records) {
        String name = kind == Kind.PROOF ? "contract" : "property";
        return div(
                h3(kind.id()),
                p(Wording.meaning(kind) + ".").withClass("quiet"),
                div(table(
                        thead(tr(th(name), th("shows"), th("what it did"), th("time").withClass("number"))),
                        tbody(each(records, record -> row(claim, record))))).withClass("scroll"),
                iff(kind == Kind.PROOF, p(join("What the proofs assume: ", a("the inventory of what is trusted")
                        .withHref("../trust.html"), ". Run them again with ",
                        code(Wording.command(EvidenceName.of(records.get(0)))), "."))),
                iff(kind == Kind.PROPERTY,
                        p(join("Run it again with ", code(Wording.command(EvidenceName.of(records.get(0)))), "."))));
    }

    private static DomContent row(Claim claim, EvidenceRecord record) {
        return tr(
                td(code(record.name())).withClass("contract"),
                td(Wording.shows(claim, EvidenceName.of(record))),
                td(dl(each(FigureRow.of(record.figures()), figure -> each(dt(figure.label()), dd(figure.text())))))
                        .withClass("figures"),
                td(Wording.seconds(record.seconds())).withClass("number"));
    }

    private static DomContent witness(Claim claim, EvidenceRecord record, String file) {
        return div(
                h3("witness " + record.name()).withId("witness-" + record.name()),
                p("It " + Wording.shows(claim, EvidenceName.of(record)) + ". This is " + Wording.meaning(Kind.WITNESS) + " ("
                        + Wording.seconds(record.seconds()) + "). Run it again with")
                        .withClass("quiet"),
                pre(Wording.command(EvidenceName.of(record))),
                WitnessSection.of(record.name(), file));
    }
}
