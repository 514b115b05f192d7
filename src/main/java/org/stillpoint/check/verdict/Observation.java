package org.stillpoint.check.verdict;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Worked;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Loss;

/** What can be seen in the smallest case without knowing the mistake, as one or two sentences with its numbers. */
public final class Observation {

    /** The largest denominator of a ratio that is worth telling. */
    private static final int SIMPLE = 8;
    private static final int ROUNDINGS = 4;
    private static final int CLOSE = 50_000;

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

    /** The sentences; none if no number is wrong. */
    public static List<String> of(Verdict verdict, Smallest smallest) {
        return new Observation(verdict, smallest).sentences();
    }

    private List<String> sentences() {
        List<Integer> wrong = smallest.expected().wrongParameters(smallest.answer());
        List<String> sentences = new ArrayList<>();
        if (wrong.isEmpty() || verdict.memory().isPresent()) {
            smallest.wrong().stream().limit(1).map(this::bothValues).forEach(sentences::add);
        } else if (smallest.request() instanceof TrainingQuestion training) {
            sentences.add(moved(training, wrong.get(0)));
        } else {
            sentences.add(Stream.<Function<Integer, Optional<String>>>of(this::notFinite, this::nothingPulls,
                    this::flat, this::noInput)
                    .flatMap(rule -> wrong.stream().map(rule).flatMap(Optional::stream)).findFirst()
                    .orElseGet(() -> calculation(wrong.get(0))));
        }
        ratio().or(this::digits).ifPresent(sentences::add);
        return List.copyOf(sentences);
    }

    private String bothValues(WrongNumber number) {
        NumberText.Pair pair = numbers.pair(number.reported(), number.expected());
        return "The " + number.what() + " is " + pair.reported() + " in your answer; " + pair.right() + " is right.";
    }

    private Optional<String> notFinite(int n) {
        return reported(n).value().isPresent() ? Optional.empty()
                : Optional.of("Your gradient of the " + places.get(n) + " is " + reported(n).text() + ", which is no number.");
    }

    /** The loss is at its least for every sample. */
    private Optional<String> nothingPulls(int n) {
        boolean flat = samples().allMatch(sample -> sample.lossSlopes().stream().allMatch(Rounded::isZero));
        return flat ? Optional.of("The derivative of the loss by each output is 0, so every gradient is 0, yet the "
                + places.get(n) + " got gradient " + briefly(n) + ".") : Optional.empty();
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
                + ", yet its " + own(place) + " got gradient " + briefly(n) + ".");
    }

    /** What the weight belongs to is 0 for every sample. */
    private Optional<String> noInput(int n) {
        Place place = places.get(n);
        if (place.isBias() || !rightIsZero(n) || inputs(place).stream().anyMatch(x -> x.signum() != 0)) {
            return Optional.empty();
        }
        return Optional.of((place.layer() == 0 ? "Input " + (place.input() + 1) + " is 0"
                : "Unit " + (place.input() + 1) + " of layer " + place.layer() + " has a = 0")
                + (sampleCount() > 1 ? " in every sample" : "")
                + ", so the " + places.get(n) + ", changes nothing, yet it got gradient " + briefly(n) + ".");
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
        NumberText.Pair pair = numbers.pair(reported(n), right(n));
        return "The gradient of the " + place + " is " + (place.isBias() ? "delta" : "delta times input")
                + (formula.equals(pair.right()) ? ", " : ", " + formula + " = ") + pair.right()
                + "; yours is " + pair.reported() + ".";
    }

    private String moved(TrainingQuestion question, int n) {
        BigFraction start = question.network().parameters().get(n);
        List<Worked.Step> steps = smallest.worked().steps();
        NumberText.Pair pair = numbers.pair(reported(n), right(n));
        String gradient = steps.size() == 1 ? ", as its gradient is " + numbers.brief(steps.get(0).gradients().get(n).value())
                : "";
        String meaning = reported(n).value().flatMap(yours -> meaning(start, yours, steps, n))
                .map(where -> ", " + where).orElse("");
        return "The " + places.get(n) + " starts at " + numbers.brief(start) + " and is at " + pair.right() + " after "
                + CaseText.counted(steps.size(), "step") + gradient + "; yours is at " + pair.reported() + meaning + ".";
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

    /** One simple number that all right gradients are multiplied by. */
    private Optional<String> ratio() {
        boolean comparable = smallest.request() instanceof GradientQuestion && !smallest.wrong().isEmpty()
                && smallest.wrong().stream()
                .allMatch(number -> number.reported().value().isPresent() && number.expected().value().signum() != 0);
        return comparable ? simple().filter(ratio -> smallest.wrong().stream().allMatch(number -> isTimes(number, ratio)))
                .map(ratio -> (smallest.wrong().size() == 1 ? "It" : "Each wrong number") + " is " + (ratio.signum() == 0
                ? "0, where it must not be" : ratio.equals(BigFraction.MINUS_ONE) ? "the right one with the other sign"
                : ExactNumber.write(ratio) + " times the right one") + ".") : Optional.empty();
    }

    /** The simplest fraction that the first wrong number can be of the right one. */
    private Optional<BigFraction> simple() {
        WrongNumber first = smallest.wrong().get(0);
        BigFraction ratio = first.reported().value().orElseThrow().divide(first.expected().value());
        return IntStream.rangeClosed(1, SIMPLE).mapToObj(d -> new BigFraction(nearest(ratio.multiply(d)), BigInteger.valueOf(d)))
                .filter(simple -> isTimes(first, simple)).findFirst();
    }

    private static BigInteger nearest(BigFraction number) {
        return new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), 0, RoundingMode.HALF_EVEN)
                .toBigInteger();
    }

    /** Within the bound on rounding errors. */
    private boolean isTimes(WrongNumber number, BigFraction ratio) {
        BigFraction yours = number.reported().value().orElseThrow();
        BigFraction slack = number.expected().error().multiply(ratio.abs().add(BigFraction.ONE).multiply(ROUNDINGS));
        return yours.subtract(number.expected().value().multiply(ratio)).abs().compareTo(slack) <= 0;
    }

    /** That the first digits are right is a mistake of another kind. */
    private Optional<String> digits() {
        boolean close = !smallest.wrong().isEmpty() && smallest.wrong().stream().allMatch(number -> number.reported().value()
                .filter(yours -> yours.subtract(number.expected().value()).abs().multiply(CLOSE)
                        .compareTo(number.expected().value().abs()) < 0).isPresent());
        return close ? Optional.of("The first digits are right, as if something was "
                + "calculated in a shorter format, such as float32, or by finite differences.") : Optional.empty();
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
                : samples().map(sample -> sample.layers().get(place.layer() - 1).activations().get(place.input()).value())
                .toList();
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
        return values.stream().distinct().map(numbers::brief).collect(Collectors.joining(", "))
                + (sampleCount() > 1 ? " in the samples" : "");
    }

    /** A negative factor in brackets. */
    private String factor(BigFraction number) {
        return number.signum() < 0 ? "(" + numbers.brief(number) + ")" : numbers.brief(number);
    }

    private String briefly(int n) {
        return reported(n).value().map(numbers::brief).orElse(reported(n).text());
    }
}
