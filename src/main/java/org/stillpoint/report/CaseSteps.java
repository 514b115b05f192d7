package org.stillpoint.report;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Worked;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.check.verdict.Smallest;
import org.stillpoint.check.verdict.Verdict;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;

/** Forward pass, backward pass and gradients of a case, formula by formula with the numbers put in. */
final class CaseSteps {

    private static final String TIMES = " \u00b7 ";
    private static final int MOST_OPEN = 3;

    private final Verdict verdict;
    private final Smallest smallest;
    private final Question question;
    private final List<Place> places;

    private CaseSteps(Verdict verdict, Smallest smallest) {
        this.verdict = verdict;
        this.smallest = smallest;
        this.question = smallest.request();
        this.places = Place.of(question.network());
    }

    static DomContent of(Verdict verdict, Smallest smallest) {
        return new CaseSteps(verdict, smallest).steps();
    }

    private DomContent steps() {
        List<Worked.Step> steps = smallest.worked().steps();
        if (!(question instanceof TrainingQuestion)) {
            return pass(steps.get(0), true);
        }
        return div(each(IntStream.range(0, steps.size()).boxed().toList(), s -> s < MOST_OPEN
                        ? div(h3("Step " + (s + 1)), step(steps.get(s)))
                        : details(summary("Step " + (s + 1)), step(steps.get(s)))),
                h3("After the last step"), compared());
    }

    private DomContent step(Worked.Step step) {
        return div(pass(step, false), h4("Update"), update(step));
    }

    private DomContent pass(Worked.Step step, boolean compared) {
        List<DomContent> parts = new ArrayList<>();
        for (int i = 0; i < step.passes().size(); i++) {
            int sample = step.samples().get(i);
            parts.add(h3("Sample " + (sample + 1) + ": x = " + CaseNumbers.of(question.data().inputs().get(sample).entries())
                    + ", y = " + CaseNumbers.of(question.data().targets().get(sample).entries())));
            parts.add(h4("Forward"));
            parts.add(forward(step, i));
            parts.add(h4("Backward"));
            parts.add(backward(step, i));
        }
        parts.add(compared ? h3("Gradients") : h4("Gradients"));
        parts.add(p(isMean(step)
                ? "Of each sample, delta of the unit times what the weight takes in (1 for a bias); then the mean."
                : "Delta of the unit times what the weight takes in (1 for a bias)"
                + (step.passes().size() > 1 ? ", summed over the samples."
                : ".")).withClass("quiet"));
        parts.add(gradients(step, compared));
        return div(each(parts, part -> part));
    }

    private DomContent forward(Worked.Step step, int i) {
        List<List<String>> rows = new ArrayList<>();
        Worked.Sample sample = step.passes().get(i);
        for (int l = 0; l < sample.layers().size(); l++) {
            Layer layer = question.network().layers().get(l);
            for (int j = 0; j < layer.units(); j++) {
                List<String> parts = new ArrayList<>();
                for (int k = 0; k < layer.inputs(); k++) {
                    parts.add(CaseNumbers.factor(parameter(step, l, j, k)) + TIMES + CaseNumbers.factor(input(step, i, l, k)));
                }
                if (layer.bias().isPresent()) {
                    parts.add(CaseNumbers.factor(parameter(step, l, j, Place.BIAS)));
                }
                Rounded z = sample.layers().get(l).preactivations().get(j);
                Rounded a = sample.layers().get(l).activations().get(j);
                rows.add(List.of(unit(l, j), "z = " + equal(String.join(" + ", parts), CaseNumbers.of(z)),
                        layer.activation() == Activation.IDENTITY ? "a = z = " + CaseNumbers.of(a)
                                : "a = " + layer.activation().id() + "(" + (layer.activation() == Activation.SOFTMAX ? "all z"
                                : CaseNumbers.of(z)) + ") = " + CaseNumbers.of(a)));
            }
        }
        return grid(List.of("", "pre-activation", "activation"), rows);
    }

    private DomContent backward(Worked.Step step, int i) {
        List<List<String>> rows = new ArrayList<>();
        Worked.Sample sample = step.passes().get(i);
        int last = sample.layers().size() - 1;
        for (int l = last; l >= 0; l--) {
            Layer layer = question.network().layers().get(l);
            Worked.Layer worked = sample.layers().get(l);
            for (int j = 0; j < layer.units(); j++) {
                rows.add(List.of(unit(l, j), pulled(step, i, l, j), slope(l, worked, j),
                        "\u03b4 = " + delta(sample, l, j)));
            }
        }
        return grid(List.of("", "derivative of the loss by a", "slope at z", "delta"), rows);
    }

    private String pulled(Worked.Step step, int i, int l, int j) {
        Worked.Sample sample = step.passes().get(i);
        if (l == sample.layers().size() - 1) {
            return lossSlope(sample, step.samples().get(i), j);
        }
        List<String> parts = new ArrayList<>();
        BigFraction sum = BigFraction.ZERO;
        for (int m = 0; m < question.network().layers().get(l + 1).units(); m++) {
            Rounded weight = parameter(step, l + 1, m, j);
            Rounded delta = sample.layers().get(l + 1).deltas().get(m);
            parts.add(CaseNumbers.factor(weight) + TIMES + CaseNumbers.factor(delta));
            sum = sum.add(weight.value().multiply(delta.value()));
        }
        return equal(String.join(" + ", parts), CaseNumbers.of(sum));
    }

    /** In words where the loss is made of straight lines, and as a formula for the squared one. */
    private String lossSlope(Worked.Sample sample, int i, int j) {
        String slope = CaseNumbers.of(sample.lossSlopes().get(j));
        if (question.loss() != Loss.SQUARED) {
            return slope + ", by the " + question.loss().id() + " loss";
        }
        String difference = CaseNumbers.of(sample.layers().get(sample.layers().size() - 1).activations().get(j)) + " \u2212 "
                + CaseNumbers.factor(Rounded.of(question.data().targets().get(i).get(j)));
        return switch (verdict.wayOf(Convention.LOSS_FACTOR).orElse("1/2")) {
            case "1/2" -> difference + " = " + slope;
            case "1" -> "2" + TIMES + "(" + difference + ") = " + slope;
            case "1/outputs" -> "2" + TIMES + "(" + difference + ") / " + sample.lossSlopes().size() + " = " + slope;
            default -> "(" + difference + ") / " + sample.lossSlopes().size() + " = " + slope;
        };
    }

    private boolean isCancelled(int l) {
        return l == question.network().layers().size() - 1 && question.loss() == Loss.CROSS_ENTROPY;
    }

    private String slope(int l, Worked.Layer worked, int j) {
        Activation activation = question.network().layers().get(l).activation();
        if (isCancelled(l)) {
            return "cancels against the loss";
        }
        if (activation == Activation.SOFTMAX) {
            return "softmax: a matrix";
        }
        return activation.id() + "\u2032(" + CaseNumbers.of(worked.preactivations().get(j)) + ") = "
                + CaseNumbers.of(worked.slopes().get(j));
    }

    private String delta(Worked.Sample sample, int l, int j) {
        Worked.Layer worked = sample.layers().get(l);
        Rounded delta = worked.deltas().get(j);
        boolean product = !isCancelled(l) && question.network().layers().get(l).activation() != Activation.SOFTMAX;
        if (!product || l < sample.layers().size() - 1) {
            return CaseNumbers.of(delta);
        }
        return CaseNumbers.factor(sample.lossSlopes().get(j)) + TIMES + CaseNumbers.factor(worked.slopes().get(j)) + " = "
                + CaseNumbers.of(delta);
    }

    private DomContent gradients(Worked.Step step, boolean compared) {
        List<DomContent> rows = new ArrayList<>();
        for (int n = 0; n < places.size(); n++) {
            Rounded right = step.gradients().get(n);
            String formula = formula(step, places.get(n));
            rows.add(compared ? row(n, formula, right) : tr(td(places.get(n).toString()).withClass("formula"),
                    td(formula).withClass("formula"),
                    number(right.value())));
        }
        return compared ? comparison("calculation", rows) : div(table(thead(tr(th(""), th("calculation"),
                th("gradient").withClass("number"))), tbody(each(rows, row -> row)))).withClass("scroll");
    }

    private DomContent compared() {
        List<DomContent> rows = new ArrayList<>();
        for (int n = 0; n < places.size(); n++) {
            rows.add(row(n, CaseNumbers.of(question.network().parameters().get(n)), smallest.expected().parameters().get(n)));
        }
        return comparison("start", rows);
    }

    private static DomContent comparison(String how, List<DomContent> rows) {
        return div(table(thead(tr(th(""), th(how), th("right").withClass("number"), th("yours").withClass("number"),
                th("difference").withClass("number"))), tbody(each(rows, row -> row))).withClass("marked")).withClass("scroll");
    }

    private DomContent row(int n, String formula, Rounded right) {
        Reported yours = smallest.answer().parameters().get(n);
        boolean isWrong = smallest.expected().wrongParameters(smallest.answer()).contains(n);
        String difference = yours.value().map(value -> CaseNumbers.of(value.subtract(right.value()))).orElse("");
        return tr(td(places.get(n).toString()).withClass("formula"), td(formula).withClass("formula"), number(right.value()),
                td(span(CaseNumbers.of(yours)).withClass(isWrong ? "yours" : "is-right")).withClass("number"),
                td(isWrong ? difference : "").withClass("number")).withCondClass(isWrong, "wrong");
    }

    private String formula(Worked.Step step, Place place) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < step.passes().size(); i++) {
            Rounded delta = step.passes().get(i).layers().get(place.layer()).deltas().get(place.unit());
            terms.add(CaseNumbers.factor(delta)
                    + (place.isBias() ? "" : TIMES + CaseNumbers.factor(input(step, i, place.layer(), place.input()))));
        }
        String sum = String.join(" + ", terms);
        return !isMean(step) ? sum : (terms.size() == 1 ? sum : "(" + sum + ")") + " / " + terms.size();
    }

    private boolean isMean(Worked.Step step) {
        return step.passes().size() > 1 && verdict.wayOf(Convention.BATCH).filter(way -> way.equals("sum")).isEmpty();
    }

    private DomContent update(Worked.Step step) {
        List<Rounded> moved = step.moved().orElseThrow();
        List<Rounded> velocities = step.velocities().orElseThrow();
        boolean velocity = IntStream.range(0, places.size())
                .anyMatch(n -> !velocities.get(n).value().equals(step.gradients().get(n).value()));
        List<DomContent> rows = new ArrayList<>();
        for (int n = 0; n < places.size(); n++) {
            rows.add(tr(td(places.get(n).toString()).withClass("formula"), number(step.parameters().get(n).value()),
                    number(step.gradients().get(n).value()), velocity ? number(velocities.get(n).value()) : null,
                    number(moved.get(n).value())));
        }
        return div(table(thead(tr(th(""), th("before").withClass("number"), th("gradient").withClass("number"),
                velocity ? th("velocity").withClass("number") : null, th("after").withClass("number"))),
                tbody(each(rows, row -> row)))).withClass("scroll");
    }

    private Rounded parameter(Worked.Step step, int l, int j, int k) {
        return step.parameters().get(places.indexOf(new Place(l, j, k)));
    }

    private Rounded input(Worked.Step step, int i, int l, int k) {
        return l == 0 ? Rounded.of(question.data().inputs().get(step.samples().get(i)).get(k))
                : step.passes().get(i).layers().get(l - 1).activations().get(k);
    }

    private static String unit(int l, int j) {
        return "layer " + (l + 1) + ", unit " + (j + 1);
    }

    /** Nothing is calculated where the formula is the number already. */
    private static String equal(String formula, String number) {
        return formula.equals(number) ? number : formula + " = " + number;
    }

    /** A decimal, with its fraction beside it. */
    static DomContent number(BigFraction number) {
        return td(rawHtml(CaseNumbers.of(number) + (CaseNumbers.beside(number).isEmpty() ? ""
                : "<small>" + CaseNumbers.beside(number) + "</small>"))).withClass("number");
    }

    private static DomContent grid(List<String> heads, List<List<String>> rows) {
        return div(table(thead(tr(each(heads, head -> th(head)))), tbody(each(rows, row -> tr(each(row,
                cell -> td(cell).withClass("formula"))))))).withClass("scroll");
    }
}
