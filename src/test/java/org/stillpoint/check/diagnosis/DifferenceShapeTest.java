package org.stillpoint.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.suite.Case;

class DifferenceShapeTest {

    private static final BigFraction THIRD = new BigFraction(1, 3);

    /** What is said of right answers to gradient questions whose numbers are replaced; those that stay right are left out. */
    private static List<String> saidOf(BiFunction<Place, BigFraction, BigFraction> replacement) {
        List<Answered> wrong = Programs.cases(60).stream().filter(one -> one.question() instanceof GradientQuestion)
                .map(one -> replaced(Programs.right(one, Conventions.usual()), replacement))
                .filter(one -> !new Fit(Programs.FLOAT64).admits(Hypothesis.RIGHT, Conventions.usual(), one))
                .toList();
        return DifferenceShape.of(wrong, Conventions.usual(), Programs.FLOAT64);
    }

    private static Answered replaced(Answered right, BiFunction<Place, BigFraction, BigFraction> replacement) {
        List<Place> places = Place.of(right.question().network());
        List<Reported> parameters = IntStream.range(0, places.size()).mapToObj(n -> Reported.of(FloatFormat.FLOAT64.nearest(
                replacement.apply(places.get(n), right.answer().parameters().get(n).value().orElseThrow())), "replaced"))
                        .toList();
        return new Answered(right.asked(), new Answer.Numbers(parameters, right.answer().outputs(), right.answer().loss()));
    }

    @Test
    void nothingIsSaidOfDifferencesWithoutAShape() {
        assertThat(saidOf((place, gradient) -> gradient.multiply(gradient).add(gradient).add(THIRD))).isEmpty();
        assertThat(DifferenceShape.of(List.of(), Conventions.usual(), Programs.FLOAT64)).isEmpty();
    }

    @Test
    void aConstantRatioIsSaidThoughTheNumbersAreRounded() {
        assertThat(saidOf((place, gradient) -> gradient.multiply(2)))
                .containsExactly("Every wrong gradient is 2 times the right one");
        assertThat(saidOf((place, gradient) -> gradient.multiply(THIRD)))
                .containsExactly("Every wrong gradient is 1/3 times the right one");
        assertThat(saidOf((place, gradient) -> gradient.negate())).containsExactly("Every wrong gradient has the other sign");
        assertThat(saidOf((place, gradient) -> gradient.multiply(gradient.abs()).negate()))
                .containsExactly("Every wrong gradient has the other sign, and another size");
    }

    @Test
    void zerosAreSaid() {
        assertThat(saidOf((place, gradient) -> BigFraction.ZERO)).containsExactly("Every wrong gradient is 0");
    }

    @Test
    void whereAllThatIsWrongIsIsSaid() {
        assertThat(saidOf((place, gradient) -> place.isBias() ? gradient.multiply(gradient).add(THIRD) : gradient))
                .containsExactly("Only biases are wrong");
        assertThat(saidOf((place, gradient) -> place.isBias() ? gradient : gradient.multiply(gradient).add(THIRD)))
                .containsExactly("Only weights are wrong, no bias");
        assertThat(saidOf((place, gradient) -> place.unit() == 0 ? gradient.multiply(gradient).add(THIRD) : gradient))
                .containsExactly("Only first units of layers are wrong");
    }

    @Test
    void outputsAndNumbersThatAreNotFiniteAreSaidFirst() {
        Answered right = Programs.right(Programs.cases(60).stream().map(Case::question)
                .filter(GradientQuestion.class::isInstance).findFirst().orElseThrow());
        List<Reported> none = right.answer().parameters().stream().map(number -> Reported.notFinite("NaN")).toList();
        Answer.Numbers wrong = new Answer.Numbers(none, right.answer().outputs().map(rows -> rows.stream().map(row ->
                row.stream().map(number -> Reported.notFinite("NaN")).toList()).toList()), Optional.empty());

        assertThat(DifferenceShape.of(List.of(new Answered(right.asked(), wrong)), Conventions.usual(), Programs.FLOAT64))
                .containsExactly(
                "The outputs are wrong already, so the mistake is in the forward pass, or there is one there too",
                "Some numbers are not finite: look for a division by zero, or a logarithm of zero");
    }
}
