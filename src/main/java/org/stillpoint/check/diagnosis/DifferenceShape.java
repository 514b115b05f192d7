package org.stillpoint.check.diagnosis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.ExactNumber;

/** What wrong answers have in common where no mistake that is known here explains them. */
final class DifferenceShape {

    /** Ratios are looked for up to here; one that is not so simple says nothing. */
    private static final int LARGEST_DENOMINATOR = 64;

    private final List<Entry> wrong;
    private final List<Entry> all;
    private final boolean outputsWrong;
    private final FloatFormat format;

    /** A number of an answer beside the right one; depth is that of its network. */
    private record Entry(Place place, int depth, Reported reported, Rounded right) {

        boolean isWrong() {
            return !Prediction.admits(right, reported);
        }

        /** The fraction with the smallest denominator that the right number may have been multiplied by. */
        Optional<BigFraction> ratio(FloatFormat format) {
            if (reported.value().isEmpty() || right.value().signum() == 0) {
                return Optional.empty();
            }
            BigFraction ratio = reported.value().get().divide(right.value());
            return IntStream.rangeClosed(1, LARGEST_DENOMINATOR).mapToObj(q -> nearest(ratio, q))
                    .filter(simple -> isTimes(simple, format)).findFirst();
        }

        boolean isTimes(BigFraction ratio, FloatFormat format) {
            return reported.value().isPresent() && right.times(Rounded.of(ratio)).stored(format).admits(reported.value().get());
        }

        boolean hasOtherSign() {
            return reported.value().filter(value -> value.signum() * right.value().signum() < 0).isPresent();
        }

        private static BigFraction nearest(BigFraction number, int denominator) {
            BigFraction doubled = number.multiply(2 * denominator).add(BigFraction.ONE);
            return new BigFraction(new BigDecimal(doubled.getNumerator())
                    .divide(new BigDecimal(doubled.getDenominator().shiftLeft(1)), 0, RoundingMode.FLOOR).toBigInteger(),
                    BigInteger.valueOf(denominator));
        }
    }

    private DifferenceShape(List<Entry> all, boolean outputsWrong, FloatFormat format) {
        this.format = format;
        this.all = all;
        this.wrong = all.stream().filter(Entry::isWrong).toList();
        this.outputsWrong = outputsWrong;
    }

    /** Sentences without full stops; none if nothing is to be said. */
    static List<String> of(List<Answered> wrong, Conventions conventions, Elementary elementary) {
        List<Entry> entries = new ArrayList<>();
        boolean outputs = false;
        for (Answered one : wrong) {
            Prediction right = Prediction.of(Hypothesis.RIGHT, conventions.orUsual(), elementary, one.question());
            outputs |= differ(right, one.answer());
            List<Place> places = Place.of(one.question().network());
            for (int e = 0; e < places.size() && one.question() instanceof GradientQuestion; e++) {
                entries.add(new Entry(places.get(e), one.question().network().layers().size(), one.answer().parameters().get(e),
                        right.parameters().get(e)));
            }
        }
        return new DifferenceShape(entries, outputs, elementary.format()).sentences();
    }

    private static boolean differ(Prediction right, Answer.Numbers answer) {
        return answer.outputs().isPresent() && IntStream.range(0, right.outputs().size()).anyMatch(i ->
                IntStream.range(0, right.outputs().get(i).size()).anyMatch(j ->
                        !Prediction.admits(right.outputs().get(i).get(j), answer.outputs().get().get(i).get(j))));
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (outputsWrong) {
            sentences.add("The outputs are wrong already, so the mistake is in the forward pass, or there is one there too");
        }
        if (wrong.isEmpty()) {
            return sentences;
        }
        if (wrong.stream().anyMatch(entry -> entry.reported.value().isEmpty())) {
            sentences.add("Some numbers are not finite: look for a division by zero, or a logarithm of zero");
        }
        ratio().ifPresent(sentences::add);
        place().ifPresent(sentences::add);
        if (wrong.stream().allMatch(entry -> entry.reported.value().filter(value -> value.signum() == 0).isPresent())) {
            sentences.add("Every wrong gradient is 0");
        }
        return sentences;
    }

    private Optional<String> ratio() {
        Optional<BigFraction> ratio = wrong.get(0).ratio(format).filter(first -> first.signum() != 0)
                .filter(first -> wrong.stream().allMatch(entry -> entry.isTimes(first, format)));
        if (ratio.isPresent()) {
            return ratio.map(times -> times.equals(BigFraction.MINUS_ONE) ? "Every wrong gradient has the other sign"
                    : "Every wrong gradient is " + ExactNumber.write(times) + " times the right one");
        }
        return wrong.stream().allMatch(Entry::hasOtherSign)
                ? Optional.of("Every wrong gradient has the other sign, and another size") : Optional.empty();
    }

    private Optional<String> place() {
        List<Named> kinds = List.of(
                new Named("Only biases are wrong", entry -> entry.place.isBias()),
                new Named("Only weights are wrong, no bias", entry -> !entry.place.isBias()),
                new Named("Only the last layer is wrong", entry -> entry.place.layer() == entry.depth - 1),
                new Named("Only hidden layers are wrong, the last one is right", entry -> entry.place.layer() < entry.depth - 1),
                new Named("Only the first layer is wrong", entry -> entry.place.layer() == 0),
                new Named("Only first units of layers are wrong", entry -> entry.place.unit() == 0),
                new Named("Only the weights of first inputs are wrong", entry -> entry.place.input() == 0));
        return kinds.stream().filter(kind -> wrong.stream().allMatch(kind.holds)
                && all.stream().anyMatch(kind.holds.negate())).findFirst().map(Named::says);
    }

    private record Named(String says, Predicate<Entry> holds) {
    }
}
