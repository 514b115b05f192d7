package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.NoAnswerException;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.verdict.Drift;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;

/**
 * Follows hidden units that start equal through the training of a program. Each question is a training of its own from the start,
 * of 1, 2, 4, ... steps; where twins differ after so many, the first step after which they do is found by halving.
 *
 * <p>The targets are the sign of the product of the two inputs, as in XOR: equal units cannot learn it, so they come near a
 * saddle, away from which every difference between twins grows.
 */
public final class Twins {

    /** A few trainings, some seconds for most programs. */
    public static final Extent SHORT = new Extent(List.of(2, 8, 17, 33), List.of(8, 17), 1024);

    /** Every width and batch at which a program is known to change the order of a sum, some minutes. */
    public static final Extent LONG = new Extent(List.of(2, 3, 5, 8, 16, 17, 33), List.of(1, 3, 8, 17), 4096);

    /** After so many steps exact numbers have some hundred bits, and after each further one three times as many. */
    private static final int EXACT_STEPS = 4;

    private static final List<Loss> LOSSES = List.of(Loss.SQUARED, Loss.HINGE, Loss.LOGISTIC);
    /** The second one is for programs that add up the gradients of a batch, which the first one may throw out to infinity. */
    private static final List<BigFraction> RATES = List.of(new BigFraction(1, 8), new BigFraction(1, 128));
    private static final BigFraction EQUAL = BigFraction.ZERO;

    /**
     * What is followed.
     *
     * @param widths hidden units, each from 2
     * @param batches samples, each from 1
     * @param steps the most of a training
     */
    public record Extent(List<Integer> widths, List<Integer> batches, int steps) {

        public Extent {
            widths = List.copyOf(widths);
            batches = List.copyOf(batches);
        }
    }

    private final Respondent respondent;
    private boolean gone;

    private Twins(Respondent respondent) {
        this.respondent = respondent;
    }

    /**
     * A drift for each training of the extent that the program can do; none for one that does not train. A program that gives no
     * answer, perhaps as so many steps take it longer than a time limit, is followed no further.
     */
    public static List<Drift> follow(Respondent respondent, Extent extent) {
        Twins twins = new Twins(respondent);
        List<Drift> drifts = new ArrayList<>();
        for (int width : extent.widths()) {
            for (int batch : extent.batches()) {
                twins.longest(width, batch, extent.steps()).ifPresent(drifts::add);
            }
        }
        return drifts;
    }

    /** With the first rate with which all steps end in numbers, or most. */
    private Optional<Drift> longest(int width, int batch, int limit) {
        int most = respondent.ability().arithmetic().rounds() ? limit : Math.min(limit, EXACT_STEPS);
        List<Drift> drifts = new ArrayList<>();
        for (BigFraction rate : RATES) {
            if (drifts.stream().noneMatch(drift -> 2 * drift.steps() > most)) {
                question(width, batch, rate).flatMap(question -> drift(question, most)).ifPresent(drifts::add);
            }
        }
        return drifts.stream().reduce((a, b) -> b.steps() > a.steps() ? b : a);
    }

    /** The first of the networks and losses of this kind that the program takes. */
    private Optional<TrainingQuestion> question(int width, int batch, BigFraction rate) {
        Ability ability = respondent.ability();
        List<Activation> hidden = preferring(Activation.RELU, ability.activations());
        List<Activation> last = preferring(Activation.IDENTITY, ability.outputActivations());
        return LOSSES.stream().flatMap(loss -> Stream.of(true, false).flatMap(bias -> last.stream().flatMap(output ->
                        hidden.stream().map(activation -> new TrainingQuestion(network(width, activation, output, bias),
                                data(batch), settings(loss, rate, batch))))))
                .filter(ability::takes).findFirst();
    }

    private static List<Activation> preferring(Activation first, List<Activation> declared) {
        return Stream.concat(Stream.of(first).filter(declared::contains), declared.stream())
                .filter(activation -> activation != Activation.SOFTMAX).distinct().toList();
    }

    private static Network network(int width, Activation hidden, Activation output, boolean bias) {
        int powerOf2 = Integer.highestOneBit(2 * width - 1);
        return Network.of(
                new Layer(new Matrix(Stream.generate(() -> Vector.of("1/4", "-1/2")).limit(width).toList()),
                        bias ? Optional.of(Vector.constant(width, new BigFraction(1, 8))) : Optional.empty(), hidden),
                new Layer(Matrix.constant(1, width, new BigFraction(1, 2 * powerOf2)),
                        bias ? Optional.of(Vector.zeros(1)) : Optional.empty(), output));
    }

    /** Odd numbers of eighths, so that no input is 0; of some data sets that were tried, one on which differences grow. */
    private static DataSet data(int samples) {
        List<Vector> inputs = new ArrayList<>();
        List<Vector> targets = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            int first = 2 * ((5 * i + 6) % 16) - 15;
            int second = 2 * ((4 * i * i * i + 9 * i) % 16) - 15;
            inputs.add(Vector.of(new BigFraction(first, 8), new BigFraction(second, 8)));
            targets.add(Vector.of(new BigFraction(Integer.signum(first * second))));
        }
        return new DataSet(inputs, targets);
    }

    private static Settings settings(Loss loss, BigFraction rate, int batch) {
        return new Settings(loss, rate, 0, batch, BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO);
    }

    /** Empty if the program does not do it, or not even its first step ends in numbers. */
    private Optional<Drift> drift(TrainingQuestion question, int most) {
        List<Drift.Gap> gaps = new ArrayList<>();
        Optional<Drift.Gap> next = gap(question, 1);
        while (next.isPresent()) {
            gaps.add(next.get());
            int steps = 2 * next.get().steps();
            next = steps <= most ? gap(question, steps) : Optional.empty();
        }
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        int steps = gaps.get(gaps.size() - 1).steps();
        return Optional.of(new Drift(question.network().widths(), question.data().size(), steps, first(question, gaps), gaps,
                exact(question, Math.min(steps, EXACT_STEPS))));
    }

    private Optional<Integer> first(TrainingQuestion question, List<Drift.Gap> gaps) {
        int equal = 0;
        for (Drift.Gap gap : gaps) {
            if (!gap.size().equals(EQUAL)) {
                return Optional.of(first(question, equal, gap.steps()));
            }
            equal = gap.steps();
        }
        return Optional.empty();
    }

    /** Between one after which twins are equal and one after which they differ. */
    private int first(TrainingQuestion question, int equal, int different) {
        int middle = (equal + different) / 2;
        Optional<Drift.Gap> gap = different - equal == 1 ? Optional.empty() : gap(question, middle);
        if (gap.isEmpty()) {
            return different;
        }
        return gap.get().size().equals(EQUAL) ? first(question, middle, different) : first(question, equal, middle);
    }

    /** Empty if there is no answer, or one with a number that is not finite. */
    private Optional<Drift.Gap> gap(TrainingQuestion question, int steps) {
        if (gone) {
            return Optional.empty();
        }
        try {
            Answer answer = respondent.ask(
                    new TrainingQuestion(question.network(), question.data(), question.settings().withSteps(steps)));
            return answer instanceof Answer.Numbers numbers
                    && numbers.parameters().stream().allMatch(number -> number.value().isPresent())
                    ? Optional.of(new Drift.Gap(steps, size(question.network(),
                            numbers.parameters().stream().map(Reported::value).map(Optional::get).toList())))
                    : Optional.empty();
        } catch (NoAnswerException e) {
            gone = true;
            return Optional.empty();
        }
    }

    private static Drift.Gap exact(TrainingQuestion question, int steps) {
        boolean rational = question.network().isRational() && question.loss().isRational();
        Network reached = rational ? Training.descend(question.network(), question.data(), question.settings().withSteps(steps),
                Engine.REFERENCE) : question.network();
        return new Drift.Gap(rational ? steps : 0, size(question.network(), reached.parameters()));
    }

    /** The largest difference between parameters that are equal at twins, over all hidden units. */
    private static BigFraction size(Network network, List<BigFraction> parameters) {
        Map<String, List<BigFraction>> equal = new TreeMap<>();
        List<Place> places = Place.of(network);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.layer() == 0 || !place.isBias()) {
                String ofTwins = place.layer() == 0 ? "incoming " + place.input() : "outgoing " + place.unit();
                equal.computeIfAbsent(ofTwins, key -> new ArrayList<>()).add(parameters.get(i));
            }
        }
        return equal.values().stream()
                .map(numbers -> extreme(numbers, 1).subtract(extreme(numbers, -1)))
                .reduce(EQUAL, (a, b) -> a.compareTo(b) < 0 ? b : a);
    }

    private static BigFraction extreme(List<BigFraction> numbers, int sign) {
        return numbers.stream().reduce((a, b) -> sign * a.compareTo(b) < 0 ? b : a).orElseThrow();
    }
}
