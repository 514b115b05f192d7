package org.stillpoint.report;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.form;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.ClaimFinder;
import org.stillpoint.claims.EstablishedBy;
import org.stillpoint.claims.Subject;
import org.stillpoint.claims.Verdict;

/** The form by which one picks claims from the catalogue. It does nothing by itself, so it stays hidden until its script runs. */
final class CatalogueFilter {

    private CatalogueFilter() {
    }

    static DomContent of(BuiltCatalogue catalogue) {
        List<? extends BuiltClaim> claims = catalogue.claims();
        return div(
                form(
                        div(
                                label("Find a claim by the words you would use").withFor("words-of-people"),
                                input().withType("search").withId("words-of-people").withName("q").attr("autocomplete", "off")
                                        .attr("spellcheck", "false").withPlaceholder("accuracy stuck at 50 percent"))
                                .withClass("words"),
                        choice("verdict", "Verdict", List.of(Verdict.values()), Verdict::id, Verdict::id,
                                claims, built -> built.claim().verdict()),
                        iff(catalogue instanceof BoundCatalogue,
                                choice("by", "Established by", List.of(EstablishedBy.values()), EstablishedBy::id,
                                        EstablishedBy::id, claims, built -> built.claim().establishedBy())),
                        choice("subject", "Subject", List.of(Subject.values()), Subject::id, Subject::words,
                                claims, built -> Subject.of(built.claim())))
                        .withId("filter").attr("role", "search").attr("hidden", "hidden")
                        .withData("small", String.join(" ", new TreeSet<>(ClaimFinder.smallWords()))),
                div(p().withId("found").attr("role", "status"), button("Show all").withType("button").withId("all"))
                        .withId("result").attr("hidden", "hidden"));
    }

    /** A radio button for each value that occurs, with how often it does. */
    private static <T> DomContent choice(String name, String heading, List<T> values, Function<T, String> id,
            Function<T, String> words, List<? extends BuiltClaim> claims, Function<BuiltClaim, T> valueOf) {
        Map<T, Long> counts = claims.stream().collect(Collectors.groupingBy(valueOf, Collectors.counting()));
        return fieldset(legend(heading), option(name, "", "any", claims.size()),
                each(values.stream().filter(counts::containsKey).toList(),
                        value -> option(name, id.apply(value), words.apply(value), counts.get(value)))).withClass("choice");
    }

    private static DomContent option(String name, String value, String words, long count) {
        return label(
                value.isEmpty() ? input().withType("radio").withName(name).withValue(value).attr("checked", "checked")
                        : input().withType("radio").withName(name).withValue(value),
                span(words + " ").with(span(String.valueOf(count)).withClass("count")));
    }
}
