package org.stillpoint.check.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Worked;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Loss;

/** What can be seen in the smallest case without knowing the mistake, as one or two sentences with its numbers. */
public final class Observation {

    private final Verdict verdict;
    private final Smallest smallest;
    private final NumberText numbers;
    private final List<Place> places;

    private Observation(Verdict verdict, Smallest smallest) {
        this.verdict = verdict;
        this.smallest = smallest;
        this.numbers = verdict.numbers();
        this.places = Place.of(smallest.request().network());
    }

    /** The sentences, at least one. */
    public static List<String> of(Verdict verdict, Smallest smallest) {
        return new Observation(verdict, smallest).sentences();
    }

    private List<String> sentences() {
        List<Integer> wrong = smallest.expected().wrongParameters(smallest.answer());
        List<String> sentences = new ArrayList<>();
        if (wrong.isEmpty() || verdict.memory().isPresent()) {
            sentences.add(bothValues(smallest.wrong().get(0)));
        } else if (smallest.request() instanceof TrainingQuestion training) {
            sentences.add(moved(training, wrong.get(0)));
        } else {
            sentences.add(Stream.<Function<Integer, Optional<String>>>of(this::notFinite, this::nothingPulls, this::flat, this::noInput)
                    .flatMap(rule -> wrong.stream().map(rule).flatMap(Optional::stream)).findFirst()
                    .orElseGet(() -> calculation(wrong.get(0))));
        }
        ratio().ifPresent(sentences::add);
        return List.copyOf(sentences);
    }

    private String bothValues(WrongNumber number) {
        return capital(number.what()) + " is " + numbers.of(number.reported()) + " in your answer; "
                + numbers.within(number.expected()) + " is right.";
    }

    private Optional<String> notFinite(int n) {
        return reported(n).value().isPresent() ? Optional.empty()
                : Optional.of("Your gradient of the " + places.get(n) + " is " + reported(n).text() + ", which is no number.");
    }

    /** The loss is at its least for every sample. */
    private Optional<String> nothingPulls(int n) {
        boolean flat = samples().allMatch(sample -> sample.lossSlopes().stream().allMatch(Rounded::isZero));
        return flat ? Optional.of("The derivative of the loss by each output is 0, so every gradient is 0, yet the "
                + places.get(n) + " got gradient " + numbers.of(reported(n)) + ".") : Optional.empty();
    }

    /** The slope of the unit is 0 for every sample. */
    private Optional<String> flat(int n) {
        Place place = places.get(n);
        boolean cancelled = smallest.request().loss() == Loss.CROSS_ENTROPY && place.layer() == layers() - 1;
        if (cancelled || !rightIsZero(n) || !layers(place).allMatch(layer -> layer.slopes().get(place.unit()).isZero())) {
            return Optional.empty();
        }
        List<BigFraction> z = layers(place).map(layer -> layer.preactivations().get(place.unit()).value()).toList();
        boolean silent = layers(place).allMatch(layer -> layer.activations().get(place.unit()).isZero());
        boolean atKink = z.stream().anyMatch(smallest.request().network().layers().get(place.layer()).activation()::hasKinkAt);
        String so = atKink ? "where its slope is 0 in your other answers too" : silent ? "so it passes nothing on"
                : "where the slope of " + smallest.request().network().layers().get(place.layer()).activation().id() + " is 0";
        return Optional.of("Unit " + (place.unit() + 1) + " of layer " + (place.layer() + 1) + " has z = " + listed(z) + ", " + so
                + ", yet its " + own(place) + " got gradient " + numbers.of(reported(n)) + ".");
    }

    /** What the weight belongs to is 0 for every sample. */
    private Optional<String> noInput(int n) {
        Place place = places.get(n);
        if (place.isBias() || !rightIsZero(n) || inputs(place).stream().anyMatch(x -> x.signum() != 0)) {
            return Optional.empty();
        }
        return Optional.of((place.layer() == 0 ? "Input " + (place.input() + 1) + " is 0"
                : "Unit " + (place.input() + 1) + " of layer " + place.layer() + " has a = 0") + (sampleCount() > 1 ? " in every sample" : "")
                + ", so the " + places.get(n) + ", changes nothing, yet it got gradient " + numbers.of(reported(n)) + ".");
    }

    /** How the right number comes about from the deltas. */
    private String calculation(int n) {
        Place place = places.get(n);
        List<BigFraction> deltas = layers(place).map(layer -> layer.deltas().get(place.unit()).value()).toList();
        List<BigFraction> inputs = place.isBias() ? List.of() : inputs(place);
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < deltas.size(); i++) {
            terms.add(factor(deltas.get(i)) + (place.isBias() ? "" : " * " + factor(inputs.get(i))));
        }
        boolean mean = deltas.size() > 1 && verdict.wayOf(Convention.BATCH).orElse("mean").equals("mean");
        String sum = String.join(" + ", terms);
        String formula = mean ? (terms.size() > 1 ? "(" + sum + ")" : sum) + " / " + deltas.size() : sum;
        return "The gradient of the " + place + " is " + (place.isBias() ? "delta" : "delta times input")
                + (formula.equals(numbers.of(right(n))) ? ", " : ", " + formula + " = ") + numbers.of(right(n)) + "; yours is "
                + numbers.of(reported(n)) + ".";
    }

    private String moved(TrainingQuestion question, int n) {
        BigFraction start = question.network().parameters().get(n);
        List<Worked.Step> steps = smallest.worked().steps();
        Optional<BigFraction> yours = reported(n).value();
        String what = capital("the " + places.get(n)) + " starts at " + numbers.of(start) + " and is at " + numbers.of(right(n))
                + " after " + CaseText.counted(steps.size(), "step");
        String gradient = steps.size() == 1 ? ", as its gradient is " + numbers.of(steps.get(0).gradients().get(n)) : "";
        return what + gradient + "; yours is at " + numbers.of(reported(n))
                + yours.flatMap(value -> meaning(start, value, steps, n)).map(meaning -> ", " + meaning).orElse("") + ".";
    }

    private Optional<String> meaning(BigFraction start, BigFraction yours, List<Worked.Step> steps, int n) {
        BigFraction right = right(n).value();
        if (yours.equals(start)) {
            return Optional.of("where it was");
        }
        if (yours.subtract(start).equals(start.subtract(right))) {
            return Optional.of("as far the other way");
        }
        for (int s = 0; s < steps.size() - 1; s++) {
            if (steps.get(s).moved().orElseThrow().get(n).admits(yours)) {
                return Optional.of("where it is to be after step " + (s + 1));
            }
        }
        return Optional.empty();
    }

    /** What all wrong numbers have in common, which are none of a training. */
    private Optional<String> ratio() {
        boolean comparable = smallest.request() instanceof GradientQuestion && smallest.wrong().stream()
                .allMatch(number -> number.reported().value().isPresent() && number.expected().value().signum() != 0);
        List<BigFraction> ratios = comparable ? smallest.wrong().stream()
                .map(number -> number.reported().value().orElseThrow().divide(number.expected().value())).distinct().toList() : List.of();
        boolean simple = ratios.size() == 1 && ratios.get(0).getDenominator().bitLength() <= 8
                && ratios.get(0).getNumerator().bitLength() <= 8;
        if (!simple || smallest.wrong().size() == 1 && ratios.get(0).signum() == 0) {
            return Optional.empty();
        }
        String which = smallest.wrong().size() == 1 ? "It" : "Each wrong number";
        BigFraction ratio = ratios.get(0);
        return Optional.of(which + " is " + (ratio.signum() == 0 ? "0, where it must not be"
                : ratio.equals(BigFraction.MINUS_ONE) ? "the right one with the other sign"
                : new NumberText(FloatFormat.EXACT).of(ratio) + " times the right one") + ".");
    }

    private Stream<Worked.Sample> samples() {
        return smallest.worked().steps().get(0).passes().stream();
    }

    private int sampleCount() {
        return smallest.worked().steps().get(0).passes().size();
    }

    private int layers() {
        return smallest.request().network().layers().size();
    }

    private Stream<Worked.Layer> layers(Place place) {
        return samples().map(sample -> sample.layers().get(place.layer()));
    }

    /** What a weight is multiplied by, of each sample. */
    private List<BigFraction> inputs(Place place) {
        return place.layer() == 0 ? smallest.request().data().inputs().stream().map(x -> x.get(place.input())).toList()
                : samples().map(sample -> sample.layers().get(place.layer() - 1).activations().get(place.input()).value()).toList();
    }

    private static String own(Place place) {
        return place.isBias() ? "bias" : "weight from input " + (place.input() + 1);
    }

    private Reported reported(int n) {
        return smallest.answer().parameters().get(n);
    }

    private Rounded right(int n) {
        return smallest.expected().parameters().get(n);
    }

    private boolean rightIsZero(int n) {
        return right(n).isZero() || right(n).value().signum() == 0;
    }

    private String listed(List<BigFraction> values) {
        return values.stream().distinct().map(numbers::of).collect(Collectors.joining(", "))
                + (sampleCount() > 1 ? " in the samples" : "");
    }

    /** A negative factor in brackets. */
    private String factor(BigFraction number) {
        return number.signum() < 0 ? "(" + numbers.of(number) + ")" : numbers.of(number);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
