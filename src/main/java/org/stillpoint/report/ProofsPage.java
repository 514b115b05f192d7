package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;

/** Every contract that was proved, how large its proof is and how long it took. */
final class ProofsPage {

    private static final List<String> FIGURES = List.of("nodes", "branches");

    private ProofsPage() {
    }

    static String render(BoundCatalogue catalogue) {
        List<EvidenceRecord> proofs = Wording.ofKind(catalogue.evidence(), Kind.PROOF);
        return new Page(catalogue.build(), "").render("Proofs",
                h1("Proofs"),
                p(join("Each line is a contract in the source of the code that runs, proved by KeY in this build without "
                        + "help, for every dimension and every rational value. ", a("What that rests on").withHref("trust.html"),
                        ". Run all of them again with ", code("mvn verify -Dgroups=proof"), ".")),
                p(proofs.size() + " proofs.").withClass("quiet"),
                div(table(
                        thead(tr(th("contract"), each(FIGURES, figure -> th(figure).withClass("number")),
                                th("time").withClass("number"), th("claims"), th("axioms"))),
                        tbody(each(proofs, proof -> row(catalogue, proof))))).withClass("scroll"));
    }

    private static DomContent row(BoundCatalogue catalogue, EvidenceRecord proof) {
        return tr(
                td(code(proof.name())),
                each(FIGURES, figure -> td(proof.detail().getOrDefault(figure, "")).withClass("number")),
                td(Wording.seconds(proof.seconds())).withClass("number"),
                td(join(catalogue.claims().stream()
                        .map(bound -> bound.claim())
                        .filter(claim -> claim.evidence().contains(new EvidenceName(Kind.PROOF, proof.name())))
                        .map(claim -> a(claim.id()).withHref("claims/" + claim.id() + ".html").render())
                        .collect(Collectors.joining(", ")))),
                td(proof.detail().getOrDefault("axioms", "")));
    }
}
