package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.claims.RecheckFigures;
import org.stillpoint.claims.RuleFigures;
import org.stillpoint.report.graph.DependencyGraph;
import org.stillpoint.report.typography.Names;

/**
 * What this build proved: the theorems with what they rest on, the rules by kind, then every obligation, then what another solver
 * answered.
 */
final class ProofsPage {

    private ProofsPage() {
    }

    static String render(BoundCatalogue catalogue) {
        ProofTable table = new ProofTable(catalogue.claims().stream().map(BoundClaim::claim).toList(), catalogue.evidence());
        DependencyGraph graph = DependencyGraph.of(catalogue);
        return new Page(catalogue, "", "proofs.css", "proofs.js").render("Proofs",
                h1("Proofs"),
                p(join("Proved by KeY in this build, from the source of the code that runs, for every dimension and every "
                        + "rational value. ",
                        a("What that rests on").withHref("trust.html"), ". Run all of them again with ",
                        Names.command("mvn verify -Dgroups=proof"),
                        ", or find all of them from nothing with ", Names.command("mvn verify -Preprove"), ".")),
                p("Find a proof by its name, or by a claim or an axiom in its row: ").withId("find").attr("hidden", "hidden"),
                theorems(table, graph),
                rules(table),
                obligations(table, graph),
                lemmas(table),
                rechecks(table));
    }

    private static DomContent theorems(ProofTable table, DependencyGraph graph) {
        return div(
                h2("Theorems").withId("theorems"),
                p("The axioms of arithmetic are those of the proof and of every lemma and contract that it rests on; \"none\" "
                        + "means that the theorem holds for any operations at all. A mutant is a mistake made in a method that "
                        + "the theorem rests on; it is stopped if the contract of that method is then not proved.")
                        .withClass("quiet"),
                div(table(
                        thead(tr(th("theorem"), th("claims"), th("for all"), th("axioms"), th("nodes").withClass("number"),
                                th("time").withClass("number"), th(ProofTable.HEADING_OF_MUTANTS).withClass("number"))),
                        tbody(each(table.theorems(), theorem -> row(theorem, graph))))).withClass("scroll"));
    }

    private static DomContent row(ProofTable.Row theorem, DependencyGraph graph) {
        return tr(
                td(name(theorem.proof().name(), graph)).withClass("contract"),
                td(links(theorem.claims())),
                td(theorem.figures().dimensions()),
                td(Wording.names(theorem.axioms())),
                number(ProofTable.figures(theorem.proof()).nodes()),
                td(Wording.seconds(theorem.proof().seconds())).withClass("number"),
                td(theorem.mutants()).withClass("number")).withId(theorem.proof().name());
    }

    private static DomContent rules(ProofTable table) {
        return iff(!table.rules().isEmpty(), div(
                h2("Rules").withId("rules"),
                p("What the prover was given besides its own rules for Java and integers, with the source and the contracts. "
                        + "There is no rule of another kind.").withClass("quiet"),
                div(table(
                        thead(tr(th("kind"), th("rules").withClass("number"), th("why they may be used"))),
                        tbody(each(table.rules(), rules -> row(rules.name(), (RuleFigures) rules.figures())))))
                        .withClass("scroll")));
    }

    private static DomContent row(String kind, RuleFigures rules) {
        return tr(td(kind), number(rules.count()), td(rules.reason()));
    }

    private static DomContent number(int number) {
        return td(String.valueOf(number)).withClass("number");
    }

    private static DomContent obligations(ProofTable table, DependencyGraph graph) {
        Set<String> theorems = table.theorems().stream().map(theorem -> theorem.proof().name()).collect(Collectors.toSet());
        return div(
                h2("Obligations").withId("obligations"),
                p(table.proofs().size()
                        + " proofs: of the theorems, every method of the kernel and, below, the lemmas. By search: KeY found the "
                        + "proof in this build. By replay: KeY applied each step of the saved proof, which a search had found, to this "
                        + "source.").withClass("quiet"),
                div(table(
                        thead(tr(th("contract"), th("nodes").withClass("number"), th("branches").withClass("number"),
                                th("time").withClass("number"), th("by"), th("claims"), th("axioms it applies"))),
                        tbody(each(table.proofs().stream().filter(proof -> !isLemma(proof)).toList(),
                                proof -> row(table, proof, graph, theorems))))).withClass("scroll"));
    }

    /** @param theorems what has a place already, in its own table */
    private static DomContent row(ProofTable table, EvidenceRecord proof, DependencyGraph graph, Set<String> theorems) {
        ProofFigures figures = ProofTable.figures(proof);
        TrTag row = tr(
                td(name(proof.name(), graph)).withClass("contract"),
                number(figures.nodes()),
                number(figures.branches()),
                td(Wording.seconds(proof.seconds())).withClass("number"),
                td(Wording.foundBy(figures)),
                td(links(table.claimsOf(proof))),
                td(Wording.names(figures.axioms())));
        return theorems.contains(proof.name()) ? row : row.withId(proof.name());
    }

    private static boolean isLemma(EvidenceRecord proof) {
        return proof.name().startsWith("lemma");
    }

    /** As many rows as all else together has not: each is kept as short as it can be. */
    private static DomContent lemmas(ProofTable table) {
        Set<String> named = new HashSet<>();
        List<EvidenceRecord> proofs = table.proofs().stream().filter(ProofsPage::isLemma).toList();
        long replayed = proofs.stream().filter(proof -> ProofTable.figures(proof).replayed()).count();
        return iff(!proofs.isEmpty(), div(
                h2("Lemmas").withId("lemmas"),
                p("Rules of the theory that were proved before anything could use them, each from the rules before it; some in "
                        + "parts, one for each case of an induction. The graph says what uses them. Of these "
                        + proofs.size() + " proofs " + (proofs.size() - replayed) + " were found by search, " + replayed + " by replay.").withClass("quiet"),
                div(table(
                        thead(tr(th("lemma"), th("nodes"), th("branches"), th("axioms it applies"))),
                        tbody(each(proofs, proof -> lemma(proof, named)))).withClass("lemmas")).withClass("scroll")));
    }

    /** @param named the lemmas that have a place already, at the first part of their proof */
    private static DomContent lemma(EvidenceRecord proof, Set<String> named) {
        ProofFigures figures = ProofTable.figures(proof);
        String subject = proof.name().replaceFirst(",.*", "");
        TrTag row = tr(td(proof.name()), td(String.valueOf(figures.nodes())), td(String.valueOf(figures.branches())),
                td(String.join(", ", figures.axioms())));
        return named.add(subject) ? row.withId(subject) : row;
    }

    /** A name that leads to its place in the graph, if some claim rests on it. */
    private static DomContent name(String proof, DependencyGraph graph) {
        return graph.anchor(proof)
                .<DomContent>map(anchor -> a(Names.of(proof)).withHref("graph.html#" + anchor)).orElse(Names.of(proof));
    }

    private static DomContent rechecks(ProofTable table) {
        return iff(!table.rechecks().isEmpty(), div(
                h2("Checked again without KeY").withId("rechecks"),
                p("Questions about real numbers, at fixed sizes, to an independent solver. A fact is confirmed if its negation "
                        + "is unsatisfiable.")
                        .withClass("quiet"),
                div(table(
                        thead(tr(th("question"), th("answer"), th("solver"), th("time").withClass("number"))),
                        tbody(each(table.rechecks(), recheck -> row(recheck, (RecheckFigures) recheck.figures())))))
                        .withClass("scroll")));
    }

    private static DomContent row(EvidenceRecord recheck, RecheckFigures figures) {
        return tr(td(recheck.name()), td(figures.answer()), td(figures.solver()),
                td(Wording.seconds(recheck.seconds())).withClass("number"));
    }

    private static DomContent links(List<String> claims) {
        return join(claims.stream().map(id -> a(id).withClass("id").withHref("claims/" + id + ".html").render())
                .collect(Collectors.joining(", ")));
    }
}
