package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.ExactNumber;

/** What wrong answers have in common where no mistake that is known here explains them. */
final class DifferenceShape {

    private final List<Entry> wrong;
    private final List<Entry> all;
    private final boolean outputsWrong;

    /** A number of an answer beside the right one; depth is that of its network. */
    private record Entry(int asked, Place place, int depth, Reported reported, Rounded right) {

        boolean isWrong() {
            return !Prediction.admits(right, reported);
        }

        Optional<BigFraction> ratio() {
            return reported.value().filter(value -> right.value().signum() != 0)
                    .map(value -> value.divide(right.value()));
        }
    }

    private DifferenceShape(List<Entry> all, boolean outputsWrong) {
        this.all = all;
        this.wrong = all.stream().filter(Entry::isWrong).toList();
        this.outputsWrong = outputsWrong;
    }

    /** Sentences without full stops; none if nothing is to be said. */
    static List<String> of(List<Answered> wrong, Conventions conventions, Elementary elementary) {
        List<Entry> entries = new ArrayList<>();
        boolean outputs = false;
        for (int n = 0; n < wrong.size(); n++) {
            Answered one = wrong.get(n);
            Prediction right = Prediction.of(Hypothesis.RIGHT, conventions.orUsual(), elementary, one.question());
            outputs |= differ(right, one.answer());
            List<Place> places = Place.of(one.question().network());
            for (int e = 0; e < places.size() && one.question() instanceof GradientQuestion; e++) {
                entries.add(new Entry(n, places.get(e), one.question().network().layers().size(), one.answer().parameters().get(e),
                        right.parameters().get(e)));
            }
        }
        return new DifferenceShape(entries, outputs).sentences();
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
        List<Optional<BigFraction>> ratios = wrong.stream().map(Entry::ratio).toList();
        Set<BigFraction> different = ratios.stream().flatMap(Optional::stream).collect(Collectors.toSet());
        if (ratios.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        if (different.size() == 1) {
            BigFraction ratio = different.iterator().next();
            return Optional.of(ratio.equals(BigFraction.MINUS_ONE) ? "Every wrong gradient has the other sign"
                    : "Every wrong gradient is " + ExactNumber.write(ratio) + " times the right one");
        }
        return different.stream().allMatch(ratio -> ratio.signum() < 0)
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
