package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EstablishedBy;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.Subject;
import org.stillpoint.claims.Verdict;
import org.stillpoint.report.typography.MathText;

/**
 * Every claim in one table, by subject. The script {@code catalogue.js} picks from it by verdict, evidence, subject and words,
 * and shows, of a claim that was found, the statement or the question that lies hidden in its row.
 */
final class CataloguePage {

    private static final int COLUMNS = 4;

    private CataloguePage() {
    }

    static String render(BuiltCatalogue catalogue) {
        boolean ran = catalogue instanceof BoundCatalogue;
        return new Page(catalogue, "", "catalogue.css", "finder.js", "catalogue.js").render("Claims",
                h1("The claims"),
                p("What people say of backpropagation at special starts, and what is so: " + counts(catalogue.claims()) + ". "
                        + "Each verdict is about the sentence as people say it. " + (ran
                        ? "The build that made this page ran all of the evidence; a claim without evidence that passed would "
                        + "have stopped it."
                        : "It is as the catalogue states it; no evidence for it ran.")),
                CatalogueFilter.of(catalogue),
                div(claims(catalogue.claims())).withClass("scroll"),
                h2("What the words mean").withId("words"),
                words("Verdicts", List.of(Verdict.values()), Verdict::id, CataloguePage::meaning),
                iff(ran, words("How all of a statement is established", List.of(EstablishedBy.values()), EstablishedBy::id,
                        Wording::meaning)),
                iff(ran, words("By what evidence", List.of(Kind.values()), Kind::id, Wording::meaning)));
    }

    private static String counts(List<? extends BuiltClaim> claims) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        claims.forEach(built -> counts.merge(built.claim().verdict(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((verdict, count) -> words.add(count + " " + verdict.id()));
        return claims.size() + (claims.size() == 1 ? " claim, " : " claims, ") + String.join(", ", words);
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> "the sentence holds as it stands, under the conditions that it names";
            case FALSE -> "the sentence does not hold as it stands; its page says what holds instead";
            case CONDITIONAL -> "it depends; its page says on what";
        };
    }

    private static DomContent claims(List<? extends BuiltClaim> claims) {
        Map<Subject, List<BuiltClaim>> bySubject = new EnumMap<>(Subject.class);
        claims.forEach(built -> bySubject.computeIfAbsent(Subject.of(built.claim()), subject -> new ArrayList<>()).add(built));
        return table(
                thead(tr(th("claim"), th("verdict"), th("evidence"), th("time").withClass("number"))),
                each(bySubject, (subject, those) -> tbody(
                        tr(th(subject.words()).attr("scope", "rowgroup").attr("colspan", COLUMNS)).withClass("subject"),
                        each(those, built -> row(subject, built, claims.indexOf(built)))).withId("subject-" + subject.id())))
                .withClass("claims");
    }

    private static DomContent row(Subject subject, BuiltClaim built, int place) {
        Claim claim = built.claim();
        return tr(
                td(said(a().withHref("claims/" + claim.id() + ".html").withClass("title"), claim.title()),
                        span(claim.id()).withClass("id"),
                        said(p().withClass("says"), claim.statement()).attr("hidden", "hidden"),
                        iff(!claim.asked().isEmpty(), ul(each(claim.asked(), line -> said(li(), line))).withClass("asked")
                                .attr("hidden", "hidden"))),
                td(Badge.of(built)).withClass("verdict"),
                td(Wording.kinds(built)).withClass("kinds"),
                td(Wording.time(built)).withClasses("number", "time"))
                .withClass("claim")
                .withData("id", claim.id())
                .withData("place", String.valueOf(place))
                .withData("verdict", claim.verdict().id())
                .withData("by", Wording.established(built))
                .withData("subject", subject.id());
    }

    /** A sentence as people read it, and beside it as it was typed, in which the script looks for words, if that differs. */
    private static <T extends ContainerTag<T>> T said(T element, String sentence) {
        DomContent typeset = MathText.of(sentence);
        element.with(typeset);
        return typeset.render().equals(text(sentence).render()) ? element : element.withData("plain", sentence);
    }

    private static <T> DomContent words(String heading, List<T> all, Function<T, String> word,
            Function<T, String> meaning) {
        return div(p(heading + ":").withClass("quiet"),
                table(tbody(each(all, one -> tr(th(word.apply(one)).attr("scope", "row"), td(meaning.apply(one)))))));
    }
}
