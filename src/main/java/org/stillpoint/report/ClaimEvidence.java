package org.stillpoint.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.report.typography.Names;

/** What the evidence of a claim did when it ran, and the commands that run it again. */
final class ClaimEvidence {

    private ClaimEvidence() {
    }

    /** The figures of proofs and properties; of a claim whose evidence did not run, what would run it. */
    static DomContent figures(BuiltClaim built) {
        return section(
                h2("Evidence"),
                iff(built instanceof BoundClaim bound && bound.kinds().equals(List.of(Kind.WITNESS)),
                        p("What decides this claim can be stepped through above: no proof and no property does.")),
                built instanceof BoundClaim bound
                        ? each(bound.kinds(), kind -> kind == Kind.WITNESS ? null
                                : ran(bound.claim(), kind, EvidenceLog.ofKind(bound.evidence(), kind)))
                        : awaited(built.claim().evidence())).withId("evidence");
    }

    private static DomContent awaited(List<EvidenceName> evidence) {
        return div(table(
                thead(tr(th("kind"), th("name"), th("did not run; run it with"))),
                tbody(each(evidence, name -> tr(td(name.kind().id()), td(Names.of(name.name())),
                        td(Names.command(Wording.command(name)))))))).withClass("scroll");
    }

    private static DomContent ran(Claim claim, Kind kind, List<EvidenceRecord> records) {
        return div(
                h3(kind.id()),
                p(Wording.meaning(kind) + "."
                        + (kind == Kind.PROOF ? " What they use is named above, where the claim depends on it." : ""))
                        .withClass("quiet"),
                ul(each(records, record -> ran(claim, record))),
                p(kind == Kind.PROOF ? "Run them again with" : "Run it again with"),
                pre(code(Wording.command(EvidenceName.of(records.get(0))))));
    }

    private static DomContent ran(Claim claim, EvidenceRecord record) {
        return li(join(Names.of(record.name()), MathText.of(Wording.shows(claim, EvidenceName.of(record)) + "."),
                FiguresText.of(record.figures()) + "; took " + Wording.seconds(record.seconds()) + "."));
    }

    /**
     * The witnesses, laid out to be stepped through and checked by hand.
     *
     * @param files the text of the file of each witness that ran, by the witness's name
     */
    static DomContent witnesses(BoundClaim bound, Map<String, String> files) {
        List<EvidenceRecord> witnesses = EvidenceLog.ofKind(bound.evidence(), Kind.WITNESS);
        return iff(!witnesses.isEmpty(), section(
                h2(witnesses.size() == 1 ? "The witness" : "The witnesses"),
                each(witnesses, record -> witness(bound.claim(), record, files.get(record.name())))).withId("witnesses"));
    }

    private static DomContent witness(Claim claim, EvidenceRecord record, String file) {
        EvidenceName name = EvidenceName.of(record);
        return section(
                h3("witness " + record.name()),
                p(join("It", MathText.of(Wording.shows(claim, name)), ". This is " + Wording.meaning(Kind.WITNESS) + " ("
                        + Wording.seconds(record.seconds()) + "). Run it again with")).withClass("quiet"),
                pre(Wording.command(name)),
                WitnessSection.of(record.name(), file)).withId("witness-" + record.name());
    }
}
