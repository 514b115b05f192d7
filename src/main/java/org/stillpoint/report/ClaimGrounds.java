package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EstablishedBy;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.FormalStatement;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.claims.Verdict;
import org.stillpoint.report.contract.ContractCode;
import org.stillpoint.report.contract.Glossary;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.report.typography.Names;

/** What of a claim is proved, what is tested and what is shown by example: the three never look alike. */
final class ClaimGrounds {

    private static final String AS_CODE = "The contract and its method, as code";

    private final BuiltCatalogue catalogue;
    private final BuiltClaim built;
    private final Claim claim;
    private final ContractCode contracts;

    ClaimGrounds(BuiltCatalogue catalogue, BuiltClaim built) {
        this.catalogue = catalogue;
        this.built = built;
        this.claim = built.claim();
        this.contracts = new ContractCode(names(Kind.PROOF).stream().filter(name -> home(name).equals(claim)).toList());
    }

    /** The claim whose page shows the code of a contract: a true one that this proof decides, with the fewest others. */
    private Claim home(String name) {
        EvidenceName proof = new EvidenceName(Kind.PROOF, name);
        return catalogue.claims().stream().map(BuiltClaim::claim).filter(other -> other.evidence().contains(proof))
                .min(Comparator.comparing((Claim other) -> !decides(other, proof))
                        .thenComparing(other -> other.verdict() != Verdict.TRUE)
                        .thenComparing(other -> other.evidence().stream().filter(one -> one.kind() == Kind.PROOF).count()))
                .orElse(claim);
    }

    /** The first of the three parts of a claim's page. */
    DomContent render() {
        return section(
                h2(heading()),
                p(introduction()).withClass("quiet"),
                iff(!names(Kind.PROOF).isEmpty(), p(Wording.COUNTING).withClass("quiet")),
                each(names(Kind.PROOF), this::proof),
                iff(hasContracts(), p(join("Each word of a contract, where it stands first, leads to",
                        a("how it is read").withHref(ClaimPage.ROOT + Glossary.PAGE), ".")).withClass("quiet")),
                others(Kind.WITNESS),
                others(Kind.PROPERTY)).withId("proved");
    }

    /** Whether a contract is shown, and so words that need to be explained. */
    boolean hasContracts() {
        return contracts.hasWords();
    }

    private String heading() {
        if (!(built instanceof BoundClaim)) {
            return "What its evidence is about";
        }
        boolean proofs = !names(Kind.PROOF).isEmpty();
        return switch (claim.establishedBy()) {
            case PROOF -> "What is proved";
            case WITNESS -> proofs ? "What is proved, and what is shown by example" : "What is shown by example";
            case TEST -> proofs ? "What is proved, and what is only tested" : "What is tested";
        };
    }

    private String introduction() {
        if (!(built instanceof BoundClaim)) {
            return "None of this ran in the build of this report, so nothing here is established by it.";
        }
        String meaning = Wording.meaning(claim.establishedBy());
        return "The claim is " + claim.verdict().id() + ": " + meaning + "."
                + (claim.establishedBy() == EstablishedBy.PROOF && claim.evidence().size() > names(Kind.PROOF).size()
                        ? " Beside them stand the tests and examples that bear on it." : "");
    }

    /** The names of the evidence of a kind, first what decides the statement or a part of it. */
    private List<String> names(Kind kind) {
        return claim.evidence().stream().filter(name -> name.kind() == kind).map(EvidenceName::name)
                .sorted(Comparator.comparing(name -> !decides(claim, new EvidenceName(kind, name)))).toList();
    }

    private static boolean decides(Claim claim, EvidenceName evidence) {
        return claim.grounds().all().stream()
                .anyMatch(ground -> ground.evidence().equals(evidence) && ground.of().decides());
    }

    private DomContent proof(String name) {
        Optional<FormalStatement> exactly = claim.exactly().stream().filter(each -> each.proof().equals(name)).findFirst();
        return article(
                h3(mark(Kind.PROOF), Names.of(name)),
                p(join(capital(Wording.shows(claim, new EvidenceName(Kind.PROOF, name))), ".", dimensions(name))),
                iff(exactly, statement -> decides(claim, new EvidenceName(Kind.PROOF, name)) ? statement(statement)
                        : details(summary("What it states exactly"), statement(statement))),
                code(name))
                .withClasses("ground", built instanceof BoundClaim ? "proof" : "stated").withId(name);
    }

    /** Code stands on one page only: half of the bytes of a contract are its links to words. */
    private DomContent code(String name) {
        Claim home = home(name);
        if (home.equals(claim)) {
            return iff(contracts.of(name), code -> details(summary(AS_CODE), code));
        }
        return iff(ContractCode.isThere(name),
                p(join(a(AS_CODE).withHref(home.id() + ".html#" + name), "stand with " + home.id() + ".")));
    }

    private String dimensions(String name) {
        return built.ran(new EvidenceName(Kind.PROOF, name)).map(record -> (ProofFigures) record.figures())
                .flatMap(ProofFigures::theorem).map(ProofFigures.OfTheorem::dimensions).filter(sizes -> !sizes.isEmpty())
                .map(sizes -> " For all " + sizes + ".").orElse("");
    }

    private static DomContent statement(FormalStatement statement) {
        return div(
                p("given").withClass("hinge"), ul(each(statement.given(), line -> li(MathText.of(line)))),
                p("then").withClass("hinge"), ul(each(statement.then(), line -> li(MathText.of(line))))).withClass("exactly");
    }

    private DomContent others(Kind kind) {
        return iff(!names(kind).isEmpty(), article(
                h3(mark(kind), text(kind)),
                ul(each(names(kind), name -> li(item(kind, name)))))
                .withClasses("ground", built instanceof BoundClaim ? kind.id() : "stated"));
    }

    private static DomContent text(Kind kind) {
        return span(kind == Kind.WITNESS ? "by an exact example, of which every number was computed again"
                : "in exact arithmetic, on every generated example; not proved");
    }

    private DomContent item(Kind kind, String name) {
        boolean shown = kind == Kind.WITNESS && built instanceof BoundClaim;
        return join(shown ? a(Names.of(name)).withHref("#witness-" + name) : Names.of(name),
                MathText.of(Wording.shows(claim, new EvidenceName(kind, name)) + "."));
    }

    private DomContent mark(Kind kind) {
        String word = switch (kind) {
            case PROOF -> "proved";
            case WITNESS -> "shown";
            default -> "tested";
        };
        return built instanceof BoundClaim ? span(word).withClasses("mark", kind.id())
                : span("did not run").withClasses("mark", "stated");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
