package org.stillpoint.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.Config;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.specialized.HtmlTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.check.protocol.QuestionFormat;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.verdict.CaseText;
import org.stillpoint.check.verdict.DiagnosisText;
import org.stillpoint.check.verdict.Explanation;
import org.stillpoint.check.verdict.LawCount;
import org.stillpoint.check.verdict.NumberText;
import org.stillpoint.check.verdict.Observation;
import org.stillpoint.check.verdict.ShownConvention;
import org.stillpoint.check.verdict.Smallest;
import org.stillpoint.check.verdict.Verdict;
import org.stillpoint.check.verdict.VerdictText;
import org.stillpoint.check.verdict.WrongNumber;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Settings;

/** A verdict as a page of its own, with the smallest wrong case step by step; it loads nothing and runs nothing. */
public final class SmallestCasePage {

    private final Verdict verdict;

    private SmallestCasePage(Verdict verdict) {
        this.verdict = verdict;
    }

    /** The text of the page, well-formed also as XML. */
    public static String render(Verdict verdict) {
        return new SmallestCasePage(verdict).render();
    }

    private String render() {
        List<DomContent> parts = new ArrayList<>();
        if (!verdict.isRight()) {
            parts.add(diagnosis());
        }
        verdict.smallest().ifPresent(smallest -> parts.addAll(List.of(smallest(smallest), steps(smallest))));
        parts.add(restsOn());
        verdict.smallest().ifPresent(smallest -> parts.add(replay(smallest)));
        String name = verdict.ability().name();
        HtmlTag page = html().withLang("en").with(
                head(meta().withCharset("utf-8"), meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                        title(name + ": " + VerdictText.headline(verdict)), style(rawHtml(stylesheet()))),
                body(header(h1(name), span(VerdictText.headline(verdict))
                        .withClasses("result", verdict.isRight() ? "right" : "wrong"),
                                p("Judged in " + verdict.ability().arithmetic().id() + " without a tolerance, seed "
                                        + verdict.seed()
                                        + ". Layers, units, inputs and samples are counted from 1.")),
                        each(parts, part -> part),
                        footer("Numbers that are not exact are rounded, to six digits, or to three in the picture.")));
        try {
            return "<!DOCTYPE html>\n" + page.render(FlatHtml.inMemory(Config.defaults().withEmptyTagsClosed(true))) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DomContent diagnosis() {
        List<DomContent> parts = new ArrayList<>();
        verdict.memory().ifPresent(memory -> {
            parts.add(p(memory.says() + ".").withClass("says"));
            parts.add(p("What to change: " + memory.advice() + ".").withClass("todo"));
            verdict.diagnosis().ifPresent(beside -> parts.add(p(DiagnosisText.BESIDE_MEMORY)));
        });
        verdict.diagnosis().ifPresent(explanation -> parts.addAll(explained(explanation)));
        if (parts.isEmpty()) {
            parts.add(p("No mistake that is known here explains the wrong answers.").withClass("says"));
        }
        verdict.shape().forEach(sentence -> parts.add(p(sentence + ".")));
        return section(h2("What is wrong"), each(parts, part -> part)).withClass("diagnosis");
    }

    private static List<DomContent> explained(Explanation explanation) {
        List<DomContent> parts = new ArrayList<>();
        DiagnosisText.says(explanation.simplest()).forEach(sentence -> parts.add(p(sentence).withClass("says")));
        DiagnosisText.advice(explanation.simplest())
                .forEach(sentence -> parts.add(p("What to change: " + sentence).withClass("todo")));
        parts.add(p("This " + DiagnosisText.explains(explanation) + ".").withClass("quiet"));
        List<String> others = DiagnosisText.others(explanation);
        if (!others.isEmpty()) {
            parts.add(div(p("It cannot be told apart from:"), ul(each(others, other -> li(other)))).withClass("quiet"));
        }
        return parts;
    }

    private DomContent smallest(Smallest smallest) {
        List<DomContent> parts = new ArrayList<>();
        parts.add(p(CaseText.brief(smallest.request()) + loss(smallest.request()) + sequence(smallest)).withClass("quiet"));
        if (smallest.requests().size() > 1) {
            parts.add(ol(each(smallest.requests(), request -> li(CaseText.brief(request)))));
        }
        parts.add(figure(rawHtml(CaseDrawing.svg(verdict.numbers(), smallest)), figcaption(caption(smallest))));
        if (smallest.request() instanceof TrainingQuestion training) {
            parts.add(p(settings(training.settings())));
        }
        parts.add(differences(smallest.wrong()));
        Observation.of(verdict, smallest).forEach(sentence -> parts.add(p(CaseNumbers.typeset(sentence)).withClass("seen")));
        return section(h2("The smallest case"), each(parts, part -> part));
    }

    /** The usual one is not said in brief. */
    private static String loss(Question question) {
        return question.loss() == Loss.SQUARED ? ", squared loss" : "";
    }

    private static String sequence(Smallest smallest) {
        return smallest.requests().size() == 1 ? ""
                : "; the last of " + smallest.requests().size() + " requests to a fresh process:";
    }

    private static String caption(Smallest smallest) {
        String of = smallest.request() instanceof TrainingQuestion
                ? "The network at the start, with the forward pass of the first step"
                : "The network with its forward pass";
        return of + (smallest.worked().steps().get(0).passes().size() > 1 ? ", a number for each sample" : "")
                + ". What is wrong is red; a dashed unit has slope 0.";
    }

    private static String settings(Settings settings) {
        return CaseText.counted(settings.steps(), "step") + " with learning rate " + CaseNumbers.of(settings.learningRate())
                + ", batches of " + settings.batchSize()
                + (settings.momentum().signum() == 0 ? "" : ", momentum " + CaseNumbers.of(settings.momentum()))
                + (settings.weightDecay().signum() == 0 ? "" : ", decay " + CaseNumbers.of(settings.weightDecay())) + ".";
    }

    private DomContent differences(List<WrongNumber> wrong) {
        return div(table(thead(tr(th(""), th("yours").withClass("number"), th("right").withClass("number"))),
                tbody(each(wrong, number -> difference(number.what(),
                        verdict.numbers().pair(number.reported(), number.expected())))))
                .withClass("marked")).withClass("scroll");
    }

    private static DomContent difference(String what, NumberText.Pair pair) {
        return tr(td(what).withClass("formula"), td(span(CaseNumbers.minus(pair.reported())).withClass("yours"))
                .withClass("number"),
                td(span(CaseNumbers.minus(pair.right())).withClass("is-right")).withClass("number"));
    }

    private DomContent steps(Smallest smallest) {
        return section(h2("How the right numbers come about"), CaseSteps.of(verdict, smallest));
    }

    private DomContent restsOn() {
        List<ShownConvention> shown = verdict.conventions().stream().filter(convention -> convention.way().isPresent()).toList();
        List<String> notSeen = verdict.conventions().stream().filter(convention -> convention.way().isEmpty())
                .map(convention -> convention.convention().id()).toList();
        List<DomContent> parts = new ArrayList<>();
        if (!shown.isEmpty()) {
            parts.add(div(table(thead(tr(th("convention"), th("its way"), th("seen in"))), tbody(each(shown, one -> tr(
                    td(one.convention().id()).withClass("formula"), td(one.way().orElseThrow()).withClass("formula"),
                            td(one.by().map(CaseText::brief).orElse("")))))))
                    .withClass("scroll"));
        }
        VerdictText.warning(verdict).ifPresent(warning -> parts.add(p(warning)));
        if (!notSeen.isEmpty()) {
            parts.add(p("Not seen: " + String.join(", ", notSeen) + ".").withClass("quiet"));
        }
        return section(h2("Conventions, which are no mistakes"), each(parts, part -> part), h2("Claims"), laws());
    }

    private DomContent laws() {
        return div(table(thead(tr(th("claim"), th("cases").withClass("number"), th("wrong").withClass("number"))),
                tbody(each(verdict.laws(), SmallestCasePage::law))).withClass("marked")).withClass("scroll");
    }

    private static DomContent law(LawCount law) {
        return tr(td(law.claim()), td(String.valueOf(law.cases())).withClass("number"),
                td(String.valueOf(law.wrong())).withClass("number")).withCondClass(law.wrong() > 0, "wrong");
    }

    private DomContent replay(Smallest smallest) {
        List<String> lines = IntStream.range(0, smallest.requests().size()).mapToObj(r ->
                QuestionFormat.write(r + 1, smallest.requests().get(r), verdict.ability().arithmetic()).toString()).toList();
        return section(h2("Replay it"),
                p("Start the program and write " + (lines.size() == 1 ? "this line" : "these lines") + " to its standard input."),
                details(summary(lines.size() == 1 ? "The request" : "The " + lines.size() + " requests"),
                        pre(String.join("\n", lines))));
    }

    private static String stylesheet() {
        try (InputStream in = SmallestCasePage.class.getResourceAsStream("case.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
