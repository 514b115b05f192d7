package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.body;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
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
import static j2html.TagCreator.text;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Outline;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.lint.finding.Words;
import org.stillpoint.lint.report.LintText;
import org.stillpoint.lint.report.SafeText;
import org.stillpoint.modelfile.network.NotAnalysed;

/** What the linter found as a page of its own, with the layers as a picture; it loads nothing and runs nothing. */
public final class LintPage {

    private static final int MOST_FINDINGS = 300;
    private static final int MOST_ROWS = 500;
    private static final int UNITS = 24;

    private LintPage() {
    }

    /** The text of the page, well-formed also as XML. */
    public static String render(List<LintedFile> files) {
        String heading = files.size() == 1 ? LintText.headline(files.get(0)) : Words.count(files.size(), "model") + " linted";
        HtmlTag page = html().withLang("en").with(
                head(meta().withCharset("utf-8"), meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                        title(heading), style(rawHtml(stylesheet()))),
                body(header(h1(heading), p("Zeros and equal weights are decided exactly. Units are counted from 0.")),
                        main(each(IntStream.range(0, files.size()).boxed().toList(),
                                f -> new OneFile(files.get(f), f, files.size() > 1).render())),
                        footer("What a claim says: stillpoint claims ID. Savings are for one sample, of a convolution for one "
                        + "place of "
                                + "its output.")));
        try {
            return "<!DOCTYPE html>\n" + page.render(FlatHtml.inMemory(Config.defaults().withEmptyTagsClosed(true))) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stylesheet() {
        try (InputStream in = LintPage.class.getResourceAsStream("lint.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of the page that is about one file. */
    private static final class OneFile {

        private final LintedFile file;
        private final String prefix;
        private final boolean isNamed;
        private final Set<String> analysed;
        private final Map<String, LayerMark> marks = new HashMap<>();

        OneFile(LintedFile file, int number, boolean isNamed) {
            this.file = file;
            this.prefix = "f" + (number + 1) + "-";
            this.isNamed = isNamed;
            this.analysed = Set.copyOf(file.analysed());
            file.notAnalysed().forEach(left -> marks.put(left.tensor(), new LayerMark(LayerMark.Kind.UNKNOWN, Optional.empty())));
            for (int i = 0; i < file.findings().size(); i++) {
                Finding finding = file.findings().get(i);
                marks.merge(finding.tensor(), new LayerMark(LayerMark.Kind.of(finding),
                        i < MOST_FINDINGS ? Optional.of(prefix + i) : Optional.empty()), OneFile::worse);
            }
        }

        private static LayerMark worse(LayerMark one, LayerMark other) {
            return Comparator.comparing(LayerMark::kind).compare(other, one) < 0 ? other : one;
        }

        private LayerMark mark(Outline.Stage stage) {
            boolean isKnown = stage.isUnderstood()
                    && (stage.tensors().isEmpty() || stage.tensors().stream().anyMatch(analysed::contains));
            LayerMark own = new LayerMark(isKnown ? LayerMark.Kind.QUIET : LayerMark.Kind.UNKNOWN, Optional.empty());
            return stage.tensors().stream().map(marks::get)
                    .filter(mark -> mark != null && mark.kind() != LayerMark.Kind.UNKNOWN).reduce(own, OneFile::worse);
        }

        DomContent render() {
            List<DomContent> parts = new ArrayList<>();
            if (isNamed) {
                parts.add(h2(LintText.headline(file)));
            }
            parts.add(p(a(file.outline().stages().isEmpty() ? "To the tensors" : "To the picture of the layers")
                    .withHref("#" + prefix + "picture")).withClass("jump"));
            DomContent picture = file.outline().stages().isEmpty() ? tensors() : layers();
            parts.add(div(div(findings()).withClass("findings"), div(picture).withClass("picture").withId(prefix + "picture"))
                    .withClass("columns"));
            return section(each(parts, part -> part)).withClass("file");
        }

        private DomContent layers() {
            int left = file.outline().stages().size() - LayersDrawing.MOST;
            return figure(rawHtml(LayersDrawing.svg(file.outline().stages(), this::mark)),
                    figcaption(each(legend(), part -> part), text(left > 0 ? " The first " + LayersDrawing.MOST + " stages of "
                            + Words.number(file.outline().stages().size()) + "." : "")));
        }

        private static List<DomContent> legend() {
            return Stream.of(LayerMark.Kind.values()).filter(kind -> !kind.letter().isEmpty()).<DomContent>map(kind ->
                    span(span(kind.letter()).withClasses("letter", kind.name().toLowerCase(Locale.ROOT)), text(" " + kind.says()))
                            .withClass("key")).toList();
        }

        private DomContent tensors() {
            List<Outline.Tensor> tensors = file.outline().tensors();
            return div(h3("Tensors"), p("The file does not say how they are used.").withClass("quiet"),
                    div(table(thead(tr(th("").attr("aria-label", "worst finding"), th("name"), th("shape"), th("type"))),
                            tbody(each(tensors.subList(0, Math.min(MOST_ROWS, tensors.size())), this::row)))).withClass("scroll"),
                    p(each(legend().subList(0, LayerMark.Kind.UNKNOWN.ordinal()), part -> part)).withClass("quiet"),
                    p(tensors.size() > MOST_ROWS ? "The first " + MOST_ROWS + " of " + Words.number(tensors.size()) + "." : ""));
        }

        private DomContent row(Outline.Tensor tensor) {
            Optional<LayerMark> mark = Optional.ofNullable(marks.get(tensor.name()))
                    .filter(each -> each.kind() != LayerMark.Kind.UNKNOWN);
            DomContent name = mark.flatMap(LayerMark::anchor).<DomContent>map(anchor ->
                    a(SafeText.of(tensor.name())).withHref("#" + anchor)).orElseGet(() -> text(SafeText.of(tensor.name())));
            return tr(td(mark.<DomContent>map(each -> span(each.kind().letter())
                            .withClasses("letter", each.kind().name().toLowerCase(Locale.ROOT))).orElseGet(() -> text(""))),
                    td(name).withClass("tensor"), td(tensor.shape()).withClass("number"), td(tensor.type()));
        }

        private DomContent findings() {
            List<DomContent> told = new ArrayList<>();
            List<DomContent> harmless = new ArrayList<>();
            List<Finding> all = file.findings();
            for (int i = 0; i < Math.min(MOST_FINDINGS, all.size()); i++) {
                (all.get(i).rule() == Rule.HARMLESS_ZERO ? harmless : told).add(all.get(i).rule() == Rule.HARMLESS_ZERO
                        ? li(span(SafeText.of(all.get(i).tensor())).withClass("tensor"), text(": " + all.get(i).says()))
                                .withId(prefix + i) : finding(all.get(i), prefix + i));
            }
            if (told.isEmpty()) {
                told.add(p("Nothing to look at.").withClass("says"));
            }
            if (all.size() > MOST_FINDINGS) {
                told.add(p("And " + Words.number(all.size() - MOST_FINDINGS) + " more: --format json has them all.")
                        .withClass("quiet"));
            }
            if (!harmless.isEmpty()) {
                told.add(details(summary(Words.count(harmless.size(), "tensor") + " of zeros that "
                        + (harmless.size() == 1 ? "is" : "are") + " no trouble"), ul(each(harmless, one -> one))));
            }
            notAnalysed().ifPresent(told::add);
            return div(each(told, one -> one));
        }

        private static DomContent finding(Finding finding, String id) {
            List<DomContent> parts = new ArrayList<>();
            parts.add(h4(span(finding.severity().id()).withClasses("severity", finding.severity().id()),
                    text(" " + finding.rule().title())));
            parts.add(p(span(SafeText.of(finding.tensor())).withClass("tensor"), text(LintText.units(finding, UNITS))));
            parts.add(p(finding.says()).withClass("says"));
            parts.add(p(finding.advice()).withClass("todo"));
            if (!finding.saves().isNone()) {
                parts.add(p("Saves " + LintText.saves(finding.saves()) + ".").withClass("quiet"));
            }
            parts.add(p("Rests on " + LintText.basis(finding) + (finding.condition().isEmpty() ? "" : ", if "
                    + finding.condition())
                    + ".").withClass("quiet"));
            if (!finding.why().isBlank()) {
                parts.add(details(summary("Why, step by step"), pre(SafeText.lines(finding.why()))));
            }
            return article(each(parts, part -> part)).withId(id).withClass(finding.severity().id());
        }

        private Optional<DomContent> notAnalysed() {
            if (file.notAnalysed().isEmpty() && file.notExamined().isEmpty()) {
                return Optional.empty();
            }
            List<DomContent> reasons = new ArrayList<>();
            LintText.byReason(file.notAnalysed()).forEach((why, tensors) -> reasons.add(li(text(why + ": "),
                    span(Words.first(tensors, UNITS)).withClass("tensor"))));
            file.notExamined().forEach(what -> reasons.add(li("Left out, as it would have taken too long: "
                    + SafeText.of(what))));
            Set<String> tensors = file.notAnalysed().stream().map(NotAnalysed::tensor).collect(Collectors.toSet());
            return Optional.of(details(summary("Not analysed: " + Words.count(tensors.size(), "tensor")),
                    ul(each(reasons.subList(0, Math.min(MOST_ROWS, reasons.size())), reason -> reason))));
        }
    }
}
