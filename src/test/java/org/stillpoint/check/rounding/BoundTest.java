package org.stillpoint.check.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.mistake.Prepared;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.suite.Case;
import org.stillpoint.check.suite.Decided;
import org.stillpoint.check.suite.SuiteName;
import org.stillpoint.check.suite.Suites;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** The bound on rounding errors, attacked by programs that draw the order of their operations. */
class BoundTest {

    private static final int ULPS = 4;
    private static final List<FloatFormat> FORMATS = List.of(FloatFormat.FLOAT32, FloatFormat.FLOAT64);
    private static final List<Activation> STRAIGHT = List.of(Activation.RELU, Activation.fromId("leaky-relu:1/4"),
            Activation.LEAKY_RELU, Activation.HARD_TANH, Activation.ABS, Activation.IDENTITY);
    private static final List<Activation> CURVED = List.of(Activation.SIGMOID, Activation.TANH, Activation.SOFTPLUS,
            Activation.ELU, Activation.SILU, Activation.SOFTSIGN, Activation.RATIONAL_SIGMOID);
    private static final List<Loss> ALL_BUT_CROSS_ENTROPY = List.of(Loss.SQUARED, Loss.HINGE, Loss.PERCEPTRON, Loss.ABSOLUTE,
            Loss.LOGISTIC);

    /** The bound is below so many times what is seen at its worst, of all numbers, and of a quarter of them. */
    private static final int WIDEST = 8;
    private static final int OFTEN_WIDEST = 64;
    private static final int PROGRAMS = 8;
    private static final BigFraction NEARLY = new BigFraction(4095, 4096);

    /** What a program can do, by which its questions are drawn. */
    private enum Kind {
        STRAIGHT_LINES(STRAIGHT, List.of(Activation.IDENTITY, Activation.RELU), ALL_BUT_CROSS_ENTROPY.subList(0, 4)),
        CURVES(CURVED, List.of(Activation.SIGMOID, Activation.TANH, Activation.SOFTPLUS, Activation.IDENTITY),
                ALL_BUT_CROSS_ENTROPY),
        PROBABILITIES(Stream.concat(STRAIGHT.stream(), CURVED.stream()).toList(),
                List.of(Activation.SIGMOID, Activation.SOFTMAX), List.of(Loss.CROSS_ENTROPY, Loss.SQUARED));

        private final List<Activation> hidden;
        private final List<Activation> output;
        private final List<Loss> losses;

        Kind(List<Activation> hidden, List<Activation> output, List<Loss> losses) {
            this.hidden = hidden;
            this.output = output;
            this.losses = losses;
        }

        List<Question> questions(FloatFormat format, int count, long seed) {
            Ability ability = new Ability("shuffled", format, hidden, losses, true, true, 1, 4, 64, Biases.OPTIONAL, false,
                    output,
                    ULPS);
            return Suites.cases(SuiteName.ALL, ability, count, seed).stream().map(Case::question).toList();
        }
    }

    /** A question, what a right program may answer, and what one does. */
    private record Answered(Question question, Conventions conventions, Elementary elementary, Prediction prediction,
                            Answer.Numbers answer) {

        List<Rounded> predicted() {
            return Stream.of(prediction.parameters().stream(),
                    answer.outputs().isPresent() ? prediction.outputs().stream().flatMap(List::stream) : Stream.<Rounded>empty(),
                    answer.loss().isPresent() ? prediction.reportedLoss().map(Prediction.LossOfPass::value).stream()
                            : Stream.<Rounded>empty()).flatMap(numbers -> numbers).toList();
        }

        /** Whether the answer is taken with one parameter that far from the right one. */
        boolean admitsMoved(int n, BigFraction by) {
            List<Reported> moved = new ArrayList<>(answer.parameters());
            moved.set(n, Reported.of(prediction.parameters().get(n).value().add(by), "moved"));
            return isTaken(new Answer.Numbers(moved, answer.outputs(), answer.loss()));
        }

        boolean isTaken(Answer.Numbers other) {
            return Prediction.admits(Hypothesis.RIGHT, conventions, elementary, new Prepared(question), other);
        }

        List<BigFraction> given() {
            return Stream.of(answer.parameters().stream(), answer.outputs().stream().flatMap(List::stream).flatMap(List::stream),
                    answer.loss().stream()).flatMap(numbers -> numbers).map(Reported::value).map(Optional::orElseThrow).toList();
        }
    }

    private static List<Answered> answered(FloatFormat format, List<Question> questions, int programs, long seed) {
        Random random = new Random(seed);
        Elementary elementary = new Elementary(format, ULPS);
        List<Answered> answered = new ArrayList<>();
        for (Question question : questions) {
            Map<Convention, Integer> ways = new EnumMap<>(Convention.class);
            Conventions conventions = Conventions.NONE;
            for (Convention convention : Convention.values()) {
                ways.put(convention, random.nextInt(convention.ways().size()));
                conventions = conventions.with(convention, ways.get(convention));
            }
            if (Decided.is(question, conventions, elementary)) {
                Prediction prediction = Prediction.of(Hypothesis.RIGHT, conventions, elementary, question);
                for (int n = 0; n < programs; n++) {
                    answered.add(new Answered(question, conventions, elementary, prediction,
                            new ShuffledProgram(random, format, ULPS, ways).answer(question)));
                }
            }
        }
        return answered;
    }

    @Property(tries = 8)
    void noOrderOfOperationsLeavesTheBoundNorChangesWhatIsExact(@ForAll Kind kind, @ForAll("formats") FloatFormat format,
                                                                 @ForAll long seed) {
        for (Answered one : answered(format, kind.questions(format, 30, seed), 4, seed)) {
            assertThat(IntStream.range(0, one.given().size()).filter(n -> !one.predicted().get(n).admits(one.given().get(n))))
                    .as(() -> one.question() + " " + one.answer() + " " + one.prediction()).isEmpty();
            assertThat(one.isTaken(one.answer())).isTrue();
        }
    }

    @Provide
    Arbitrary<FloatFormat> formats() {
        return Arbitraries.of(FORMATS);
    }

    @Example
    void theBoundIsNotMuchWiderThanWhatIsSeen() {
        for (FloatFormat format : FORMATS) {
            for (Kind kind : Kind.values()) {
                List<BigFraction> used = new ArrayList<>();
                List<Answered> answered = answered(format, kind.questions(format, 40, 7), PROGRAMS, 7);
                int numbers = answered.stream().mapToInt(one -> one.given().size()).sum() / PROGRAMS;
                for (int first = 0; first < answered.size(); first += PROGRAMS) {
                    used.addAll(mostUsed(answered.subList(first, first + PROGRAMS)));
                }
                used.sort(null);
                BigFraction worst = used.get(used.size() - 1);
                BigFraction often = used.get(used.size() * 3 / 4);
                if (Boolean.getBoolean("stillpoint.bound")) {
                    System.out.printf("%s, %s: %d numbers exact, %d within a bound %.1f times the worst seen, of a quarter below %.1f times%n",
                            format.id(), kind, numbers - used.size(), used.size(), worst.reciprocal().doubleValue(),
                            often.reciprocal().doubleValue());
                }
                assertThat(worst.multiply(WIDEST)).as(format + " " + kind).isGreaterThan(BigFraction.ONE);
                assertThat(often.multiply(OFTEN_WIDEST)).as(format + " " + kind).isGreaterThan(BigFraction.ONE);
            }
        }
    }

    /** Of each number that is not exact, the largest share of its bound that a program uses. */
    private static List<BigFraction> mostUsed(List<Answered> programs) {
        List<Rounded> predicted = programs.get(0).predicted();
        return IntStream.range(0, predicted.size()).filter(n -> predicted.get(n).error().signum() != 0).mapToObj(n ->
                programs.stream().map(one -> one.given().get(n).subtract(predicted.get(n).value()).abs()
                        .divide(predicted.get(n).error())).max(BigFraction::compareTo).orElseThrow()).toList();
    }

    @Example
    void aNumberJustInsideTheBoundIsTakenAndOneSomeUlpsOutsideIsNot() {
        for (FloatFormat format : FORMATS) {
            for (Answered one : answered(format, Kind.STRAIGHT_LINES.questions(format, 40, 11), 1, 11)) {
                for (int n = 0; n < one.prediction().parameters().size(); n++) {
                    Rounded right = one.prediction().parameters().get(n);
                    BigFraction bound = right.error();
                    BigFraction ulps = right.value().abs().add(bound).add(1)
                            .divide(BigInteger.ONE.shiftLeft(format.precision() - 2));
                    for (BigFraction side : List.of(BigFraction.ONE, BigFraction.MINUS_ONE)) {
                        assertThat(one.admitsMoved(n, side.multiply(bound))).isTrue();
                        assertThat(one.admitsMoved(n, side.multiply(bound).multiply(NEARLY))).isTrue();
                        assertThat(one.admitsMoved(n, side.multiply(bound.add(ulps)))).isFalse();
                    }
                }
            }
        }
    }
}
