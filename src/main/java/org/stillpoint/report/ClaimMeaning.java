package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.OverTheReals;
import org.stillpoint.claims.ProofBasis;
import org.stillpoint.claims.Verdict;

/**
 * What a claim implies and what it assumes, in the words of the catalogue.
 *
 * @param text how its sentences are set
 * @param known the axioms of arithmetic that there are
 */
record ClaimMeaning(BuiltClaim built, ClaimText text, Axioms known) {

    private static final String ROUNDING = "SYM-14";

    /** The second part of a claim's page. */
    DomContent implied() {
        Claim claim = built.claim();
        return section(
                h2("What it implies"),
                iff(remark(claim), remark -> p(text.set(remark))),
                iff(!OverTheReals.of(claim).isEmpty(),
                        div(h3("Over the reals"), each(OverTheReals.of(claim), line -> p(text.set(line))))),
                h3("What does not follow"),
                ul(each(limits(claim), line -> li(text.set(line))))).withId("implied");
    }

    /** What the condition says beside the assumptions; together with them where it goes on from them. */
    private static Optional<String> remark(Claim claim) {
        boolean goesOn = claim.condition().filter(remark -> remark.startsWith("Then ")).isPresent();
        return goesOn ? claim.whenItHolds() : claim.condition();
    }

    private List<String> limits(Claim claim) {
        List<String> limits = new ArrayList<>();
        if (!(built instanceof BoundClaim)) {
            limits.add("That the claim is " + claim.verdict().id() + ": no evidence ran in the build of this report.");
            return limits;
        }
        if (claim.verdict() == Verdict.FALSE) {
            limits.add("That the statement never holds: it is false because it does not always hold.");
        }
        limits.add(switch (claim.establishedBy()) {
            case PROOF -> "Anything where a condition is not met: the theorem is silent there.";
            case WITNESS -> "How often it is so: the examples show that it can be.";
            case TEST -> "That it holds in every case: what is only tested held in every case that was tried.";
        });
        if (!claim.id().equals(ROUNDING) && text.catalogue().find(ROUNDING).isPresent()) {
            limits.add("That floating-point numbers do just the same: all of this is in exact arithmetic, and " + ROUNDING
                    + " says what rounding can do.");
        }
        return limits;
    }

    /** The third part of a claim's page. */
    DomContent assumed() {
        Claim claim = built.claim();
        return section(
                h2("What is assumed"),
                iff(!claim.conditions().isEmpty(), div(h3("In the statement"),
                        ul(each(claim.conditions(), condition -> li(text.set(condition.sentence())))))),
                iff(claim.conditions().isEmpty(), p("Of the network and its training: what the statement says itself.")),
                iff(axioms(), axioms -> div(h3("Of numbers"), p(axioms.isEmpty()
                        ? "Nothing: its proofs apply no axiom of arithmetic, nor do the lemmas and contracts that they rest on."
                        : "The proofs, with all the lemmas and contracts that they rest on, apply these axioms of arithmetic:"),
                        iff(!axioms.isEmpty(), known.list(axioms)))),
                h3("Of tools"),
                p(join(tools(claim), a("the inventory of what is trusted").withHref("../trust.html"), "."))).withId("assumed");
    }

    private static String tools(Claim claim) {
        boolean proofs = claim.evidence().stream().anyMatch(name -> name.kind() == Kind.PROOF);
        return (proofs ? "That KeY proves only what follows, that Java runs as KeY reads it, and that the library of fractions "
                + "calculates as its contracts say; for tests and examples, that" : "That")
                + " the exact engine of this project calculates rightly. What checks each of these stands in ";
    }

    private Optional<SortedSet<String>> axioms() {
        if (!(built instanceof BoundClaim bound) || !(text.catalogue() instanceof BoundCatalogue catalogue)
                || !bound.kinds().contains(Kind.PROOF)) {
            return Optional.empty();
        }
        ProofBasis basis = new ProofBasis(catalogue.evidence());
        SortedSet<String> axioms = new TreeSet<>();
        for (EvidenceRecord record : bound.evidence()) {
            if (record.kind() == Kind.PROOF) {
                axioms.addAll(basis.axioms(record.name()));
            }
        }
        return Optional.of(axioms);
    }
}
